"""The pool by theme, per inhabitant, and beside the other pools; where the sources speak of pools at all."""

from dataclasses import replace

import pandas as pd

from geo import niveauer
from queries.database import Snapshot
from queries.puljeprojekter import pools_with_projects
from views.faelles.daekning import coverage_matrix
from views.faelles.filtre import Filters
from views.faelles.gruppeview import among_areas
from views.faelles.kilder import Belaeg, joined
from views.faelles.paastand import highest
from views.faelles.registerview import register_view
from views.faelles.sted import about
from views.faelles.view import View
from views.figur import farver
from views.figur.klasser import MILLION
from views.figur.model import (
    FORAN,
    VED_ENDEN,
    Aksefigur,
    Hjaelpelinje,
    Kategorier,
    Ord,
    Soejler,
    Talakse,
)
from views.figur.ramme import list_of_bars
from views.puljen.kort import area_table
from views.puljen.pulje import (
    FAELLES,
    RUNDER_I_RAMME,
    SIDE,
    UDEN_BELOEB,
    Pulje,
    definition,
    kroner,
    pool_view,
    read_pool,
    withheld,
)
from views.puljen.tal import country_per_inhabitant, population_text, uncounted
from views.sprog import dansk
from views.sprog.dansk import counted
from views.sprog.markdown import figure_text

FLEST_SOEJLER = 20
INGEN_BELOEB = "Ingen kilde oplyser et beløb for nogen af puljerne."
NAN = float("nan")


@among_areas()
def per_inhabitant_view(filters: Filters, data: Snapshot) -> View | None:
    """Kroner per inhabitant by area, from high to low; only where all is known. None without pools."""
    pulje = read_pool(filters, data)
    if pulje is None:
        return None
    grund = withheld(pulje, "Kroner pr. indbygger", data) or uncounted(pulje)
    kendte = pulje.omraader[pulje.omraader["kr_pr_indbygger"].notna()]
    ordnet = kendte.sort_values(["kr_pr_indbygger", "navn"], ascending=[False, True])
    vises = not grund and pulje.har_beloeb
    return pool_view(
        "puljen_pr_indbygger",
        pulje,
        data,
        title=_per_inhabitant_title(pulje) if vises else "Kroner pr. indbygger",
        figure=_per_inhabitant_figure(pulje, ordnet) if vises else None,
        table=area_table(pulje) if vises else pd.DataFrame(),
        alt=f"Søjler med kroner pr. indbygger i {dansk.quantity(len(ordnet), 'områder')}, fra højest til lavest.",
        definition=" ".join(filter(None, [definition(data), population_text(pulje)])),
        decimals={"Kr. pr. indbygger": 1},
        withheld=grund,
        note=_per_inhabitant_note(pulje) if vises or grund else "Ingen beløb er oplyst.",
    )


def pools_view(filters: Filters, data: Snapshot) -> View | None:
    """Every pool of the dataset: its frame and what is known of where it went; None without pools."""
    pulje = read_pool(filters, data)
    if pulje is None:
        return None
    puljer = pools_with_projects(filters.datasaet, data)
    rummer = puljer["pulje_id"].isin(RUNDER_I_RAMME).any()
    figur = _pools_figure(puljer, pulje.filters.pulje)
    view = register_view(
        "puljen_alle",
        "pulje",
        SIDE,
        pulje.filters,
        data,
        title=f"{counted(len(puljer), 'pulje', 'puljer')}: hvad der er afsat, og hvad der kan følges til projekter",
        figure=figur,
        table=_pools_table(puljer),
        alt="Søjler for hver pulje med dens ramme og de kendte beløb." if figur else INGEN_BELOEB,
        definition=f"{definition(data)} Rammen er det beløb, der er afsat.",
        belaeg=joined(_whole_pool(en, filters, data) for en in puljer["pulje_id"]),
        note="Rammerne må ikke lægges sammen: de 800 mio. kr. for 2018-2021 rummer runderne fra 2018 og 2019."
        if rummer
        else ""
        if figur
        else INGEN_BELOEB,
    )
    return about(view, niveauer.HELE_LANDET)


def _whole_pool(pulje_id: str, filters: Filters, data: Snapshot) -> Belaeg:
    pulje = read_pool(filters.on(pulje=pulje_id), data)
    return pulje.belaeg if pulje else Belaeg()


def known_by_area_and_year(filters: Filters, data: Snapshot) -> View:
    """Where the sources speak of pool projects at all: the areas and years of every pool of the dataset."""
    view = coverage_matrix("pulje", SIDE, filters.on(fra=None, til=None), data)
    return replace(view, title="Hvor og hvornår fortæller kilderne om projekter?")


def unknown_amounts(pulje: Pulje) -> str:
    """Which areas' figures are too low, because an amount is missing."""
    for_lave = pulje.omraader[(pulje.omraader["uden_beloeb"] > 0)]
    if for_lave.empty:
        return ""
    navne = dansk.sentence_list(for_lave["navn"].tolist())
    return f"Mindst ét beløb er ikke oplyst i {navne}: tallet er for lavt eller mangler."


def _per_inhabitant_title(pulje: Pulje) -> str:
    """Who got most, when all that stands in no one area could not turn it."""
    pr_indbygger = pulje.omraader.set_index("navn")["kr_pr_indbygger"]
    uden_for = pulje.rester["beloeb_kr"].sum() / pulje.omraader["indbyggere"].min()
    flest = highest(pr_indbygger, NAN if len(pulje.uden_beloeb) else uden_for, not pulje.mangel, 1)
    if flest is None:
        return f"Kroner pr. indbygger: {dansk.number(country_per_inhabitant(pulje), 1)} i hele landet"
    return f"Flest kroner pr. indbygger: {flest} ({dansk.number(pr_indbygger[flest], 1)} kr.)"


def _per_inhabitant_note(pulje: Pulje) -> str:
    faelles = "+ fælles: området er også med i projekter på tværs, hvis penge ikke er fordelt."
    return " ".join(filter(None, [unknown_amounts(pulje), faelles if pulje.omraader["delte"].any() else ""]))


def _per_inhabitant_figure(pulje: Pulje, ordnet: pd.DataFrame) -> Aksefigur:
    """Horizontal bars, the highest at the top; a long list is cut, but the chosen areas always stand in it."""
    filters = pulje.filters
    valgte = {filters.omraade: farver.MARKERET, filters.sammenlign: farver.SAMMENLIGN}
    vist = ordnet.head(FLEST_SOEJLER)
    uden_for = ordnet["omraade_id"].isin(valgte) & ~ordnet["omraade_id"].isin(vist["omraade_id"])
    vist = pd.concat([vist, ordnet[uden_for]])
    navne = niveauer.areas(filters.niveau, filters.struktur)
    reference = country_per_inhabitant(pulje)
    soejler = Soejler(
        "",
        tuple(navne[en].kort_navn for en in vist["omraade_id"]),
        tuple(round(float(en), 2) for en in vist["kr_pr_indbygger"]),
        tuple(valgte.get(en, farver.LINJE) for en in vist["omraade_id"]),
        tuple(_per_inhabitant_hover(post) for post in vist.itertuples()),
        Ord(
            tuple(
                dansk.number(post.kr_pr_indbygger, 1 if post.kr_pr_indbygger else 0)
                + (" + fælles" if post.delte else "")
                for post in vist.itertuples()
            ),
            VED_ENDEN,
        ),
        liggende=True,
    )
    ord_ = f"{niveauer.HELE_LANDET}: {dansk.number(reference, 1)} kr."
    return list_of_bars(
        (soejler,),
        Talakse("Kr. pr. indbygger"),
        90 + 24 * len(vist),
        70,
        linjer=(Hjaelpelinje("x", reference, ord_, ved_enden=False),),
    )


def _per_inhabitant_hover(post) -> str:
    return (
        f"<b>{post.navn}</b><br>{dansk.number(post.kr_pr_indbygger, 1)} kr. pr. indbygger<br>"
        f"{kroner(post.beloeb_kr)} til {counted(post.projekter, 'projekt', 'projekter')} i området alene"
        + (f"<br>og del i {counted(post.delte, *FAELLES)}" if post.delte else "")
    )


def _pools_table(puljer: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Pulje": puljer["navn"],
            "Periode": puljer["periode"],
            "Ramme, kr.": puljer["ramme_kr"],
            "Ansøgninger": puljer["ansoegninger"],
            "Støttede": puljer["stoettede_projekter"],
            "Beskrevne": puljer["beskrevne"],
            "I summen": puljer["medregnede"],
            "Uden oplyst beløb": puljer["uden_beloeb"],
            "Kendte beløb, kr.": puljer["beloeb_kr"],
        }
    )


def _pools_figure(puljer: pd.DataFrame, valgt: str) -> Aksefigur | None:
    """The frame as a pale bar, the known amounts in front of it, the chosen pool's name bold; None without amounts."""
    ordnet = puljer[puljer["ramme_kr"].notna() | puljer["beloeb_kr"].notna()]
    if ordnet.empty:
        return None
    navne = [figure_text(_with_period(en.navn, en.periode)) for en in ordnet.itertuples()]
    steder = tuple("<br>".join(_wrapped(navn)) for navn in navne)
    rammer = ["" if en != en else dansk.quantity(en, "kr.") for en in ordnet["ramme_kr"]]
    uden = ["ramme ikke oplyst" if en != en else "" for en in ordnet["ramme_kr"]]
    serier = (
        _pool_bars("Ramme", navne, steder, ordnet["ramme_kr"], farver.INGEN_DATA, rammer),
        _pool_bars("Kendte beløb", navne, steder, ordnet["beloeb_kr"], farver.LINJE, uden),
    )
    valgte = tuple(sted for sted, en in zip(steder, ordnet["pulje_id"], strict=True) if en == valgt)
    return list_of_bars(
        serier,
        Talakse("Mio. kr."),
        90 + 50 * len(ordnet),
        70,
        Kategorier(valgte=valgte, fra_oven=True),
        maade=FORAN,
        forklaring=True,
    )


def _with_period(navn: str, periode: str | None) -> str:
    return navn if pd.isna(periode) or periode in navn else f"{navn} ({periode})"


def _pool_bars(
    maal: str, navne: list[str], steder: tuple[str, ...], beloeb: pd.Series, farve: str, tekster: list[str]
) -> Soejler:
    return Soejler(
        maal,
        steder,
        tuple(None if en != en else en / MILLION for en in beloeb),
        farve,
        tuple(f"{navn}<br>{maal}: {_amount(en)}" for navn, en in zip(navne, beloeb, strict=True)),
        Ord(tuple(tekster), VED_ENDEN),
        liggende=True,
    )


def _amount(beloeb: float) -> str:
    return kroner(beloeb) if beloeb == beloeb else UDEN_BELOEB


def _wrapped(navn: str, bredde: int = 34) -> list[str]:
    """A long name on two lines or more."""
    linjer = [""]
    for ordet in navn.split(" "):
        if linjer[-1] and len(linjer[-1]) + len(ordet) >= bredde:
            linjer.append("")
        linjer[-1] = f"{linjer[-1]} {ordet}".strip()
    return linjer
