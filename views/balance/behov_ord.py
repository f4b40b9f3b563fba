"""What the views of need say alike: titles, sums that always are two, and tables."""

import pandas as pd

from geo import niveauer
from geo.kortlag import layer
from queries import behov
from views.faelles import saetninger
from views.faelles.behovstal import (
    EFTER_ALDER,
    HVOR_DE_SIDDER,
    INDBYGGERE,
    KUN_PLO,
    MODEL,
    NORMTAL,
    TAELLES_I,
    TILMELDTE,
    TO_I_EN,
    Behovstal,
)
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.sprog import dansk

SIDE = "balance"
ENHED = "kapaciteter"
GENNEMSNIT = f"Modellens gennemsnit, {INDBYGGERE} pr. kapacitet"
GENNEMSNIT_TILMELDTE = f"Modellens gennemsnit, {TILMELDTE} pr. kapacitet"
PLO, MINDST = "PLO’s gennemsnit, patienter pr. kapacitet", "Minimumspatienttal, gennemsnit (mindst 3 klinikker)"
LISTET = "Tilmeldte patienter"
BEHOV_TILMELDTE = f"Behov ({NORMTAL}, {TILMELDTE})"
BEHOV, EFTER, EFTER_MODEL = f"Behov ({NORMTAL})", "Behov efter alder (illustration)", f"Behov ({MODEL})"


def need_view(id_: str, tal: Behovstal, filters: Filters, **dele) -> View:
    """A View with what those of need share."""
    return View(
        **{
            "id": id_,
            "subtitle": saetninger.subtitle(filters.on(niveau=tal.filters.niveau)),
            "table": table(tal),
            "decimals": decimals(tal),
            "definition": f"{tal.definition} {EFTER_ALDER}",
            "sources": tal.belaeg.kilder,
            "as_of": tal.belaeg.opgjort,
            "coverage": coverage(tal),
            "geography": layer(niveauer.map_level(tal.filters.niveau), filters.struktur).grundlag.navn,
            "link": filters.link(SIDE),
            "filters": filters,
        }
        | dele
    )


def amount(vaerdi: float, decimaler: int = 0) -> str:
    """ "88 kapaciteter", "1 kapacitet"."""
    return dansk.quantity(vaerdi, ENHED, decimaler)


def how_many(tal: Behovstal) -> str:
    """ "17 sundhedsråd"."""
    return dansk.quantity(len(tal.raekker), tal.flertal)


def sums(tal: Behovstal, decimaler: int = 1) -> str:
    """Gross and net in one sentence; "" where not all is known."""
    if not tal.er_hele or len(tal.raekker) < 2:
        return ""
    brutto, netto = tal.i_alt
    mod = f"netto {dansk.number(netto, decimaler)}"
    if netto < 0:
        mod = f"under ét er der {dansk.number(-netto, decimaler)} flere end behovet"
    return f"Lagt sammen for {how_many(tal)}: brutto mangler {amount(brutto, decimaler)}, {mod}."


def title(tal: Behovstal, filters: Filters) -> str:
    """The chosen area's two numbers and what lies between; else both sums of all areas."""
    if len(tal.valgte) == 1 and tal.valgte["kapacitet"].notna().all():
        return of_one(tal.valgte.iloc[0], tal.maal, tal.regel)
    if tal.er_hele and len(tal.raekker) > 1:
        brutto, netto = tal.i_alt
        inde = filters.omraade and not len(tal.valgte) and tal.filters.niveau != "region"
        hvor = f" i {filters.area_name()}" if inde else ""
        mod = f"netto {dansk.number(netto)}" if netto >= 0 else f"under ét er der {dansk.number(-netto)} flere"
        hvem = f"{dansk.capital(how_many(tal))}{hvor}, {tal.hvornaar}"
        return f"{hvem}: efter {tal.regel} mangler brutto {amount(brutto)}, {mod}{of_plo(tal)}"
    if len(tal.kendte):
        return f"Behov efter {tal.regel} mod {TAELLES_I[tal.maal][0]}, kendt for {len(tal.kendte)} af {how_many(tal)}"
    return f"Behov efter {tal.regel} i {how_many(tal)}; kapaciteten er ikke kendt"


def of_plo(tal: Behovstal) -> str:
    """That the capacities are those of PLO-klinikker alone, in a title that does not name them."""
    return ", kun PLO" if tal.maal == behov.KAPACITETER_PLO else ""


def of_one(post, maal: str, regel: str) -> str:
    """ "Region Sjælland, 2020: 435 praktiserende læger mod et behov på 523; der mangler 88 (dækning 83 pct.)"."""
    er = dansk.quantity(post.kapacitet, TAELLES_I[maal][0])
    mellem = f"der mangler {dansk.number(post.mangler)}"
    if round(post.forskel) >= 0:
        mellem = f"{dansk.number(post.forskel)} flere" if round(post.forskel) else "ingen forskel"
    return (
        f"{post.navn}, {dansk.day(post.dato)}: {er} mod et behov på {dansk.number(post.behov)} efter {regel}; "
        f"{mellem} (dækning {dansk.number(post.daekning_pct)} pct.)"
    )


def coverage(tal: Behovstal) -> str:
    """For how many areas supply is known, and why they are others than those asked for."""
    kendt = f"Kapaciteten er kendt for {len(tal.kendte)} af {how_many(tal)}."
    aar = {str(en)[:4] for en in tal.kendte["dato"]}
    forskellige = "Tallene er fra forskellige år og lægges derfor ikke sammen." if len(aar) > 1 else ""
    return " ".join(filter(None, [tal.hvorfor, kendt, forskellige]))


def reservations(tal: Behovstal) -> str:
    """What the reader must know of the supply that is counted."""
    dele = [
        KUN_PLO.get(tal.maal, ""),
        HVOR_DE_SIDDER if tal.filters.niveau == "kommune" and tal.maal else "",
        TO_I_EN if "oestdanmark" in set(tal.raekker["omraade_id"]) else "",
    ]
    return " ".join(filter(None, dele))


def names(tal: Behovstal, raekker: pd.DataFrame) -> tuple[str, ...]:
    """The areas by their short names, with the year of each where they differ."""
    alle = niveauer.areas(tal.filters.niveau, tal.filters.struktur)
    ens = len({en[:4] for en in raekker["dato"].dropna()}) < 2
    return tuple(
        alle[post.omraade_id].kort_navn + ("" if ens or not isinstance(post.dato, str) else f", {post.dato[:4]}")
        for post in raekker.itertuples()
    )


def table(tal: Behovstal) -> pd.DataFrame:
    """Every area with its need, its supply and what lies between, each in a column of its own."""
    raekker = tal.raekker
    ud = pd.DataFrame({"Område": raekker["navn"]})
    if tal.af_tilmeldte:
        opgjort = [dansk.day(en) for en in raekker["tilmeldte_dato"]]
        ud = ud.assign(**{LISTET: raekker["folk"], f"{LISTET}, opgjort": opgjort})
    ud = ud.assign(
        **{
            "Indbyggere": raekker["indbyggere"],
            "Folketal": raekker["aar"].astype(str),
            BEHOV_TILMELDTE if tal.af_tilmeldte else BEHOV: raekker["behov_flad"],
        }
    )
    if raekker["behov_alder"].notna().any():
        ud[EFTER] = raekker["behov_alder"]
    if raekker["behov_model"].notna().any():
        ud = ud.assign(**_by_model(tal))
    if not tal.maal:
        return ud
    return ud.assign(
        **{
            TAELLES_I[tal.maal][1]: raekker["kapacitet"].astype(float),
            "Opgjort": [dansk.day(en) if isinstance(en, str) else None for en in raekker["dato"]],
            "Forskel": raekker["forskel"].astype(float),
            "Mangler": raekker["mangler"].astype(float),
            "Dækning, pct.": raekker["daekning_pct"].astype(float),
        }
    )


def _by_model(tal: Behovstal) -> dict:
    """The model's target, which version and whether it is a draft, from when, and what PLO asks for instead of limits
    of single clinics: the mean of the area."""
    raekker = tal.raekker
    return {
        EFTER_MODEL: raekker["behov_model"],
        GENNEMSNIT_TILMELDTE if tal.af_tilmeldte else GENNEMSNIT: raekker["folk"] / raekker["behov_model"],
        PLO: raekker["plo_gennemsnit"],
        MINDST: raekker["minimum_gns"],
        "Målsæt": [
            f"{en} (udkast)" if udkast else en if isinstance(en, str) else None
            for en, udkast in zip(raekker["maalsaet"], raekker["er_udkast"], strict=True)
        ],
        "Målet gælder fra": [dansk.day(en) if isinstance(en, str) else None for en in raekker["maal_fra"]],
    }


def decimals(tal: Behovstal) -> dict[str, int]:
    """How the columns of `table` are written."""
    en = {BEHOV_TILMELDTE: 1, LISTET: 0} if tal.af_tilmeldte else {BEHOV: 1}
    if tal.raekker["behov_alder"].notna().any():
        en[EFTER] = 1
    if tal.raekker["behov_model"].notna().any():
        en |= {EFTER_MODEL: 1, GENNEMSNIT_TILMELDTE if tal.af_tilmeldte else GENNEMSNIT: 0, PLO: 0, MINDST: 0}
    if not tal.maal:
        return {"Indbyggere": 0} | en
    en |= dict.fromkeys(("Forskel", "Mangler", "Dækning, pct."), 1)
    return {"Indbyggere": 0, TAELLES_I[tal.maal][1]: 1 if tal.maal == behov.BEREGNET else 0} | en
