-- What people call the columns of a table. Parameter: $tabel.
SELECT kolonne, overskrift FROM overskrift WHERE tabel = $tabel ORDER BY raekke;
