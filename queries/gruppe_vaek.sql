-- Takes a user's own group out again (gruppe.sql). Parameter: $niveau.
DELETE FROM omraade_kommune WHERE niveau = $niveau;
DELETE FROM omraade WHERE niveau = $niveau;
DELETE FROM omraade_med_rest WHERE niveau = $niveau;
DELETE FROM placering WHERE niveau = $niveau;
DELETE FROM omraade_folketal WHERE niveau = $niveau;
