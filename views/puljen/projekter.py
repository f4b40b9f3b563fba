"""The projects of a pool one by one: as cards and as a table."""

from dataclasses import dataclass, replace

import pandas as pd

from geo import niveauer
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.sted import about
from views.faelles.view import View
from views.puljen.pulje import ORDNING, UDEN_BELOEB, Pulje, definition, kroner, pool_view, read_pool
from views.puljen.tema import TEMAER
from views.sprog import dansk
from views.sprog.markdown import Markdown, bold, link, plain
from views.sprog.ord import KAN_INDLAESES

# code of `status` -> which projects a number counts whether they have an amount or not, and what the list says of them
UDSNIT = {
    "vist": "{antal} i {sted}, også dem, der deles med andre områder eller mangler beløb",
    "bevilget": "{antal} i hele landet, der fik bevilget støtte og er beskrevet af en kilde",
}


@dataclass(frozen=True)
class Projektkort:
    """A project as people see it. `beloeb` is a text, also when no source tells the amount; `omraade_ids` are the areas
    of the level that it stands in. "" for what all cards of a list would say alike."""

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
    return () if pulje is None else _without_repeats(tuple(_card(en) for en in _ordered(pulje).itertuples()), pulje)


def project_table(filters: Filters, data: Snapshot) -> View | None:
    """The same projects as a table to search, sort and take home; None without pools."""
    pulje = read_pool(filters, data)
    if pulje is None:
        return None
    tabel = _table(pulje)
    view = pool_view(
        "puljen_projekter",
        pulje,
        data,
        title=_title(pulje, len(tabel)),
        figure=None,
        table=tabel,
        alt=f"Tabel med {dansk.counted(len(tabel), 'projekt', 'projekter')}.",
        definition=definition(data),
        decimals={"Beløb, kr.": 2 if (tabel["Beløb, kr."].dropna() % 1).any() else 0},
        link_column="Link",
        missing=UDEN_BELOEB,
        note="Listen har hvert projekt én gang, med alle dets steder."
        if len(tabel)
        else f"Ingen kilde beskriver puljens projekter. {KAN_INDLAESES}",
    )
    return about(view, niveauer.HELE_LANDET)


def _title(pulje: Pulje, antal: int) -> str:
    """How many stand in the list, and how many of them in the chosen area."""
    if not antal:
        return "Hvem fik hvad?"
    navn = pulje.filters.area_name(kort=True)
    egne = len(pulje.projects_in(pulje.filters.omraade))
    ingen = "ingen kendte" if pulje.mangel else "ingen"
    her = f", heraf {dansk.number(egne) if egne else ingen} i {navn}" if navn else ""
    return f"Hvem fik hvad? {dansk.capital(pulje.shown(antal))} i hele landet{her}"


def _without_repeats(kort: tuple[Projektkort, ...], pulje: Pulje) -> tuple[Projektkort, ...]:
    """Cards without what every one of them would say: it stands in the table, and the pool's one source below."""
    felter = ("ansoeger", "note", *(("kilde",) if len(pulje.belaeg.kilder) == 1 else ()))
    ens = {felt: "" for felt in felter if len({getattr(en, felt) for en in kort}) == 1}
    return tuple(replace(en, **ens) for en in kort) if len(kort) > 1 else kort


def counted(filters: Filters, status: str, data: Snapshot) -> tuple[frozenset[str], str]:
    """The projects (projekt_id) that a number of the page counts, by a code of UDSNIT, and a sentence that says so;
    without the code none and ""."""
    pulje = read_pool(filters, data)
    if pulje is None or status not in UDSNIT:
        return frozenset(), ""
    navn = pulje.filters.area_name(kort=True)
    her = pulje.viste if not navn else pulje.viste.loc[[filters.omraade in en for en in pulje.viste["omraade_ids"]]]
    talt = her if status == "vist" else pulje.bevilgede
    saetning = UDSNIT[status].format(antal=pulje.shown(len(talt)), sted=navn or niveauer.LANDET)
    return frozenset(talt["projekt_id"]), f"Viser {saetning}."


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
    return f"Her vises {len(fundne)} af {dansk.counted(len(alle), 'projekt', 'projekter')}."


def search_text(kort: Projektkort) -> str:
    """All that a search looks through."""
    return " ".join((kort.titel, kort.ansoeger, kort.sted, kort.tema, kort.beloeb, kort.aar, kort.status))


def card_markdown(kort: Projektkort) -> Markdown:
    """A card as Markdown: title, amount, what and when; and smaller: place, applicant, remarks, source."""
    smaat = [
        plain(f"{kort.tema} · {kort.aar}"),
        plain(f"Sted: {kort.sted}"),
        plain(f"Ansøger: {kort.ansoeger}" if kort.ansoeger else ""),
        plain(kort.status),
        plain(kort.note),
        f"Kilde: {link(kort.kilde, kort.url)}" if kort.kilde else "",
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
