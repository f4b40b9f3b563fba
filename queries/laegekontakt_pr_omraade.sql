-- The share of the inhabitants that had a contact with general practice, by area: the newest year of the period in which
-- all kommuner of the area are known. How many persons they were no source tells, so the shares of kommuner are weighted
-- by the inhabitants on 1 January of the same year, which they are shares of. Contacts are counts, divided by the same
-- inhabitants; an area has a figure only when those of all its kommuner are known.
-- Parameters: $niveau, $struktur, and for each period $fra_aar[], $til_aar[] (years or NULL).
WITH periode AS (
    SELECT unnest(range(len($til_aar))) AS periode, unnest($fra_aar::INTEGER[]) AS fra_aar, unnest($til_aar::INTEGER[]) AS til_aar
),
samlet AS (
    SELECT m.omraade_id, l.aar, sum(l.andel_pct * f.indbyggere) / sum(f.indbyggere) AS andel_med_laegekontakt_pct,
        CASE WHEN count(l.kontakter) = count(*) THEN sum(l.kontakter) / sum(f.indbyggere) END AS laegekontakter_pr_indbygger
    FROM omraade_kommune m
    JOIN laegekontakt l ON l.kommunekode = m.kommunekode
    JOIN folketal f ON f.kommunekode = m.kommunekode AND f.dato = make_date(l.aar, 1, 1)
    WHERE m.niveau = $niveau AND m.er_kendt
    GROUP BY m.omraade_id, l.aar
    HAVING count(*) = (SELECT count(*) FROM omraade_kommune n WHERE n.niveau = $niveau AND n.omraade_id = m.omraade_id)
),
seneste AS (
    SELECT periode, samlet.*
    FROM samlet JOIN periode ON aar BETWEEN coalesce(fra_aar, aar) AND coalesce(til_aar, aar)
    QUALIFY row_number() OVER (PARTITION BY periode, omraade_id ORDER BY aar DESC) = 1
)
SELECT pe.periode, o.omraade_id, o.navn, s.andel_med_laegekontakt_pct, s.laegekontakter_pr_indbygger, s.aar::VARCHAR AS dato
FROM omraade_med_rest o CROSS JOIN periode pe
LEFT JOIN seneste s ON s.omraade_id = o.omraade_id AND s.periode = pe.periode
WHERE o.niveau = $niveau AND o.struktur = $struktur AND NOT o.er_rest
ORDER BY pe.periode, o.orden;
