"""The front page: four questions and a few figures for the country, a map, and what is not known."""

from dataclasses import dataclass

import pandas as pd

import queries
from geo import niveauer
from queries import hu_serier
from queries.database import Snapshot
from views.faelles import saetninger
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_values
from views.faelles.kilder import joined, of_area, of_map
from views.faelles.koder import KENDT_OVERALT, default_indicator
from views.faelles.udfald import counted_outcomes
from views.faelles.ventet import expected_doctors
from views.faelles.view import Tal, Ukendt, View
from views.kilder import landstal
from views.noegletal import kort
from views.sprog import dansk
from views.sprog.markdown import Markdown, bold, plain
from views.sprog.ord import DATASAET, KAN_INDLAESES

INTRO = (
    "Hvor er der slået ydernumre op, hvor finder de en læge, hvem bliver uddannet, og hvor gik puljepengene hen? "
    "Hvert tal har en dato og en kilde."
)

INTET_MANGLER = "Registrene er fuldstændige i dette datasæt."
# The first of each that the dataset has a figure for is shown.
NOEGLETAL = (
    ("praktiserende_laeger",),
    ("uden_fast_laege_ansat_laege", "uden_fast_laege_udbud_region"),
    ("laegedaekningstruet",),
)


@dataclass(frozen=True)
class Spoergsmaal:
    """A question of the front page with its answer. `kode` is stable (it may stand in an address); see `questions`."""

    kode: str
    spoergsmaal: str
    svar: str
    tal: Tal
    visning: str
    filters: Filters


def questions(filters: Filters, data: Snapshot) -> tuple[Spoergsmaal, ...]:
    """The front page's four questions about the whole country, in their order; one whose number nobody knows is left
    out, so there may be fewer (on own data even none).

    Each has its answer as one plain sentence with its years, the number with heading, date, sources and the address of
    the page where the same number stands (`tal.link`, from the root of the site), and what to draw of it for `filters`:
    `visning` ("kort", "puljen_kort" or "hu_udsagn" of views/fremvisning/visninger.py). The level is the one on which
    the number is placed: sundhedsråd where the register is complete, else regions. Where no area has a number the view
    is what sources say in words, or says itself that nothing is known.
    """
    land = landstal.whole_country(filters)
    alle = (_offered(land, data), _found(land, data), _training(land, data), _money(land, data))
    return tuple(en for en in alle if en is not None)


def lead(filters: Filters, data: Snapshot) -> Spoergsmaal | None:
    """What stands before the questions where not all tenders are known: where the oldest live, which is known of every
    kommune today. It says a part of the need for doctors, and no more. None where the register of tenders holds all, so
    that the questions speak for themselves."""
    land = landstal.whole_country(filters).on(niveau="kommune", indikator=KENDT_OVERALT)
    if default_indicator(land.datasaet, data) != KENDT_OVERALT:
        return None
    tal, antal = (indicator_values(land.on(indikator=en), data) for en in (KENDT_OVERALT, "indbyggere_80plus"))
    vaekst = indicator_values(land.on(indikator="vaekst_80plus_pct"), data)
    belaeg = of_map(tal, data)
    ventet = f"; til {vaekst.filters.til} ventes {vaekst.value_text(vaekst.i_alt)} flere" if vaekst.i_alt > 0 else ""
    return Spoergsmaal(
        "aeldste",
        "Hvor bor de ældste?",
        f"{dansk.number(antal.i_alt)} er 80 år eller derover ({dansk.day(tal.i_alt_dato)}){ventet}. Alder er en del af "
        "behovet for læger; tallet siger ikke, hvor der mangler en.",
        Tal(
            f"{tal.navn} {dansk.day(tal.i_alt_dato)}",
            tal.value_text(tal.i_alt),
            tal.indikator.enhed,
            f"Kendt for {len(tal.kendte)} af {dansk.quantity(len(tal.omraader), 'kommuner')}.",
            belaeg.opgjort,
            joined([belaeg, of_area(vaekst, niveauer.LAND, data)]).kilder,
            land.link(),
        ),
        "kort",
        land,
    )


def key_numbers(filters: Filters, data: Snapshot) -> tuple[Tal, ...]:
    """Up to seven figures for the whole country, each with its year, date, source and the address of the view where the
    same figure stands; a figure nobody knows is left out."""
    land = landstal.whole_country(filters)
    tal = (landstal.offered(land, data), landstal.training_posts(land, data), landstal.pool(land, data))
    return (*(en for en in tal if en is not None), *more_numbers(filters, data))


def more_numbers(filters: Filters, data: Snapshot) -> tuple[Tal, ...]:
    """Those of them that answer none of the four questions."""
    land = landstal.whole_country(filters)
    tal = [landstal.first_known(land, slugs, data) for slugs in NOEGLETAL]
    return tuple(en for en in (*tal, *expected_doctors(land, data)) if en is not None)


def overview_map(filters: Filters, data: Snapshot) -> View:
    """The kommuner on the list of areas short of doctors: the one public map that is complete on its date."""
    land = landstal.whole_country(filters)
    return kort.map_view(land.on(niveau="kommune", indikator="laegedaekningstruet"), data)


def what_is_not_known(filters: Filters, data: Snapshot) -> tuple[Ukendt, ...]:
    """What each register of the dataset lacks; the 87 of Region Sjælland and the like come first."""
    land = landstal.whole_country(filters)
    kommuner = indicator_values(land.on(niveau="kommune"), data)
    ikke_placeret = kommuner.rester.set_index("omraade_id")["vaerdi"].get("ikke_stedfaestet", 0)
    ud = []
    if ikke_placeret:
        ud.append(
            Ukendt(
                f"{dansk.quantity(ikke_placeret, 'udbudte ydernumre')} uden kendt kommune",
                "De kendes kun for en region, står ikke ved en kommune på kortet, men er med i alle totaler.",
            )
        )
    registre = queries.register_status(filters.datasaet, data)
    tomme = [
        en.navn
        for en in queries.REGISTRE.values()
        if en.indlaesning and en.kan_vaere_komplet and en.kode not in set(registre["register"])
    ]
    if tomme and filters.datasaet == "egne":  # of the others, each register says itself what it lacks
        ud.append(Ukendt(f"Ingen poster: {dansk.sentence_list(tomme)}", f"Datasættet har ingen. {KAN_INDLAESES}"))
    for post in registre.itertuples():
        if not post.komplet:
            aar = "" if pd.isna(post.foerste_aar) else f" ({dansk.period(post.foerste_aar, post.sidste_aar)})"
            ud.append(Ukendt(f"{post.navn}: {dansk.quantity(post.poster, 'poster')}{aar}", post.begrundelse))
    return tuple(ud)


def unknown_view(filters: Filters, data: Snapshot) -> View:
    """The same as a View of words, to be shown on a slide or taken home."""
    mangler = what_is_not_known(filters, data)
    land = landstal.whole_country(filters)
    belaeg = of_map(indicator_values(land, data), data)
    tabel = pd.DataFrame({"Hvad": [en.overskrift for en in mangler], "Hvorfor": [en.tekst for en in mangler]})
    return View(
        id="ved_ikke",
        title="Hvad ved vi ikke?",
        subtitle=f"{niveauer.HELE_LANDET} · {saetninger.dataset(land)}",
        figure=None,
        table=tabel,
        alt="; ".join(en.overskrift for en in mangler) or INTET_MANGLER,
        definition="Det, som datasættets registre ikke rummer, og hvorfor.",
        sources=belaeg.kilder,
        as_of=belaeg.opgjort,
        link=filters.link("overblik"),
        filters=filters,
        coverage=_what_is_whole(filters, data),
        text=Markdown("\n".join(f"- {bold(f'{en.overskrift}.')} {plain(en.tekst)}" for en in mangler) or INTET_MANGLER),
    )


def _what_is_whole(filters: Filters, data: Snapshot) -> str:
    """The registers that hold all there is; "" when none does."""
    registre = queries.register_status(filters.datasaet, data)
    hele = registre.loc[registre["komplet"].astype(bool), "navn"].tolist()
    return f"Registre, der rummer det hele: {dansk.sentence_list(hele)}." if hele else ""


def _level(land: Filters, register: str, data: Snapshot) -> str:
    """The level of a question's map: on incomplete registers most is known by region only."""
    return "sundhedsraad" if queries.is_complete(land.datasaet, register, "sundhedsraad", data=data)[0] else "region"


def _offered(land: Filters, data: Snapshot) -> Spoergsmaal | None:
    tal = landstal.offered(land, data)
    if tal is None:
        return None
    valgt = land.on(indikator="udbudte_ydernumre")
    regioner = indicator_values(valgt, data)
    forbehold = "" if regioner.komplet else f", så vidt {DATASAET[land.datasaet].lower()} fortæller"
    hvor, lod = "", landstal.country_lots(land, data)
    if len(regioner.kendte):
        stoerst = regioner.kendte.loc[regioner.kendte["vaerdi"].idxmax()]
        hvor = f", heraf {dansk.number(stoerst['vaerdi'])} i {stoerst['navn']}{_at_once(stoerst, lod, land.struktur)}"
    aar = landstal.years_of(lod)
    return Spoergsmaal(
        "udbudt",
        "Hvad er slået op?",
        f"{tal.vaerdi} {dansk.unit(tal.vaerdi, 'ydernumre')} er slået op i {aar}{hvor}{forbehold}.",
        tal,
        "kort",
        valgt.on(niveau=_level(land, "udbud", data)),
    )


def _at_once(region: pd.Series, lod: pd.DataFrame, struktur: str) -> str:
    """The one offer that most of a region's are from: " (87 på én gang i 2025)"; "" when none is so large. A region
    that was gathered into it is named."""
    kendte = lod[lod["kendt_niveau"] == "region"]
    inde = [_holds(region["omraade_id"], en, struktur) for en in kendte["kendt_id"]]
    egne = kendte[inde]
    if egne.empty or 2 * egne["antal"].max() <= region["vaerdi"]:
        return ""
    stoerst = egne.loc[egne["antal"].idxmax()]
    hvor = "" if stoerst["region"] == region["navn"] else f" i {stoerst['region']}"
    hvornaar = "" if pd.isna(stoerst["dato"]) else f" i {stoerst['dato'][:4]}"
    return f" ({dansk.number(stoerst['antal'])} på én gang{hvor}{hvornaar})"


def _holds(region: str, kendt: str, struktur: str) -> bool:
    """Does a region of a structure hold the one that something is known for, which may be of the structure before?"""
    fundet = niveauer.level_of(kendt, struktur)
    return fundet is not None and niveauer.containing("region", kendt, "region", fundet[1], struktur) == region


def _found(land: Filters, data: Snapshot) -> Spoergsmaal | None:
    tal = landstal.found_doctor(land, data)
    if tal is None:
        return None
    antal = counted_outcomes(landstal.country_lots(land, data))
    besat, i_alt, uvist = antal["besat"], sum(antal.values()), antal["afventer"]
    komplet = queries.is_complete(land.datasaet, "udbud", land.niveau, data=data)[0]
    hale = f"{dansk.number(uvist)} afventer" if komplet else f"for {dansk.number(uvist)} er udfaldet ikke kendt"
    return Spoergsmaal(
        "fandt",
        "Hvad fandt en læge?",
        f"{dansk.number(besat)} af de {dansk.number(i_alt)} fandt en læge, "
        f"{dansk.number(i_alt - besat - uvist)} gjorde ikke, og {hale}.",
        tal,
        "kort",
        land.on(indikator="ydernumre_besat", niveau=_level(land, "udbud", data)),
    )


def _training(land: Filters, data: Snapshot) -> Spoergsmaal | None:
    tal, post = landstal.training_posts(land, data), landstal.newest_training_year(land, data)
    if tal is None:
        return None
    aar = int(post["aar"])
    valgt = land.on(indikator="hu_ubesat", fra=aar, til=aar, niveau=_level(land, "hu_forloeb", data))
    visning = "kort"
    if indicator_values(valgt, data).kendte.empty:
        # no map without a number: what sources say of areas in words, from that year on, each with its year
        visning, valgt = "hu_udsagn", valgt.on(til=None)
    return Spoergsmaal(
        "uddannelse",
        "Hvor mangler uddannelseslæger?",
        f"{tal.vaerdi} {dansk.unit(tal.vaerdi, 'opslåede HU-forløb')} "
        f"blev ikke besat i {aar}{_where_filled(post, land, data)}.",
        tal,
        visning,
        valgt,
    )


def _where_filled(post: pd.Series, land: Filters, data: Snapshot) -> str:
    """Where the same source says that all were filled, which tells where the vacant ones are not."""
    sagt = hu_serier.hu_stated_rates(land.datasaet, data)
    fyldt = sagt[(sagt["aar"] == post["aar"]) & (sagt["besaettelsesgrad_pct"] == 100)]
    fyldt = fyldt[(fyldt["kendt_niveau"] == "region") & (fyldt["kilde_id"] == post["kilde_id"])]
    return f"; i {dansk.sentence_list(fyldt['navn'].tolist())} blev alle besat" if len(fyldt) else ""


def _money(land: Filters, data: Snapshot) -> Spoergsmaal | None:
    tal, post = landstal.pool(land, data), landstal.newest_pool(land, data)
    if tal is None:
        return None
    andel = post["andel_nord_sjaelland_mindst"]
    ramme = "" if pd.isna(post["ramme_kr"]) else f" på {dansk.quantity(post['ramme_kr'], 'kr.')}"
    hvor = (
        ""
        if pd.isna(andel)
        else f"; over {dansk.number(100 * andel)} pct. gik ifølge kilden til Region Nordjylland og Region Sjælland"
    )
    return Spoergsmaal(
        "penge",
        "Hvor gik pengene hen?",
        f"{tal.vaerdi} {dansk.unit(tal.vaerdi, 'ansøgninger')} fik del i puljen{ramme}{hvor}.",
        tal,
        "puljen_kort",
        land.on(pulje=post["pulje_id"], niveau=_level(land, "pulje", data)),
    )
