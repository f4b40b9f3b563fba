"""The tree of versions that the first months' program left (commit 7500e16) is read, shown and gone on with by today's.

Its files stand below as that program wrote them: the hash in a version's name holds them to it. What follows here is
its way of naming and telling, which must never follow what today's program does.
"""

import json
from unittest.mock import patch

import pytest

from data.build import build, own_folder
from data.indlaes import Fil, go_back, load, propose, skift
from data.kopi.fil import database, take
from data.kopi.tilbage import put_back
from data.versioner import all_versions, current, newer_than_known, read_tables
from queries.database import Database
from queries.opslag import datasets
from tests.dag import I_DAG, NU
from tests.data.egne_versioner import asks_nothing, own, sources
from tests.data.indlaes_filer import HU, as_xlsx, table

IKKE = "Sekretariatet har ikke oplyst, at registeret rummer alt; derfor vises ingen andele og ranglister."
# kilder, udbud and klinik have fewer columns than today
FAELLES = {
    "fuldstaendighed": f"""datasaet,register,niveau,fra_aar,til_aar,komplet,begrundelse
egne,udbud,alle,2025,2026,1,"Sekretariatet har oplyst, at registeret rummer alt i 2025-2026."
egne,klinik,alle,,,0,"{IKKE}"
egne,pulje,alle,,,0,"{IKKE}"
egne,hu_forloeb,alle,,,0,"{IKKE}"
egne,noegletal,alle,,,0,"{IKKE}"
""",
    "kilde": """kilde_id,titel,udgiver,url,dato,type
egne-brev-fra-regionen,Brev fra regionen,PLO's sekretariat,,2026-11-01,dokument
egne-brev,Brev,PLO's sekretariat,,2026-11-01,dokument
egne-opgoerelse,Opgørelse,PLO's sekretariat,,2026-11-01,dokument
""",
    "klinik": """klinik_id,navn,sted,kommunekode,region,kliniktype,fra_dato,fra_praecision,til_dato,til_praecision,\
efterfoelger_type,patienter,patienter_dato,kilde_id,grundlag,note
k-1,Regionsklinik Nakskov,Nakskov,360,,regionsklinik,2024-05,maaned,,,,3200,,egne-brev,,
""",
    "noegletal": """omraade_type,omraade,kommunekode,region,noegletal,vaerdi,kvalifikator,dato,praecision,dato_udledt,\
er_prognose,foretrukken,kilde_id,grundlag,note
kommune,Lolland,360,,patienter_pr_laege,1684.5,,2026-10-01,dag,0,0,1,egne-opgoerelse,,
""",
    "pulje": """pulje_id,navn,ramme_kr,ansoegninger,stoettede_projekter,periode,andel_nord_sjaelland_mindst,kilde_id,\
grundlag,note
p-1,Lægedækningspuljen,20000000,,,,,egne-brev,,
""",
    "puljeprojekt": """projekt_id,pulje_id,titel,ansoeger,region,kommunekoder,beloeb_kr,beloeb_praecision,aar_fra,\
aar_til,tema,status,medregnes,kilde_id,grundlag,note
proj-1,p-1,Ny klinik,,,360;376,1250000.5,eksakt,2025,2025,laegehus,støttet,1,egne-brev,,
""",
    "udbud": """udbud_id,region,kommunekode,sted,enhed,antal,art,kliniktype_foer,opslag_dato,opslag_praecision,\
frist_dato,runde_nr,antal_ansoegere,antal_tildelt,status,status_dato,status_praecision,kliniktype_efter,\
forrige_udbud_id,kilde_id,grundlag,note
nak-1,,360,Nakskov,ydernummer,2,ukendt,,2026-05-05,dag,,,0,0,ingen_ansoegere,2026-06-16,dag,,,\
egne-brev-fra-regionen,,
""",
    "udbud_haendelse": """udbud_id,raekkefoelge,status,dato,praecision,antal,kilde_id,grundlag,note
nak-1,1,opslaaet,2026-05-05,dag,,egne-brev-fra-regionen,,
nak-1,2,ingen_ansoegere,2026-06-16,dag,,egne-brev-fra-regionen,,
""",
}
HU_FORLOEB = """omraade_type,omraade,aar,runde,dimensioneret,opslaaet,besat,ubesat,besaettelsesgrad_pct,ekstra_forloeb,\
er_prognose,foretrukken,kilde_id,grundlag,note
sundhedsraad,Sundhedsråd Fyn,2026,1,,15,{},,,,0,1,egne-opgoerelse,,
"""
VERSIONER = {"0001-ad6fee4dcd4e": ("12", "Anne"), "0002-5a39214b50e2": ("13", "Bo")}


@pytest.fixture
def gammel(tmp_path):
    """Today's sources with the own data that the old program left, and no database: as after an upgrade."""
    kilder = sources(tmp_path / "rod" / "data")
    skift_ = []
    for nr, (navn, (besat, hvem)) in enumerate(VERSIONER.items(), 1):
        mappe = kilder / "egne" / "versioner" / navn
        mappe.mkdir(parents=True)
        for tabel, tekst in (FAELLES | {"hu_forloeb": HU_FORLOEB.format(besat)}).items():
            (mappe / f"{tabel}.csv").write_bytes(tekst.encode())
        tid = f"2026-11-{nr:02d}T09:00:00+01:00"
        optalt = {"hu_forloeb": {"nye": 2 - nr, "aendrede": nr - 1, "udgaaede": 0, "uaendrede": 0}}
        post = {"nr": nr, "tid": tid, "hvem": hvem, "filer": [["registre.xlsx", "ab" * 32]], "optalt": optalt}
        tekst = json.dumps(post | {"komplet": {"udbud": [2025, 2026]}, "note": ""}, ensure_ascii=False, indent=1)
        (mappe / "version.json").write_text(tekst, encoding="utf-8")
        skift_.append({"til": navn, "tid": tid, "hvem": hvem, "handling": "indlæst"})
    pegepind = json.dumps({"gaeldende": navn, "skift": skift_}, ensure_ascii=False, indent=1)
    (kilder / "egne" / "gaeldende").write_text(pegepind, encoding="utf-8")
    with patch.object(skift, "checker", asks_nothing):
        yield kilder


def filled(kilder) -> str:
    """How many places of Fyn's are filled in the version in use."""
    return read_tables(own_folder(kilder))["hu_forloeb"]["besat"][0]


def test_an_upgrade_goes_on_with_the_versions_there_are(gammel):
    ud = gammel.parent / "x.duckdb"
    # read: both can be used, none is taken for lost or for newer than the pointer
    assert [(en.navn, en.fejl, en.brugt) for en in all_versions(gammel)] == [
        (en, "", True) for en in [*VERSIONER][::-1]
    ]
    assert newer_than_known(gammel) == [] and current(gammel).komplet == {"udbud": (2025, 2026)}
    # built: every table is accepted by today's rules, and a page can ask
    rapport = build(ud, gammel)
    i_egne = {en.tabel: en.raekker for en in rapport.indhold if en.datasaet == "egne"}
    assert {tabel: i_egne[tabel] for tabel in ("udbud", "udbud_haendelse", "klinik", "hu_forloeb", "puljeprojekt")} == {
        **{"udbud": 1, "udbud_haendelse": 2, "klinik": 1, "hu_forloeb": 1, "puljeprojekt": 1}
    }
    assert "egne" in datasets(Database(ud).snapshot())
    # gone on with: a correction is a version more, and what was before can be gone back to
    forslag = propose([Fil("hu.xlsx", as_xlsx({"HU-forløb": table(HU | {"Besat": "14"})}))], kilder=gammel, i_dag=I_DAG)
    assert [*forslag.aendringer["Før"]] == ["13"] and not forslag.fejl
    ny = load(forslag, "Carl", ud=ud, nu=NU)
    assert ny.nr == 3 and filled(gammel) == "14" and own(ud) == 1
    go_back(1, "Carl", ud=ud, kilder=gammel, nu=NU)
    assert filled(gammel) == "12" and own(ud) == 1
    assert [en.fejl for en in all_versions(gammel)] == ["", "", ""]


def test_a_file_that_was_changed_since_is_known_as_such(gammel):
    fil = gammel / "egne" / "versioner" / [*VERSIONER][0] / "klinik.csv"
    fil.write_bytes(fil.read_bytes().replace(b"3200", b"3300"))
    assert [bool(en.fejl) for en in all_versions(gammel)] == [False, True]


def test_old_versions_go_along_in_a_copy(gammel, tmp_path):
    take(tmp_path / "kopi.zip", gammel.parent, NU)
    ny = tmp_path / "ny"
    sources(ny / "data")
    put_back(tmp_path / "kopi.zip", ny, NU)
    assert filled(ny / "data") == "13" and own(database(ny)) == 1
