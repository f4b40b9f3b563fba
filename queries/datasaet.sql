-- The datasets that hold something, with the years their registers speak of.
SELECT datasaet, min(foerste_aar)::INTEGER AS foerste_aar, max(sidste_aar)::INTEGER AS sidste_aar
FROM register_aar WHERE datasaet <> 'faelles'
GROUP BY datasaet ORDER BY datasaet;
