-- Extra posts by area, year and amount; the same amount from several sources is one. Rounds of a year are added up.
-- A row whose note begins with "Afviger" tells another distribution of posts that other rows have: it is marked.
-- Parameter: $datasaet.
WITH pr_kilde AS (
    SELECT h.kendt_niveau, h.kendt_id, h.aar, h.er_prognose, h.kilde_id, bool_or(h.foretrukken) AS foretrukken,
        sum(h.ekstra_forloeb) AS antal, bool_or(coalesce(starts_with(h.note, 'Afviger'), false)) AS afviger,
        any_value(h.note ORDER BY h.runde NULLS FIRST) AS note, max(h.opslaaet) AS opslaaet
    FROM hu_stedfaestet h
    WHERE h.datasaet = $datasaet AND h.ekstra_forloeb IS NOT NULL
    GROUP BY ALL
)
SELECT p.kendt_niveau, p.kendt_id, any_value(o.navn) AS navn, any_value(o.kort_navn) AS kort_navn, p.aar::INTEGER AS aar, p.er_prognose, p.antal::BIGINT AS antal, p.afviger,
    -- the row that is about the extra posts alone says best what they are
    arg_min(p.note, (p.opslaaet IS NOT NULL)::INTEGER * 2 + (NOT p.foretrukken)::INTEGER) AS note,
    string_agg(DISTINCT p.kilde_id, ';' ORDER BY p.kilde_id) AS kilder
FROM pr_kilde p
LEFT JOIN (SELECT DISTINCT ON (niveau, omraade_id) niveau, omraade_id, navn, kort_navn, orden FROM omraade) o
    ON o.niveau = p.kendt_niveau AND o.omraade_id = p.kendt_id
GROUP BY p.kendt_niveau, p.kendt_id, p.aar, p.er_prognose, p.antal, p.afviger
ORDER BY p.kendt_niveau = 'land' DESC, p.kendt_niveau, any_value(o.orden), p.aar, p.antal;
