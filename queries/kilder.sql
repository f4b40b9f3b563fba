-- Every source. No parameters.
SELECT kilde_id, titel, udgiver, url, dato FROM kilde ORDER BY kilde_id;
