"""Need against capacity, area by area: how far apart the two are."""

from dataclasses import replace

import pandas as pd

from queries.database import Snapshot
from views.balance import behov_ord
from views.faelles.behovstal import TAELLES_I, Behovstal, need_and_supply
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.figur import farver
from views.figur.model import TIL_HOEJRE, Aksefigur, Kategorier, Ord, Punkter, Rude, Serie, Soejler, Talakse
from views.sprog import dansk

FLEST_RAEKKER, DECIMALER = 20, 2


def target_and_capacity(filters: Filters, data: Snapshot) -> View:
    """Each area as a row: a ring at what it needs, a dot at what it has, and what lies between in numbers."""
    tal = need_and_supply(filters, data)
    vist = shown(tal)
    return behov_ord.need_view(
        "beh_maal_og_kapacitet",
        tal,
        filters,
        title=behov_ord.title(tal, filters),
        figure=_figure(tal, vist),
        alt=_alt(tal, vist),
        note=" ".join(filter(None, [behov_ord.sums(tal), cut(tal, vist), behov_ord.reservations(tal)])),
    )


def shown(tal: Behovstal) -> pd.DataFrame:
    """The rows that are drawn: a long list is cut, but the chosen area always stands in it. Where supply is known of
    some only, those alone."""
    raekker = tal.raekker
    if len(raekker) > FLEST_RAEKKER and not tal.er_hele:
        raekker = tal.kendte if len(tal.kendte) else raekker.sort_values("behov", ascending=False)
    resten = raekker.iloc[FLEST_RAEKKER:]
    return pd.concat([raekker.iloc[:FLEST_RAEKKER], resten[resten["valgt"]]])


def cut(tal: Behovstal, vist: pd.DataFrame) -> str:
    """That the list is cut."""
    if len(vist) >= len(tal.raekker):
        return ""
    hvilke = "de, der mangler flest" if tal.er_hele else "de kendte" if len(tal.kendte) else "de største"
    return f"{dansk.quantity(len(vist), tal.flertal)} er vist: {hvilke}. Alle {len(tal.raekker)} står i tabellen."


def gap(post) -> str:
    """What lies between, in capacities; "" where nothing is known."""
    if post.forskel != post.forskel:
        return ""
    if round(post.forskel, 1) < 0:
        return f"mangler {dansk.number(post.mangler, 1)}"
    return f"{dansk.number(post.forskel, 1)} flere"


def hover(tal: Behovstal, post) -> str:
    """An area's numbers in few words, for every area's are sent: what lies between them is written beside."""
    behov = f"<b>{post.navn}</b><br>behov {dansk.number(post.behov, 1)}"
    if post.kapacitet != post.kapacitet:
        return f"{behov}<br>kapacitet: {dansk.INGEN_DATA}"
    har = dansk.quantity(post.kapacitet, TAELLES_I[tal.maal][0])
    return f"{behov}<br>{har}, dækning {dansk.number(post.daekning_pct, 1)} pct."


def _figure(tal: Behovstal, vist: pd.DataFrame) -> Aksefigur:
    navne = behov_ord.names(tal, vist)
    valgte = tuple(navn for navn, en in zip(navne, vist["valgt"], strict=True) if en)
    y = Kategorier(navne, valgte, fra_oven=True)
    rude = Rude(_series(tal, vist, navne), Talakse(dansk.capital(behov_ord.ENHED)), y)
    return Aksefigur((rude,), 110 + 28 * len(vist), forklaring=True, luft=0.25, margen=(0, 110, 8, 40))


def _series(tal: Behovstal, vist: pd.DataFrame, navne: tuple[str, ...]) -> tuple[Serie, ...]:
    hvert = tuple(hover(tal, post) for post in vist.itertuples())
    behov, andet = (_drawn(vist[kolonne]) for kolonne in ("behov", "andet"))
    ringe = (True,) * len(vist)
    ved_siden = Punkter(f"Efter {tal.andet}", andet, navne, farver.SAMMENLIGN, "streg", stoerrelse=14, hover=hvert)
    maal = (
        *((ved_siden,) if tal.andet else ()),
        Punkter(f"Behov efter {tal.regel}", behov, navne, farver.REFERENCE, aaben=ringe, stoerrelse=13, hover=hvert),
    )
    if not tal.maal:
        return maal
    maal = tuple(replace(en, hover=()) for en in maal)  # the dot of the row says all of it
    kapacitet = _drawn(vist["kapacitet"])
    farve = tuple(farver.MARKERET if en else farver.LINJE for en in vist["valgt"])
    prikker = Punkter(TAELLES_I[tal.maal][1], kapacitet, navne, farve, stoerrelse=13, hover=hvert)
    ender = tuple(max(en for en in tre if en is not None) for tre in zip(behov, andet, kapacitet, strict=True))
    ord_ = Ord(tuple(map(gap, vist.itertuples())), TIL_HOEJRE)
    afstande = Punkter("", ender, navne, form="", ord=ord_, forklares=False, afstand=16)
    return (_between(navne, behov, kapacitet), *maal, prikker, afstande)


def _drawn(vaerdier: pd.Series) -> tuple[float | None, ...]:
    """Values as precise as they can be seen."""
    return tuple(None if en != en else round(float(en), DECIMALER) for en in vaerdier)


def _between(navne: tuple[str, ...], behov: tuple[float, ...], kapacitet: tuple[float | None, ...]) -> Soejler:
    """A thin bar from the one to the other; none where one of them is not known."""
    par = tuple(zip(behov, kapacitet, strict=True))
    return Soejler(
        "",
        navne,
        tuple(None if k is None else round(abs(k - b), DECIMALER) for b, k in par),
        farver.REFERENCE,
        liggende=True,
        begynder=tuple(b if k is None else min(b, k) for b, k in par),
        tykkelse=0.12,
        forklares=False,
    )


def _alt(tal: Behovstal, vist: pd.DataFrame) -> str:
    hvad = f"en prik ved {TAELLES_I[tal.maal][0]}" if tal.maal else "ingen prik, for kapaciteten er ikke kendt"
    raekker = dansk.quantity(len(vist), tal.flertal)
    streg = f", en streg ved behovet efter {tal.andet}" if tal.andet else ""
    ringe = f"en ring ved behovet efter {tal.regel}{streg}"
    return f"En række for hver af {raekker}: {ringe}, {hvad}."
