"""Siden sidst: what was corrected in the own data, by area, with the value before and after."""

import pandas as pd

from queries.database import Snapshot
from queries.rettelser import Rettet
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.omraade.siden_sidst import EGNE, corrected, day_text, place, since_view, version_sources
from views.sprog import dansk
from views.sprog.markdown import plain

HVAD = {
    "rettet": ("Rettet", "rettet celle", "rettede celler"),
    "udfyldt": ("Udfyldt", "udfyldt celle", "udfyldte celler"),
    "toemt": ("Tømt", "tømt celle", "tømte celler"),
    "status": ("Ny status", "celle med ny status", "celler med ny status"),
    "udgaaet": ("Udgået", "udgået række", "udgåede rækker"),
}
KOLONNER = ("Sted", "Ark", "Række", "Hvad", "Kolonne", "Før", "Efter")
UDEN_STED = "Ikke stedfæstet"
# More rows than anyone reads; all of them count.
FLEST_VISTE = 20_000
FLEST_NAEVNTE = 5
DEFINITION = (
    "En rettelse er en celle, der har en anden værdi i den version af de egne data, der er i brug nu, end i den, der "
    "var i brug, da dagen begyndte, eller en række, der er udgået. Nye rækker er ikke rettelser: de står ovenfor, når "
    "de er dateret. En rettelse hører til det sted, rækken nævner, og en hændelse til udbuddets sted. Kilder og puljer "
    "har intet sted og er ikke stedfæstet. Er en række flyttet fra ét sted til et andet, tæller den, hvor den står nu."
)


def has_versions(filters: Filters) -> bool:
    """Can anything be said of corrections? Only of the own data earlier versions are kept; of the others an empty list
    would read as if nothing was corrected."""
    return filters.datasaet == EGNE


def corrections(filters: Filters, data: Snapshot) -> View:
    """What was corrected in the own data since the day: the cells that differ between the version in use then and the
    one in use now, and the rows that are gone. Of the other datasets no earlier versions are kept.

    For a chosen area: the rows that stand in it now. Those that a correction moved out of it are told of, not counted.
    """
    rettet = corrected(filters, data)
    her = rettet.her if rettet else pd.DataFrame()
    return since_view(
        "siden_rettet",
        filters,
        title=f"Rettet siden {day_text(filters, data)}: {place(filters)}",
        table=_table(her),
        alt=f"Tabel med {dansk.quantity(len(her), 'rettelser')}.",
        text=plain(_text(rettet) if len(her) else ""),
        note="" if len(her) else _nothing(rettet, filters, data),
        definition=DEFINITION,
        sources=version_sources(rettet),
        as_of=dansk.day(rettet.til.tid[:10]) if rettet and rettet.til else "udateret",
        coverage=_compared(rettet),
        missing="–",
    )


def _table(her: pd.DataFrame) -> pd.DataFrame:
    """The rows that moved stand first: they change two areas, and give the column of places its width."""
    raekker = sorted(her.itertuples(), key=lambda en: en.sted == en.sted_foer)
    vist = [
        (
            _where(en),
            en.ark,
            en.noegle,
            HVAD[en.hvad][0],
            en.kolonne or "Hele rækken",
            _value(en.slags, en.foer),
            "udgået" if en.hvad == "udgaaet" else _value(en.slags, en.efter),
        )
        for en in raekker[:FLEST_VISTE]
    ]
    return pd.DataFrame(vist, columns=KOLONNER)


def _where(post) -> str:
    """Where the row stands now, and where it stood when a correction has moved it."""
    nu, foer = post.sted or UDEN_STED, post.sted_foer or UDEN_STED
    return nu if nu == foer else f"{nu} (før: {foer})"


def _value(slags: str | None, vaerdi: str | None) -> str | None:
    """A cell as Danes write it."""
    if vaerdi is None:
        return None
    if slags in ("dato", "dag"):
        return dansk.day(vaerdi)
    if slags == "ja_nej":
        return {"1": "Ja", "0": "Nej"}.get(vaerdi, vaerdi)
    return vaerdi.replace(".", ",") if slags == "tal" else vaerdi


def _text(rettet: Rettet) -> str:
    """How many of each kind, and what was moved away."""
    antal = rettet.her["hvad"].value_counts()
    dele = [dansk.counted(antal[hvad], *ord_[1:]) for hvad, ord_ in HVAD.items() if hvad in antal]
    i_alt = len(rettet.her)
    tekst = f"{dansk.counted(i_alt, 'rettelse', 'rettelser')}: {dansk.sentence_list(dele)}."
    if i_alt > FLEST_VISTE:
        tekst += f" De første {dansk.number(FLEST_VISTE)} er på listen."
    return " ".join(filter(None, [tekst, _moved_away(rettet)]))


def _moved_away(rettet: Rettet) -> str:
    """The rows that stood in the chosen area until a correction moved them; they count where they stand now."""
    raekker = rettet.forladt.drop_duplicates(["ark", "noegle"])
    if not len(raekker):
        return ""
    navne = [f"{en.noegle} (nu: {en.sted or UDEN_STED})" for en in raekker.head(FLEST_NAEVNTE).itertuples()]
    if len(raekker) > FLEST_NAEVNTE:
        navne.append(f"{dansk.number(len(raekker) - FLEST_NAEVNTE)} mere")
    antal = dansk.counted(len(raekker), "række", "rækker")
    return f"Desuden er {antal} rettet væk herfra: {dansk.sentence_list(navne)}."


def _nothing(rettet: Rettet | None, filters: Filters, data: Snapshot) -> str:
    """Why there is nothing to see."""
    if rettet is None:
        return "Rettelser kendes kun for egne data, hvor hver indlæsning er en version."
    if rettet.fejl:
        return f"Versionerne kan ikke sammenlignes. {rettet.fejl}"
    if rettet.til is None:
        return "Der er ingen egne data i brug, så der er intet at sammenligne."
    if rettet.fra is None:
        return (
            f"De egne data er først indlæst {day_text(filters, data)} eller senere, så der er ingen tidligere version "
            "at sammenligne med. Vælg en senere dag."
        )
    return " ".join(filter(None, [f"Intet er rettet for {place(filters)} siden den dag.", _moved_away(rettet)]))


def _compared(rettet: Rettet | None) -> str:
    if not rettet or not rettet.er_kendt:
        return ""
    if rettet.fra.nr == rettet.til.nr:
        return f"Version {rettet.til.nr} af de egne data var også i brug, da dagen begyndte."
    return f"Version {rettet.til.nr} er sammenlignet med version {rettet.fra.nr}, der var i brug, da dagen begyndte."
