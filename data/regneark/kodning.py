"""Which characters the bytes of a text file are."""

import codecs
import re
import unicodedata
from functools import lru_cache

from data.regneark.ark import FilFejl

DANSKE = frozenset("æøåÆØÅ")
ALMINDELIGE = frozenset("éèêëáàäâóòöôüúíïçñÉÈÁÀÄÖÓÜÇ")
# Signs that stand beside words in ordinary text.
TEGNSAETNING = frozenset("‘’“”„‚–—…•·€§°©®™«»¼½¾´`¨²³£±×÷¤µ\u00a0")
NAVNE = {"cp865": "DOS (cp865)", "cp850": "DOS (cp850)", "mac_roman": "MacRoman", "cp1252": "Windows-1252"}
FLEST_SET = 20_000
SIKKER = 3  # points: one Danish letter in a word, and nothing against it
PRAELUDIUM = 4000
ULAESELIG = "Filens tegn kan ikke læses. Gem den igen som CSV UTF-8 eller som .xlsx."
BOM = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(indhold: bytes) -> tuple[str, list[str]]:
    """The text, and what to tell about how it was read. Raises FilFejl when it is no text, or garbled."""
    kodning = next((navn for begyndelse, navn in BOM if indhold.startswith(begyndelse)), _utf_16(indhold))
    if not kodning and b"\x00" in indhold:
        raise FilFejl("Filen er ikke et regneark og ikke tekst. Gem den som Excel-projektmappe (.xlsx) eller CSV.")
    try:
        tekst, bemaerkninger = indhold.decode(kodning or "utf-8"), []
    except UnicodeDecodeError as fejl:
        if kodning:
            raise FilFejl(ULAESELIG) from fejl
        _refuse_mixed(indhold)
        tekst, bemaerkninger = _eight_bit(indhold)
    if sum(tegn < " " and tegn not in "\t\r\n" for tegn in tekst[:5000]) > 5:
        raise FilFejl(ULAESELIG)
    rettet = repaired(tekst)
    if rettet is not None:
        return rettet, [
            *bemaerkninger,
            "Filens æ, ø og å var skrevet som »Ã¦«, »Ã¸« og »Ã¥« og er rettet; se dem efter.",
        ]
    return tekst, bemaerkninger


def _utf_16(indhold: bytes) -> str:
    """UTF-16 without a mark: nearly every other byte is zero."""
    lige, ulige = (indhold[foerste:PRAELUDIUM:2] for foerste in (0, 1))
    halvdelen = min(len(lige), len(ulige))
    if halvdelen and ulige.count(0) > 0.7 * halvdelen and lige.count(0) < 0.05 * halvdelen:
        return "utf-16-le"
    if halvdelen and lige.count(0) > 0.7 * halvdelen and ulige.count(0) < 0.05 * halvdelen:
        return "utf-16-be"
    return ""


def _refuse_mixed(indhold: bytes) -> None:
    """Some lines in UTF-8 and some in something else: whichever is chosen, the other half is destroyed."""
    foerste_anden = 0
    har_utf8 = False
    for nr, linje in enumerate(re.split(rb"\r\n|\r|\n", indhold), 1):
        if linje.isascii():
            continue
        try:
            linje.decode("utf-8")
            har_utf8 = True
        except UnicodeDecodeError:
            foerste_anden = foerste_anden or nr
        if har_utf8 and foerste_anden:
            raise FilFejl(
                f"Linje {foerste_anden} er skrevet i en anden tegnkodning end andre linjer, så æ, ø og å bliver "
                "forkerte. Åbn filen i Excel, ret tegnene, og gem den som CSV UTF-8 eller .xlsx."
            )


def _eight_bit(indhold: bytes) -> tuple[str, list[str]]:
    """The reading in which Danish letters stand in words; Windows' where nothing tells."""
    bud: dict[str, tuple[int, str]] = {}
    for kodning in ("cp1252", "cp865", "cp850", "mac_roman"):
        try:
            tekst = indhold.decode(kodning)
        except UnicodeDecodeError:
            continue
        bud[kodning] = (score(tekst), tekst)
    bedste = max(bud, key=lambda kodning: bud[kodning][0])
    if bud[bedste][0] < SIKKER:
        bedste = "cp1252"
    if bedste not in bud:
        raise FilFejl(ULAESELIG)
    tekst = bud[bedste][1]
    return tekst, [f"Filen er læst som {NAVNE[bedste]}; se efter, at æ, ø og å er rigtige."]


def score(tekst: str) -> int:
    """How much a text looks like Danish, by its characters outside ASCII and what stands beside them."""
    point = 0
    for antal, fund in enumerate(re.finditer(r"[^\x00-\x7f]", tekst)):
        if antal == FLEST_SET:
            break
        plads = fund.start()
        point += _fits(fund[0], tekst[plads - 1 : plads] if plads else "", tekst[plads + 1 : plads + 2])
    return point


def _fits(tegn: str, foer: str, efter: str) -> int:
    roerer_ord = foer.isalpha() or efter.isalpha()
    if not _is_latin(tegn):
        if foer.isalpha() and efter.isalpha():
            return 0 if tegn in "’´·–" else -3
        return 0 if tegn in TEGNSAETNING else (-3 if roerer_ord else -1)
    if tegn.isupper() and foer.islower():
        return -3
    if foer.isdigit() or efter.isdigit() or (not roerer_ord and tegn not in DANSKE):
        return -1
    if tegn in DANSKE:
        return 3 if roerer_ord else 1
    return int(tegn in ALMINDELIGE)


@lru_cache(512)
def _is_latin(tegn: str) -> bool:
    return tegn.isalpha() and unicodedata.name(tegn, "").startswith("LATIN")


def _as_byte(fejl: UnicodeEncodeError) -> tuple[bytes, int]:
    """The five bytes that Windows-1252 leaves open are kept as they are by those who garble text."""
    tegn = fejl.object[fejl.start]
    if tegn not in "\x81\x8d\x8f\x90\x9d":
        raise fejl
    return bytes([ord(tegn)]), fejl.start + 1


codecs.register_error("regneark-byte", _as_byte)


def repaired(tekst: str) -> str | None:
    """UTF-8 that was read as Windows-1252 and saved again, put right; None unless the whole text is so."""
    bud = [tekst]
    while "Ã" in bud[-1] and len(bud) <= 2:  # it happens twice to the same file
        try:
            bud.append(bud[-1].encode("cp1252", "regneark-byte").decode("utf-8"))
        except UnicodeError:
            break
    bedste = max(bud, key=score) if len(bud) > 1 else tekst
    return bedste if bedste is not tekst else None
