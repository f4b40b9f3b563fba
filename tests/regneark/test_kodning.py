"""The letters of a text file are read right, or it is refused; never anything in between."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.regneark.ark import FilFejl
from data.regneark.kodning import decoded, repaired
from data.regneark.laes import read_bytes
from tests.e2e.siden import rows

KOMMUNER = [row["navn"] for row in rows("geografi/kommune")]
TEKST = "Sted;Region\r\nRødby på Lolland;Region Sjælland\r\nÆrøskøbing;Syddanmark\r\nÅrslev og Østerby;é ü\r\n"
OTTE_BIT = ("cp1252", "cp865", "cp850", "mac_roman")
ANDRE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
BOM_BE = codecs.BOM_UTF16_BE


@pytest.mark.parametrize("kodning", [*OTTE_BIT, *ANDRE])
def test_every_encoding_of_a_danish_office_is_read_right(kodning):
    tekst, bemaerkninger = decoded(TEKST.encode(kodning))
    assert tekst == TEKST
    assert bool(bemaerkninger) == (kodning in OTTE_BIT), "one that was guessed is told"


def test_utf_16_of_the_other_order_with_its_mark():
    assert decoded(BOM_BE + TEKST.encode("utf-16-be")) == (TEKST, [])


@given(
    st.lists(st.sampled_from([navn for navn in KOMMUNER if not navn.isascii()]), min_size=1, max_size=8),
    st.sampled_from(OTTE_BIT),
)
def test_any_danish_name_is_read_right_or_refused(navne, kodning):
    tekst = "Kommune;Antal\r\n" + "\r\n".join(f"{navn};2" for navn in navne)
    try:
        assert decoded(tekst.encode(kodning))[0] == tekst
    except FilFejl:
        assert kodning != "cp1252"


@pytest.mark.parametrize(
    "tekst",
    [
        "Navn;Note\r\nLægerne;»Klinikken« – det er 5 € og ½ time…\r\n",
        "Navn;Note\r\nDr. Müller;O’Connor’s klinik\r\n",
        "Navn;Note\r\nA;‘klinik’ – 10 °C § 4 • 2×2\r\n",
        "Navn;Note\r\nHvide Å;Ærø\r\n",
        "Navn;Note\r\n5 µg;10 ¢\r\n",
    ],
)
def test_signs_of_windows_are_not_taken_for_dos(tekst):
    assert decoded(tekst.encode("cp1252"))[0] == tekst


@pytest.mark.parametrize("gange", [1, 2])
@pytest.mark.parametrize("ord_", ["Rødby", "Sjælland", "Århus", "Østerbro", "Ærø", "på", "Håndværk"])
def test_text_that_was_garbled_on_the_way_is_put_right(gange, ord_):
    garbled = f"Sted;Antal\n{ord_};2\n"
    for _ in range(gange):
        garbled = garbled.encode().decode("cp1252", "surrogateescape")
        garbled = "".join(chr(ord(tegn) - 0xDC00) if "\udc80" <= tegn <= "\udcff" else tegn for tegn in garbled)
    tekst, bemaerkninger = decoded(garbled.encode())
    assert tekst == f"Sted;Antal\n{ord_};2\n"
    assert "rettet" in bemaerkninger[0]


@pytest.mark.parametrize("tekst", ["Rødby;RÃ¸dby", "SÃO PAULO", "Ã", "Rødby", "R\ufffddby"])
def test_text_that_is_not_all_garbled_is_left_for_the_reader(tekst):
    assert repaired(tekst) is None
    assert decoded(tekst.encode())[0] == tekst


def test_two_encodings_in_one_file_are_refused_with_the_line():
    with pytest.raises(FilFejl, match="Linje 3 "):
        decoded("Sted\nRødby\n".encode() + "Nykøbing\n".encode("cp1252"))


@pytest.mark.parametrize("kodning", ["utf-16", "utf-16-le", "utf-8", "cp1252", "utf-16-be"])
def test_a_web_page_is_called_so_in_any_encoding(kodning):
    with pytest.raises(FilFejl, match="webside"):
        read_bytes("\n<HTML><body>Rødby</body></HTML>".encode(kodning))


@pytest.mark.parametrize("linjeskift", ["\r", "\n", "\r\n"])
@pytest.mark.parametrize("sep", ["", "sep=;{0}", '"sep=;"{0}', "\ufeffSEP=;{0}"])
def test_any_line_ends_with_and_without_a_separator_line(linjeskift, sep):
    tekst = sep.format(linjeskift) + linjeskift.join(("a;b", '"x;y";2', "z;3"))
    assert read_bytes(tekst.encode()).ark[0].raekker == [["a", "b"], ["x;y", "2"], ["z", "3"]]


def test_mixed_line_ends_and_a_line_end_in_quotes():
    assert read_bytes(b'a;b\r1;2\n3;"4\r\n5"\r\n').ark[0].raekker == [["a", "b"], ["1", "2"], ["3", "4 5"]]


@pytest.mark.parametrize("indhold", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b" \r\n;;\r", b"sep=;\r", b"\x00" * 9])
def test_only_an_empty_file_is_called_empty(indhold):
    with pytest.raises(FilFejl, match=r"^Filen er tom\.$"):
        read_bytes(indhold)


@pytest.mark.parametrize(
    ("indhold", "siges"),
    [(b'a;b\n1;"2\n3;4\n', "fra række 2"), (b'a;b\n1;2\n3;"4"x\n', "fra række 3")],
)
def test_a_quote_gone_astray_is_told_with_its_row_and_no_english(indhold, siges):
    with pytest.raises(FilFejl, match=siges) as fejl:
        read_bytes(indhold)
    assert "(" not in str(fejl.value)
