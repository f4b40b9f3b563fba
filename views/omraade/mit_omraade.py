"""One area, and what its chair is asked: the figures beside the country's and its peers', and what stands out."""

from dataclasses import dataclass, replace

import pandas as pd

from data.grupper import group
from geo import niveauer
from queries.database import Snapshot
from views.faelles import saetninger
from views.faelles.filtre import Filters
from views.faelles.indikatortal import Indikatortal, indicator_series, indicator_values
from views.faelles.indikatorview import area_name
from views.faelles.kilder import indicator_sources
from views.faelles.omraadenoegletal import indicators
from views.faelles.paastand import Retning, direction
from views.faelles.view import Kilde, Tal, View
from views.noegletal.hovedtal import headline_numbers
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
)
ANTAL_STORE = 3
# A direction needs so many known years, and a place so many peers, before a sentence is made of it.
MINDST_AAR = 3
MINDST_FAELLER = 4
FAA = 5
# A change that is worth a sentence, as a share of where it began.
MINDSTE_AENDRING = 0.05
FLEST_BEVAEGELSER = 4
KORTE_ENHEDER = ("pct.", "kr.")
# The newest of these are open because they are new: more of them is no news.
INTET_AT_FREMHAEVE = (
    "Data rækker ikke til at fremhæve noget for området: registrene er ikke fuldstændige, så en placering eller en "
    "udvikling ville ikke holde."
)
ENDNU_AABNE = ("ydernumre_ikke_besat", "kapaciteter_ikke_besat")


@dataclass(frozen=True)
class Linje:
    """One indicator of the area.

    vaerdi and land: the area's and the country's figure (NaN when not known). plads: its place from the highest, among
    `antal` areas with a figure, shared by `delt` others; None on incomplete data. retning: None where there is none.
    """

    tal: Indikatortal
    vaerdi: float
    land: float
    dato: str | None
    kvalifikator: str | None
    plads: int | None
    antal: int
    delt: int
    retning: Retning | None
    aar_kendt: int
    kilder: tuple[Kilde, ...]
    opgjort: str

    def text(self, vaerdi: float) -> str:
        """A value as it stands in the table: the name of the indicator says what is counted."""
        indikator = self.tal.indikator
        if indikator.enhed in KORTE_ENHEDER:
            return self.tal.value_text(vaerdi)
        return dansk.number(vaerdi, indikator.decimaler)

    @property
    def is_best(self) -> bool:
        """Alone at the good end of all areas?"""
        return self._alone_at_the_end(good=True)

    @property
    def is_worst(self) -> bool:
        """Alone at the bad end of all areas?"""
        return self._alone_at_the_end(good=False)

    def _alone_at_the_end(self, good: bool) -> bool:
        """Only for rates: a large area has most of everything that is counted."""
        lav_er_godt = self.tal.indikator.lav_er_godt
        if self.plads is None or self.delt or lav_er_godt is None or not self.tal.indikator.er_forhold:
            return False
        if self.antal < MINDST_FAELLER or self.antal < len(self.tal.omraader):
            return False
        return self.plads == (self.antal if lav_er_godt == good else 1)


def area_lines(filters: Filters, data: Snapshot) -> tuple[Linje, ...]:
    """What is known of the area, indicator by indicator; what cannot be shown on these data is left out."""
    return data.once(_area_lines, filters.without_area().on(omraade=filters.omraade))


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
            overskrift=linjer[navn].tal.indikator.navn,
            forklaring=_beside(linjer[navn], filters),
        )
        for navn in valgte
    )


def _beside(linje: Linje, filters: Filters) -> str:
    """The country's figure, and the place among the peers where it holds."""
    faeller = niveauer.level(filters.niveau).navn_flertal
    plads = f"Nr. {linje.plads} af {linje.antal} {faeller} fra højest til lavest. " if linje.plads else ""
    return f"{plads}Hele landet: {linje.text(linje.land).rstrip('.')}."


def area_view(filters: Filters, data: Snapshot) -> View:
    """All figures of the area beside the country's, with its place among its peers and its direction."""
    linjer = area_lines(filters, data)
    navn = area_name(filters, filters.omraade)
    faeller = niveauer.level(filters.niveau).navn_flertal
    ukomplet = [en for en in linjer if en.plads is None]
    note = (
        f"Placering blandt {faeller} og udvikling vises kun, hvor registeret er fuldstændigt. Antal og steder står, "
        "som kilderne fortæller dem; et nøgletal, der mangler, er ukendt og ikke nul."
        if ukomplet
        else f"Placeringen er fra højest til lavest blandt {faeller}; nr. 1 er det højeste tal."
    )
    kilder = tuple(dict.fromkeys(kilde for en in linjer for kilde in en.kilder))
    return View(
        id="omraadetal",
        title=f"{navn} i tal" if linjer else f"{navn}: ingen data",
        subtitle=saetninger.subtitle(filters),
        figure=None,
        table=_table(linjer),
        alt=f"Tabel med {len(linjer)} nøgletal for {navn}.",
        definition=" ".join(f"{en.tal.indikator.navn}: {en.tal.indikator.definition}" for en in linjer),
        sources=kilder,
        as_of=_newest(linjer),
        coverage=f"{len(linjer)} af {len(indicators(filters, data))} nøgletal er kendt for {navn}.",
        link=filters.link(SIDE),
        filters=filters,
        text=plain(note if linjer else ""),
        note=""
        if linjer
        else f"Ingen kilde fortæller om {navn} i perioden. Vælg en længere periode eller et større område.",
        missing="–",
        trend=_trends(linjer, filters, data),
    )


def findings(filters: Filters, data: Snapshot) -> tuple[Markdown, ...]:
    """What stands out in the area, as sentences in Markdown; only what the data carry."""
    linjer = area_lines(filters, data)
    yderst = sorted((en for en in linjer if en.is_best or en.is_worst), key=lambda en: en.is_best)
    i_bevaegelse = sorted((en for en in linjer if _moves(en)), key=_change, reverse=True)[:FLEST_BEVAEGELSER]
    saetninger = [_extreme(en, filters) for en in yderst] + [_movement(en) for en in i_bevaegelse]
    if saetninger:
        return tuple(saetninger)
    if any(en.tal.komplet and en.tal.indikator.lav_er_godt is not None for en in linjer):
        return (
            Markdown(
                "Intet skiller sig ud: området er ikke alene yderst på noget nøgletal, og intet har ændret sig meget."
            ),
        )
    return (Markdown(INTET_AT_FREMHAEVE),)


def consists_of(filters: Filters) -> str:
    """What the area is made of and where it lies, in one line."""
    omraade = niveauer.areas(filters.niveau, filters.struktur)[filters.omraade]
    dele = []
    if filters.niveau != "kommune":
        koder = set(omraade.kommunekoder)
        navne = sorted(en.navn for kode, en in niveauer.areas("kommune").items() if kode in koder)
        dele.append(f"{len(navne)} kommuner" + (f": {dansk.sentence_list(navne)}" if len(navne) <= 12 else ""))
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
    navn = area_name(filters, filters.omraade)
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
    kilder, opgjort = indicator_sources(tal.indikator, filters, data)
    serie = indicator_series(filters, data)
    egen = serie.get(filters.omraade, pd.Series(float("nan"), serie.index))
    retning = (
        direction(pd.Series(serie.index), egen, tal.indikator.lav_er_godt, tal.indikator.decimaler)
        if tal.komplet
        else None
    )
    lige = int((tal.kendte["vaerdi"] == post["vaerdi"]).sum()) - 1
    return Linje(
        tal,
        float(post["vaerdi"]),
        tal.i_alt,
        post["dato"],
        post["kvalifikator"],
        # a group has no peers
        int((tal.kendte["vaerdi"] > post["vaerdi"]).sum()) + 1 if tal.komplet and not group(filters.niveau) else None,
        len(tal.kendte),
        lige,
        retning,
        int(egen.notna().sum()),
        kilder,
        dansk.day(post["dato"]) if post["dato"] else opgjort,
    )


def _table(linjer: tuple[Linje, ...]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Nøgletal": [en.tal.indikator.navn for en in linjer],
            "Området": [" ".join(filter(None, [en.kvalifikator, en.text(en.vaerdi)])) for en in linjer],
            niveauer.HELE_LANDET: [en.text(en.land) for en in linjer],
            "Mod landet": [_difference(en) for en in linjer],
            "Placering": [f"{en.plads} af {en.antal}" if en.plads else None for en in linjer],
            "Udvikling": [_direction_text(en) for en in linjer],
            "Opgjort pr.": [en.opgjort for en in linjer],
            "Kilde": [en.kilder[0].udgiver if en.kilder else None for en in linjer],
        }
    )


def _difference(linje: Linje) -> str | None:
    """For rates only: the country has more of everything that is counted."""
    indikator = linje.tal.indikator
    if not indikator.er_forhold or linje.land != linje.land:
        return None
    forskel = round(linje.vaerdi, indikator.decimaler) - round(linje.land, indikator.decimaler)
    fortegn = "+" if forskel > 0 else "−" if forskel < 0 else ""
    return fortegn + dansk.number(abs(forskel), indikator.decimaler)


def _direction_text(linje: Linje) -> str | None:
    vej = linje.retning
    if vej is None or linje.aar_kendt < MINDST_AAR:
        return None
    if linje.tal.indikator.register not in ("noegletal", "befolkning") and not linje.tal.indikator.er_forhold:
        # a count of the whole period stands in the column before: these are of a year each
        return f"{linje.text(vej.fra)} i {vej.fra_aar}, {linje.text(vej.til)} i {vej.til_aar}"
    if vej.ord == "uændret":
        return f"uændret siden {vej.fra_aar}"
    return f"{vej.ord} fra {linje.text(vej.fra)} i {vej.fra_aar}"


def _extreme(linje: Linje, filters: Filters) -> Markdown:
    """Where the area stands alone at one end, and apart from that, whether it is the good end."""
    indikator = linje.tal.indikator
    hvilket = "laveste" if indikator.lav_er_godt == linje.is_best else "højeste"
    faeller = niveauer.level(filters.niveau).navn_flertal
    land = f"; hele landet har {linje.text(linje.land)}" if linje.land == linje.land else ""
    godt = "Lavt er godt" if indikator.lav_er_godt else "Højt er godt"
    sted = f"{linje.text(linje.vaerdi)} er det {hvilket} af {linje.antal} {faeller}{land}"
    return Markdown(f"{bold(indikator.navn)}: {plain(sted.rstrip('.'))}. {godt}.")


def _moves(linje: Linje) -> bool:
    vej = linje.retning
    if vej is None or vej.er_godt is None or linje.aar_kendt < MINDST_AAR:
        return False
    if linje.tal.indikator.noegletal in ENDNU_AABNE:
        return False
    return _change(linje) >= MINDSTE_AENDRING


def _change(linje: Linje) -> float:
    """How much the indicator has changed, as a share of where it began."""
    vej = linje.retning
    return abs(vej.til - vej.fra) / abs(vej.fra) if vej.fra else float(vej.til != vej.fra)


def _movement(linje: Linje) -> Markdown:
    vej, indikator = linje.retning, linje.tal.indikator
    vejen = "den gode vej" if vej.er_godt else "den forkerte vej"
    faa = not indikator.er_forhold and max(vej.fra, vej.til) < FAA
    forbehold = " Tallene er så små, at det kan være tilfældigt." if faa else ""
    gang = f"{vej.ord} fra {linje.text(vej.fra)} i {vej.fra_aar} til {linje.text(vej.til)} i {vej.til_aar}"
    return Markdown(f"{bold(indikator.navn)}: {plain(gang)}. Det går {vejen}.{forbehold}")


def _trends(linjer: tuple[Linje, ...], filters: Filters, data: Snapshot) -> tuple[tuple[float | None, ...], ...]:
    """The years of each line, from the first to the last that any line knows; () on incomplete data."""
    serier = [
        indicator_series(filters.on(indikator=en.tal.indikator.noegletal), data).get(filters.omraade)
        if en.tal.komplet
        else None
        for en in linjer
    ]
    if all(en is None for en in serier):
        return ()
    return tuple(() if en is None else tuple(None if v != v else v for v in en) for en in serier)


def _newest(linjer: tuple[Linje, ...]) -> str:
    nyeste = [en.tal.omraader["dato"].dropna().max() for en in linjer if en.tal.omraader["dato"].notna().any()]
    return dansk.day(max(nyeste)) if nyeste else (linjer[0].opgjort if linjer else "udateret")
