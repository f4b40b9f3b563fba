"""The map of an indicator with what belongs to it: ranking, trend and the chosen area's numbers."""

import pandas as pd

from geo import niveauer
from geo.koropleth import Lagfarve, choropleth
from geo.kortlag import layer
from queries.database import Snapshot
from views import dansk, farver, ord
from views.filtre import Filters
from views.indikatortal import Indikatortal, indicator_sources, indicator_trend, indicator_values
from views.klasser import classify
from views.view import Tal, View

LAENGSTE_RANGLISTE = 20


def map_view(filters: Filters, data: Snapshot | None = None) -> View:
    """The choropleth of the chosen indicator, with its table twin."""
    tal = indicator_values(filters, data)
    tegnes = not tal.withheld and not tal.kendte.empty
    return _view(
        "kort",
        tal,
        data,
        title=_map_title(tal),
        figure=_map_figure(tal) if tegnes else None,
        table=_table(tal),
        alt=_map_alt(tal),
        note="" if tegnes or tal.withheld else ord.missing_data(tal),
        withheld=tal.withheld,
    )


def ranking_view(filters: Filters, data: Snapshot | None = None) -> View:
    """The areas from high to low, with the chosen one picked out; only on complete data."""
    tal = indicator_values(filters, data)
    withheld = tal.withheld
    if not withheld and not tal.komplet:
        withheld = (
            f"Ingen rangliste på disse data: den ville sammenligne det, kilderne tilfældigvis viser. {tal.begrundelse}"
        )
    ordnet = tal.kendte.sort_values(["vaerdi", "navn"], ascending=[False, True]).reset_index(drop=True)
    vises = not withheld and not ordnet.empty
    return _view(
        "rangliste",
        tal,
        data,
        title=f"{tal.indikator.navn}: " + ("rangliste" if withheld else "fra højest til lavest"),
        figure=_ranking_figure(tal, ordnet) if vises else None,
        table=_table(tal),
        alt=f"Søjler for {tal.indikator.navn.lower()} i {len(ordnet)} områder, fra højest til lavest.",
        note="" if vises or withheld else ord.missing_data(tal),
        withheld=withheld,
    )


def trend_view(filters: Filters, data: Snapshot | None = None) -> View:
    """The indicator year by year, for the chosen area with the country as reference where the two can share an axis."""
    tal = indicator_values(filters, data)
    serie = indicator_trend(filters, data)
    navn = _area_name(filters)
    kendte = serie[serie[["omraade", "land"]].notna().any(axis=1)]
    vises = not tal.withheld and not kendte.empty
    tabel = serie.astype({"aar": str}).rename(columns={"aar": "År", "omraade": navn or "Område", "land": "Hele landet"})
    note = ""
    if not tal.withheld and not tal.komplet:
        note = "Rækken viser, hvad kilderne fortæller om hvert år. Den er ikke en udvikling, og et tomt år er ikke nul."
    return _view(
        "udvikling",
        tal,
        data,
        title=f"{tal.indikator.navn} år for år" + (f": {navn}" if navn else ": hele landet"),
        figure=_trend_figure(tal, serie, navn) if vises else None,
        table=tabel if navn else tabel.drop(columns="Område"),
        alt=f"{tal.indikator.navn} for hvert år, {navn or 'hele landet'}.",
        note=note if vises or tal.withheld else ord.missing_data(tal),
        withheld=tal.withheld,
    )


def headline_numbers(filters: Filters, data: Snapshot | None = None) -> tuple[Tal, ...]:
    """Three numbers above the map: the chosen area's figure, its place and the country's; () when withheld.

    Without a chosen area: the country's figure, how much is known, and what is not placed.
    """
    tal = indicator_values(filters, data)
    if tal.withheld:
        return ()
    kilder, opgjort = indicator_sources(tal.indikator, filters, data)
    land = Tal(
        "Hele landet",
        _number(tal, tal.i_alt, tal.i_alt_kvalifikator, "land"),
        tal.indikator.enhed,
        tal.indikator.navn + ".",
        dansk.day(tal.i_alt_dato) if tal.i_alt_dato else opgjort,
        kilder,
        filters.link(),
    )
    valgt = tal.omraader[tal.omraader["omraade_id"] == filters.omraade]
    if valgt.empty:
        return (land, _known(tal, opgjort), _not_placed(tal, opgjort))
    post = valgt.iloc[0]
    egne = Tal(
        post["navn"],
        _number(tal, post["vaerdi"], post["kvalifikator"], filters.niveau),
        tal.indikator.enhed,
        (post["note"] or tal.indikator.navn).rstrip(".") + ".",
        dansk.day(post["dato"]) if post["dato"] else opgjort,
        kilder,
        filters.link(),
    )
    return (egne, _rank(tal, post, opgjort), land)


def _known(tal: Indikatortal, opgjort: str) -> Tal:
    niveau = niveauer.levels()[tal.filters.niveau].navn_flertal
    vaerdi = f"{len(tal.kendte)} af {len(tal.omraader)}"
    forklaring = (
        "Et område uden tal er ikke nul." if len(tal.kendte) < len(tal.omraader) else "Alle områder har et tal."
    )
    return Tal("Kendt for", vaerdi, niveau, forklaring, opgjort, (), tal.filters.link())


def _not_placed(tal: Indikatortal, opgjort: str) -> Tal:
    if tal.indikator.fravaer_er_nul:
        return Tal("Ikke stedfæstet", "0", tal.indikator.enhed, "Alt kan placeres.", opgjort, (), tal.filters.link())
    if tal.rester["vaerdi"].isna().all():
        forklaring = "Nøgletallet er et tal for området selv og lægges ikke sammen."
        return Tal("Ikke stedfæstet", "-", "", forklaring, opgjort, (), tal.filters.link())
    antal = tal.rester.loc[tal.rester["omraade_id"] == "ikke_stedfaestet", "vaerdi"].sum()
    forklaring = "Kendt kun for et større område; ikke på kortet, men med i totalen." if antal else "Alt kan placeres."
    tekst = _number(tal, antal, None, "land")
    return Tal("Ikke stedfæstet", tekst, tal.indikator.enhed, forklaring, opgjort, (), tal.filters.link())


def _number(tal: Indikatortal, vaerdi: float, kvalifikator: str | None, niveau: str) -> str:
    """A value as a large number; only short units stand with it."""
    if vaerdi != vaerdi:
        return dansk.INGEN_DATA
    tekst = tal.indikator.value_name(vaerdi) if niveau == "kommune" else None
    if tekst is None:
        kort_enhed = tal.indikator.enhed in ("kr.", "pct.")
        tekst = tal.value_text(vaerdi) if kort_enhed else dansk.number(vaerdi, tal.indikator.decimaler)
    return f"{kvalifikator} {tekst}" if kvalifikator else tekst


def _rank(tal: Indikatortal, post: pd.Series, opgjort: str) -> Tal:
    """The area's place from the top; equal figures share a place."""
    antal = len(tal.kendte)
    if not tal.komplet:
        vaerdi, forklaring = "vises ikke", f"Placering kræver fuldstændige data. {tal.begrundelse}"
    elif post["vaerdi"] != post["vaerdi"]:
        vaerdi, forklaring = dansk.INGEN_DATA, "Området har intet tal i perioden."
    else:
        hoejere = int((tal.kendte["vaerdi"] > post["vaerdi"]).sum())
        lige = int((tal.kendte["vaerdi"] == post["vaerdi"]).sum()) - 1
        delt = f", delt med {lige} andre" if lige > 1 else ", delt med én anden" if lige == 1 else ""
        vaerdi, forklaring = f"nr. {hoejere + 1} af {antal}", f"Nr. 1 er det højeste tal{delt}."
    return Tal("Placering", vaerdi, "", forklaring, opgjort, (), tal.filters.link())


def _view(id_: str, tal: Indikatortal, data: Snapshot | None, **dele) -> View:
    """A View with what all views of an indicator share."""
    kilder, opgjort = indicator_sources(tal.indikator, tal.filters, data)
    lag = layer(tal.filters.niveau, tal.filters.struktur)
    return View(
        id=id_,
        subtitle=ord.subtitle(tal.filters),
        definition=tal.indikator.definition + (f" {tal.indikator.note}" if tal.indikator.note else ""),
        sources=kilder,
        as_of=opgjort,
        coverage=ord.coverage(tal),
        geography=lag.grundlag.navn,
        link=tal.filters.link(),
        filters=tal.filters,
        decimals=dict.fromkeys(dele["table"].select_dtypes("number").columns, tal.indikator.decimaler),
        **dele,
    )


def _area_name(filters: Filters) -> str:
    omraade = niveauer.areas(filters.niveau, filters.struktur).get(filters.omraade)
    return omraade.navn if omraade else ""


def _map_title(tal: Indikatortal) -> str:
    """The finding, as far as the data carry one."""
    navn = tal.indikator.navn
    if tal.withheld:
        return f"{navn}: kræver fuldstændige data"
    if tal.kendte.empty:
        return f"{navn}: ingen data"
    if tal.indikator.fravaer_er_nul:
        i_alt = f"{dansk.number(tal.i_alt)} af {len(niveauer.areas('kommune'))}"
        return f"{navn}: {i_alt} {tal.indikator.enhed} ({dansk.day(tal.i_alt_dato)})"
    hoejest = tal.kendte["vaerdi"].max()
    if tal.komplet and tal.kendte["vaerdi"].nunique() > 1:
        top = tal.kendte[tal.kendte["vaerdi"] == hoejest]["navn"].tolist()
        if len(top) <= 3:
            return f"{navn}: højest i {dansk.sentence_list(top)} ({tal.value_text(hoejest)})"
    ikke_placeret = tal.rester.loc[tal.rester["omraade_id"] == "ikke_stedfaestet", "vaerdi"].sum()
    if len(tal.rester) and tal.i_alt == tal.i_alt:
        heraf = f", heraf {dansk.number(ikke_placeret)} ikke stedfæstet" if ikke_placeret else ""
        kendt = "" if tal.komplet else " kendt"
        return f"{navn}: {tal.value_text(tal.i_alt)}{kendt} i hele landet{heraf}"
    niveau = niveauer.levels()[tal.filters.niveau].navn_flertal
    return f"{navn}: kendt for {len(tal.kendte)} af {len(tal.omraader)} {niveau}"


def _map_alt(tal: Indikatortal) -> str:
    if tal.kendte.empty or tal.withheld:
        return f"Intet kort: {tal.withheld or ord.missing_data(tal)}"
    lav, hoej = tal.value_text(tal.kendte["vaerdi"].min()), tal.value_text(tal.kendte["vaerdi"].max())
    return f"Danmarkskort med {tal.indikator.navn.lower()}: fra {lav} til {hoej}. {ord.coverage(tal)}"


def _map_figure(tal: Indikatortal) -> dict:
    filters = tal.filters
    lag = layer(filters.niveau, filters.struktur)
    klasser = classify(tal.kendte["vaerdi"].tolist(), tal.indikator.enhed, tal.indikator.decimaler)
    medlemmer: list[list[str]] = [[] for _ in klasser.graenser]
    uden_tal = []
    for post in tal.omraader.itertuples():
        nummer = klasser.class_of(post.vaerdi)
        (uden_tal if nummer is None else medlemmer[nummer]).append(post.omraade_id)
    # few classes are spread over the whole ramp, so that they are told apart
    trin = [round(nr * 4 / max(len(medlemmer) - 1, 1)) for nr in range(len(medlemmer))]
    lagfarver = [
        Lagfarve(farver.SEKVENTIEL[nr], _class_name(tal, graense) or etiket, farver.TEKST_PAA[nr], tuple(omraader))
        for nr, graense, etiket, omraader in zip(trin, klasser.graenser, klasser.etiketter, medlemmer, strict=True)
        if omraader
    ]
    if uden_tal:
        lagfarver.append(Lagfarve(farver.INGEN_DATA, dansk.capital(dansk.INGEN_DATA), None, tuple(uden_tal)))
    skala = 1_000_000 if klasser.enhed == "mio. kr." else 1
    decimaler = 1 if skala > 1 else tal.indikator.decimaler
    return choropleth(
        lag,
        lagfarver,
        hover={post.omraade_id: _hover(tal, post) for post in tal.omraader.itertuples()},
        legend_title=dansk.capital(klasser.enhed),
        marked=filters.omraade if filters.omraade in lag.omraade_ids else "",
        marked_colour=farver.MARKERET,
        edge_colour=farver.KANT,
        frame_colour=farver.RAMME,
        values={post.omraade_id: dansk.number(post.vaerdi / skala, decimaler) for post in tal.kendte.itertuples()},
    )


def _class_name(tal: Indikatortal, vaerdi: float) -> str | None:
    return tal.indikator.value_name(vaerdi) if tal.filters.niveau == "kommune" else None


def _hover(tal: Indikatortal, post) -> str:
    linjer = [f"<b>{post.navn}</b>"]
    if post.vaerdi != post.vaerdi:
        return "<br>".join([*linjer, dansk.INGEN_DATA])
    tekst = _class_name(tal, post.vaerdi) or tal.value_text(post.vaerdi)
    linjer.append(f"{post.kvalifikator} {tekst}" if post.kvalifikator else tekst)
    if post.dato:
        linjer.append(dansk.day(post.dato))
    return "<br>".join(linjer)


def _table(tal: Indikatortal) -> pd.DataFrame:
    """Område, the indicator and the date where dates differ; what is not placed and the country stand last."""
    if tal.withheld:
        return pd.DataFrame()
    omraader = tal.omraader
    if tal.komplet:
        omraader = omraader.sort_values("vaerdi", ascending=False, na_position="last")
    rester = tal.rester[tal.rester["vaerdi"].fillna(0) != 0]
    land = pd.DataFrame([{"navn": "Hele landet", "vaerdi": tal.i_alt, "dato": tal.i_alt_dato}])
    samlet = pd.concat(
        [del_[["navn", "vaerdi", "dato"]].astype({"dato": object}) for del_ in (omraader, rester, land) if len(del_)]
    )
    tabel = pd.DataFrame({"Område": samlet["navn"], tal.indikator.navn: samlet["vaerdi"]})
    if samlet["dato"].notna().any():
        tabel["Opgjort"] = [dansk.day(dato) if dato == dato and dato else "" for dato in samlet["dato"]]
    return tabel.reset_index(drop=True)


def _ranking_figure(tal: Indikatortal, ordnet: pd.DataFrame) -> dict:
    """Horizontal bars, the highest at the top; a long list is cut, but the chosen area always stands in it."""
    vist = ordnet.head(LAENGSTE_RANGLISTE)
    if tal.filters.omraade not in set(vist["omraade_id"]):
        vist = pd.concat([vist, ordnet[ordnet["omraade_id"] == tal.filters.omraade]])
    kort_navn = {o.omraade_id: o.kort_navn for o in niveauer.areas(tal.filters.niveau, tal.filters.struktur).values()}
    # equal figures share a place, as in the area's own numbers
    plads = dict(
        zip(ordnet["omraade_id"], ordnet["vaerdi"].rank(method="min", ascending=False).astype(int), strict=True)
    )
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "x": vist["vaerdi"].tolist(),
                "y": [f"{plads[en]}. {kort_navn[en]}" for en in vist["omraade_id"]],
                "text": [dansk.number(v, tal.indikator.decimaler) for v in vist["vaerdi"]],
                "textposition": "outside",
                "cliponaxis": False,
                "hovertext": [_hover(tal, post) for post in vist.itertuples()],
                "hoverinfo": "text",
                "marker": {
                    "color": [
                        farver.MARKERET if en == tal.filters.omraade else farver.LINJE for en in vist["omraade_id"]
                    ]
                },
            }
        ],
        "layout": {
            "height": 90 + 24 * len(vist),
            "margin": {"l": 0, "r": 40, "t": 8, "b": 40},
            "bargap": 0.25,
            "showlegend": False,
            "dragmode": False,
            "separators": ",.",
            "yaxis": {"autorange": "reversed", "automargin": True, "fixedrange": True},
            "xaxis": {
                "title": {"text": dansk.capital(tal.indikator.enhed)},
                "rangemode": "tozero",
                "fixedrange": True,
                "gridcolor": farver.GITTER,
            },
        },
    }


def _trend_figure(tal: Indikatortal, serie: pd.DataFrame, navn: str) -> dict:
    """Bars for counts of one area; lines with the country beside it for what can be compared (rates, averages)."""
    kan_sammenlignes = bool(tal.indikator.naevner)
    spor = []
    if navn:
        spor.append(_series(serie, "omraade", navn, farver.MARKERET, kan_sammenlignes, tal))
    if not navn or kan_sammenlignes:
        spor.append(
            _series(serie, "land", "Hele landet", farver.REFERENCE if navn else farver.LINJE, kan_sammenlignes, tal)
        )
    return {
        "data": spor,
        "layout": {
            "height": 300,
            "margin": {"l": 0, "r": 10, "t": 8, "b": 30},
            "dragmode": False,
            "separators": ",.",
            "showlegend": len(spor) > 1,
            "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"},
            "xaxis": {"type": "category", "fixedrange": True},
            "yaxis": {
                "title": {"text": dansk.capital(tal.indikator.enhed)},
                "rangemode": "tozero",
                "automargin": True,
                "fixedrange": True,
                "gridcolor": farver.GITTER,
            },
        },
    }


def _series(serie: pd.DataFrame, kolonne: str, navn: str, farve: str, som_linje: bool, tal: Indikatortal) -> dict:
    vaerdier = [None if v != v else v for v in serie[kolonne]]
    faelles = {
        "name": navn,
        "x": [str(aar) for aar in serie["aar"]],
        "y": vaerdier,
        "hovertext": [f"{aar}: {tal.value_text(v)}" for aar, v in zip(serie["aar"], serie[kolonne], strict=True)],
        "hoverinfo": "text+name" if som_linje else "text",
    }
    if som_linje:
        return faelles | {
            "type": "scatter",
            "mode": "lines+markers",
            "line": {"color": farve, "width": 2.5},
            "connectgaps": False,
        }
    return faelles | {"type": "bar", "marker": {"color": farve}}
