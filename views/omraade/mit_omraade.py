"""One area, and what its chair is asked: the figures beside the country's and its peers', and what stands out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

from data.grupper import group
from geo import niveauer
from queries import Indikator
from queries.database import Snapshot
from views.faelles import paastand, saetninger
from views.faelles.bag_tallet import list_link
from views.faelles.filtre import Filters
from views.faelles.indikatortal import Indikatortal, indicator_series, indicator_values
from views.faelles.kilder import Belaeg, beside_country, of_area
from views.faelles.omraadenoegletal import indicators
from views.faelles.paastand import TAERSKEL, VEJ, Retning, direction
from views.faelles.view import Tal, View
from views.noegletal.hovedtal import headline_numbers
from views.noegletal.titel import place_text
from views.sprog import dansk
from views.sprog.markdown import Markdown, bold, plain

SIDE = "mit_omraade"
# Shown as large numbers; the first three that are known.
STORE = (
    "ydernumre_ikke_besat",
    "hu_ubesat",
    "patienter_pr_laege",
    "udbudte_ydernumre",
    "praktiserende_laeger",
    "indbyggere",
    "andel_80plus_pct",
)
ANTAL_STORE = 3
# A direction needs so many known years, and a place so many peers, before a sentence is made of it.
MINDST_AAR, MINDST_FAELLER = 3, 4
FAA, FLEST_BEVAEGELSER = 5, 4
KORTE_ENHEDER = ("pct.", "kr.")
# What the need comes from: known of every area, neither good nor bad, and told whatever else is known.
BEHOV = ("andel_80plus_pct", "vaekst_80plus_pct")
IKKE_FULDSTAENDIGE = "registrene er ikke fuldstændige, så en placering eller en udvikling ville ikke holde."
INTET_YDERST = "Intet skiller sig ud: området er ikke alene yderst på noget nøgletal, og intet har ændret sig meget."
HELE_AAR = f"Kun hele år er sammenlignet. {TAERSKEL}"


@dataclass(frozen=True)
class Linje:
    """One indicator of the area.

    vaerdi and land: the area's and the country's figure (NaN when not known). plads: its place among its peers when it
    is a rate, its share of the country when it is a count; "" where neither holds. bedst, daarligst: is it alone at the
    good end, or the bad one? retning: over the whole years, None where there is none; aar_kendt: how many they are, and
    yderst the year and figure that lies furthest outside the two ends, None where none does.
    """

    tal: Indikatortal
    vaerdi: float
    land: float
    dato: str | None
    kvalifikator: str | None
    plads: str
    bedst: bool
    daarligst: bool
    retning: Retning | None
    aar_kendt: int
    yderst: tuple[int, float] | None
    belaeg: Belaeg

    def text(self, vaerdi: float) -> str:
        """A value as it stands in the table: the name of the indicator says what is counted."""
        indikator = self.tal.indikator
        if indikator.enhed in KORTE_ENHEDER:
            return self.tal.value_text(vaerdi)
        return dansk.number(vaerdi, indikator.decimaler)

    def rounded(self, vaerdi: float) -> float | None:
        """A value with the decimals of its indicator; None when it is not known."""
        return None if dansk.is_missing(vaerdi) else round(float(vaerdi), self.tal.indikator.decimaler)


def area_lines(filters: Filters, data: Snapshot) -> tuple[Linje, ...]:
    """What is known of the area, indicator by indicator, whichever was chosen; what cannot be shown is left out."""
    return data.once(_area_lines, filters.on(sammenlign="", omraader="", siden="", indikator=Filters.indikator))


def _area_lines(filters: Filters, data: Snapshot) -> tuple[Linje, ...]:
    linjer = [_line(filters.on(indikator=navn), data) for navn in indicators(filters, data)]
    return tuple(en for en in linjer if en is not None)


def area_numbers(filters: Filters, data: Snapshot) -> tuple[Tal, ...]:
    """The three large numbers of the area."""
    linjer = {en.tal.indikator.noegletal: en for en in area_lines(filters, data)}
    valgte = [navn for navn in STORE if navn in linjer][:ANTAL_STORE]
    return tuple(
        replace(
            headline_numbers(filters.on(indikator=navn), data)[0],
            overskrift=linjer[navn].tal.navn,
            forklaring=_beside(linjer[navn]),
        )
        for navn in valgte
    )


def _beside(linje: Linje) -> str:
    """The country's figure, and how the area stands to the others where that holds."""
    plads = f"{dansk.capital(linje.plads)}. " if linje.plads else ""
    return f"{plads}{niveauer.HELE_LANDET}: {linje.text(linje.land).rstrip('.')}."


def area_view(filters: Filters, data: Snapshot) -> View:
    """All figures of the area beside the country's, with its place among its peers and its direction."""
    linjer = area_lines(filters, data)
    navn = filters.area_name()
    faeller = niveauer.level(filters.niveau).navn_flertal
    note = (
        f"Placering blandt {faeller} og udvikling vises kun, hvor registeret er fuldstændigt. Antal og steder står, "
        "som kilderne fortæller dem; et nøgletal, der mangler, er ukendt og ikke nul."
        if any(not en.tal.komplet for en in linjer)
        else f"Andele og gennemsnit har en placering blandt {faeller}, fra højest til lavest; et antal har sin andel "
        "af landets. Udviklingen er over hele år."
    )
    land = (of_area(en.tal, niveauer.LAND, data) for en in linjer if en.land == en.land)
    belaeg = beside_country((en.belaeg for en in linjer), land)
    return View(
        id="omraadetal",
        title=f"{navn} i tal" if linjer else f"{navn}: ingen data",
        subtitle=f"{navn} · {dansk.period(filters.fra, filters.til)} · {saetninger.dataset(filters)}",
        figure=None,
        table=_table(linjer),
        alt=f"Tabel med {len(linjer)} nøgletal for {navn}.",
        definition=" ".join(f"{en.tal.indikator.navn}: {en.tal.indikator.definition}" for en in linjer),
        sources=belaeg.kilder,
        as_of=belaeg.opgjort,
        coverage=f"{len(linjer)} af {len(indicators(filters, data))} nøgletal er kendt for {navn}.",
        link=filters.link(SIDE),
        filters=filters,
        text=plain(note if linjer else ""),
        note=""
        if linjer
        else f"Ingen kilde fortæller om {navn} i perioden. Vælg en længere periode eller et større område.",
        missing="–",
        trend=_trends(linjer, filters, data),
        lister=_lists(linjer, filters, data),
    )


def findings(filters: Filters, data: Snapshot) -> tuple[Markdown, ...]:
    """How old the area is, and what stands out in it, as sentences in Markdown; only what the data carry."""
    linjer = area_lines(filters, data)
    behov = [en for navn in BEHOV for en in linjer if en.tal.indikator.noegletal == navn and en.plads]
    return (*map(_need, behov), *_standing_out(linjer, filters, bool(behov)))


def _standing_out(linjer: tuple[Linje, ...], filters: Filters, om_behov: bool) -> tuple[Markdown, ...]:
    yderst = sorted((en for en in linjer if en.bedst or en.daarligst), key=lambda en: en.bedst)
    i_bevaegelse = [en for en in linjer if en.aar_kendt >= MINDST_AAR and en.retning and en.retning.er_godt is not None]
    i_bevaegelse = sorted(i_bevaegelse, key=lambda en: en.retning.aendring, reverse=True)[:FLEST_BEVAEGELSER]
    saetninger = [_extreme(en, filters) for en in yderst] + [_movement(en) for en in i_bevaegelse]
    if i_bevaegelse:
        saetninger.append(plain(HELE_AAR))
    if saetninger:
        return tuple(saetninger)
    if any(en.tal.komplet and en.tal.indikator.lav_er_godt is not None for en in linjer):
        return (Markdown(INTET_YDERST),)
    return (Markdown(f"Data rækker ikke til at fremhæve {'mere' if om_behov else 'noget'}: {IKKE_FULDSTAENDIGE}"),)


def consists_of(filters: Filters) -> str:
    """What the area is made of and where it lies, in one line."""
    omraade = niveauer.areas(filters.niveau, filters.struktur)[filters.omraade]
    dele = []
    if filters.niveau != "kommune":
        koder = set(omraade.kommunekoder)
        navne = sorted(en.navn for kode, en in niveauer.areas("kommune").items() if kode in koder)
        naevnt = f": {dansk.sentence_list(navne)}" if len(navne) <= 12 else ""
        dele.append(dansk.quantity(len(navne), "kommuner") + naevnt)
    stoerre = [
        (niveau, niveauer.containing(filters.niveau, filters.omraade, niveau, filters.struktur))
        for niveau in ("sundhedsraad", "region")
        if niveau != filters.niveau and filters.niveau in ("kommune", "sundhedsraad")
    ]
    navne = [niveauer.areas(niveau, filters.struktur)[kode].navn for niveau, kode in stoerre if kode]
    if navne:
        dele.append(f"ligger i {dansk.sentence_list(navne)}")
    return dansk.capital("; ".join(dele)) + "." + _after_the_reform(filters)


def _after_the_reform(filters: Filters) -> str:
    """What becomes of a region that does not live on under its name."""
    if filters.niveau != "region":
        return ""
    navn = filters.area_name()
    for struktur, post in niveauer.structures().items():
        nye = niveauer.areas("region", struktur)
        kode = niveauer.containing("region", filters.omraade, "region", filters.struktur, struktur)
        if post.gyldig_fra > niveauer.structures()[filters.struktur].gyldig_fra and kode and nye[kode].navn != navn:
            return f" Fra {dansk.day(post.gyldig_fra.isoformat())} en del af {nye[kode].navn}."
    return ""


def _line(filters: Filters, data: Snapshot) -> Linje | None:
    tal = indicator_values(filters, data)
    valgt = tal.omraader[tal.omraader["omraade_id"] == filters.omraade]
    if tal.withheld or valgt.empty or valgt["vaerdi"].isna().all():
        return None
    post = valgt.iloc[0]
    belaeg = of_area(tal, filters.omraade, data)
    bedst, daarligst = _ends(tal, filters)
    egen = _whole_years(tal.indikator, filters, data)
    retning = direction(egen.index, egen, tal.indikator.lav_er_godt, tal.indikator.decimaler)
    return Linje(
        tal,
        float(post["vaerdi"]),
        tal.i_alt,
        post["dato"],
        post["kvalifikator"],
        # a group has no peers
        "" if tal.indikator.er_forhold and group(filters.niveau) else place_text(tal, post["vaerdi"]),
        bedst,
        daarligst,
        retning,
        len(egen),
        paastand.outside(egen.index, egen, retning) if retning else None,
        belaeg,
    )


def _ends(tal: Indikatortal, filters: Filters) -> tuple[bool, bool]:
    """Is the area alone at the good end of its peers, and at the bad one? Only for rates: a large area has most of
    everything that is counted."""
    indikator = tal.indikator
    if indikator.lav_er_godt is None or not indikator.er_forhold or len(tal.omraader) < MINDST_FAELLER:
        return False, False
    vaerdier = pd.Series(tal.omraader["vaerdi"].to_numpy(), tal.omraader["omraade_id"])
    lavest, hoejest = (
        find(vaerdier, tal.ikke_placeret, tal.komplet, indikator.decimaler) == filters.omraade
        for find in (paastand.lowest, paastand.highest)
    )
    return (lavest, hoejest) if indikator.lav_er_godt else (hoejest, lavest)


def _whole_years(indikator: Indikator, filters: Filters, data: Snapshot) -> pd.Series:
    """The area's figures of the years that are whole, complete and known."""
    serier = indicator_series(filters, data)
    egen = serier.get(filters.omraade, pd.Series(float("nan"), serier.index))
    hele = paastand.years_of(indikator, filters, data).hele
    return egen.loc[[aar in hele for aar in egen.index]].dropna()


def _table(linjer: tuple[Linje, ...]) -> pd.DataFrame:
    """Numbers as numbers, with their unit beside, so that they can be sorted."""
    tabel = pd.DataFrame(
        {
            "Nøgletal": [en.tal.navn for en in linjer],
            "Enhed": [en.tal.indikator.enhed for en in linjer],
            "Området": _numbers(en.rounded(en.vaerdi) for en in linjer),
            niveauer.HELE_LANDET: _numbers(en.rounded(en.land) for en in linjer),
            "Forskel fra landet": _numbers(_difference(en) for en in linjer),
            "Placering eller andel": [en.plads or None for en in linjer],
            "Udvikling": [_direction_text(en) for en in linjer],
            "Forbehold": [en.kvalifikator or None for en in linjer],
            "Opgjort pr.": [en.belaeg.opgjort for en in linjer],
            "Kilde": [en.belaeg.kilder[0].udgiver if en.belaeg.kilder else None for en in linjer],
        }
    )
    return tabel if tabel["Forbehold"].notna().any() else tabel.drop(columns="Forbehold")


def _numbers(tal: Iterable[float | None]) -> pd.Series:
    return pd.Series(list(tal), dtype=float)


def _difference(linje: Linje) -> float | None:
    """For rates only: the country has more of everything that is counted."""
    if not linje.tal.indikator.er_forhold or linje.land != linje.land:
        return None
    return round(linje.rounded(linje.vaerdi) - linje.rounded(linje.land), linje.tal.indikator.decimaler)


def _direction_text(linje: Linje) -> str | None:
    """Where the whole years began and ended, and what lies outside the two."""
    vej = linje.retning
    if vej is None or linje.aar_kendt < MINDST_AAR:
        return None
    fra, til = linje.text(vej.fra), linje.text(vej.til)
    gang = f"{fra} i både {vej.fra_aar} og {vej.til_aar}"
    if vej.ord != "uændret":
        gang = f"{vej.ord} fra {fra} i {vej.fra_aar} til {til} i {vej.til_aar}"
    return gang + _between(linje)


def _between(linje: Linje) -> str:
    """What lies outside the two ends, as it is shown; "" when nothing does."""
    vej = linje.retning
    if linje.yderst is None or (yderst := linje.text(linje.yderst[1])) in (linje.text(vej.fra), linje.text(vej.til)):
        return ""
    return f"; {'højest' if linje.yderst[1] > vej.fra else 'lavest'} {yderst} i {linje.yderst[0]}"


def _need(linje: Linje) -> Markdown:
    """Where the area stands, without a verdict."""
    sted = f"{linje.text(linje.vaerdi)}, {linje.plads}{_against_country(linje)}"
    return Markdown(f"{bold(linje.tal.navn)}: {plain(sted.rstrip('.'))}.")


def _against_country(linje: Linje) -> str:
    return f"; hele landet har {linje.text(linje.land)}" if linje.land == linje.land else ""


def _extreme(linje: Linje, filters: Filters) -> Markdown:
    """Where the area stands alone at one end, and apart from that, whether it is the good end."""
    indikator = linje.tal.indikator
    hvilket = "laveste" if indikator.lav_er_godt == linje.bedst else "højeste"
    faeller = niveauer.level(filters.niveau).navn_flertal
    godt = "Lavt er godt" if indikator.lav_er_godt else "Højt er godt"
    sted = (
        f"{linje.text(linje.vaerdi)} er det {hvilket} af {len(linje.tal.omraader)} {faeller}{_against_country(linje)}"
    )
    return Markdown(f"{bold(linje.tal.navn)}: {plain(sted.rstrip('.'))}. {godt}.")


def _movement(linje: Linje) -> Markdown:
    vej, indikator = linje.retning, linje.tal.indikator
    faa = not indikator.er_forhold and max(vej.fra, vej.til) < FAA
    forbehold = " Tallene er så små, at det kan være tilfældigt." if faa else ""
    gang = f"{vej.ord} fra {linje.text(vej.fra)} i {vej.fra_aar} til {linje.text(vej.til)} i {vej.til_aar}"
    gang += _between(linje)
    return Markdown(f"{bold(indikator.navn)}: {plain(gang)}. Det går {VEJ[vej.er_godt]}.{forbehold}")


def _lists(linjer: tuple[Linje, ...], filters: Filters, data: Snapshot) -> dict[tuple[int, str], str]:
    """Where the lists behind the area's and the country's numbers are."""
    ud = {}
    for nr, en in enumerate(linjer):
        valg = filters.on(indikator=en.tal.indikator.noegletal)
        # the country's number is of the same years as the area's
        ud[nr, "Området"] = list_link(valg, data)
        ud[nr, niveauer.HELE_LANDET] = list_link(
            valg.on(omraade="", fra=en.tal.filters.fra, til=en.tal.filters.til), data
        )
    return {sted: link for sted, link in ud.items() if link}


def _trends(linjer: tuple[Linje, ...], filters: Filters, data: Snapshot) -> tuple[tuple[float | None, ...], ...]:
    """The whole years of each line; () when no line has any."""
    serier = [_whole_years(en.tal.indikator, filters.on(indikator=en.tal.indikator.noegletal), data) for en in linjer]
    return tuple(tuple(en) for en in serier) if any(len(en) for en in serier) else ()
