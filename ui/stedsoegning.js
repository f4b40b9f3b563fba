// The search of places, for whoever has a field for it: what is written is compared with names as people may spell them.
// Read after the script of the field, in the same component.
const lists = new Map(), NEAREST = 4;
const SPELT = [['å', 'a'], ['æ', 'a'], ['ø', 'o'], ['aa', 'a'], ['ae', 'a'], ['oe', 'o']];

// the same as views/faelles/stavning.py
function folded(text) {
    text = text.normalize('NFC').toLowerCase();
    for (const [from, to] of SPELT) text = text.replaceAll(from, to);
    return (text.normalize('NFKD').replace(/\p{M}/gu, '').match(/[a-z0-9]+/g) ?? []).join(' ');
}

function fetched(url) {
    if (!lists.has(url)) {
        const list = fetch(url).then(answer => answer.ok ? answer.json() : [])
            .then(rows => rows.map(([name, code, keys, front]) => ({ name, code, keys: keys.split('|'), front })));
        list.catch(() => lists.delete(url));
        lists.set(url, list);
    }
    return lists.get(url);
}

// whole names first, then names that begin so, then words that do, then what stands inside a word
function ranked(all, query) {
    const rank = key => key === query ? 0 : key.startsWith(query) ? 1 : key.includes(' ' + query) ? 2
        : query.length > 2 && key.includes(query) ? 3 : 9;
    return all.map((one, nr) => ({ one, nr, rank: Math.min(...one.keys.map(rank)) }))
        .filter(hit => hit.rank < 9)
        .sort((a, b) => a.rank - b.rank || a.nr - b.nr).map(hit => hit.one);
}

function nearest(all, query) {
    return all.map(one => ({ one, far: Math.min(...one.keys.map(key => distance(key, query))) }))
        .filter(hit => hit.far <= Math.max(1, query.length / 3))
        .sort((a, b) => a.far - b.far).slice(0, NEAREST).map(hit => hit.one);
}

// how many letters must be changed, left out or put in
function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++)
            next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
        row = next;
    }
    return row[b.length];
}
