"""What every view of one indicator shares: its frame, its table, the text of an area."""

from collections.abc import Sequence

import pandas as pd

from geo import niveauer
from geo.kortlag import layer
from queries.database import Snapshot
from queries.opslag import Indikator
from views.faelles import saetninger
from views.faelles.bag_tallet import list_link
from views.faelles.filtre import Filters
from views.faelles.indikatortal import RESTER, Indikatortal, indicator_series, remembered
from views.faelles.kilder import Belaeg, of_map
from views.faelles.nyere import newer_on_map, newer_than
from views.faelles.paastand import Aarene, years_of
from views.faelles.view import View
from views.figur.model import PROGNOSE, Linje, Punkter, Serie, Soejler
from views.sprog import dansk


def indicator_view(
    id_: str, tal: Indikatortal, filters: Filters, data: Snapshot, *, belaeg: Belaeg | None = None, **dele
) -> View:
    """A View with what all views of an indicator share. `belaeg`: what it rests on, when that is not all areas."""
    belaeg = belaeg or of_map(tal, data)
    lag = layer(niveauer.map_level(filters.niveau), filters.struktur)
    return View(
        id=id_,
        subtitle=saetninger.indicator_subtitle(tal, filters),
        definition=tal.indikator.definition + (f" {tal.indikator.note}" if tal.indikator.note else ""),
        sources=belaeg.kilder,
        as_of=belaeg.opgjort,
        coverage=" ".join(filter(None, [saetninger.coverage(tal), newer_on_map(tal, data), newer_than(tal, data)])),
        geography=lag.grundlag.navn,
        link=filters.link(),
        filters=filters,
        decimals={navn: tal.indikator.decimaler for navn, slags in dele["table"].dtypes.items() if slags.kind in "iuf"},
        **dele,
    )


def class_name(tal: Indikatortal, vaerdi: float) -> str | None:
    """What a value of a kommune is called, where the catalogue has words for it."""
    return tal.indikator.value_name(vaerdi) if tal.filters.niveau == "kommune" else None


@remembered
def hover_texts(tal: Indikatortal) -> dict[str, str]:
    """The hover text of every area by omraade_id."""
    return {post.omraade_id: hover_text(tal, post) for post in tal.omraader.itertuples()}


def hover_text(tal: Indikatortal, post) -> str:
    """Name, value and date of an area (a row of `Indikatortal.omraader`) as HTML."""
    linjer = [post.navn]
    if post.vaerdi != post.vaerdi:
        return "<br>".join([*linjer, dansk.INGEN_DATA])
    tekst = class_name(tal, post.vaerdi) or tal.value_text(post.vaerdi)
    linjer.append(f"{post.kvalifikator} {tekst}" if post.kvalifikator else tekst)
    if post.dato:
        linjer.append(dansk.day(post.dato))
    return "<br>".join(linjer)


@remembered
def area_table(tal: Indikatortal) -> pd.DataFrame:
    """Område, the indicator and the date where dates differ; what is not placed and the country stand last."""
    if tal.withheld:
        return pd.DataFrame()
    samlet = _table_rows(tal)
    tabel = pd.DataFrame({"Område": samlet["navn"], tal.navn: samlet["vaerdi"]})
    if samlet["dato"].notna().any():
        tabel["Opgjort"] = [dansk.day(dato) if dato == dato and dato else "" for dato in samlet["dato"]]
    return tabel.reset_index(drop=True)


def area_lists(tal: Indikatortal, data: Snapshot) -> dict[tuple[int, str], str]:
    """Where the lists behind the numbers of `area_table` are."""
    return {} if tal.withheld else data.once(_area_lists, tal)


def _area_lists(tal: Indikatortal, data: Snapshot) -> dict[tuple[int, str], str]:
    ud = {}
    for nr, kode in enumerate(_table_rows(tal)["omraade_id"]):
        rest = kode if kode in RESTER else ""
        ud[nr, tal.navn] = list_link(tal.filters.on(omraade="" if rest or kode == niveauer.LAND else kode), data, rest)
    return {sted: link for sted, link in ud.items() if link}


def area_trends(tal: Indikatortal, filters: Filters, data: Snapshot) -> tuple[tuple[float | None, ...], ...]:
    """The values of each row of `area_table` in each of the whole years; () unless all are known for more than one."""
    if tal.withheld or not tal.komplet:
        return ()
    return data.once(_area_trends, tal, tal.filters.on(fra=filters.fra, til=filters.til, dag=filters.i_dag))


def _area_trends(tal: Indikatortal, filters: Filters, data: Snapshot) -> tuple[tuple[float | None, ...], ...]:
    serier = whole_years(indicator_series(filters, data), years_of(tal.indikator, filters, data))
    if len(serier) < 2:
        return ()
    ukendt = pd.Series(float("nan"), serier.index)
    raekker = [serier.get(kode, ukendt) for kode in _table_rows(tal)["omraade_id"]]
    return tuple(tuple(None if v != v else v for v in raekke) for raekke in raekker)


@remembered
def _table_rows(tal: Indikatortal) -> pd.DataFrame:
    """omraade_id, navn, vaerdi, dato of every row of the table, in its order."""
    omraader = tal.omraader
    if tal.komplet:
        omraader = omraader.sort_values("vaerdi", ascending=False, na_position="last")
    rester = tal.rester[tal.rester["vaerdi"].fillna(0) != 0]
    land = {"omraade_id": niveauer.LAND, "navn": niveauer.HELE_LANDET, "vaerdi": tal.i_alt, "dato": tal.i_alt_dato}
    dele = [omraader, rester, pd.DataFrame([land])]
    return pd.concat([en[list(land)].astype({"dato": object}) for en in dele if len(en)])


def whole_years(serier: pd.DataFrame, aarene: Aarene) -> pd.DataFrame:
    """The years of a series (its index) that are whole and have a figure: what a tiny line may be drawn of."""
    kendte = serier.loc[[aar in aarene.hele for aar in serier.index]]
    return kendte.dropna(how="all")


def year_series(
    navn: str, aar: Sequence[int], vaerdier: Sequence[float], farve: str, indikator: Indikator, aarene: Aarene
) -> tuple[Serie, ...]:
    """An indicator's values (NaN for a year that is not known) as a line where they are rates, else as bars; years of
    which more is to come as a series of their own, rings or hatched bars, that says what they lack."""
    steder = tuple(str(et) for et in aar)
    hover = tuple(
        f"{navn}, {aarene.text(et)}: {dansk.quantity(v, indikator.enhed, indikator.decimaler)}"
        for et, v in zip(aar, vaerdier, strict=True)
    )
    kendte = {et: v for et, v in zip(aar, vaerdier, strict=True) if v == v}
    hele = tuple(None if et in aarene.dele else kendte.get(et) for et in aar)
    serie = (Linje if indikator.er_forhold else Soejler)(navn, steder, hele, farve, hover)
    dele = [nr for nr, et in enumerate(aar) if et in aarene.dele and et in kendte]
    if not dele:
        return (serie,)
    mangler = ", ".join(aarene.text(aar[nr]) for nr in dele)
    steder, tal, hover = (tuple(alle[nr] for nr in dele) for alle in (steder, [kendte.get(et) for et in aar], hover))
    if indikator.er_forhold:
        return (serie, Punkter(mangler, steder, tal, farve, aaben=True, hover=hover))
    return (serie, Soejler(mangler, steder, tal, farve, hover, skraveret=PROGNOSE))
