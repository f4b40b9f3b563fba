"""Every View of the product by its id, so that a slide, a file or a link can name one and get it built again."""

from collections.abc import Callable
from dataclasses import dataclass

from geo import niveauer
from queries.database import Snapshot
from views.balance import (
    antagelsesliste,
    bagud,
    behov_aar,
    behov_kort,
    behov_maal,
    behov_mangler,
    foelsomhed,
    graenser,
    hvad_skal_der_til,
    hvornaar,
    i_takt,
    maal_tidslinje,
    truede,
    udbud_og_laeger,
    uden_plo,
)
from views.balance import omraader as balance_omraader
from views.faelles.filtre import Filters
from views.faelles.indikatortal import UkendtNoegletal
from views.faelles.registerniveau import fitted
from views.faelles.view import View
from views.hu_forloeb import ekstra as hu_forloeb_ekstra
from views.hu_forloeb import grad as hu_forloeb_grad
from views.hu_forloeb import kilder as hu_forloeb_kilder
from views.hu_forloeb import omraader as hu_forloeb_omraader
from views.hu_forloeb import registeret as hu_forloeb
from views.hu_forloeb import runder as hu_forloeb_runder
from views.hu_forloeb import serier as hu_forloeb_serier
from views.hu_forloeb import tiltag as hu_forloeb_tiltag
from views.hu_forloeb import udbud as hu_forloeb_udbud
from views.hu_forloeb import udsagn as hu_forloeb_udsagn
from views.hu_forloeb.tal import REGISTER
from views.kilder import overblik, raadspladser, reformen, udsagn, vilkaar
from views.noegletal import fremskrivning, kort, patienter_og_laeger, rangliste, udvikling, uenige
from views.omraade import mit_omraade, moeder, omraadedele, sammenligning, siden_rettet, siden_sidst
from views.puljen import efter as puljen_efter
from views.puljen import figurer as puljen_figurer
from views.puljen import kort as puljen_kort
from views.puljen import projekter as puljen_projekter
from views.puljen import tema as puljen_tema
from views.puljen.behov import need_view
from views.ydernumre import aabenhed, klinikaar, kliniktyper, nye_former, plostroem, udbudsforloeb, venteliste
from views.ydernumre import flow as ydernumre_flow
from views.ydernumre import registeret as ydernumre
from views.ydernumre import tid as ydernumre_tid

Byg = Callable[[Filters, Snapshot], View | None]


@dataclass(frozen=True)
class Visning:
    """A kind of View: what it is called in menus, and what builds it. `kraever_omraade`: it is about one area."""

    navn: str
    byg: Byg
    kraever_omraade: bool = False


def _hu(byg: Byg) -> Byg:
    """Where HU-forløb are not known, its views go on with the area that holds the chosen one."""
    return lambda filters, data: byg(fitted(REGISTER, filters), data)


VISNINGER: dict[str, Visning] = {
    "kort": Visning("Kort", kort.map_view),
    "film": Visning("Kort over ét år", kort.film_view),
    "reform_kort": Visning("Regionerne før og efter på kortet", kort.compared_map_view),
    "rangliste": Visning("Rangliste", rangliste.ranking_view),
    "udvikling": Visning("Udvikling", udvikling.trend_view),
    "fremskrivning": Visning("De ældste år for år, talt og ventet", fremskrivning.projection_view),
    "patienter_og_laeger": Visning("Indbyggere og læger år for år", patienter_og_laeger.patients_and_doctors),
    "noegletal_uenige": Visning("Hvor kilderne er uenige", uenige.disagreements_view),
    "udsagn_plo": Visning("Udsagn om PLO", udsagn.plo_view),
    "ved_ikke": Visning("Hvad ved vi ikke?", overblik.unknown_view),
    "omraadekort": Visning("Området på kortet", kort.area_map_view, True),
    "omraadetal": Visning("Området i tal", mit_omraade.area_view, True),
    "omraadedele": Visning("Områdets dele", omraadedele.parts_view, True),
    "sammenligning": Visning("Områder ved siden af hinanden", sammenligning.side_by_side),
    "sammenligning_aar": Visning("Områder år for år", sammenligning.small_multiples),
    "siden_tal": Visning("Siden sidst i tal", siden_sidst.in_numbers),
    "siden_liste": Visning("Siden sidst, én for én", siden_sidst.one_by_one),
    "siden_rettet": Visning("Rettet siden sidst", siden_rettet.corrections),
    "moeder": Visning("Møder", moeder.meetings_view),
    "reform_omraader": Visning("De nye regioner", reformen.members_view),
    "reform_foer_efter": Visning("Før og efter reformen", reformen.before_after_view),
    "reform_usikre": Visning("Usikre placeringer", reformen.uncertain_view),
    "raadspladser": Visning("Sundhedsrådenes pladser", raadspladser.seats_view),
    "bal_antagelser": Visning("Scenariets antagelser", antagelsesliste.assumptions_view),
    "bal_graenser": Visning("Hvad scenariet ikke kan vise", graenser.limits_view),
    "beh_tidslinje": Visning("Hvilken regel gælder hvor?", maal_tidslinje.rules_view),
    "bal_udbud_og_laeger": Visning("Udbud mod læger", udbud_og_laeger.offers_and_doctors),
    "bal_uden_plo": Visning("Pladser uden PLO-læge", uden_plo.without_plo),
    "bal_hvornaar": Visning("Hvornår kan de 87 være besat?", hvornaar.when_filled),
    "bal_hvad_skal_der_til": Visning("Hvad skal der til, for at de 87 er besat?", hvad_skal_der_til.what_it_takes),
    "bal_i_takt": Visning("I takt med lægerne", i_takt.in_step),
    "bal_foelsomhed": Visning("Hvad betyder mest?", foelsomhed.sensitivity),
    "bal_bagud": Visning("Regnet bagud: passer det med PLO's tal?", bagud.backwards),
    "bal_omraader": Visning("Områderne efter års lager", balance_omraader.areas_by_stock),
    "beh_maal_og_kapacitet": Visning("Behov mod kapacitet", behov_maal.target_and_capacity),
    "beh_kort": Visning("Kapacitet i pct. af behovet", behov_kort.coverage_map),
    "beh_mangler": Visning("Hvad mangler, og hvad er udbudt?", behov_mangler.missing_view),
    "beh_over_tid": Visning("Behov efter folketallet år for år", behov_aar.need_by_year),
    "beh_truede": Visning("Lægedækningstruede områder", truede.designated_view),
    "udsagn_reform": Visning("Udsagn om reformen", udsagn.reform_statements),
    "forloeb_enheder": Visning("Udbud og udfald, hvert nummer én gang", ydernumre_flow.units_flow),
    "forloeb_runder": Visning("Udbud og udfald, hver runde for sig", ydernumre_flow.rounds_flow),
    "udbud_over_tid": Visning("Udbudte og besatte over tid", ydernumre_tid.offered_over_time),
    "udbud_noegletal": Visning("Udbud: runder, ansøgere og dage", ydernumre_tid.key_figures),
    "udbud_uden_ansoegere": Visning("Andel uden ansøgere", ydernumre_tid.shares_by_year),
    "plo_stroem_aar": Visning("Ind i og ud af PLO-form år for år", plostroem.flow_by_year),
    "plo_stroem_omraader": Visning("Ind i og ud af PLO-form efter område", plostroem.flow_by_area),
    "udbudsliste": Visning("Liste over udbud", udbudsforloeb.all_lots),
    "overtagelser": Visning("Klinikker overtaget som PLO-klinik", kliniktyper.conversions),
    "klinikhaendelser": Visning("Åbnede og lukkede klinikker", klinikaar.clinic_events),
    "klinikker_pr_aar": Visning("Klinikker år for år", klinikaar.clinics_by_year),
    "venter": Visning("Klinikker, der venter på en PLO-læge", kliniktyper.waiting),
    "venteliste": Visning("Klinikker, der venter, én for én", venteliste.watch_list),
    "kontraktudloeb": Visning("Kontrakter, der udløber", venteliste.expiry_calendar),
    "klinikliste": Visning("Liste over klinikker", kliniktyper.clinic_list),
    "nye_former": Visning("Nye klinikker før og efter 1. juli 2025", nye_former.new_forms),
    "kliniktypevilkaar": Visning("Tre kliniktyper, tre sæt vilkår", vilkaar.terms_view),
    "udgift_kliniktype": Visning("Udgift pr. patient efter kliniktype", udsagn.cost_view),
    "udsagn_klinikker": Visning("Udsagn om klinikker", udsagn.clinics_view),
    "udbud_aabenhed": Visning("Hvad er oplyst om udbuddene?", aabenhed.openness_view),
    "daekning_udbud": Visning("Hvad ved vi ikke om udbud?", ydernumre.coverage),
    "daekning_klinik": Visning("Hvad ved vi ikke om klinikker?", ydernumre.clinic_coverage),
    "puljen_kort": Visning("Puljen på kortet", puljen_kort.map_view),
    "puljen_tema": Visning("Puljen efter tema", puljen_tema.theme_view),
    "puljen_behov": Visning("Puljen mod behov", need_view),
    "puljen_pr_indbygger": Visning("Puljen pr. indbygger", puljen_figurer.per_inhabitant_view),
    "puljen_efter_udbud": Visning("Udbud før og efter puljeprojekter", puljen_efter.offers_after),
    "puljen_efter_hu": Visning("HU-forløb før og efter puljeprojekter", puljen_efter.training_after),
    "puljen_efter_laeger": Visning("Læger før og efter puljeprojekter", puljen_efter.doctors_after),
    "puljen_projekter": Visning("Puljens projekter", puljen_projekter.project_table),
    "puljen_alle": Visning("Alle puljer", puljen_figurer.pools_view),
    "daekning_pulje": Visning("Hvad ved vi ikke om puljen?", puljen_figurer.known_by_area_and_year),
    "hu_serie": Visning("HU-forløb år for år", _hu(hu_forloeb_serier.series_view)),
    "hu_grad_opslaaet": Visning("HU: besat af opslåede", _hu(hu_forloeb_grad.rate_of_advertised)),
    "hu_grad_dimensioneret": Visning("HU: besat af dimensionerede", _hu(hu_forloeb_grad.rate_of_dimensioned)),
    "hu_og_udbud": Visning("HU-forløb og udbud af ydernumre", _hu(hu_forloeb_udbud.supply_view)),
    "hu_omraader": Visning("HU efter område", _hu(hu_forloeb_omraader.areas_view)),
    "hu_delregioner": Visning("HU efter delregion", _hu(hu_forloeb_omraader.delregion_view)),
    "hu_runder": Visning("HU efter runde", _hu(hu_forloeb_runder.rounds_view)),
    "hu_naevner": Visning("HU: to nævnere", _hu(hu_forloeb_kilder.denominators_view)),
    "hu_uenige": Visning("HU: hvor kilderne er uenige", _hu(hu_forloeb_kilder.disagreements_view)),
    "hu_ekstra": Visning("HU: de ekstraordinære forløb", _hu(hu_forloeb_ekstra.extra_view)),
    "hu_udsagn": Visning("HU: hvad kilderne siger", _hu(hu_forloeb_udsagn.statements_view)),
    "egen_praksis": Visning("Vil de unge eje deres praksis?", udsagn.own_practice_view),
    "udsagn_uddannelse": Visning("Udsagn om uddannelse", udsagn.training_view),
    "hu_tiltag": Visning("Rekrutteringstiltag og besatte HU-forløb", _hu(hu_forloeb_tiltag.measures_view)),
    "hu_tiltag_to": Visning("Rekrutteringstiltag i to områder", _hu(hu_forloeb_tiltag.pair_view)),
    "daekning_tiltag": Visning("Hvad ved vi ikke om rekrutteringstiltag?", _hu(hu_forloeb_tiltag.coverage)),
    "daekning_hu_forloeb": Visning("Hvad ved vi ikke om HU-forløb?", _hu(hu_forloeb.coverage)),
}
# The life of one lot is named by more than the choices: "forloeb-<udbud_id of its first round>".
FORLOEB = "forloeb-"


def is_known(visning: str) -> bool:
    """Does the id name a kind of View (or the life of one lot)?"""
    return visning in VISNINGER or visning.startswith(FORLOEB)


def name_of(visning: str) -> str:
    """What a kind of View is called in menus."""
    return VISNINGER[visning].navn if visning in VISNINGER else "Forløbet for et udbud"


def build(visning: str, filters: Filters, data: Snapshot) -> View | None:
    """The View of that id for these choices; None when the data have nothing of its kind (no pool, no such lot,
    no such indicator).

    Raises KeyError when no View has the id.
    """
    if visning.startswith(FORLOEB):
        try:
            return udbudsforloeb.timeline(filters, visning.removeprefix(FORLOEB), data)
        except KeyError:
            return None
    en = VISNINGER[visning]
    if en.kraever_omraade and not filters.omraade:
        en = VISNINGER["kort"]
    try:
        return en.byg(filters, data)
    except UkendtNoegletal:
        return None


def for_area(visning: str, filters: Filters, omraade: str) -> tuple[str, Filters]:
    """The same kind of View about another area ("" for the whole country): its id and its choices.

    The level follows the area, and a map of areas becomes the map of the one.
    """
    if not omraade:
        return visning, filters.on(omraade="", sammenlign="")
    fundet = niveauer.level_of(omraade, filters.struktur)
    if fundet is None:
        raise KeyError(omraade)
    return ("omraadekort" if visning == "kort" else visning), filters.on(
        omraade=omraade, sammenlign="", niveau=fundet[0], struktur=fundet[1]
    )
