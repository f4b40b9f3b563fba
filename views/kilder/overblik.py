"""The front page: a few figures for the country, a map, and what is not known."""

import pandas as pd

import queries
from queries.database import Snapshot
from views.faelles import saetninger
from views.faelles.filtre import Filters
from views.faelles.indikatortal import Indikatortal, indicator_values
from views.faelles.kilder import as_sources, indicator_sources
from views.faelles.view import Kilde, Tal, Ukendt, View
from views.noegletal import kort
from views.sprog import dansk
from views.sprog.markdown import Markdown, bold, plain

INTRO = (
    "Hvor er der slået ydernumre op, hvor finder de en læge, hvem bliver uddannet, og hvor gik puljepengene hen? "
    "Hvert tal har en dato og en kilde."
)

INTET_MANGLER = "Registrene er fuldstændige i dette datasæt."
# The first of each that the dataset has a figure for is shown.
NOEGLETAL = (
    ("praktiserende_laeger",),
    ("uden_fast_laege_ansat_laege", "uden_fast_laege_udbud_region"),
    ("laegedaekningstruet",),
)


def key_numbers(filters: Filters, data: Snapshot) -> tuple[Tal, ...]:
    """Up to six figures for the whole country, each with date and source; a figure nobody knows is left out."""
    land = Filters(niveau="region", struktur=filters.struktur, datasaet=filters.datasaet)
    tal = [_tenders(land, data), _training_posts(land, data), _pool(land, data)]
    tal += [_first_known(land, slugs, data) for slugs in NOEGLETAL]
    return tuple(en for en in tal if en is not None)


def overview_map(filters: Filters, data: Snapshot) -> View:
    """The kommuner on the list of areas short of doctors: the one public map that is complete on its date."""
    return kort.map_view(
        Filters("kommune", filters.struktur, datasaet=filters.datasaet, indikator="laegedaekningstruet"), data
    )


def what_is_not_known(filters: Filters, data: Snapshot) -> tuple[Ukendt, ...]:
    """What each register of the dataset lacks; the 87 of Region Sjælland and the like come first."""
    land = Filters(niveau="region", struktur=filters.struktur, datasaet=filters.datasaet)
    kommuner = indicator_values(land.on(niveau="kommune"), data)
    ikke_placeret = kommuner.rester.set_index("omraade_id")["vaerdi"].get("ikke_stedfaestet", 0)
    ud = []
    if ikke_placeret:
        ud.append(
            Ukendt(
                f"{dansk.number(ikke_placeret)} udbudte ydernumre uden kendt kommune",
                "De kendes kun for en region, tegnes ikke på kommunekortet, men er med i alle totaler.",
            )
        )
    for post in queries.register_status(filters.datasaet, data).itertuples():
        if not post.komplet:
            aar = "" if pd.isna(post.foerste_aar) else f" ({post.foerste_aar}-{post.sidste_aar})"
            ud.append(Ukendt(f"{post.navn}: {dansk.number(post.poster)} poster{aar}", post.begrundelse))
    return tuple(ud)


def unknown_view(filters: Filters, data: Snapshot) -> View:
    """The same as a View of words, to be shown on a slide or taken home."""
    mangler = what_is_not_known(filters, data)
    land = Filters(niveau="region", struktur=filters.struktur, datasaet=filters.datasaet)
    kilder, opgjort = indicator_sources(queries.catalogue(data)["udbudte_ydernumre"], land, data)
    tabel = pd.DataFrame({"Hvad": [en.overskrift for en in mangler], "Hvorfor": [en.tekst for en in mangler]})
    return View(
        id="ved_ikke",
        title="Hvad ved vi ikke?",
        subtitle=saetninger.subtitle(land),
        figure=None,
        table=tabel,
        alt="; ".join(en.overskrift for en in mangler) or INTET_MANGLER,
        definition="Det, som datasættets registre ikke rummer, og hvorfor.",
        sources=kilder,
        as_of=opgjort,
        link=filters.link("overblik"),
        filters=filters,
        text=Markdown("\n".join(f"- {bold(f'{en.overskrift}.')} {plain(en.tekst)}" for en in mangler) or INTET_MANGLER),
    )


def _tenders(land: Filters, data: Snapshot) -> Tal | None:
    tal = indicator_values(land.on(indikator="udbudte_ydernumre"), data)
    aar = queries.register_range("udbud", land.datasaet, data)
    if tal.kendte.empty or not aar:
        return None
    stoerst = tal.kendte.loc[tal.kendte["vaerdi"].idxmax()]
    kilder, opgjort = indicator_sources(tal.indikator, tal.filters, data)
    foerste, sidste = aar[0], aar[-1]
    kendt = "" if tal.komplet else "kendt i offentlige kilder "
    return Tal(
        f"Udbudte ydernumre {foerste}-{sidste}",
        dansk.number(tal.i_alt),
        "ydernumre",
        f"Slået op, {kendt}siden {foerste}; flest i {stoerst['navn']} ({dansk.number(stoerst['vaerdi'])}). "
        "Hvert nummer er talt én gang."
        if tal.komplet
        else f"Slået op siden {foerste}, så vidt offentlige kilder fortæller; heraf "
        f"{dansk.number(stoerst['vaerdi'])} i {stoerst['navn']}. Ikke en liste over alle udbud.",
        opgjort,
        kilder,
        tal.filters.link(),
    )


def _training_posts(land: Filters, data: Snapshot) -> Tal | None:
    aar = queries.hu_country_by_year(land.datasaet, data)
    kendte = aar[aar["opslaaet"].notna() & aar["besat"].notna() & ~aar["rummer_prognose"]]
    if kendte.empty:
        return None
    post = kendte.iloc[-1]
    return Tal(
        f"Besatte HU-forløb {post['aar']}",
        f"{dansk.number(post['besat'])} af {dansk.number(post['opslaaet'])}",
        "forløb",
        "Hoveduddannelsesforløb i almen medicin: besatte af opslåede i hele landet.",
        str(post["aar"]),
        _source(post["kilde_id"], data),
        land.on(indikator="hu_ubesat").link(),
    )


def _pool(land: Filters, data: Snapshot) -> Tal | None:
    puljer = queries.pools(land.datasaet, data)
    puljer = puljer[puljer["ansoegninger"].notna() & puljer["stoettede_projekter"].notna()]
    if puljer.empty:
        return None
    pulje = puljer.iloc[0]
    periode = "" if pd.isna(pulje["periode"]) else pulje["periode"]
    ramme = "ukendt" if pd.isna(pulje["ramme_kr"]) else f"på {dansk.quantity(pulje['ramme_kr'], 'kr.')}"
    return Tal(
        f"Lægedækningspuljen {periode}".strip(),
        f"{dansk.number(pulje['stoettede_projekter'])} af {dansk.number(pulje['ansoegninger'])}",
        "ansøgninger",
        f"Støttede af alle ansøgninger. Puljen er {ramme}",
        periode or "udateret",
        _source(pulje["kilde_id"], data),
        land.on(indikator="pulje_beloeb").link(),
    )


def _first_known(land: Filters, slugs: tuple[str, ...], data: Snapshot) -> Tal | None:
    for slug in slugs:
        tal = indicator_values(land.on(indikator=slug), data)
        if tal.i_alt == tal.i_alt:
            return _indicator(tal, data)
    return None


def _indicator(tal: Indikatortal, data: Snapshot) -> Tal:
    kilder, _ = indicator_sources(tal.indikator, tal.filters, data)
    return Tal(
        tal.indikator.navn,
        " ".join(filter(None, [tal.i_alt_kvalifikator, dansk.number(tal.i_alt, tal.indikator.decimaler)])),
        tal.indikator.enhed,
        tal.indikator.definition,
        dansk.day(tal.i_alt_dato),
        _source(tal.i_alt_kilde_id, data) if tal.i_alt_kilde_id else kilder,
        tal.filters.link(),
    )


def _source(kilde_id: str, data: Snapshot) -> tuple[Kilde, ...]:
    return as_sources(queries.source(kilde_id, data))
