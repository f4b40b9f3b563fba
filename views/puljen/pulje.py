"""One pool as a whole: what was published of it, its projects, and what they come to in each area.

A pool has years of its own, so the choice of period does not cut it.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

import queries
from geo import niveauer
from queries.database import Snapshot
from queries.puljeprojekter import pool_projects
from views.faelles import saetninger
from views.faelles.filtre import Filters
from views.faelles.fuldstaendig import withheld_reason
from views.faelles.indikatortal import RESTER
from views.faelles.kilder import Belaeg, joined, of_rows
from views.faelles.poster import of_projects
from views.faelles.puljevalg import chosen_pool
from views.faelles.registerview import register_view
from views.faelles.view import View
from views.sprog import dansk
from views.sprog.dansk import counted
from views.sprog.ord import KAN_INDLAESES

SIDE = "puljen"
ORDNING = "ordning"
FAELLES = ("fælles projekt", "fælles projekter")
INGEN_PULJER = f"Datasættet har ingen puljer. {KAN_INDLAESES}"
UDEN_BELOEB = "ikke oplyst"
# A frame for several years and the rounds that were paid out of it: amounts that must never be added. (One that is in
# the data as a note only.)
RUNDER_I_RAMME = {"laege-sundhedshus-2018-2021": ("laege-sundhedshus-2018", "laege-sundhedshus-2019")}


@dataclass(frozen=True, eq=False)
class Pulje:
    """A pool with its projects, seen at the level of `filters` (whose `pulje` is set and whose period is open).

    ramme_kr, ansoegninger, stoettede and andel_mindst (0-1) are what was published, None when it was not. projekter:
    see queries.pool_projects. omraader: omraade_id, navn, `beloeb_kr` (kroner that belong to the area alone, NaN when
    not known), `kr_pr_indbygger` (NaN likewise), indbyggere, `projekter` (counted in the sum), `uden_beloeb`,
    `beroerte` (projects that the area has a part in) and `delte` (those of them that it shares with others). rester:
    the same for what stands in no one area. eget: what was published of the pool rests on; belaeg:
    that and all its projects. mangel: why rates and comparisons do not hold, "" when they do.
    """

    filters: Filters
    navn: str
    periode: str
    ramme_kr: float | None
    ansoegninger: int | None
    stoettede: int | None
    andel_mindst: float | None
    note: str
    eget: Belaeg
    belaeg: Belaeg
    projekter: pd.DataFrame
    omraader: pd.DataFrame
    rester: pd.DataFrame
    mangel: str

    @cached_property
    def bevilgede(self) -> pd.DataFrame:
        """The described projects that were granted something, also those that declined it."""
        return self.projekter[self.projekter["status"] != ORDNING]

    @cached_property
    def medregnede(self) -> pd.DataFrame:
        """The projects that count in sums."""
        return self.projekter[self.projekter["medregnes"]]

    @cached_property
    def uden_beloeb(self) -> pd.DataFrame:
        """Supported projects whose amount no source tells."""
        return self.projekter[self.projekter["mangler_beloeb"]]

    @cached_property
    def viste(self) -> pd.DataFrame:
        """What stands on the map: grants and standing schemes, not grants that were declined."""
        return self.projekter[_is_shown(self.projekter)]

    @property
    def paa_tvaers(self) -> pd.DataFrame:
        """Shown projects that cover several areas of the level."""
        return self.viste[self.viste["omraade_ids"].map(len) > 1]

    @property
    def ikke_stedfaestet(self) -> pd.DataFrame:
        """Shown projects that are known for a larger area than the level's."""
        return self.viste[self.viste["omraade_ids"].map(len) == 0]

    @property
    def i_alt(self) -> float:
        """The sum of the known amounts, NaN when none is known."""
        return self.medregnede["beloeb_kr"].sum(min_count=1)

    @property
    def har_beloeb(self) -> bool:
        """Is any amount known?"""
        return not self.medregnede.empty

    @property
    def niveau(self) -> str:
        """The areas of the level in the plural."""
        return niveauer.level(self.filters.niveau).navn_flertal

    @property
    def art(self) -> tuple[str, str]:
        """What the pool pays for, in the singular and the plural: projects, or standing schemes."""
        kun_ordninger = len(self.viste) and (self.viste["status"] == ORDNING).all()
        return ("ordning", "ordninger") if kun_ordninger else ("projekt", "projekter")

    def shown(self, antal: int) -> str:
        """A number of the projects: "3 projekter", "1 ordning"."""
        return counted(antal, *self.art)

    def projects_in(self, omraade_id: str) -> pd.DataFrame:
        """All projects that stand in an area, whether they count or not."""
        return self.projekter.loc[[omraade_id in en for en in self.projekter["omraade_ids"]]]


def read_pool(filters: Filters, data: Snapshot) -> Pulje | None:
    """The chosen pool, or None when the dataset has no pools."""
    pulje_id = chosen_pool(filters, data)
    if not pulje_id:
        return None
    filters = filters.on(pulje=pulje_id, fra=None, til=None)
    post = queries.pools(filters.datasaet, data).set_index("pulje_id").loc[pulje_id]
    post = post.astype(object).where(post.notna(), None)
    projekter = pool_projects(pulje_id, filters.niveau, filters.struktur, filters.datasaet, data)
    mangel = _missing(filters, projekter, post["stoettede_projekter"], data)
    alle = _areas(filters, projekter, bool(mangel), data)
    rest = alle["omraade_id"].isin(RESTER)
    eget = of_rows(queries.source(post["kilde_id"], data), data)
    return Pulje(
        filters=filters,
        navn=post["navn"],
        periode=post["periode"] or "",
        ramme_kr=post["ramme_kr"],
        ansoegninger=post["ansoegninger"],
        stoettede=post["stoettede_projekter"],
        andel_mindst=post["andel_nord_sjaelland_mindst"],
        note=post["note"] or "",
        eget=eget,
        belaeg=joined([eget, of_projects(projekter, data)]),
        projekter=projekter,
        omraader=alle[~rest].reset_index(drop=True),
        rester=alle[rest].reset_index(drop=True),
        mangel=mangel,
    )


def pool_view(id_: str, pulje: Pulje, data: Snapshot, **dele) -> View:
    """A View of one pool: its name and years in the subtitle, and its own sources."""
    dele = {"coverage": coverage(pulje), "belaeg": pulje.belaeg} | dele
    view = register_view(id_, "pulje", SIDE, pulje.filters, data, **dele)
    aar = [int(en) for en in pulje.periode.split("-") if en]
    i_aarene = pulje.filters.on(fra=aar[0], til=aar[-1]) if aar else pulje.filters
    undertitel = f"{pulje.navn} · {saetninger.subtitle(i_aarene)}"
    return replace(view, subtitle=undertitel)


def withheld(pulje: Pulje, what: str, data: Snapshot) -> str:
    """Why a rate or a comparison is not shown for this pool; "" when it is."""
    af_registeret = withheld_reason("pulje", what, pulje.filters, data)
    return af_registeret or (pulje.mangel and f"{what} vises ikke for denne pulje. {pulje.mangel}")


def definition(data: Snapshot) -> str:
    """What an amount is, in the catalogue's words."""
    indikator = queries.catalogue(data)["pulje_beloeb"]
    return f"{indikator.definition} {indikator.note}"


def kroner(beloeb: float) -> str:
    """An amount in full: "1.450.000 kr.", with øre only where there are any."""
    return f"{dansk.number(beloeb, 0 if beloeb == round(beloeb) else 2)} kr."


def described(pulje: Pulje) -> str:
    """How many of the grants are described, in one sentence."""
    antal = len(pulje.bevilgede)
    if pulje.stoettede is not None:
        if antal >= pulje.stoettede:
            return "Alle støttede projekter er beskrevet."
        return f"{antal} af {counted(pulje.stoettede, 'støttet projekt', 'støttede projekter')} er beskrevet."
    if not antal:
        return "Ingen støttede projekter er beskrevet."
    return f"{counted(antal, 'projekt', 'projekter')} er beskrevet; hvor mange der fik støtte i alt, er ikke oplyst."


def not_counted(pulje: Pulje) -> str:
    """What stands in the list but in no sum, in sentences; "" when there is nothing."""
    status = pulje.projekter["status"]
    saetninger = []
    if antal := len(pulje.uden_beloeb):
        saetninger.append(f"{counted(antal, 'projekt', 'projekter')} uden oplyst beløb er ikke med i summen.")
    if antal := int((status == "takkede nej").sum()):
        saetninger.append(f"{counted(antal, 'ansøger', 'ansøgere')} takkede nej og tælles ikke med.")
    if antal := int((status == ORDNING).sum()):
        saetninger.append(f"{counted(antal, 'ordning', 'ordninger')} er ikke projekter og tælles ikke med.")
    return " ".join(saetninger)


def coverage(pulje: Pulje) -> str:
    """What is known of the pool, and how that stands which is in no one area."""
    saetninger = [described(pulje), not_counted(pulje)]
    if len(pulje.paa_tvaers):
        taelles = ", men tælles én gang, i rækken »Dækker flere områder«" if pulje.paa_tvaers["medregnes"].any() else ""
        saetninger.append(
            f"{_with_amount(pulje, pulje.paa_tvaers)} dækker flere {pulje.niveau}: vises ved hvert område{taelles}."
        )
    if len(pulje.ikke_stedfaestet):
        saetninger.append(
            f"{_with_amount(pulje, pulje.ikke_stedfaestet)} kendes kun for et større område: ikke stedfæstet, men med "
            "i totalen."
        )
    return " ".join(en for en in saetninger if en)


def _is_shown(projekter: pd.DataFrame) -> pd.Series:
    return projekter["er_stoettet"] | (projekter["status"] == ORDNING)


def _with_amount(pulje: Pulje, projekter: pd.DataFrame) -> str:
    medregnede = projekter.loc[projekter["medregnes"], "beloeb_kr"]
    beloeb = f" ({dansk.quantity(medregnede.sum(), 'kr.')})" if len(medregnede) else ""
    return pulje.shown(len(projekter)) + beloeb


def _missing(filters: Filters, projekter: pd.DataFrame, stoettede: int | None, data: Snapshot) -> str:
    """Why the pool does not hold comparisons: the register is not complete, or not all its projects are described."""
    komplet, begrundelse = queries.is_complete(filters.datasaet, "pulje", filters.niveau, data=data)
    if not komplet:
        return begrundelse
    beskrevne = int((projekter["status"] != ORDNING).sum())
    if projekter.empty or (stoettede is not None and beskrevne < stoettede):
        hvor_mange = (
            dansk.quantity(stoettede, "støttede projekter") if stoettede else "et ukendt antal støttede projekter"
        )
        return f"Kun {beskrevne} af {hvor_mange} er beskrevet."
    return ""


def _areas(filters: Filters, projekter: pd.DataFrame, mangelfuld: bool, data: Snapshot) -> pd.DataFrame:
    """The pool by area. An area whose only grant has no amount is unknown, not 0; and so is one without any where not
    all projects are described."""
    ramme = queries.pulje_pr_omraade(
        filters.niveau, filters.struktur, filters.datasaet, filters.pulje, data=data
    ).astype({"beloeb_kr": float, "kr_pr_indbygger": float})
    ramme["projekter"] = ramme["projekter"].fillna(0).astype(int)
    vist = projekter.loc[_is_shown(projekter), "omraade_ids"]
    for kolonne, steder in (("beroerte", vist), ("delte", vist[vist.map(len) > 1])):
        ramme[kolonne] = ramme["omraade_id"].map(steder.explode().value_counts()).fillna(0).astype(int)
    ukendt = (ramme["projekter"] == 0) & ((ramme["uden_beloeb"] > 0) | mangelfuld)
    ramme.loc[ukendt & ~ramme["omraade_id"].isin(RESTER), ["beloeb_kr", "kr_pr_indbygger"]] = float("nan")
    return ramme
