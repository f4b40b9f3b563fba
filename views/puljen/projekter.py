"""The projects of a pool one by one: as cards and as a table."""

from dataclasses import dataclass

import pandas as pd

from geo import niveauer
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.puljen.figurer import TEMAER
from views.puljen.pulje import ORDNING, UDEN_BELOEB, Pulje, definition, kroner, pool_view, read_pool
from views.sprog import dansk
from views.sprog.dansk import counted
from views.sprog.markdown import Markdown, bold, link, plain


@dataclass(frozen=True)
class Projektkort:
    """A project as people see it. `beloeb` is a text, also when no source tells the amount; `omraade_ids` are the areas
    of the level that it stands in."""

    projekt_id: str
    titel: str
    ansoeger: str
    sted: str
    beloeb: str
    tema: str
    aar: str
    status: str
    note: str
    kilde: str
    url: str
    omraade_ids: tuple[str, ...]


def project_cards(filters: Filters, data: Snapshot) -> tuple[Projektkort, ...]:
    """Every project of the pool, the largest known amount first; () without pools."""
    pulje = read_pool(filters, data)
    return () if pulje is None else tuple(_card(en) for en in _ordered(pulje).itertuples())


def project_table(filters: Filters, data: Snapshot) -> View | None:
    """The same projects as a table to search, sort and take home; None without pools."""
    pulje = read_pool(filters, data)
    if pulje is None:
        return None
    tabel = _table(pulje)
    return pool_view(
        "puljen_projekter",
        pulje,
        data,
        title=f"Hvem fik hvad? {pulje.shown(len(tabel)) if len(tabel) else ''}".strip(),
        figure=None,
        table=tabel,
        alt=f"Tabel med {counted(len(tabel), 'projekt', 'projekter')}.",
        definition=definition(data),
        decimals={"Beløb, kr.": 2 if (tabel["Beløb, kr."].dropna() % 1).any() else 0},
        link_column="Link",
        missing=UDEN_BELOEB,
        note="Listen har hvert projekt én gang, med alle dets steder."
        if len(tabel)
        else "Ingen kilde beskriver puljens projekter. Filen puljeprojekt.csv fylder listen.",
    )


def matching(kort: tuple[Projektkort, ...], soegning: str, omraade_id: str = "") -> tuple[Projektkort, ...]:
    """The cards that hold every word of a search, in any letter case, and stand in an area when one is named."""
    return tuple(
        en for en in kort if dansk.holds(search_text(en), soegning) and (not omraade_id or omraade_id in en.omraade_ids)
    )


def found(fundne: tuple[Projektkort, ...], alle: tuple[Projektkort, ...]) -> str:
    """How much of the list a search leaves, and what to do when it leaves nothing."""
    if len(fundne) == len(alle):
        return ""
    if not fundne:
        return "Ingen beskrevne projekter passer. Ret søgningen, eller vis hele landets projekter."
    return f"{len(fundne)} af {counted(len(alle), 'projekt', 'projekter')} passer."


def search_text(kort: Projektkort) -> str:
    """All that a search looks through."""
    return " ".join((kort.titel, kort.ansoeger, kort.sted, kort.tema, kort.beloeb, kort.aar, kort.status))


def card_markdown(kort: Projektkort) -> Markdown:
    """A card as Markdown: title, amount, what and when; and smaller: place, applicant, remarks, source."""
    smaat = [
        plain(f"{kort.tema} · {kort.aar}"),
        plain(f"Sted: {kort.sted}"),
        plain(f"Ansøger: {kort.ansoeger}"),
        plain(kort.status),
        plain(kort.note),
        f"Kilde: {link(kort.kilde, kort.url)}",
    ]
    linjer = [bold(kort.titel), plain(kort.beloeb), *(f":small[{en}]" for en in smaat if en)]
    return Markdown("  \n".join(linjer))


def _ordered(pulje: Pulje) -> pd.DataFrame:
    """What counts comes first, then the largest amount."""
    orden = ["medregnes", "beloeb_kr", "titel"]
    return pulje.projekter.sort_values(orden, ascending=[False, False, True], na_position="last")


def _card(post) -> Projektkort:
    return Projektkort(
        projekt_id=post.projekt_id,
        titel=post.titel,
        ansoeger=post.ansoeger if isinstance(post.ansoeger, str) else UDEN_BELOEB,
        sted=_place(post),
        beloeb=_amount(post),
        tema=TEMAER[post.tema],
        aar=dansk.period(post.aar_fra, post.aar_til),
        status=_status(post),
        note=post.note if isinstance(post.note, str) else "",
        kilde=f"{post.udgiver}, {dansk.day(post.dato if isinstance(post.dato, str) else None)}",
        url=post.url if isinstance(post.url, str) else "",
        omraade_ids=post.omraade_ids,
    )


def _place(post) -> str:
    region = post.region if isinstance(post.region, str) else niveauer.HELE_LANDET
    return f"{dansk.sentence_list(list(post.kommuner))}, {region}" if post.kommuner else region


def _amount(post) -> str:
    """In full when it is exact, "ca." when the source rounds it, "højst" when it is a ceiling."""
    if pd.isna(post.beloeb_kr):
        return f"Beløb {UDEN_BELOEB}"
    match post.beloeb_praecision:
        case "afrundet i kilden":
            return f"ca. {dansk.quantity(post.beloeb_kr, 'kr.')}"
        case "loft":
            return f"højst {kroner(post.beloeb_kr)}"
    return kroner(post.beloeb_kr)


def _status(post) -> str:
    """Why a project is in no sum, or that it had to wait; "" for a plain grant."""
    if post.status == ORDNING:
        return "Ordning; tælles ikke med i summen"
    if not post.er_stoettet:
        return f"{dansk.capital(post.status)}; tælles ikke med i summen"
    return dansk.capital(post.status) if post.status != "støttet" else ""


def _table(pulje: Pulje) -> pd.DataFrame:
    poster = _ordered(pulje)
    return pd.DataFrame(
        {
            "Projekt": poster["titel"],
            "Beløb, kr.": poster["beloeb_kr"].astype(float),
            "Beløbet er": poster["beloeb_praecision"],
            "Tæller med": poster["medregnes"].map({True: "ja", False: "nej"}),
            "Sted": [_place(en) for en in poster.itertuples()],
            "Ansøger": [en if isinstance(en, str) else UDEN_BELOEB for en in poster["ansoeger"]],
            "Tema": poster["tema"].map(TEMAER),
            "År": [dansk.period(en.aar_fra, en.aar_til) for en in poster.itertuples()],
            "Status": poster["status"],
            "Bemærkning": [en if isinstance(en, str) else "" for en in poster["note"]],
            "Kilde": [f"{en.kilde_titel}, {_card(en).kilde}" for en in poster.itertuples()],
            "Link": [en if isinstance(en, str) else "" for en in poster["url"]],
        }
    ).reset_index(drop=True)
