-- The meetings that people look back to, the newest first, each with its source. `dag` is the first day that a meeting can be
-- meant to be on: of a month its first, of a spring 1 March, of an autumn 1 September.
SELECT m.moede_id, m.organ, m.dato, m.tid, m.navn, m.er_planlagt, m.note,
    coalesce(
        CAST(m.dato || left('-01', 10 - length(m.dato)) AS DATE),
        make_date(right(m.tid, 4)::INTEGER, CASE WHEN starts_with(m.tid, 'f') THEN 3 ELSE 9 END, 1)
    ) AS dag,
    k.kilde_id, k.titel, k.udgiver, k.url, k.dato AS kilde_dato
FROM moede m JOIN kilde k ON k.kilde_id = m.kilde_id
ORDER BY dag DESC, m.moede_id;
