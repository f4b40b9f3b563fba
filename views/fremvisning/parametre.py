"""Which of the choices a View takes notice of, and the address that names them; the others change nothing."""

from functools import cache
from urllib.parse import urlencode

from views.faelles.filtre import Filters
from views.faelles.koder import FELTER
from views.fremvisning.visninger import is_known

STED = "omraade niveau struktur"
TID = "fra til"
# Names of choices, and the ids of the Views that follow them; every View follows the dataset.
FOELGER = {
    f"{STED} {TID}": "patienter_og_laeger beh_truede forloeb_enheder forloeb_runder udbud_over_tid plo_stroem_aar "
    "udbudsliste overtagelser klinikhaendelser klinikker_pr_aar venter venteliste kontraktudloeb klinikliste "
    "nye_former",
    "": "noegletal_uenige udsagn_plo ved_ikke moeder reform_omraader reform_usikre bal_graenser udsagn_reform "
    "kliniktypevilkaar udgift_kliniktype udsagn_klinikker egen_praksis udsagn_uddannelse",
    f"{STED} scenarie": "bal_antagelser bal_udbud_og_laeger bal_uden_plo bal_hvornaar bal_hvad_skal_der_til bal_i_takt "
    "bal_foelsomhed bal_omraader",
    f"omraade struktur {TID}": "plo_stroem_omraader hu_serie hu_og_udbud hu_omraader hu_runder hu_naevner hu_tiltag",
    "niveau struktur": "daekning_udbud daekning_klinik daekning_pulje daekning_tiltag daekning_hu_forloeb",
    f"{STED} {TID} indikator": "kort film rangliste omraadekort",
    TID: "hu_delregioner hu_uenige hu_ekstra hu_udsagn",
    f"{STED} siden": "siden_tal siden_liste siden_rettet",
    f"{STED} til pulje": "puljen_kort puljen_tema puljen_projekter",
    "niveau til pulje": "puljen_efter_udbud puljen_efter_hu puljen_efter_laeger",
    f"omraade struktur {TID} sammenlign": "hu_grad_opslaaet hu_grad_dimensioneret hu_tiltag_to",
    STED: "fremskrivning beh_over_tid",
    f"{STED} {TID} indikator pulje": "omraadetal omraadedele",
    "omraade struktur": "raadspladser beh_tidslinje",
    f"{STED} {TID} kapacitet": "beh_maal_og_kapacitet beh_kort",
    f"{STED} {TID} kapacitet scenarie": "beh_mangler",
    f"{STED} {TID} sammenlign": "udbud_noegletal udbud_uden_ansoegere",
    f"struktur {TID} indikator": "reform_kort",
    f"{STED} {TID} indikator sammenlign": "udvikling",
    f"{STED} {TID} omraader pulje": "sammenligning",
    f"{STED} {TID} indikator omraader": "sammenligning_aar",
    f"{TID} pulje": "reform_foer_efter",
    "scenarie": "bal_bagud",
    f"struktur {TID}": "udbud_aabenhed",
    f"{STED} til behov pulje sammenlign": "puljen_behov",
    f"{STED} til pulje sammenlign": "puljen_pr_indbygger",
    "til pulje": "puljen_alle",
}


@cache
def parameters(visning: str) -> tuple[str, ...]:
    """The names of the choices that change a View, as they stand in an address; the life of a lot follows the place."""
    navne = next((navne for navne, ider in FOELGER.items() if visning in ider.split()), STED)
    return tuple(en for en in FELTER if en in {*navne.split(), "datasaet"})


def address(visning: str, filters: Filters) -> str:
    """The plain address of a View, from the root of the site, as short as it can be and still show the same another
    day: of the choices those that it follows, without what another of them tells. One that has no address of its own
    has that of the page "visning"."""
    if not is_known(visning):
        return filters.link("visning") + f"&visning={visning}"
    felter = parameters(visning)
    valg = {navn: en for navn, en in filters.named().items() if navn in felter}
    standard = Filters()
    # the level is told by the area, and regions alone have another structure tomorrow
    if filters.omraade and "omraade" in felter or filters.niveau == standard.niveau:
        valg.pop("niveau", None)
    if filters.niveau != "region" and "niveau" in felter:
        valg.pop("struktur", None)
    for navn in ("behov", "kapacitet"):
        if valg.get(navn) == getattr(standard, navn):
            del valg[navn]
    return f"/v/{visning}?" + urlencode(valg)
