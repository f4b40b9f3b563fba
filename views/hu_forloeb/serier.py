"""HU-forløb year by year: dimensioned, advertised, filled and vacant posts of an area."""

import pandas as pd

from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.figur.model import OVER, STABLET, Aksefigur, Note, Ord, Punkter, Rude, Soejler
from views.hu_forloeb import figur
from views.hu_forloeb.tal import (
    DEFINITION,
    GENOPSLAG,
    KOLONNER,
    hu_view,
    in_sentence,
    part_years,
    parts_only,
    settled,
    told_by,
    year_list,
    years,
)
from views.hu_forloeb.udsagn import as_list, statements_about
from views.sprog import dansk
from views.sprog.markdown import Markdown
from views.sprog.ord import KAN_INDLAESES


def series_view(filters: Filters, data: Snapshot) -> View:
    """Posts year by year for the chosen area or the country; unknown years are empty, forecasts hatched."""
    sted = dansk.capital(filters.place())
    serie = years(filters, filters.omraade, data)
    serie = serie[serie[list(KOLONNER)].notna().any(axis=1)]
    delvise = part_years(filters, data)
    udsagn = statements_about(filters, data) if serie.empty else pd.DataFrame()
    return hu_view(
        "hu_serie",
        filters,
        data,
        sted=sted,
        belaeg=told_by([udsagn if len(udsagn) else serie], data),
        title=f"{sted}: kilderne giver intet tal, men siger"
        if len(udsagn)
        else _series_title(settled(serie, delvise), sted),
        figure=None if serie.empty else _series_figure(serie),
        table=_series_table(serie),
        alt=_series_alt(settled(serie, delvise), sted),
        definition=DEFINITION,
        coverage=_series_coverage(serie, settled(serie, delvise)),
        text=as_list(udsagn) if len(udsagn) else Markdown(""),
        note=_series_note(serie, sted, filters),
    )


def _series_title(kendte: pd.DataFrame, sted: str) -> str:
    if kendte.empty:
        return f"HU-forløb år for år: {sted}"
    foerste, sidste = kendte.iloc[0], kendte.iloc[-1]
    if len(kendte) == 1:
        opslaaet = dansk.quantity(sidste["opslaaet"], f"{'kendte ' if sidste['kun_dele'] else ''}opslåede HU-forløb")
        return f"{sted} {sidste['aar']}: {sidste['besat']} af {opslaaet} blev besat"
    if foerste["kun_dele"] or sidste["kun_dele"]:  # not the same parts, perhaps: one year is not held against another
        kendt = f"{'kendte ' if sidste['kun_dele'] else ''}ubesatte HU-forløb"
        return f"{sted}: {dansk.quantity(sidste['ubesat'], kendt)} i {sidste['aar']}"
    ubesat = dansk.quantity(sidste["ubesat"], "ubesatte HU-forløb")
    return f"{sted}: {ubesat} i {sidste['aar']}, {foerste['ubesat']} i {foerste['aar']}"


def _series_alt(kendte: pd.DataFrame, sted: str) -> str:
    tekst = [
        f"{p.aar}: {dansk.quantity(p.opslaaet, 'opslåede')}, {dansk.quantity(p.besat, 'besatte')}, "
        f"{dansk.quantity(p.ubesat, 'ubesatte')}"
        for p in kendte.itertuples()
    ]
    return f"Søjler for HU-forløb i {in_sentence(sted)}. " + (
        "; ".join(tekst) + "." if tekst else "Ingen år med både opslåede og besatte."
    )


def _series_coverage(serie: pd.DataFrame, hele: pd.DataFrame) -> str:
    kendte, dele = (hele.loc[en, "aar"].astype(int).tolist() for en in (~hele["kun_dele"], hele["kun_dele"]))
    if dele and not kendte:
        return f"Opslåede og besatte kendes kun for en del af området, i {year_list(dele)}."
    if not kendte:
        return "Ingen år, hvor både opslåede og besatte forløb er kendt."
    andre = sorted(set(serie["aar"].astype(int)) - set(hele["aar"].astype(int)))
    rest = f" For {year_list(andre)} kendes kun en del eller en prognose." if andre else ""
    rest += f" For {year_list(dele)} er tallene kun fra en del af området." if dele else ""
    return f"Opslåede og besatte kendes for {year_list(kendte)}.{rest} Et år uden søjle er ukendt, ikke nul."


def _series_note(serie: pd.DataFrame, sted: str, filters: Filters) -> str:
    if serie.empty:
        periode = dansk.period(filters.fra, filters.til)
        return (
            f"Ingen kilde fortæller om opslåede eller besatte HU-forløb for {in_sentence(sted)} ({periode}). "
            f"Vælg hele landet eller flere år. {KAN_INDLAESES}"
        )
    dele = sorted(set(serie.loc[serie["kun_dele"], "aar"].astype(int)))
    return " ".join([*([parts_only(sted, year_list(dele))] if dele else []), GENOPSLAG])


def _series_table(serie: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "År": serie["aar"].astype(str),
            "Status": serie["er_prognose"].map({True: "Prognose", False: "Faktisk"}),
            **{navn: serie[maal] for maal, navn in KOLONNER.items()},
            "Bemærkning": serie["noter"],
        }
    )


def _series_figure(serie: pd.DataFrame) -> Aksefigur:
    aar = tuple(str(et) for et in range(int(serie["aar"].min()), int(serie["aar"].max()) + 1))
    tavse = sorted(set(aar) - set(serie.loc[serie["besat"].notna(), "aar"].astype(str)))
    rude = Rude(
        (*_outcomes(serie), *_frames(serie), _labels(serie)),
        figur.years(aar),
        figur.values("Forløb, genopslag talt med"),
    )
    return figur.framed(
        (rude,),
        380,
        maade=STABLET,
        prognose=bool(serie["er_prognose"].any()),
        noter=tuple(Note("ukendt", et, 0, lodret=True, daempet=True) for et in tavse),
    )


def _outcomes(serie: pd.DataFrame) -> list[Soejler]:
    """Filled and vacant posts, those that are expected apart. A year that is only partly known has its numbers inside
    its bar; of the others the vacant posts stand above."""
    delvise = {str(et) for et in _partly_known(serie)}
    soejler = []
    for prognose in (False, True):
        del_ = serie[serie["er_prognose"] == prognose].assign(aar=lambda r: r["aar"].astype(str)).set_index("aar")
        hover = {post.Index: _series_hover(post) for post in del_.itertuples()}
        for maal, farve in (("besat", figur.BESAT), ("ubesat", figur.UBESAT)):
            kendte = del_[maal].dropna()
            if kendte.empty:
                continue
            steder, antal = kendte.index.tolist(), kendte.astype(int).tolist()
            tekster = None
            if maal == "ubesat":
                tekster = [str(v) if et in delvise else "" for et, v in zip(steder, antal, strict=True)]
            hovers = [hover[et] for et in steder]
            soejler.append(figur.bars(KOLONNER[maal], farve, steder, antal, hovers, prognose=prognose, tekster=tekster))
    return soejler


def _frames(serie: pd.DataFrame) -> list[Punkter]:
    """Dimensioned posts of a year as one mark; of a year that is partly a forecast the mark stands for the whole."""
    kendte = serie[serie["dimensioneret"].notna()]
    pr_aar = kendte.groupby("aar").agg(antal=("dimensioneret", "sum"), prognose=("er_prognose", "any"))
    maerker = []
    for prognose, del_ in pr_aar.groupby("prognose"):
        x, y = del_.index.astype(str).tolist(), del_["antal"].astype(int).tolist()
        hale = " (prognose)" if prognose else ""
        hover = [f"{et}: {dansk.quantity(antal, 'dimensionerede')}{hale}" for et, antal in zip(x, y)]
        maerker.append(figur.posts("Dimensioneret", x, y, hover, prognose=bool(prognose)))
    return maerker


def _series_hover(post) -> str:
    linjer = [f"<b>{post.Index}{' (prognose)' if post.er_prognose else ''}</b>"]
    for maal, ord_ in (("opslaaet", "opslåede"), ("besat", "besatte"), ("ubesat", "ubesatte")):
        vaerdi = getattr(post, maal)
        linjer.append(f"{dansk.capital(ord_)}: {'ukendt' if pd.isna(vaerdi) else dansk.number(vaerdi)}")
    return "<br>".join(linjer)


def _labels(serie: pd.DataFrame) -> Punkter:
    """Above its bar, clear of the mark for dimensioned posts: the vacant posts of a year; in italics a forecast of the
    filled. A year that is only partly known has its numbers inside the bar."""
    delvise = _partly_known(serie)
    x, y, tekst, farve = [], [], [], []
    for post in serie[serie["besat"].notna() & ~serie["aar"].isin(delvise)].itertuples():
        if not post.er_prognose and pd.isna(post.ubesat):
            continue
        hoejde = [post.besat] if post.er_prognose else [post.opslaaet, post.dimensioneret, post.besat]
        x.append(str(post.aar))
        y.append(max(int(v) for v in hoejde if not pd.isna(v)))
        tekst.append(f"<i>{post.besat}</i>" if post.er_prognose else f"<b>{post.ubesat}</b>")
        farve.append(figur.BESAT if post.er_prognose else figur.UBESAT)
    ord_ = Ord(tuple(tekst), OVER, tuple(farve))
    return Punkter("", tuple(x), tuple(y), form="", ord=ord_, forklares=False, afstand=18)


def _partly_known(serie: pd.DataFrame) -> set[int]:
    """Years with something that happened and something that is expected."""
    return set(serie.loc[serie["er_prognose"], "aar"]) & set(serie.loc[~serie["er_prognose"], "aar"])
