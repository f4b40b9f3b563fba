-- The own rows of every register, put aside while fewer of them are tried (udsnit.py).
CREATE TEMP TABLE gemt_udbud AS FROM udbud WHERE datasaet = 'egne';
CREATE TEMP TABLE gemt_udbud_haendelse AS FROM udbud_haendelse WHERE datasaet = 'egne';
CREATE TEMP TABLE gemt_klinik AS FROM klinik WHERE datasaet = 'egne';
CREATE TEMP TABLE gemt_pulje AS FROM pulje WHERE datasaet = 'egne';
CREATE TEMP TABLE gemt_puljeprojekt AS FROM puljeprojekt WHERE datasaet = 'egne';
CREATE TEMP TABLE gemt_hu_forloeb AS FROM hu_forloeb WHERE datasaet = 'egne';
CREATE TEMP TABLE gemt_tiltag AS FROM tiltag WHERE datasaet = 'egne';
CREATE TEMP TABLE gemt_laegestand AS FROM laegestand WHERE datasaet = 'egne';
CREATE TEMP TABLE gemt_laegebevaegelse AS FROM laegebevaegelse WHERE datasaet = 'egne';
CREATE TEMP TABLE gemt_udbudsplan AS FROM udbudsplan WHERE datasaet = 'egne';
CREATE TEMP TABLE gemt_bosaetning AS FROM bosaetning WHERE datasaet = 'egne';
CREATE TEMP TABLE gemt_hu_faerdige AS FROM hu_faerdige WHERE datasaet = 'egne';
CREATE TEMP TABLE gemt_maalsaet AS FROM maalsaet WHERE datasaet = 'egne';
CREATE TEMP TABLE gemt_maaltal AS FROM maaltal WHERE datasaet = 'egne';
CREATE TEMP TABLE gemt_truet_udpegning AS FROM truet_udpegning WHERE datasaet = 'egne';
CREATE TEMP TABLE gemt_noegletal AS FROM noegletal WHERE datasaet = 'egne';
