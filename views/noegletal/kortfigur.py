"""How an indicator is drawn on the map: by colour where all areas are known, else as numbers in circles."""

from geo import niveauer
from geo.kortlag import Kortlag, close_up, layer, zoom_box
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.indikatortal import Indikatortal, indicator_values, indicator_years, remembered
from views.faelles.indikatorview import class_name, hover_texts
from views.faelles.kortklasser import FAA_OMRAADER, on_the_ramp, without_colour
from views.figur import farver
from views.figur.klasser import Klasser, classify
from views.figur.model import Klasse, Kort, Samlet
from views.sprog import dansk

# The levels whose areas hold those of a level whole, the finer first.
GROVERE = {"kommune": ("sundhedsraad", "region"), "sundhedsraad": ("region",)}
# A smaller share of the whole is told in words only: circles in the water would hide the map.
MINDSTE_DEL, FLEST_SAMLEDE = 0.05, 4


def map_figure(tal: Indikatortal, filters: Filters, data: Snapshot) -> Kort:
    """The map of the whole country with the chosen area outlined, and enlarged in a corner.

    A map of one year has the classes of all years, so that two years can be laid beside each other.
    """
    lag = layer(tal.filters.niveau, tal.filters.struktur)
    et_aar = tal.filters.fra is not None and tal.filters.fra == tal.filters.til
    klasser = data.once(_classes_of_all_years, tal.filters.on(fra=None, til=None)) if et_aar else _classes(tal)
    return _figure(tal, lag, klasser, et_aar, data, close_up(lag, niveauer.members(filters.niveau, filters.omraade)))


def compared_figure(tal: Indikatortal, andre: tuple[Indikatortal, ...], data: Snapshot) -> Kort:
    """The map with the classes that it shares with others, even those in which it has no area."""
    vaerdier = [vaerdi for en in (tal, *andre) for vaerdi in en.kendte["vaerdi"]]
    klasser = classify(vaerdier, tal.indikator.enhed, tal.indikator.decimaler, _are_few(tal))
    return _figure(tal, layer(tal.filters.niveau, tal.filters.struktur), klasser, True, data, {})


def area_figure(tal: Indikatortal, filters: Filters, valgte: list[str]) -> Kort:
    """The parts of the chosen area, with the country in a corner."""
    lag = layer(tal.filters.niveau, tal.filters.struktur)
    kendte = tal.kendte[tal.kendte["omraade_id"].isin(valgte)]
    klasser = classify(kendte["vaerdi"].tolist(), tal.indikator.enhed, tal.indikator.decimaler)
    vaerdier = {en: vaerdi for en, vaerdi in _values(tal).items() if en in valgte}
    udenfor = Klasse(farver.UDENFOR, "Uden for området", None, tuple(en for en in lag.omraade_ids if en not in valgte))
    navne = niveauer.areas(tal.filters.niveau, tal.filters.struktur)
    # outside the area a name is enough to click by
    hover = {kode: en.navn for kode, en in navne.items()} | {kode: hover_texts(tal)[kode] for kode in valgte}
    farvet = on_the_ramp(klasser, vaerdier, _class_names(tal, klasser)) if in_colour(tal) else [without_colour(valgte)]
    return Kort(
        lag,
        tuple(klasse for klasse in (*farvet, udenfor) if klasse.omraade_ids),
        hover,
        _legend_title(tal, klasser),
        valgte=(filters.omraade,) if filters.niveau == "kommune" else (),
        vaerdier=_written(vaerdier, klasser),
        udsnit=zoom_box(lag, valgte),
        indsat=lag.udsnit,
        navne={en: navne[en].kort_navn for en in valgte},
        symboler=not in_colour(tal),
    )


def in_colour(tal: Indikatortal) -> bool:
    """May colour say which area has more? Only where the ranking may; and where a class is a word of the catalogue."""
    return tal.komplet or (tal.filters.niveau == "kommune" and bool(tal.indikator.vaerdinavne))


def has_a_map(tal: Indikatortal, data: Snapshot) -> bool:
    """Is something known of an area, or all that is known of a few larger ones?"""
    return not tal.kendte.empty or 0 < len(_known_for_larger_areas(tal, data)) <= FLEST_SAMLEDE


def known_for_larger_areas(tal: Indikatortal, data: Snapshot) -> tuple[Samlet, ...]:
    """The largest of what is known for a larger area and for none of its parts. Only of figures that add up."""
    return _known_for_larger_areas(tal, data)[:FLEST_SAMLEDE]


def _known_for_larger_areas(tal: Indikatortal, data: Snapshot) -> tuple[Samlet, ...]:
    if tal.rester.empty or not tal.rester["vaerdi"].fillna(0).any():
        return ()
    finere, fundet = tal, []
    for niveau in GROVERE.get(tal.filters.niveau, ()):
        grovere = indicator_values(tal.filters.on(niveau=niveau), data)
        struktur = tal.filters.struktur
        dele = _values(finere)
        for post in grovere.kendte.itertuples():
            inde = [
                dele[en.omraade_id]
                for en in niveauer.areas(finere.filters.niveau, struktur).values()
                if niveauer.containing(finere.filters.niveau, en.omraade_id, niveau, struktur) == post.omraade_id
            ]
            rest = post.vaerdi - sum(vaerdi for vaerdi in inde if vaerdi == vaerdi)
            if rest > 0 and not rest < MINDSTE_DEL * tal.i_alt:
                fundet.append((rest, layer(niveau, struktur), post.omraade_id, post.navn))
        finere = grovere
    fundet.sort(key=lambda en: -en[0])
    klasser = _classes(tal)
    return tuple(Samlet(lag, kode, _number(rest, klasser), f"kun kendt for {navn}") for rest, lag, kode, navn in fundet)


def _figure(tal: Indikatortal, lag: Kortlag, klasser: Klasser, faelles: bool, data: Snapshot, udpeget: dict) -> Kort:
    vaerdier = _values(tal)
    if in_colour(tal):
        farvet = on_the_ramp(klasser, vaerdier, _class_names(tal, klasser), tomme=faelles)
    else:
        farvet = [without_colour(lag.omraade_ids)]
    return Kort(
        lag,
        tuple(farvet),
        hover_texts(tal),
        _legend_title(tal, klasser),
        vaerdier=_written(vaerdier, klasser),
        symboler=not in_colour(tal),
        samlet=known_for_larger_areas(tal, data),
        **udpeget,
    )


def _legend_title(tal: Indikatortal, klasser: Klasser) -> str:
    enhed = dansk.capital(klasser.enhed)
    return f"{enhed} (fremskrivning)" if tal.indikator.register == "fremskrivning" else enhed


@remembered
def _classes(tal: Indikatortal) -> Klasser:
    vaerdier = tal.kendte["vaerdi"].tolist()
    return classify(vaerdier, tal.indikator.enhed, tal.indikator.decimaler, _are_few(tal))


def _classes_of_all_years(filters: Filters, data: Snapshot) -> Klasser:
    aar = indicator_years(filters, data)
    tal = indicator_values(filters, data)
    vaerdier = [vaerdi for en in aar.values() for vaerdi in en.kendte["vaerdi"]] or tal.kendte["vaerdi"].tolist()
    return classify(vaerdier, tal.indikator.enhed, tal.indikator.decimaler, _are_few(tal))


def _are_few(tal: Indikatortal) -> bool:
    return len(tal.omraader) <= FAA_OMRAADER


def _values(tal: Indikatortal) -> dict[str, float]:
    return dict(zip(tal.omraader["omraade_id"].tolist(), tal.omraader["vaerdi"].tolist(), strict=True))


def _class_names(tal: Indikatortal, klasser: Klasser) -> dict[float, str]:
    navne = {graense: class_name(tal, graense) for graense in klasser.graenser}
    return {graense: navn for graense, navn in navne.items() if navn}


def _written(vaerdier: dict[str, float], klasser: Klasser) -> dict[str, str]:
    """The values of areas as they stand on the map, by omraade_id."""
    return {omraade: _number(vaerdi, klasser) for omraade, vaerdi in vaerdier.items() if vaerdi == vaerdi}


def _number(vaerdi: float, klasser: Klasser) -> str:
    return dansk.number(klasser.written(vaerdi), klasser.decimaler)
