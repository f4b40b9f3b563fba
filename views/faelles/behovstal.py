"""Need against supply as views read it: which areas stand beside each other, what each is held against, and who says.

What is missing is added up only where supply is known of every area that is shown, as of one date: gross (what is
missing where something is) and net (with the surplus of others set against it), always both.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from data.grupper import group
from geo import niveauer
from queries import behov
from queries.database import Snapshot
from views.faelles.filtre import KUN, Filters
from views.faelles.kilder import Belaeg, joined, of_rows
from views.sprog import dansk

# What supply is counted in: in a sentence, and over a column.
TAELLES_I = {
    behov.KAPACITETER: ("lægekapaciteter", "Lægekapaciteter"),
    behov.KAPACITETER_PLO: ("lægekapaciteter i PLO-klinikker", "Lægekapaciteter i PLO-klinikker"),
    behov.LAEGER: ("praktiserende læger", "Praktiserende læger"),
    behov.BEREGNET: ("beregnede lægekapaciteter", "Lægekapaciteter (beregnet)"),
}
NORMTAL = f"normtal {dansk.number(behov.NORM)}"
# The rule with whom it counts: listed patients where they are known for all areas of the figure, else inhabitants.
INDBYGGERE, TILMELDTE = "indbyggere", "tilmeldte patienter"
EFTER_INDBYGGERE, EFTER_TILMELDTE = f"{NORMTAL} ({INDBYGGERE})", f"{NORMTAL} ({TILMELDTE})"
ILLUSTRATION = "illustration, ikke den nationale model"
# In every title of the national model: it is looked over again in 2027.
MODEL, MODELUDKAST = (
    "den nationale fordelingsmodel (model 2025)",
    "udkast til den nationale fordelingsmodel (model 2025)",
)
_DELT = f"delt med {dansk.number(behov.NORM)}"
_LAEST = (
    "Dækning er kapacitet i procent af behovet. Mangler er behovet minus kapaciteten, hvor den er mindst; brutto "
    "lægger det sammen, netto trækker andre områders overskud fra. En ny kapacitet uden patienter endnu kan være talt "
    "med."
)
AF_INDBYGGERE = f"Behovet efter {NORMTAL} er områdets indbyggere 1. januar {_DELT}."
DEFINITION = (
    f"{AF_INDBYGGERE} Normtallet gælder tilmeldte patienter (gruppe 1), men dem kender data ikke for alle områderne "
    f"samme dag som kapaciteten; derfor indbyggere. {_LAEST}"
)
DEFINITION_TILMELDTE = (
    f"Behovet efter {NORMTAL} er områdets tilmeldte patienter (gruppe 1) {_DELT}, opgjort samme dag som kapaciteten. "
    "Patienterne er talt, hvor lægen er, ikke hvor de bor. Et mål i patienter pr. kapacitet er regnet om med de samme "
    f"patienter. {_LAEST}"
)
EFTER_ALDER = (
    "Behovet efter alder fordeler landets behov efter indbyggernes alder: en på 65 år eller derover vægter 1,778 og en "
    f"yngre 0,829 ({ILLUSTRATION}). Alderen flytter kapacitet mellem områder og ændrer ikke landets sum."
)
_UDEN_KLINIKKER = "læger i udbuds- og regionsklinikker er ikke talt med, så områder med mange af dem ser dårligere ud."
# What supply leaves out, by what it is counted in.
KUN_PLO = {
    behov.LAEGER: f"Kapaciteten er praktiserende læger (PLO): {_UDEN_KLINIKKER} Her svarer en læge til en kapacitet; "
    "et ydernummer kan rumme flere.",
    behov.KAPACITETER_PLO: f"Kun PLO: kapaciteten er lægekapaciteter i PLO-klinikker; {_UDEN_KLINIKKER} "
    "Behovet gælder alle patienter, også deres.",
}
HVOR_DE_SIDDER = (
    "Tallene siger, hvor lægerne sidder: borgere kan have læge i en anden kommune. København planlægges i bydele, som "
    "ikke er et niveau her."
)
TO_I_EN = "Region Østdanmark er to regioner lagt sammen; de har hver sin regel, til modellen er evalueret."


@dataclass(frozen=True, eq=False)
class Behovstal:
    """The areas that stand beside each other.

    filters: the choices, on the level of the areas. maal: what supply is counted in; "" where none is known. kan_plo:
    could it be counted in PLO-klinikker alone, for that is known of all of them as of one date? regel: the rule that
    all are held against: the national model where a final one sets a target for each, else the norm; andet: what else
    is drawn, "" for nothing. raekker: one row each, those that lack most first where that may be said, with the columns
    of `queries.behov.with_model` and `valgt`, `behov` (by the rule) and `andet` (NaN where that has none). er_hele: is
    supply known of all of them, as of one date? hvorfor: why they are not the areas, or the capacity, that was asked
    for, "" when they are. belaeg: what the figures of the rows rest on.
    """

    filters: Filters
    maal: str
    kan_plo: bool
    regel: str
    andet: str
    raekker: pd.DataFrame
    er_hele: bool
    hvorfor: str
    belaeg: Belaeg

    @property
    def kendte(self) -> pd.DataFrame:
        """The areas whose supply is known."""
        return self.raekker[self.raekker["kapacitet"].notna()]

    @property
    def valgte(self) -> pd.DataFrame:
        """The chosen areas among them."""
        return self.raekker[self.raekker["valgt"]]

    @property
    def af_tilmeldte(self) -> bool:
        """Is the need that of listed patients, and not of inhabitants? It is the same for all areas."""
        return bool(self.raekker["tilmeldte_dato"].notna().all())

    @property
    def definition(self) -> str:
        """What the need is, and of whom."""
        return DEFINITION_TILMELDTE if self.af_tilmeldte else DEFINITION

    @property
    def flertal(self) -> str:
        """What the areas are called."""
        return niveauer.level(self.filters.niveau).navn_flertal

    @property
    def i_alt(self) -> tuple[float, float]:
        """Gross and net of all areas; not for areas of which some are not known."""
        return behov.gross_and_net(self.raekker["forskel"].astype(float).tolist())

    @property
    def hvornaar(self) -> str:
        """As of when supply is known."""
        return dansk.day(str(self.kendte["dato"].iloc[0])) if len(self.kendte) else ""


def need_and_supply(filters: Filters, data: Snapshot) -> Behovstal:
    """The areas of the choices: those of the level, else where supply is known for all of some others, those."""
    return data.once(_need_and_supply, _asked(filters))


def on_the_map(filters: Filters, data: Snapshot) -> Behovstal:
    """All areas of the level. Where supply is not known of all of them, their need is that of one day."""
    return data.once(_on_the_map, _asked(filters))


def _asked(filters: Filters) -> Filters:
    """What the figures depend on."""
    felter = ("niveau", "struktur", "omraade", "fra", "til", "datasaet", "kapacitet", "dag")
    return Filters(**{en: getattr(filters, en) for en in felter})


def of_area(filters: Filters, data: Snapshot) -> pd.Series:
    """The chosen area (or group) by itself, or the country: a row of `queries.behov.with_model`."""
    niveau = filters.niveau if filters.omraade else niveauer.LAND
    sted = (filters.on(niveau=niveau), (filters.omraade or niveauer.LAND,))
    alene = _supplied(*sted, data)
    plo = _in_plo(*sted, _counted_in(alene), data)
    return (alene if plo is None or filters.kapacitet != KUN else plo).iloc[0]


def rule_of_norm(tilmeldte: bool) -> str:
    """The norm with whom it counts."""
    return EFTER_TILMELDTE if tilmeldte else EFTER_INDBYGGERE


def told_by(raekker: pd.DataFrame, niveau: str, data: Snapshot, *, alder: bool = False) -> Belaeg:
    """Who says the figures of some rows: their listed patients, the inhabitants of their years, their supply, the norm,
    and the shares that ages are weighed by."""
    folk = data.frame("belaeg_befolkning", {"niveau": niveau, "kolonne": "indbyggere"})
    dage = {(post.omraade_id, f"{post.aar}-01-01") for post in raekker.itertuples()}
    folk = folk.loc[[en in dage for en in zip(folk["omraade_id"], folk["dato"], strict=True)]]
    udbud = raekker[raekker["kapacitet"].notna()] if "kapacitet" in raekker else raekker.head(0)
    poster = [(en, post.dato) for post in udbud.itertuples() for en in post.kilder.split(";")]
    tilmeldte = raekker[raekker["tilmeldte_dato"].notna()] if "tilmeldte_dato" in raekker else raekker.head(0)
    poster += [(en, post.tilmeldte_dato) for post in tilmeldte.itertuples() for en in post.tilmeldte_kilder.split(";")]
    maal = raekker.loc[raekker["maal_kilder"] != "", "maal_kilder"] if "maal_kilder" in raekker else ()
    fundet = joined([of_rows(pd.DataFrame(poster, columns=["kilde_id", "dato"]), data), of_rows(folk, data)])
    regler = [behov.NORM_KILDE, *([behov.ALDER_KILDE] if alder else [])]
    regler += [en for post in maal for en in post.split(";")]
    # a rule and a share are no figures of the areas, so the date is not theirs
    return replace(
        fundet, kilder=joined([fundet, of_rows(pd.DataFrame({"kilde_id": regler, "dato": None}), data)]).kilder
    )


def _on_the_map(filters: Filters, data: Snapshot) -> Behovstal:
    niveau = niveauer.map_level(filters.niveau)
    raekker = _supplied(filters.on(niveau=niveau), (), data)
    if _are_whole(raekker):
        return _made(filters, niveau, (), raekker, "", data)
    sted = (niveau, filters.struktur, filters.datasaet, filters.fra, filters.til)
    uden = behov.against_need(niveau, filters.struktur, "", til=filters.til, data=data)
    uden = behov.by_patients(uden, (), sted, data)
    uden = behov.with_model(uden, *sted[:3], filters.i_dag, data)
    return _made(filters, niveau, (), uden, "", data)


def _are_whole(raekker: pd.DataFrame) -> bool:
    """Is supply known of all, as of one date?"""
    return bool(raekker["kapacitet"].notna().all()) and raekker["dato"].nunique() == 1


def _need_and_supply(filters: Filters, data: Snapshot) -> Behovstal:
    for niveau, koder, hvorfor in _candidates(filters):
        raekker = _supplied(filters.on(niveau=niveau), koder, data)
        if _are_whole(raekker):
            return _made(filters, niveau, koder, raekker, hvorfor, data)
    niveau, koder = niveauer.map_level(filters.niveau), _siblings(filters)
    return _made(filters, niveau, koder, _supplied(filters.on(niveau=niveau), koder, data), "", data)


def _candidates(filters: Filters) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """The level, the areas of it (() for all) and why they stand there, as long as they are not those asked for."""
    niveau = niveauer.map_level(filters.niveau)
    yield niveau, _siblings(filters), ""
    ukendt = f"Kapaciteten er ikke kendt for alle {niveauer.level(niveau).navn_flertal} på samme dag"
    if filters.omraade and niveau != "kommune":
        navn, koder = (
            filters.area_name(),
            niveauer.areas(filters.niveau, filters.struktur)[filters.omraade].kommunekoder,
        )
        yield "kommune", koder, f"{ukendt}; her er kommunerne i {navn}."
    if niveau != "region":
        yield "region", (), f"{ukendt}; her er regionerne."


def _siblings(filters: Filters) -> tuple[str, ...]:
    """A kommune among those of its sundhedsråd, a group by its members; other areas among all of their level."""
    if group(filters.niveau):
        return niveauer.members(filters.niveau, filters.omraade)
    if filters.niveau != "kommune" or not filters.omraade:
        return ()
    raad = niveauer.containing("kommune", filters.omraade, "sundhedsraad", filters.struktur)
    return niveauer.areas("sundhedsraad", filters.struktur)[raad].kommunekoder


def _supplied(filters: Filters, koder: tuple[str, ...], data: Snapshot, taelles_i: str = "") -> pd.DataFrame:
    """The areas `koder` of the level (() for all) with their supply, their need and their targets."""
    sted = (filters.niveau, filters.struktur, filters.datasaet, filters.fra, filters.til)
    ramme = behov.against_need(*sted, taelles_i, data=data)
    ramme = behov.by_patients(ramme, koder, sted, data)
    ramme = behov.with_model(ramme, *sted[:3], filters.i_dag, data)
    return ramme[ramme["omraade_id"].isin(koder)] if koder else ramme


def _in_plo(filters: Filters, koder: tuple[str, ...], maal: str, data: Snapshot) -> pd.DataFrame | None:
    """The same areas with their supply in PLO-klinikker alone; None where it is not known of all of them as of one
    date, or what is counted already is of PLO alone."""
    if maal == behov.LAEGER:
        return None
    plo = _supplied(filters, koder, data, behov.KAPACITETER_PLO)
    return plo if _are_whole(plo) else None


def _counted_in(raekker: pd.DataFrame) -> str:
    """What the supply of the rows is counted in; "" where none is known."""
    return raekker["taelles_i"].iloc[0] if raekker["kapacitet"].notna().any() else ""


def _made(
    filters: Filters, niveau: str, koder: tuple[str, ...], raekker: pd.DataFrame, hvorfor: str, data: Snapshot
) -> Behovstal:
    vist = filters.on(niveau=niveau)
    plo = _in_plo(vist, koder, _counted_in(raekker), data)
    if filters.kapacitet == KUN and plo is not None:
        raekker = plo
    elif filters.kapacitet == KUN and _counted_in(raekker) != behov.LAEGER:
        ukendt = (
            f"Lægekapaciteter i PLO-klinikker er ikke kendt for alle {niveauer.level(niveau).navn_flertal} på samme dag"
        )
        hvorfor = " ".join(filter(None, [hvorfor, f"{ukendt}, så »kun PLO« kan ikke vises."]))
    er_hele = _are_whole(raekker)
    regel, andet, kolonner = _rules(raekker)
    raekker = raekker.assign(behov=raekker[kolonner[0]], andet=raekker[kolonner[1]])
    raekker = behov.held_against(raekker, "behov").assign(valgt=raekker["omraade_id"].isin(_chosen(filters, niveau)))
    if er_hele:
        raekker = raekker.sort_values(["forskel", "navn"])
    belaeg = told_by(raekker, niveau, data, alder=True)
    maal = _counted_in(raekker)
    raekker = raekker.reset_index(drop=True)
    return Behovstal(vist, maal, plo is not None, regel, andet, raekker, er_hele, hvorfor, belaeg)


def _rules(raekker: pd.DataFrame) -> tuple[str, str, tuple[str, str]]:
    """What all rows are held against, what is drawn beside it, and the columns of the two. A draft is never the rule,
    nor is a model that some areas have no target by: the rule is the same for all that stand beside each other."""
    model, norm = raekker["behov_model"].notna(), rule_of_norm(bool(raekker["tilmeldte_dato"].notna().all()))
    if not model.any():
        alder = "alder (illustration)" if raekker["behov_alder"].notna().all() else ""
        return norm, alder, ("behov_flad", "behov_alder")
    navne = raekker.loc[model, "maalsaet"].unique()
    udkast = raekker.loc[model, "er_udkast"]
    hvilken = MODELUDKAST if udkast.any() else MODEL
    if model.all() and not udkast.any() and len(navne) == 1:
        return hvilken, norm, ("behov_model", "behov_flad")
    return norm, hvilken, ("behov_flad", "behov_model")


def _chosen(filters: Filters, niveau: str) -> tuple[str, ...]:
    """The areas on the level that are the chosen one, or hold it."""
    if not filters.omraade or group(filters.niveau):
        return ()
    if niveau == filters.niveau:
        return (filters.omraade,)
    return (niveauer.containing(filters.niveau, filters.omraade, niveau, filters.struktur),)
