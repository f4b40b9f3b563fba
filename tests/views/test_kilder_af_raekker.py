"""Who says so, and as of when? Every View's sources and date against the rows of the CSV files that it draws."""

from collections.abc import Iterable
from itertools import chain

import pytest

import queries
from queries.standard import newest
from tests.dag import I_DAG
from tests.queries import kildeorakel, orakel
from tests.queries.kildeorakel import HAENDELSER, Post, bag, kendte
from tests.queries.orakel import FLERE, IKKE, foerste_dag, laes, omraader
from tests.sweep import some
from tests.views.bygget import built
from views.faelles.filtre import Filters
from views.faelles.indikatortal import shown
from views.faelles.puljevalg import chosen_pool
from views.sprog import dansk

DATASAET = ("offentlig", "eksempel")
KATALOG = queries.catalogue(newest())
PAA_NAVN = {en.navn: en for en in KATALOG.values()}
# Levels, structures and areas: three of each level, of which some have records and some have none.
STEDER = [
    ("region", "2007", "1083"),
    ("region", "2007", "1081"),
    ("region", "2007", "1085"),
    ("region", "2027", "oestdanmark"),
    ("sundhedsraad", "2007", "soenderjylland"),
    ("sundhedsraad", "2007", "fyn"),
    ("sundhedsraad", "2027", "vendsyssel"),
    ("kommune", "2007", "580"),
    ("kommune", "2007", "461"),
    ("kommune", "2027", "360"),
    ("videreuddannelsesregion", "2007", "nord"),
    ("videreuddannelsesregion", "2007", "syd"),
    ("videreuddannelsesregion", "2027", "oest"),
]
PERIODER = [(None, None), (2018, 2020), (2023, 2025)]
SAGER = [(sted, periode) for periode in PERIODER for sted in STEDER]


def filters(datasaet: str, sag: tuple, **mere) -> Filters:
    (niveau, struktur, omraade), (fra, til) = sag
    valg = {"omraade": omraade, "fra": fra, "til": til, "dag": I_DAG}
    return Filters(niveau=niveau, struktur=struktur, datasaet=datasaet, **valg | mere)


def named(datasaet: str, poster: Iterable[Post]) -> set[tuple[str, str, str]]:
    alle = kildeorakel.kilder(datasaet)
    return {(alle[en]["titel"], alle[en]["udgiver"], alle[en]["url"] or "") for en, _ in poster}


def written(datoer: Iterable[str | None]) -> str:
    span = kildeorakel.span(datoer)
    if span is None:
        return "udateret"
    fra, til = (dansk.day(en) for en in span)
    if fra == til:
        return fra
    return f"{fra}-{til}" if fra.isdigit() and til.isdigit() else f"{fra} til {til}"


def dates(poster: Iterable[Post]) -> list[str | None]:
    return [dato for _, dato in poster]


def beside(egne: list[Post], landets: list[Post]) -> str:
    """The date of what is drawn, and the country's where it reaches further."""
    egen, land = kildeorakel.span(dates(egne)), kildeorakel.span(dates(landets))
    if not egen or not land or kildeorakel.span([*egen, *land]) == egen:
        return written(egen or land or ())
    return f"{written(egen)} (hele landet: {written(land)})"


def check(view, poster: list[Post], opgjort: str | None = None) -> None:
    """The sources and the date of a View are those of the records."""
    datasaet = view.filters.datasaet
    assert {(en.titel, en.udgiver, en.url) for en in view.sources} == named(datasaet, poster), view.id
    assert view.as_of == (written(dates(poster)) if opgjort is None else opgjort), view.id


def choices(indikator, f: Filters) -> dict[str, str]:
    """What else decides the figures of a register."""
    match indikator.register:
        case "pulje":
            return {"pulje": f.pulje or chosen_pool(f, newest())}
        case "klinik":
            return {"dag": f.i_dag.isoformat()}
    return {}


def seen(indikator, f: Filters) -> Filters:
    """Training posts are told of one year unless years are chosen (views/faelles/indikatortal.py says which)."""
    return shown(f.on(indikator=indikator.noegletal), newest())


def behind(indikator, f: Filters, niveau: str = "") -> dict[str, list[Post]]:
    sted = (indikator.register, indikator.kolonne, niveau or f.niveau, f.struktur, f.datasaet, f.fra, f.til)
    return bag(*sted, **choices(indikator, f))


def known(indikator, f: Filters, niveau: str = "") -> tuple[str, ...]:
    sted = (indikator.register, indikator.kolonne, niveau or f.niveau, f.struktur, f.datasaet, f.fra, f.til)
    return kendte(*sted, **choices(indikator, f))


def of_area(indikator, f: Filters, omraade: str, niveau: str = "") -> list[Post]:
    """The area's records; of an area that is known to have none, the country's."""
    f = seen(indikator, f)
    poster = behind(indikator, f, niveau)
    return poster.get(omraade) or (whole(indikator, f, poster) if omraade in known(indikator, f, niveau) else [])


def whole(indikator, f: Filters, poster: dict[str, list[Post]]) -> list[Post]:
    """Who says that there are none: the country's records of the period, else all of the register."""
    return poster.get("land") or register(indikator.register, f.datasaet)


def register(navn: str, datasaet: str) -> list[Post]:
    """Every dated record of a register of events."""
    match navn:
        case "udbud":
            return as_posts(
                [en for en in laes(f"{datasaet}/udbud") if en["status_dato"] or en["opslag_dato"]], datasaet
            )
        case "klinik":
            alle = [en for en in laes(f"{datasaet}/klinik") if en["til_dato"] or en["fra_dato"]]
            return [(en["kilde_id"], kildeorakel.klinik_dato(en, datasaet)) for en in alle]
    alle = [en for en in laes(f"{datasaet}/puljeprojekt") if en["kommunekoder"] or en["region"]]
    return [(en["kilde_id"], kildeorakel.projekt_dato(en, datasaet)) for en in alle]


def of_map(indikator, f: Filters) -> tuple[list[Post], str]:
    f = seen(indikator, f)
    poster, vist = behind(indikator, f), known(indikator, f)
    egne = [*chain.from_iterable(poster.get(en, ()) for en in vist)]
    rester = [*poster.get(IKKE, ()), *poster.get(FLERE, ())]
    if indikator.register in HAENDELSER:
        samlet = [*egne, *rester] if egne else whole(indikator, f, poster) if vist else poster.get("land", [])
        return samlet, written(dates(samlet))
    return [*egne, *rester, *poster.get("land", [])], beside(egne, poster.get("land", []))


def year_by_year(indikator, f: Filters, steder: Iterable[str]) -> list[Post]:
    """The records of each year that an area has a figure for; of figures that are all 0, the country's."""
    egne, landets, kendt = [], [], False
    for aar in years(indikator, f):
        i_aaret = f.on(fra=aar, til=aar)
        poster = behind(indikator, i_aaret)
        vist = {*known(indikator, i_aaret), *known(indikator, i_aaret, "land")} & {*steder}
        kendt, landets = kendt or bool(vist), [*landets, *poster.get("land", [])]
        egne += [post for en in vist for post in poster.get(en, [])]
    return egne or (whole(indikator, f, {"land": landets}) if kendt else [])


def years(indikator, f: Filters) -> range:
    alle = queries.register_range(indikator.register, f.datasaet, newest())
    return range(max(alle.start, f.fra or 0), min(alle.stop, (f.til or 9999) + 1))


def by_name(navn: str):
    """The indicator of a row: its name may go on with years, a day or a pool."""
    return PAA_NAVN[max((en for en in PAA_NAVN if navn.startswith(en)), key=len)]


# ------------------------------------------------------------------------------------------------- indicators


KORTENE = [(nr, en, d) for nr, en in enumerate(KATALOG) for d in some(DATASAET, 1, nr)]


@pytest.mark.parametrize(("nr", "noegletal", "datasaet"), some(KORTENE, 33))
def test_a_map_has_the_sources_and_dates_of_its_areas(nr, noegletal, datasaet):
    for sag in some(SAGER, 1, 2 * nr):
        f = filters(datasaet, sag, indikator=noegletal)
        for visning in some(("kort", "rangliste"), 1, nr // 2):
            check(built(visning, f), *of_map(KATALOG[noegletal], f))


@pytest.mark.parametrize("datasaet", DATASAET)
@pytest.mark.parametrize("noegletal", some([*KATALOG], 6))
def test_a_figure_of_one_area_has_the_sources_of_that_area(noegletal, datasaet):
    indikator = KATALOG[noegletal]
    for sag in some(SAGER, 1, [*KATALOG].index(noegletal) + DATASAET.index(datasaet)):
        f = filters(datasaet, sag, indikator=noegletal)
        steder = [f.omraade, *(["land"] if indikator.er_forhold else [])]
        check(built("udvikling", f), year_by_year(indikator, f, steder))
        niveau = "kommune" if f.niveau in ("kommune", "sundhedsraad") else "sundhedsraad"
        om = omraader("sundhedsraad", f.struktur) if f.niveau == "kommune" else {f.omraade: None}
        hele = omraader(f.niveau, f.struktur)[f.omraade]
        hele = next((en for en in om.values() if en and hele <= en), hele)
        dele = [en for en, koder in omraader(niveau, f.struktur).items() if koder <= hele]
        vist = [en for en in dele if en in known(indikator, seen(indikator, f.on(niveau=niveau)), niveau)]
        check(built("omraadekort", f), [*chain.from_iterable(of_area(indikator, f, en, niveau) for en in vist)])


@pytest.mark.parametrize("datasaet", DATASAET)
def test_the_film_has_the_sources_of_all_its_years(datasaet):
    for nr, noegletal in enumerate(some([*KATALOG], 2)):
        indikator = KATALOG[noegletal]
        for sag in some(SAGER, 1, nr):
            f = filters(datasaet, sag, indikator=noegletal)
            check(built("film", f), year_by_year(indikator, f, omraader(f.niveau, f.struktur)))


@pytest.mark.parametrize("datasaet", DATASAET)
@pytest.mark.parametrize("sag", some(SAGER, 1, 2))
def test_many_figures_of_an_area_have_the_sources_of_each(sag, datasaet):
    f = filters(datasaet, sag)
    view = built("omraadetal", f)
    vist = [by_name(en) for en in view.table["Nøgletal"]] if len(view.table) else []
    egne = [post for en in vist for post in of_area(en, f, f.omraade)]
    # a rate that is not known for the country stands alone
    landets = [post for en in vist if known(en, seen(en, f), "land") for post in of_area(en, f, "land", "land")]
    check(view, [*egne, *landets], beside(egne, landets))
    for indikator, opgjort in zip(vist, view.table.get("Opgjort pr.", ()), strict=True):
        assert opgjort == written(dates(of_area(indikator, f, f.omraade))), indikator.navn


# ------------------------------------------------------------------------------------------------- registers


def rounds(f: Filters, *, hver: bool = False, beslutninger: bool = False, omraade: str | None = None) -> list[dict]:
    """Ydernumre of the area: each lot once, or every offered round."""
    alle = every_offer(f) if hver else kildeorakel.sidste_runder(f.datasaet, f.fra, f.til, udbudte=not beslutninger)
    omraade = f.omraade if omraade is None else omraade
    ydernumre = [en for en in alle if en["enhed"] == "ydernummer"]
    return [en for en in ydernumre if not omraade or kildeorakel.stedet(en, f.niveau, f.struktur) == omraade]


def every_offer(f: Filters) -> list[dict]:
    """Every offered round of the country, whatever it counts."""
    return [en for en in kildeorakel.runder(f.datasaet, f.fra, f.til) if orakel.er_udbudt(en)]


def as_posts(runder: list[dict], datasaet: str) -> list[Post]:
    return [(en["kilde_id"], kildeorakel.udbud_dato(en, datasaet)) for en in runder]


def of_tenders(f: Filters, **valg) -> list[Post]:
    komplet = orakel.komplet(f.datasaet, "udbud", f.niveau, f.fra, f.til)
    return as_posts(rounds(f, **valg) or (rounds(f, omraade="") if komplet else []), f.datasaet)


def of_clinics(f: Filters, ventet=lambda post: True) -> list[Post]:
    alle = kildeorakel.klinikker(f.datasaet, f.fra, f.til)
    her = [en for en in alle if kildeorakel.stedet(en, f.niveau, f.struktur) == f.omraade and ventet(en)]
    aarene = queries.register_range("klinik", f.datasaet, newest())
    i_perioden = [en for en in aarene if (f.fra or en) <= en <= (f.til or en)]
    if not her and any(orakel.komplet(f.datasaet, "klinik", f.niveau, en, en) for en in i_perioden):
        her = alle
    return [(en["kilde_id"], kildeorakel.klinik_dato(en, f.datasaet)) for en in her]


def of_pools(f: Filters, pulje: str) -> list[Post]:
    egne = [en for en in laes(f"{f.datasaet}/pulje") if en["pulje_id"] == pulje]
    projekter = [en for en in laes(f"{f.datasaet}/puljeprojekt") if en["pulje_id"] == pulje]
    kilder = kildeorakel.kilder(f.datasaet)
    poster = [(en["kilde_id"], kilder[en["kilde_id"]]["dato"]) for en in egne]
    return poster + [(en["kilde_id"], kildeorakel.projekt_dato(en, f.datasaet)) for en in projekter]


def taken_over(f: Filters):
    return lambda en: (
        en["efterfoelger_type"] and en["til_dato"] and orakel.i_perioden(foerste_dag(en["til_dato"]), f.fra, f.til)
    )


def waits_or_was_promised(en: dict) -> bool:
    ophoert = en["til_dato"] and foerste_dag(en["til_dato"]) <= I_DAG.isoformat()
    venter = not ophoert and (en["til_dato"] or not en["efterfoelger_type"])
    return bool(venter or (en["efterfoelger_type"] == "PLO-klinik" and en["konvertering_lovet_af"]))


VENTET = {
    "forloeb_enheder": of_tenders,
    "udbud_over_tid": of_tenders,
    "forloeb_runder": lambda f: of_tenders(f, hver=True),
    "udbudsliste": lambda f: of_tenders(f, beslutninger=True),
    "udbud_noegletal": lambda f: as_posts(rounds(f, hver=True, omraade=""), f.datasaet),
    "udbud_uden_ansoegere": lambda f: as_posts(rounds(f, hver=True, omraade=""), f.datasaet),
    "udbud_aabenhed": lambda f: as_posts(every_offer(f), f.datasaet),
    "klinikliste": of_clinics,
    "venteliste": lambda f: of_clinics(f, waits_or_was_promised),
    "klinikhaendelser": of_clinics,
    "klinikker_pr_aar": of_clinics,
    "overtagelser": lambda f: of_clinics(f, taken_over(f)),
    "puljen_kort": lambda f: of_pools(f, f.pulje),
    "puljen_tema": lambda f: of_pools(f, f.pulje),
    "puljen_pr_indbygger": lambda f: of_pools(f, f.pulje),
    "puljen_projekter": lambda f: of_pools(f, f.pulje),
}


@pytest.mark.parametrize("datasaet", DATASAET)
@pytest.mark.parametrize("visning", VENTET)
def test_a_view_of_a_register_has_the_sources_of_its_rows(visning, datasaet):
    puljer = [en["pulje_id"] for en in laes(f"{datasaet}/pulje")]
    nr = [*VENTET].index(visning)
    for sag in some(SAGER, 1, nr + DATASAET.index(datasaet)):
        for pulje in some(puljer, 1, nr):
            f = filters(datasaet, sag, pulje=pulje)
            check(built(visning, f), VENTET[visning](f))


@pytest.mark.parametrize("datasaet", DATASAET)
def test_what_speaks_of_a_whole_register_has_all_its_sources(datasaet):
    f = filters(datasaet, SAGER[0])
    puljer = [en["pulje_id"] for en in laes(f"{datasaet}/pulje")]
    check(built("puljen_alle", f), [post for en in puljer for post in of_pools(f, en)])
    for navn in ("udbud", "klinik", "pulje"):
        check(built(f"daekning_{navn}", f), register(navn, datasaet))
    land = f.on(niveau="region", omraade="", indikator="udbudte_ydernumre")
    check(built("ved_ikke", f), *of_map(KATALOG["udbudte_ydernumre"], land))


def test_the_test_can_fail_for_unit_area_year_and_level():
    """On the public data each of them changes who says it, or as of when."""

    def told(noegletal: str, sag: tuple) -> tuple:
        f = filters("offentlig", sag, indikator=noegletal)
        poster = of_area(KATALOG[noegletal], f, f.omraade)
        return frozenset(en for en, _ in poster), written(dates(poster))

    syd, nord = (STEDER[0], (None, None)), (STEDER[1], (None, None))
    assert told("udbudte_ydernumre", (STEDER[4], (None, None))) == ({"jv-2018-05-laegeklinik-aabner"}, "1. juli 2018")
    enheder = {told(en, syd) for en in ("udbudte_ydernumre", "udbudte_kapaciteter", "udbudte_klinikker")}
    assert len(enheder) == 3
    assert told("udbudte_ydernumre", syd) != told("udbudte_ydernumre", nord)
    assert told("udbudte_ydernumre", syd) != told("udbudte_ydernumre", (STEDER[0], (2018, 2018)))
    assert told("udbudte_ydernumre", syd) != told("udbudte_ydernumre", (STEDER[4], (None, None)))
