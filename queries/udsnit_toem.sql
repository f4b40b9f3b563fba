-- Take all own rows of the registers away, parts before wholes.
DELETE FROM noegletal WHERE datasaet = 'egne';
DELETE FROM truet_udpegning WHERE datasaet = 'egne';
DELETE FROM maaltal WHERE datasaet = 'egne';
DELETE FROM maalsaet WHERE datasaet = 'egne';
DELETE FROM hu_faerdige WHERE datasaet = 'egne';
DELETE FROM bosaetning WHERE datasaet = 'egne';
DELETE FROM udbudsplan WHERE datasaet = 'egne';
DELETE FROM laegebevaegelse WHERE datasaet = 'egne';
DELETE FROM laegestand WHERE datasaet = 'egne';
DELETE FROM tiltag WHERE datasaet = 'egne';
DELETE FROM hu_forloeb WHERE datasaet = 'egne';
DELETE FROM puljeprojekt WHERE datasaet = 'egne';
DELETE FROM pulje WHERE datasaet = 'egne';
DELETE FROM klinik WHERE datasaet = 'egne';
DELETE FROM udbud_haendelse WHERE datasaet = 'egne';
DELETE FROM udbud WHERE datasaet = 'egne';
