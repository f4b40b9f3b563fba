-- One source. Parameter: $kilde_id.
SELECT kilde_id, titel, udgiver, url, dato FROM kilde WHERE kilde_id = $kilde_id;
