"""The pool in a few numbers, the chosen area's numbers, and what is not known."""

import pandas as pd

import queries
from geo import niveauer
from queries.database import Snapshot
from queries.puljeprojekter import pools_with_projects
from views.faelles.bag_tallet import list_link
from views.faelles.filtre import Filters
from views.faelles.indikatortal import RESTER
from views.faelles.kilder import Belaeg, joined
from views.faelles.poster import of_projects
from views.faelles.view import Tal, Ukendt
from views.puljen.pulje import (
    RUNDER_I_RAMME,
    SIDE,
    UDEN_BELOEB,
    Pulje,
    described,
    kroner,
    not_counted,
    read_pool,
)
from views.sprog import dansk
from views.sprog.dansk import counted
from views.sprog.ord import KAN_INDLAESES

# The agreement names these two; both are regions of the structure that ends with 2026.
LOEFTETS_REGIONER = ("Region Nordjylland", "Region Sjælland")
LOEFTETS_STRUKTUR = "2007"
INTET_BESKREVET = "Ingen kilde beskriver et projekt i området. Det betyder ikke, at det intet fik."


def introduction(filters: Filters, data: Snapshot) -> tuple[str, str]:
    """The name of the pool and what there is to know of it in a few sentences; ("", "") without pools."""
    pulje = read_pool(filters, data)
    if pulje is None:
        return "", ""
    runder = _rounds(pulje, data)
    note = "" if pulje.filters.pulje in RUNDER_I_RAMME else pulje.note
    return pulje.navn, " ".join(en for en in (runder, note) if en)


def headline_numbers(filters: Filters, data: Snapshot) -> tuple[Tal, ...]:
    """Three numbers: the frame, applications against grants, and the sum of the known amounts; with a chosen area its
    own first, and then what is the country's, which says so. () without pools."""
    pulje = read_pool(filters, data)
    if pulje is None:
        return ()
    egne = area_numbers(filters, data)
    return (
        (*egne, _applications(pulje), _sum(pulje, data))
        if egne
        else (_frame(pulje, data), _applications(pulje), _sum(pulje, data))
    )


def more_numbers(filters: Filters, data: Snapshot) -> tuple[Tal, ...]:
    """How much is described, and the share to Nordjylland and Sjælland where one is known. () without pools."""
    pulje = read_pool(filters, data)
    if pulje is None:
        return ()
    return tuple(en for en in (_described(pulje), _share(pulje, data)) if en)


def area_numbers(filters: Filters, data: Snapshot) -> tuple[Tal, ...]:
    """The chosen area's projects and money beside the country or the area to compare with; () without an area."""
    pulje = read_pool(filters, data)
    navne = niveauer.areas(filters.niveau, filters.struktur)
    if pulje is None or filters.omraade not in navne:
        return ()
    poster = pulje.omraader.set_index("omraade_id")
    post, navn = poster.loc[filters.omraade], navne[filters.omraade].kort_navn
    delt = f"{post['delte']} er fælles med andre {pulje.niveau} og er ikke med i beløbet." if post["delte"] else ""
    # where not all is described, none described is not none
    kendt = post["beroerte"] or not pulje.mangel
    belaeg = _told_of(pulje, filters.omraade, data)
    tal = [
        Tal(
            f"{dansk.capital(pulje.art[1])} i {navn}",
            dansk.number(post["beroerte"]) if kendt else dansk.INGEN_DATA,
            "",
            " ".join(filter(None, [_known_amount(pulje, post) if kendt else INTET_BESKREVET, delt])),
            belaeg.opgjort,
            belaeg.kilder,
            pulje.filters.link(SIDE),
            projects_link(pulje, "vist") if post["beroerte"] else "",
        )
    ]
    if not pulje.mangel:
        tal.append(_per_inhabitant(pulje, post, navn, belaeg, data))
    return tuple(tal)


def _told_of(pulje: Pulje, omraade_id: str, data: Snapshot) -> Belaeg:
    """What an area's own projects rest on; that it has none, the sources of the whole pool say."""
    projekter = pulje.projects_in(omraade_id)
    return of_projects(projekter, data) if len(projekter) else pulje.belaeg


def what_is_not_known(filters: Filters, data: Snapshot) -> tuple[Ukendt, ...]:
    """What the pools of the dataset lack: undescribed projects and missing amounts. The chosen pool comes first."""
    valgt = read_pool(filters, data)
    puljer = pools_with_projects(filters.datasaet, data)
    if valgt is None:
        return ()
    puljer = puljer.assign(foerst=puljer["pulje_id"] == valgt.filters.pulje)
    ud = []
    for post in puljer.sort_values("foerst", ascending=False, kind="stable").itertuples():
        mangler = [*_undescribed(post)]
        if post.uden_beloeb and post.foerst:
            titler = dansk.sentence_list([f"»{titel}«" for titel in valgt.uden_beloeb["titel"]])
            mangler.append(f"Beløb mangler for {titler}.")
        elif post.uden_beloeb:
            mangler.append(f"Beløb mangler for {counted(post.uden_beloeb, 'projekt', 'projekter')}.")
        if mangler:
            ud.append(Ukendt(post.navn, " ".join(mangler)))
    uden_projekter = puljer.loc[puljer["beskrevne"] == 0, "navn"].tolist()
    if uden_projekter:
        ud.append(
            Ukendt(
                f"{counted(len(uden_projekter), 'pulje', 'puljer')}, hvor kun rammen er kendt",
                f"{dansk.sentence_list(uden_projekter)}. {KAN_INDLAESES}",
            )
        )
    return tuple(ud)


def share_of_promise(pulje: Pulje, data: Snapshot) -> tuple[float, float]:
    """Per cent of the known money that went to the two regions of the promise, and the kroner that no region of that
    structure can be given; the share is NaN when no amount is known."""
    regioner = queries.pulje_pr_omraade(
        "region", LOEFTETS_STRUKTUR, pulje.filters.datasaet, pulje.filters.pulje, data=data
    )
    til_de_to = regioner.loc[regioner["navn"].isin(LOEFTETS_REGIONER), "beloeb_kr"].sum()
    uplaceret = regioner.loc[regioner["omraade_id"].isin(RESTER), "beloeb_kr"].sum()
    return 100 * float(til_de_to) / pulje.i_alt, float(uplaceret)


def _undescribed(post) -> list[str]:
    if pd.isna(post.stoettede_projekter):
        return ["Hvor mange projekter der fik støtte, er ikke oplyst."] if post.bevilgede else []
    mangler = post.stoettede_projekter - post.bevilgede
    return (
        [f"{mangler} af {dansk.quantity(post.stoettede_projekter, 'støttede projekter')} er ikke beskrevet."]
        if mangler > 0
        else []
    )


def _card(overskrift: str, vaerdi: str, forklaring: str, belaeg: Belaeg, pulje: Pulje, liste: str = "") -> Tal:
    side = pulje.filters.link(SIDE)
    return Tal(_heading(pulje, overskrift), vaerdi, "", forklaring, belaeg.opgjort, belaeg.kilder, side, liste)


def projects_link(pulje: Pulje, status: str) -> str:
    """The address, from the root of the site, of the list of some of the projects (`projekter.UDSNIT`)."""
    return f"{pulje.filters.link(SIDE)}&fane=projekter&status={status}"


def _stated(pulje: Pulje, vaerdi: str) -> str:
    """The address of what is published of every pool, where a figure of the pool's own stands with its source."""
    return "" if vaerdi == UDEN_BELOEB else f"{pulje.filters.link(SIDE)}&fane=puljer"


def _heading(pulje: Pulje, navn: str) -> str:
    """The heading of a number about the whole pool; beside those of a chosen area it says so."""
    return f"{navn}, hele landet" if pulje.filters.area_name(kort=True) else navn


def _frame(pulje: Pulje, data: Snapshot) -> Tal:
    if pulje.ramme_kr is None:
        vaerdi, forklaring = UDEN_BELOEB, "Ingen kilde giver en samlet ramme."
    else:
        vaerdi, forklaring = dansk.quantity(pulje.ramme_kr, "kr."), "Det beløb, der er afsat i alt."
    return _card("Ramme", vaerdi, forklaring, pulje.eget, pulje, _stated(pulje, vaerdi))


def _rounds(pulje: Pulje, data: Snapshot) -> str:
    """That a frame holds rounds, or is held by one."""
    navne = queries.pools(pulje.filters.datasaet, data).set_index("pulje_id")["navn"]
    for ramme, runder in RUNDER_I_RAMME.items():
        if pulje.filters.pulje == ramme:
            tekst = dansk.sentence_list([f"»{navne[en]}«" for en in runder if en in navne])
            return f"Rammen rummer {tekst} og må ikke lægges sammen med dem; projekterne står under runderne."
        if pulje.filters.pulje in runder and ramme in navne:
            return f"Runden er en del af »{navne[ramme]}« og må ikke lægges oven i den."
    return ""


def _applications(pulje: Pulje) -> Tal:
    match pulje.ansoegninger, pulje.stoettede:
        case None, None:
            vaerdi, forklaring = UDEN_BELOEB, "Antallet af ansøgninger er ikke oplyst."
        case None, stoettede:
            vaerdi, forklaring = dansk.number(stoettede), "Støttede; antallet af ansøgninger er ikke oplyst."
        case ansoegninger, None:
            vaerdi, forklaring = dansk.number(ansoegninger), "Ansøgninger; antallet af støttede er ikke oplyst."
        case ansoegninger, stoettede:
            vaerdi = f"{dansk.number(stoettede)} af {dansk.number(ansoegninger)}"
            forklaring = "Støttede projekter af alle ansøgninger."
    return _card("Ansøgninger, der fik støtte", vaerdi, forklaring, pulje.eget, pulje, _stated(pulje, vaerdi))


def _sum(pulje: Pulje, data: Snapshot) -> Tal:
    antal = len(pulje.medregnede)
    belaeg = of_projects(pulje.medregnede, data) if antal else pulje.belaeg
    if antal:
        vaerdi = dansk.quantity(pulje.i_alt, "kr.")
        forklaring = f"{kroner(pulje.i_alt)} til {counted(antal, 'projekt', 'projekter')}."
    else:
        vaerdi, forklaring = UDEN_BELOEB, "Ingen kilde giver et beløb, der kan lægges sammen."
    return Tal(
        _heading(pulje, "Kendte beløb"),
        vaerdi,
        "",
        " ".join(filter(None, [forklaring, not_counted(pulje)])),
        belaeg.opgjort,
        belaeg.kilder,
        pulje.filters.link(SIDE),
        list_link(pulje.filters.on(indikator="pulje_beloeb", omraade=""), data),
    )


def _described(pulje: Pulje) -> Tal:
    antal = len(pulje.bevilgede)
    vaerdi, forklaring = dansk.number(antal), described(pulje)
    if pulje.stoettede is not None:
        vaerdi = f"{vaerdi} af {dansk.number(pulje.stoettede)}"
        if antal < pulje.stoettede:
            forklaring = f"Støttede projekter, som en kilde beskriver; {pulje.stoettede - antal} kendes ikke."
    liste = projects_link(pulje, "bevilget") if antal else ""
    return _card("Beskrevne projekter", vaerdi, forklaring, pulje.belaeg, pulje, liste)


def _share(pulje: Pulje, data: Snapshot) -> Tal | None:
    """The share as published, and where all is known also as it works out. None where neither is to be had."""
    udmeldt = None if pulje.andel_mindst is None else f"over {dansk.number(100 * pulje.andel_mindst)} pct."
    if pulje.mangel or not pulje.har_beloeb:
        if udmeldt is None:
            return None
        vaerdi, forklaring = udmeldt, "Som det er offentliggjort. Uden alle beløb kan andelen ikke regnes efter."
        belaeg = pulje.eget
    else:
        andel, uplaceret = share_of_promise(pulje, data)
        vaerdi = f"{dansk.number(andel)} pct."
        kendte = "de kendte " if len(pulje.uden_beloeb) else ""
        forklaring = f"Regnet på {kendte}{kroner(pulje.i_alt)}"
        forklaring += f" Heraf kan {kroner(uplaceret)} ikke placeres i én region." if uplaceret else ""
        forklaring += f" Offentliggjort for lægedækningspuljen: {udmeldt}" if udmeldt else ""
        belaeg = joined([pulje.eget, of_projects(pulje.medregnede, data)])
    if pulje.filters.struktur != LOEFTETS_STRUKTUR:
        forklaring += (
            " Region Sjælland er fra 2027 en del af Region Østdanmark; andelen gælder altid de fem regioner til 2026."
        )
    return _card("Til Nordjylland og Sjælland", vaerdi, forklaring, belaeg, pulje)


def _known_amount(pulje: Pulje, post) -> str:
    if post["uden_beloeb"] and not post["projekter"]:
        return "Beløbet er ikke oplyst."
    if not post["projekter"]:
        return "Intet beløb til området alene kendes." if pulje.mangel else "Ingen penge til området alene."
    mangler = f", og {counted(post['uden_beloeb'], 'beløb', 'beløb')} er ikke oplyst" if post["uden_beloeb"] else ""
    return f"{kroner(post['beloeb_kr'])} til området alene{mangler}."


def _per_inhabitant(pulje: Pulje, post, navn: str, belaeg: Belaeg, data: Snapshot) -> Tal:
    poster = pulje.omraader.set_index("omraade_id")
    andet = pulje.filters.sammenlign
    dele = []
    if andet in poster.index and andet != pulje.filters.omraade:
        dele.append(f"{pulje.filters.area_name(andet, kort=True)}: {_per_head(poster.loc[andet, 'kr_pr_indbygger'])}")
    dele.append(f"hele landet: {_per_head(country_per_inhabitant(pulje))}")
    if post["delte"]:
        dele.append("penge i fælles projekter er ikke fordelt")
    return Tal(
        f"Kr. pr. indbygger i {navn}",
        _per_head(post["kr_pr_indbygger"]),
        "",
        dansk.capital(" · ".join(dele)),
        belaeg.opgjort,
        belaeg.kilder,
        pulje.filters.link(SIDE),
        list_link(pulje.filters.on(indikator="pulje_kr_pr_indbygger"), data),
    )


def _per_head(vaerdi: float) -> str:
    return f"{dansk.number(vaerdi, 1)} kr." if vaerdi == vaerdi else UDEN_BELOEB


def population_text(pulje: Pulje) -> str:
    """Which count of inhabitants kroner are divided by; "" when there is none."""
    dage = pulje.omraader["folketal_dato"].dropna()
    return f"Delt med folketallet {dansk.day(dage.max().strftime('%Y-%m-%d'))}." if len(dage) else ""


def uncounted(pulje: Pulje) -> str:
    """Why nothing can be told per inhabitant though the money is known; "" where the inhabitants are too."""
    return (
        "" if population_text(pulje) else "Folketallet kendes ikke for puljens år, så pengene kan ikke deles med det."
    )


def country_per_inhabitant(pulje: Pulje) -> float:
    """Kroner per inhabitant of the whole country, NaN when no amount or no inhabitants are known: all the known money,
    also what stands in no one area, so that it is the same at every level."""
    return pulje.i_alt / pulje.omraader["indbyggere"].astype("Float64").astype(float).sum(min_count=1)
