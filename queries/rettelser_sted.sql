-- Where the rows of any version of the own data stand at a level. Rows that were corrected or are gone need not be in the
-- database any more, so their places come by name, as the registers write them; a row in several kommuner has several
-- places under one number. A row without a place, or with one that nobody knows any more, is not placed: never dropped.
-- Parameters: $niveau, $struktur, $omraade ('' = the whole country), and for each place $nr[], $kendt_niveau[], $navn[].
WITH naevnt AS (
    SELECT unnest($nr::INTEGER[]) AS nr, unnest($kendt_niveau::VARCHAR[]) AS kendt_niveau, unnest($navn::VARCHAR[]) AS navn
),
kendt AS (
    SELECT n.nr, n.kendt_niveau, s.kendt_id, CASE WHEN n.navn IS NOT NULL THEN coalesce(o.navn, n.navn) END AS navn
    FROM naevnt n
    LEFT JOIN sted_ved_navn s ON s.niveau = n.kendt_niveau AND (s.navn = n.navn OR (n.navn IS NULL AND n.kendt_niveau = 'land'))
    LEFT JOIN omraade o ON o.niveau = n.kendt_niveau AND o.omraade_id = s.kendt_id AND o.struktur = $struktur
),
placeret AS (
    SELECT k.nr, string_agg(DISTINCT k.navn, ', ' ORDER BY k.navn) AS navn,
        coalesce(list(DISTINCT p.omraade_id) FILTER (p.omraade_id IS NOT NULL), []) AS omraader
    FROM kendt k
    LEFT JOIN placering p ON p.kendt_niveau = k.kendt_niveau AND p.kendt_id = k.kendt_id
        AND p.niveau = $niveau AND p.struktur = $struktur
    GROUP BY k.nr
)
SELECT nr, navn, $omraade = '' OR list_contains(omraader, $omraade) AS er_her,
    CASE len(omraader) WHEN 0 THEN 'ikke_stedfaestet' WHEN 1 THEN omraader[1] ELSE 'flere_omraader' END AS omraade_id
FROM placeret
ORDER BY nr;
