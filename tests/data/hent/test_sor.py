"""The register of health organisations: counts of ydernumre by kommune, each once, and never a name.

The files are written here in the documented shape of both kinds. The counts are worked out again below, in another way.
"""

import csv
import io
import zipfile
from collections import Counter
from datetime import date

import pytest

from data.hent import __main__ as kommando
from data.hent import sor
from data.hent.omraader import kommuner
from tests.data.hent.test_dst import contents, rows
from tests.data.hent.tjeneste import Svar

LAEGE, TAND = "almen lægepraksis", "tandlægepraksis"
NAVN = "Lægerne Ærø og Hansen I/S"
DAG = date(2026, 11, 26)


def unit(
    nr: str, kommune: str, fra: str = "2010-05-01", til: str = "", type_: str = LAEGE, **andet: str
) -> dict[str, str]:
    return {
        "SorId": f'="{nr}0001"',
        "SorType": "OE",
        "EntityName": NAVN,
        "EntityTypeName": type_,
        "ProviderId": nr,
        "FirstFromDate": fra,
        "FromDate": "2020-01-01",
        "ToDate": til,
        "VisitingAddressMunicipalityCode": kommune,
        "PostalAddressMunicipalityCode": "0851",
    } | andet


def everywhere(kilder) -> list[dict[str, str]]:
    """A practice and a dentist in each kommune."""
    return [
        unit(f"{nr:05}", f"0{kode}", type_=type_)
        for nr, (kode, type_) in enumerate(((kode, en) for kode in kommuner(kilder) for en in (LAEGE, TAND)), 10_000)
    ]


def as_csv(enheder: list[dict[str, str]], kodning: str = "utf-8-sig") -> bytes:
    ud = io.StringIO(newline="")
    skriver = csv.DictWriter(ud, [*enheder[0]], delimiter=";", lineterminator="\r\n")
    skriver.writeheader()
    skriver.writerows(enheder)
    return ud.getvalue().encode(kodning)


def as_zip(indhold: bytes, navn: str = "SOREntity.csv") -> bytes:
    ud = io.BytesIO()
    with zipfile.ZipFile(ud, "w", zipfile.ZIP_DEFLATED) as pakke:
        pakke.writestr(zipfile.ZipInfo(navn, (DAG.year, DAG.month, DAG.day, 3, 0, 0)), indhold)
        pakke.writestr("ShakSorMap.csv", "a;b")
    return ud.getvalue()


@pytest.fixture
def hent(tjeneste, kilder, capsys):
    """Run `python -m data.hent sor` on these units: exit code and what was said. No name may be in it or in a file."""

    def run(krop: bytes, *tilvalg: str, typer=("--type", "Almen Lægepraksis")) -> tuple[int, str]:
        tjeneste.answers(
            Svar(krop, type="application/octet-stream", hoveder={"Last-Modified": "Thu, 26 Nov 2026 03:00:00 GMT"})
        )
        kode = kommando.main(
            ["sor", "--kilder", str(kilder), "--adresse", tjeneste.adresse, "--fra", "2024", *typer, *tilvalg]
        )
        sagt = "".join(capsys.readouterr())
        assert NAVN not in sagt and "Hansen" not in sagt
        assert not [navn for navn, indhold in contents(kilder).items() if b"Hansen I/S" in indhold]
        return kode, sagt

    return run


def counts(kilder, noegletal: str, dato: str) -> Counter:
    maalt = [en for en in rows(kilder, "offentlig/noegletal") if (en["noegletal"], en["dato"]) == (noegletal, dato)]
    assert len(maalt) in (0, 98) and {en["kilde_id"] for en in maalt} <= {"sor"}
    return Counter({en["kommunekode"]: int(en["vaerdi"]) for en in maalt})


def test_ydernumre_are_counted_once_in_use_opened_and_closed(hent, kilder):
    enheder = [
        *everywhere(kilder),
        unit("20001", "0741", fra="2024-02-01"),
        unit("20001", "0741", fra="2023-06-01"),  # the same number, another unit, begun before
        unit("020001", "0751", fra="2024-02-01"),  # and one elsewhere
        unit("20002", "0741", fra="2020-01-01", til="2024-12-31"),  # last day in 2024: closed in 2025
        unit("20003", "0741", fra="2024-03-01", til="2024-09-30"),
        unit("20004", "0741", fra="2027-01-01"),  # to come
        unit("20005", "0741", fra="2025-05-05", til="2027-01-01"),  # will close
        unit("20006", "0741", fra="2015-01-01", til="2019-01-01", type_=TAND),
    ]
    kode, sagt = hent(as_zip(as_csv(enheder)), "--ja")
    assert kode == 0, sagt
    i_alt = dict.fromkeys(kommuner(kilder), 1)
    assert counts(kilder, sor.I_BRUG, "2026-11-26") == Counter(i_alt | {"741": 3})
    assert counts(kilder, sor.I_BRUG, "2024-01-01")["741"] == 3  # its own, 20001 and 20002
    assert counts(kilder, sor.I_BRUG, "2025-01-01")["741"] == 2
    assert counts(kilder, sor.AABNET, "2024")["741"] == 1 and counts(kilder, sor.AABNET, "2025")["741"] == 1
    assert counts(kilder, sor.LUKKET, "2024")["741"] == 1 and counts(kilder, sor.LUKKET, "2025")["741"] == 1
    assert not counts(kilder, sor.AABNET, "2026"), "the year is not over"
    assert "1 ydernumre har enheder i flere kommuner" in sagt
    kilde = next(en for en in rows(kilder, "offentlig/kilde") if en["kilde_id"] == "sor")
    assert kilde["dato"] == "2026-11-26" and kilde["udgiver"] == "Sundhedsdatastyrelsen"


def test_the_older_file_is_read_too_without_dates_as_what_is_in_use(hent, kilder):
    gammel = [
        {
            "Enhedsnavn": NAVN,
            "Enhedstype": en["EntityTypeName"],
            "Ydernummer": en["ProviderId"],
            "A_KK": en["VisitingAddressMunicipalityCode"],
            "P_KK": "0851",
        }
        for en in everywhere(kilder)
    ]
    kode, sagt = hent(as_csv(gammel, "iso-8859-1"), "--ja")
    assert kode == 0 and "kun antallet på filens dag" in sagt
    assert counts(kilder, sor.I_BRUG, "2026-11-26") == Counter(dict.fromkeys(kommuner(kilder), 1))
    assert not counts(kilder, sor.AABNET, "2024")


def test_the_kinds_are_shown_with_counts_and_a_person_chooses(hent, kilder, monkeypatch):
    spurgt = []

    def answer(svar):
        return lambda tekst: spurgt.append(tekst) or svar.pop(0)

    krop = as_zip(as_csv([*everywhere(kilder), unit("20001", "0741", til="2020-01-01")]))
    stand = contents(kilder)
    for svar, ventet in ((["", "ja"], 1), (["3"], 2), (["to"], 2), (["1", "nej"], 1)):
        monkeypatch.setattr("builtins.input", answer([*svar]))
        kode, sagt = hent(krop, typer=())
        assert kode == ventet and contents(kilder) == stand
    assert "1. almen lægepraksis: 99, 98" in sagt and "2. tandlægepraksis: 98, 98" in sagt
    monkeypatch.setattr("builtins.input", answer(["1", "ja"]))
    assert hent(krop, typer=())[0] == 0 and "almen praksis" in spurgt[0]
    assert counts(kilder, sor.I_BRUG, "2026-11-26").total() == 98


def test_a_kommune_without_any_is_a_told_zero(hent, kilder):
    enheder = [
        en
        for en in everywhere(kilder)
        if (en["EntityTypeName"], en["VisitingAddressMunicipalityCode"]) != (LAEGE, "0825")
    ]
    kode, sagt = hent(as_zip(as_csv(enheder)), "--ja")
    assert kode == 0 and "tæller som 0): Læsø" in sagt
    assert counts(kilder, sor.I_BRUG, "2026-11-26")["825"] == 0


def test_a_second_fetch_replaces_its_own_rows_alone(hent, kilder):
    foer = rows(kilder, "offentlig/noegletal")
    krop = as_zip(as_csv(everywhere(kilder)))
    assert (
        hent(krop, "--ja")[0] == 0
        and hent(as_zip(as_csv([*everywhere(kilder), unit("20001", "0741")])), "--ja")[0] == 0
    )
    nu = rows(kilder, "offentlig/noegletal")
    assert [en for en in nu if en["kilde_id"] != "sor"] == foer
    assert counts(kilder, sor.I_BRUG, "2026-11-26")["741"] == 2


def test_a_file_that_was_fetched_by_hand_is_read(hent, kilder, tmp_path):
    (tmp_path / "sor.zip").write_bytes(as_zip(as_csv(everywhere(kilder))))
    assert hent(b"", "--ja", "--fil", str(tmp_path / "sor.zip"))[0] == 0
    assert hent(b"", "--ja", "--fil", str(tmp_path / "findes-ikke.zip"))[0] == 2


FORKERTE = {
    "97 kommuner": (
        lambda en: as_zip(as_csv([x for x in en if x["VisitingAddressMunicipalityCode"] != "0741"])),
        "97 af 98 kommuner er med; der mangler Samsø",
    ),
    "no such type": (lambda en: as_zip(as_csv([x for x in en if x["EntityTypeName"] == TAND])), "har ikke typen"),
    "no ydernumre": (lambda en: as_zip(as_csv([x | {"ProviderId": ""} for x in en])), "ingen enheder med ydernummer"),
    "no such column": (
        lambda en: as_zip(as_csv([{k: v for k, v in x.items() if k != "ProviderId"} for x in en])),
        "ikke kolonner for ydernummer. Den har: SorId, SorType",
    ),
    "no kommuner": (
        lambda en: as_csv([{k: v for k, v in x.items() if "Municip" not in k} for x in en]),
        "ikke kolonner for kommunekode",
    ),
    "too many without a place": (
        lambda en: as_csv(en + [unit(f"3{nr:04}", "0999", PostalAddressMunicipalityCode="") for nr in range(20)]),
        "har ingen dansk kommune",
    ),
    "a date that is none": (lambda en: as_csv([*en, unit("20001", "0741", fra="Hansen I/S")]), "en dato, som ikke"),
    "a line cut": (lambda en: as_csv(en)[:-20], "er ikke hel"),
    "an archive cut": (lambda en: as_zip(as_csv(en))[:-30], "SOR"),
    "another archive": (lambda en: as_zip(as_csv(en), "Andet.csv"), "netop én fil"),
    "nothing": (lambda en: b"", "har ikke kolonner"),
}  # fmt: skip


@pytest.mark.parametrize("goer, ord_", FORKERTE.values(), ids=FORKERTE)
def test_what_is_odd_is_refused_and_changes_nothing(hent, kilder, goer, ord_):
    stand = contents(kilder)
    kode, sagt = hent(goer(everywhere(kilder)), "--ja")
    assert kode == 2 and ord_ in sagt and sagt.endswith("Intet er ændret.\n"), sagt
    assert contents(kilder) == stand


def test_what_unfolds_beyond_a_limit_is_not_read(hent, kilder, monkeypatch):
    monkeypatch.setattr("data.hent.sorfil.UDPAKKET", 1000)
    kode, sagt = hent(as_zip(as_csv(everywhere(kilder))), "--ja")
    assert kode == 2 and "fylder mere" in sagt
