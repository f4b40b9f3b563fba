"""The map of a pool: the money where it is known, else the projects."""

from dataclasses import replace

import pandas as pd

from geo import niveauer
from geo.kortlag import close_up, layer
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.kortklasser import FAA_OMRAADER, on_the_ramp, without_colour
from views.faelles.paastand import highest
from views.faelles.view import View
from views.figur import farver
from views.figur.klasser import MILLION, Klasser, classify
from views.figur.model import Klasse, Kort
from views.puljen.pulje import SIDE, UDEN_BELOEB, Pulje, definition, kroner, pool_view, read_pool
from views.puljen.tal import country_per_inhabitant, population_text
from views.sprog import dansk
from views.sprog.dansk import counted
from views.sprog.markdown import figure_text
from views.sprog.ord import KAN_INDLAESES

FLEST_I_BOKSEN = 5
FLEST_I_ALT = 20
UDEN_EGET_BELOEB = "Projekt uden eget beløb"


def map_view(filters: Filters, data: Snapshot) -> View | None:
    """The choropleth of a pool; None when the dataset has no pools."""
    pulje = read_pool(filters.on(niveau=niveauer.map_level(filters.niveau)), data)
    if pulje is None:
        return None
    vaerdier = _values(pulje)
    tegnes = bool(vaerdier.notna().any() or pulje.omraader["beroerte"].any())
    lag = layer(pulje.filters.niveau, pulje.filters.struktur)
    view = pool_view(
        "puljen_kort",
        pulje,
        data,
        title=_title(pulje),
        figure=_figure(pulje, vaerdier, lag, niveauer.members(filters.niveau, filters.omraade)) if tegnes else None,
        table=area_table(pulje),
        alt=_alt(pulje, vaerdier),
        definition=_definition(pulje, data),
        geography=lag.grundlag.navn,
        decimals={"Kr. pr. indbygger": 1},
        note=_note(pulje) if tegnes else _empty(pulje),
    )
    valg = pulje.filters.on(niveau=filters.niveau)
    return replace(view, filters=valg, link=valg.link(SIDE))


def area_table(pulje: Pulje) -> pd.DataFrame:
    """The areas with projects, money and, where all is known, kroner per inhabitant; what is in no one area and the
    whole pool stand last. The projects an area has a part in are no parts of a sum."""
    alle = pd.concat([pulje.omraader, pulje.rester])
    omfatter = alle["beroerte"].where(~alle["omraade_id"].isin(pulje.rester["omraade_id"]))
    omfatter[alle["omraade_id"] == "flere_omraader"] = len(pulje.paa_tvaers)
    omfatter[alle["omraade_id"] == "ikke_stedfaestet"] = len(pulje.ikke_stedfaestet)
    tabel = pd.DataFrame(
        {
            "Område": [*alle["navn"], "Hele puljen"],
            "Projekter, området er med i": pd.array([*omfatter.astype(int), len(pulje.viste)], dtype="Int64"),
            "Projekter i summen": pd.array([*alle["projekter"], len(pulje.medregnede)], dtype="Int64"),
            "Kr.": [*alle["beloeb_kr"], pulje.i_alt],
        }
    )
    if not pulje.mangel:
        tabel["Kr. pr. indbygger"] = [*alle["kr_pr_indbygger"], country_per_inhabitant(pulje)]
    return tabel


def _values(pulje: Pulje) -> pd.Series:
    """What the colour shows, by omraade_id: kroner of the area alone, or projects when no amount is known.

    Missing where there is nothing to show, and where an area has a part in projects but no money of its own.
    """
    omraader = pulje.omraader.set_index("omraade_id")
    beroerte = omraader["beroerte"].astype(float)
    if not pulje.har_beloeb:
        return beroerte.where(beroerte > 0)
    kr = omraader["beloeb_kr"]
    return kr.mask((kr == 0) & (beroerte > 0))


def _title(pulje: Pulje) -> str:
    steder = int((pulje.omraader["beroerte"] > 0).sum())
    if pulje.viste.empty:
        return "Ingen projekter er beskrevet"
    if navn := pulje.filters.area_name(kort=True):
        return f"{navn}: {_in_area(pulje)}"
    if not pulje.har_beloeb:
        kendt = len(pulje.viste) - len(pulje.ikke_stedfaestet)
        return f"{pulje.shown(len(pulje.viste))} er beskrevet; {kendt} kan stedfæstes"
    kendt = " kendt" if pulje.mangel or len(pulje.uden_beloeb) else ""
    i_alt = f"{dansk.quantity(pulje.i_alt, 'kr.')}{kendt} til {pulje.shown(len(pulje.medregnede))}"
    kr = pulje.omraader.set_index("navn")["beloeb_kr"]
    uden_for = float("nan") if len(pulje.uden_beloeb) else pulje.rester["beloeb_kr"].sum()
    flest = highest(kr, uden_for, not pulje.mangel)
    if flest is None:
        return f"{i_alt} i {steder} af {dansk.quantity(len(pulje.omraader), pulje.niveau)}"
    alene = " alene" if pulje.paa_tvaers["medregnes"].any() else ""
    return f"{i_alt}, flest til {flest} ({dansk.quantity(kr[flest], 'kr.')}{alene})"


def _in_area(pulje: Pulje) -> str:
    """What the chosen area got, beside what the country did."""
    post = pulje.omraader.set_index("omraade_id").loc[pulje.filters.omraade]
    if post["beroerte"]:
        eget = pulje.shown(post["beroerte"])
    else:
        eget = f"ingen {pulje.art[1]} er beskrevet" if pulje.mangel else f"ingen {pulje.art[1]}"
    if post["projekter"]:
        eget += f", {dansk.quantity(post['beloeb_kr'], 'kr.')} til området alene"
    hele = f"{dansk.quantity(pulje.i_alt, 'kr.')} til " if pulje.har_beloeb else ""
    i_alt = pulje.shown(len(pulje.medregnede if pulje.har_beloeb else pulje.viste))
    return f"{eget}. {niveauer.HELE_LANDET}: {hele}{i_alt}"


def _definition(pulje: Pulje, data: Snapshot) -> str:
    if pulje.har_beloeb:
        return f"{definition(data)} {population_text(pulje)}".strip()
    return "Antal beskrevne projekter, som området er med i. Et projekt i flere områder vises ved hvert af dem."


def _note(pulje: Pulje) -> str:
    """What the money of several areas has to do with the map."""
    if not pulje.har_beloeb or pulje.rester["beloeb_kr"].sum() == 0:
        return ""
    return (
        f"Farven viser penge til området alene. {dansk.quantity(pulje.rester['beloeb_kr'].sum(), 'kr.')} ligger i "
        "projekter på tværs eller uden kendt sted: de er med i totalen, men ikke i farven."
    )


def _empty(pulje: Pulje) -> str:
    if pulje.viste.empty:
        return f"Ingen kilde beskriver, hvem der fik pengene. {KAN_INDLAESES}"
    return "Projekterne kendes kun for et større område. Vælg niveauet Region, eller se listen nedenfor."


def _alt(pulje: Pulje, vaerdier: pd.Series) -> str:
    if vaerdier.isna().all():
        return f"Intet kort: {_empty(pulje)}"
    maal = "penge til området alene" if pulje.har_beloeb else f"antal {pulje.art[1]}"
    navne = pulje.omraader.set_index("omraade_id")["navn"]
    linjer = [f"{navne[en]} {_value_text(pulje, v)}" for en, v in vaerdier.items() if v > 0]
    return f"Danmarkskort med {maal}: {'; '.join(linjer[:FLEST_I_ALT])}"


def _value_text(pulje: Pulje, vaerdi: float) -> str:
    return kroner(vaerdi) if pulje.har_beloeb else pulje.shown(int(vaerdi))


def _figure(pulje: Pulje, vaerdier: pd.Series, lag, valgte: tuple[str, ...]) -> Kort:
    enhed = "kr." if pulje.har_beloeb else pulje.art[1]
    klasser = classify(vaerdier.dropna().tolist(), enhed, 0, len(vaerdier) <= FAA_OMRAADER)
    i_farver = not pulje.mangel and pulje.har_beloeb
    farvet = _coloured(pulje, klasser, vaerdier, i_farver)
    skala = MILLION if klasser.enhed == "mio. kr." else 1
    hover = {post.omraade_id: _hover(pulje, post) for post in pulje.omraader.itertuples()}
    return Kort(
        lag,
        tuple(farvet),
        hover,
        dansk.capital(klasser.enhed),
        vaerdier={
            en: dansk.number(vaerdi / skala, 1 if skala > 1 and vaerdi else 0)
            for en, vaerdi in vaerdier.dropna().items()
        },
        symboler=not i_farver,
        **close_up(lag, valgte),
    )


def _coloured(pulje: Pulje, klasser: Klasser, vaerdier: pd.Series, i_farver: bool) -> list[Klasse]:
    """The areas by class; an area with a part in projects but no money of its own is neither little nor unknown. What
    sources happen to tell is no ranking, and has no ramp."""
    med_del = pulje.omraader.set_index("omraade_id")["beroerte"]
    uden_eget = [en for en in vaerdier.index if vaerdier[en] != vaerdier[en] and med_del[en]]
    andre = vaerdier.drop(uden_eget)
    navne = {graense: "0" for graense in klasser.graenser if graense == 0}
    farvet = on_the_ramp(klasser, andre.to_dict(), navne) if i_farver else [without_colour(andre.index)]
    if uden_eget:
        nr = next((nr for nr, en in enumerate(farvet) if en.skraveret), len(farvet))
        farvet.insert(nr, Klasse(farver.REFERENCE, UDEN_EGET_BELOEB, farver.REGIONSORD, tuple(uden_eget)))
    return farvet


def _hover(pulje: Pulje, post) -> str:
    """Name, money of its own, and every project that the area has a part in."""
    linjer = [f"<b>{post.navn}</b>"]
    if post.projekter:
        mangler = f", {counted(post.uden_beloeb, 'beløb', 'beløb')} {UDEN_BELOEB}" if post.uden_beloeb else ""
        linjer.append(f"{kroner(post.beloeb_kr)} til området alene{mangler}")
    elif post.beloeb_kr == 0 and not post.beroerte:
        linjer.append("0 kr.")
    projekter = pulje.projects_in(post.omraade_id)
    linjer += [f"· {_project_line(en)}" for en in projekter.head(FLEST_I_BOKSEN).itertuples()]
    if len(projekter) > FLEST_I_BOKSEN:
        linjer.append(f"... og {len(projekter) - FLEST_I_BOKSEN} til")
    return "<br>".join(linjer if len(linjer) > 1 else [*linjer, dansk.INGEN_DATA])


def _project_line(projekt) -> str:
    titel = figure_text(projekt.titel)
    if projekt.status == "takkede nej":
        return f"{titel} (takkede nej)"
    andre = len(projekt.omraade_ids) - 1
    if andre:
        return f"{titel} (sammen med {counted(andre, 'andet område', 'andre områder')})"
    if pd.isna(projekt.beloeb_kr):
        return f"{titel} (beløb {UDEN_BELOEB})"
    return titel
