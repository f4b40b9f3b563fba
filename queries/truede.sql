-- What somebody has designated as short of doctors, list by list: the table of designations, and the kommuner and places
-- of the indicator that came before it (PLO's list by its month; places by the region's committee). `fra` and `til` are as
-- precise as their source, `til` NULL as long as nobody has taken the area off. Parameter: $datasaet.
WITH samlet AS (
    SELECT liste, omraade_type, omraade, kommunekode, daekning, strftime(gyldig_fra, '%Y-%m-%d') AS fra,
        strftime(gyldig_til, '%Y-%m-%d') AS til, udpeget_af, kilde_id, note
    FROM truet_udpegning WHERE datasaet = $datasaet
    UNION ALL
    SELECT CASE n.omraade_type WHEN 'kommune' THEN 'plo' ELSE 'regional' END, n.omraade_type, n.omraade, n.kommunekode, 'ukendt',
        n.dato, NULL, CASE n.omraade_type WHEN 'kommune' THEN 'PLO' ELSE 'Praksisplanudvalget' END, n.kilde_id, n.note
    FROM noegletal n
    WHERE n.datasaet = $datasaet AND n.noegletal = 'laegedaekningstruet' AND n.vaerdi > 0 AND n.foretrukken AND NOT n.er_prognose
)
SELECT s.*, k.navn AS kommune, kilde.titel, kilde.udgiver, kilde.url
FROM samlet s
LEFT JOIN kommune k ON k.kommunekode = s.kommunekode
JOIN kilde ON kilde.kilde_id = s.kilde_id
ORDER BY s.fra DESC, s.liste, k.raekke, s.omraade;
