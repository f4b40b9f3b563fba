-- Has the level of a user's own group been made? Parameter: $niveau.
SELECT count(*) > 0 FROM omraade WHERE niveau = $niveau;
