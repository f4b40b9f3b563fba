-- Where what is known for an area stands at a level. Parameters: $niveau, $struktur.
SELECT kendt_niveau, kendt_id, omraade_id FROM placering WHERE niveau = $niveau AND struktur = $struktur;
