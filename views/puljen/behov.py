"""Does the money go where doctors are missing? The pool per inhabitant against a need of the user's choice."""

from dataclasses import dataclass, replace

import pandas as pd

import queries
from geo import niveauer
from geo.niveauer import LAND
from queries import Indikator
from queries.database import Snapshot
from queries.periode import span
from views.faelles.filtre import Filters
from views.faelles.gruppeview import among_areas
from views.faelles.indikatortal import Indikatortal, indicator_values
from views.faelles.kilder import beside_country, joined, of_area, of_areas
from views.faelles.view import View
from views.figur import farver
from views.figur.model import Aksefigur, Hjaelpelinje, Punkter, Rude, Talakse
from views.puljen.figurer import unknown_amounts
from views.puljen.navne import Punkt, axis_ranges, place_names
from views.puljen.pulje import FAELLES, Pulje, definition, pool_view, read_pool, withheld
from views.puljen.tal import country_per_inhabitant, population_text, uncounted
from views.sprog import dansk
from views.sprog.dansk import counted

SPOERGSMAAL = "Går pengene derhen, hvor lægerne mangler?"


@dataclass(frozen=True, eq=False)
class Holdtop:
    """Areas of known need and known money: omraade_id, navn, `behov` (the need's unit), `kr` (the unit of `maal`).

    behov_land and kr_land are what an area is held against; behov_land is NaN for a count, which has no such figure.
    """

    pulje: Pulje
    behov: Indikatortal
    maal: Indikator
    omraader: pd.DataFrame
    behov_land: float
    kr_land: float

    def has_more_need(self) -> pd.Series:
        """Is the need above the country's? Compared as shown; False for all when the catalogue takes no side."""
        indikator = self.behov.indikator
        if indikator.lav_er_godt is None or self.behov_land != self.behov_land:
            return pd.Series(False, index=self.omraader.index)
        eget, landet = self.omraader["behov"].round(indikator.decimaler), round(self.behov_land, indikator.decimaler)
        return eget > landet if indikator.lav_er_godt else eget < landet

    def got_more(self) -> pd.Series:
        """More kroner per inhabitant than the country?"""
        return self.omraader["kr"].round(1) > round(self.kr_land, 1)


@among_areas()
def need_view(filters: Filters, data: Snapshot) -> View | None:
    """Each area as a point: how large the need, how many kroner per inhabitant. Only where all is known."""
    pulje = read_pool(filters, data)
    if pulje is None:
        return None
    op = _hold_up(pulje, data)
    indikator = op.behov.indikator
    held = withheld(pulje, "Puljepenge holdt op mod behovet", data)
    grund = held or uncounted(pulje) or _need_withheld(op.behov)
    vises = not grund and pulje.har_beloeb and len(op.omraader) > 1
    view = pool_view(
        "puljen_behov",
        pulje,
        data,
        title=_title(op) if vises else SPOERGSMAAL,
        figure=_figure(op) if vises else None,
        table=_table(op) if vises else pd.DataFrame(),
        alt=_alt(op) if vises else f"Ingen figur: {grund or _empty(op)}",
        definition=" ".join(
            filter(None, [definition(data), population_text(pulje), f"{indikator.navn}: {indikator.definition}"])
        ),
        coverage=_coverage(op),
        decimals={indikator.navn: indikator.decimaler, "Kr. pr. indbygger": 1},
        withheld=grund,
        note=_note(op) if vises else _empty(op),
    )
    behov = beside_country([of_areas(op.behov, op.omraader["omraade_id"], data)], [of_area(op.behov, LAND, data)])
    samlet = joined([op.pulje.belaeg, behov])
    return replace(view, sources=samlet.kilder, as_of=samlet.opgjort)


def _hold_up(pulje: Pulje, data: Snapshot) -> Holdtop:
    """The need as it was last measured before the pool ended."""
    slut = pulje.periode.split("-")[-1]
    behov = indicator_values(pulje.filters.on(indikator=pulje.filters.behov, til=int(slut) if slut else None), data)
    ramme = behov.omraader.merge(pulje.omraader, on=["omraade_id", "navn"])
    ramme = ramme.rename(columns={"vaerdi": "behov", "kr_pr_indbygger": "kr"})
    ramme = ramme[ramme["behov"].notna() & ramme["kr"].notna()].reset_index(drop=True)
    land = behov.i_alt if behov.indikator.er_forhold else float("nan")
    maal = queries.catalogue(data)["pulje_kr_pr_indbygger"]
    return Holdtop(pulje, behov, maal, ramme, land, country_per_inhabitant(pulje))


def _need_withheld(behov: Indikatortal) -> str:
    if behov.komplet:
        return ""
    return f"Behovet kendes ikke for alle områder, så de kan ikke holdes op mod hinanden. {behov.begrundelse}"


def _title(op: Holdtop) -> str:
    behov = op.has_more_need()
    if not behov.any():
        return SPOERGSMAAL
    fik = int((behov & op.got_more()).sum())
    # the others may have got more than is known: money of shared and unplaced projects is in no area's figure
    mindst = "mindst " if fik < behov.sum() and op.pulje.rester["beloeb_kr"].sum() > 0 else ""
    af = f"{mindst}{fik} af {dansk.quantity(behov.sum(), op.pulje.niveau)}"
    landet = f"{dansk.number(op.kr_land, 1)} kr. pr. indbygger"
    return f"{SPOERGSMAAL} {dansk.capital(af)} med større behov end landet fik mere end landets {landet}"


def _axis_title(op: Holdtop) -> str:
    """Name, unit, and which way the need grows, in words."""
    indikator = op.behov.indikator
    retning = {
        True: "jo længere til højre, jo større behov",
        False: "jo længere til venstre, jo større behov",
        None: "",
    }
    enhed = "" if indikator.enhed in indikator.navn.lower() else f" ({indikator.enhed})"
    return ": ".join(filter(None, [f"{indikator.navn}{enhed}", retning[indikator.lav_er_godt]]))


def _empty(op: Holdtop) -> str:
    if not op.pulje.har_beloeb:
        return "Ingen beløb er oplyst, så pengene kan ikke holdes op mod behovet."
    navn = op.behov.indikator.navn
    return f"»{navn}« kendes ikke for områderne på dette niveau. Vælg et andet mål for behov eller et andet niveau."


def _coverage(op: Holdtop) -> str:
    pulje = op.pulje
    saetninger = [f"Kendt for {len(op.omraader)} af {dansk.quantity(len(pulje.omraader), pulje.niveau)}."]
    uden_for = pulje.rester["beloeb_kr"].sum()
    if uden_for:
        saetninger.append(
            f"{dansk.quantity(uden_for, 'kr.')} ligger i projekter på tværs eller uden kendt sted: de er i landets "
            "tal, men ikke i noget områdes."
        )
    if dato := span(op.omraader["dato"].dropna()):
        saetninger.append(f"Behovet er fra {dansk.day(dato)}.")
    return " ".join(saetninger)


def _note(op: Holdtop) -> str:
    saetninger = [unknown_amounts(op.pulje)]
    if op.omraader["delte"].any():
        saetninger.append("Åben ring: området er også med i projekter på tværs, hvis penge ikke er fordelt.")
    if op.behov_land != op.behov_land:
        saetninger.append("Målet er et antal: store områder har flere, uden at behovet er større.")
    return " ".join(filter(None, saetninger))


def _alt(op: Holdtop) -> str:
    return (
        f"Punkter for {counted(len(op.omraader), 'område', 'områder')}: {op.behov.indikator.navn} ud ad den vandrette "
        f"akse, kroner pr. indbygger op ad den lodrette. {_title(op).removeprefix(SPOERGSMAAL).strip()}"
    )


def _table(op: Holdtop) -> pd.DataFrame:
    land = pd.DataFrame([{"navn": niveauer.HELE_LANDET, "behov": op.behov_land, "kr": op.kr_land}])
    samlet = pd.concat([op.omraader.sort_values("kr", ascending=False)[["navn", "behov", "kr"]], land])
    navne = {"navn": "Område", "behov": op.behov.indikator.navn, "kr": "Kr. pr. indbygger"}
    return samlet.rename(columns=navne).reset_index(drop=True)


def _figure(op: Holdtop) -> Aksefigur:
    filters = op.pulje.filters
    navne = niveauer.areas(filters.niveau, filters.struktur)
    valgt = op.omraader["omraade_id"] == filters.omraade
    andet = (op.omraader["omraade_id"] == filters.sammenlign) & ~valgt
    punkter = [
        Punkt(navne[post.omraade_id].kort_navn, float(post.behov), float(post.kr), bool(en))
        for post, en in zip(op.omraader.itertuples(), valgt | andet, strict=True)
    ]
    midte = (op.behov_land, op.kr_land) if op.behov_land == op.behov_land else None
    x, y = axis_ranges(punkter, midte)
    # the words at the two reference lines
    ved_y = (op.kr_land - y[0]) / (y[1] - y[0])
    taget = [(0.68, ved_y - 0.01, 1.0, ved_y + 0.06)]
    if midte:
        ved_x = (op.behov_land - x[0]) / (x[1] - x[0])
        taget.append((ved_x, 0.93, ved_x + 0.3, 1.0))
    serier = (
        _points(op, op.omraader[~valgt & ~andet], farver.LINJE, 11),
        *([_points(op, op.omraader[andet], farver.SAMMENLIGN, 15)] if andet.any() else []),
        *([_points(op, op.omraader[valgt], farver.MARKERET, 15)] if valgt.any() else []),
        *place_names(punkter, midte, tuple(taget)),
    )
    rude = Rude(
        serier,
        Talakse(_axis_title(op), *x, nullinje=False),
        Talakse(dansk.capital(op.maal.enhed), *y, nullinje=False),
    )
    return Aksefigur((rude,), 480, margen=(0, 20, 16, 50), linjer=_reference_lines(op))


def _reference_lines(op: Holdtop) -> tuple[Hjaelpelinje, ...]:
    linjer = (Hjaelpelinje("y", op.kr_land, f"hele landet: {dansk.number(op.kr_land, 1)} kr."),)
    if op.behov_land != op.behov_land:
        return linjer
    landet = f"hele landet: {dansk.number(op.behov_land, op.behov.indikator.decimaler)}"
    return (*linjer, Hjaelpelinje("x", op.behov_land, landet))


def _points(op: Holdtop, poster: pd.DataFrame, farve: str, stoerrelse: int) -> Punkter:
    return Punkter(
        "",
        tuple(round(float(en), 3) for en in poster["behov"]),
        tuple(round(float(en), 3) for en in poster["kr"]),
        farve,
        aaben=tuple(bool(en) for en in poster["delte"]),
        stoerrelse=stoerrelse,
        hover=tuple(
            f"<b>{post.navn}</b><br>{op.behov.indikator.navn}: {op.behov.value_text(post.behov)}<br>"
            f"{dansk.number(post.kr, 1)} kr. pr. indbygger til området alene"
            + (f"<br>og del i {counted(post.delte, *FAELLES)}" if post.delte else "")
            for post in poster.itertuples()
        ),
    )
