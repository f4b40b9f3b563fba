"""What one choice does to the others, so that the codes of an address always go together."""

import queries
from data.grupper import group
from geo import niveauer
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.koder import FELTER, default_indicator

# These change with the calendar and with the first import: a link that someone made by choosing names them, so that it
# goes on showing what was chosen.
SKIFTENDE = ("struktur", "datasaet")


def changed(koder: dict[str, str], nye: dict[str, str], nu: Filters, data: Snapshot) -> tuple[dict[str, str], str]:
    """All codes once some have been chosen, and what to tell when an area had to be let go, in plain text ("" for
    nothing). `koder`: those of now; `nye`: those chosen, "" for none; `nu`: what is shown now."""
    efter = named({navn: koder.get(navn, "") for navn in FELTER} | nye, nu)
    if "datasaet" in nye:
        if default_indicator(efter["datasaet"], data) != default_indicator(nu.datasaet, data):
            # what nobody chose would be another on these data
            efter["indikator"] = efter["indikator"] or nu.indikator
        _fit_dataset(efter, data)
    if nye.get("omraade"):
        _follow_area(efter)
    besked = _fit_areas(efter, nu) if {"omraade", "niveau", "struktur"} & set(nye) else ""
    return koder | efter, besked


def named(koder: dict[str, str], nu: Filters) -> dict[str, str]:
    """The codes with what changes by itself named."""
    return koder | {navn: koder.get(navn) or str(getattr(nu, navn)) for navn in SKIFTENDE}


def _fit_dataset(koder: dict[str, str], data: Snapshot) -> None:
    """Another dataset has other pools and years, and own indicators are in the own data only."""
    koder["pulje"] = ""
    katalog = queries.catalogue_of(koder["datasaet"], data)
    for navn in ("indikator", "behov"):
        if koder[navn] not in katalog:
            koder[navn] = ""
    aarene = {str(en) for en in queries.dataset_range(koder["datasaet"], data)}
    for navn in ("fra", "til"):
        if koder[navn] not in aarene:
            koder[navn] = ""


def _follow_area(koder: dict[str, str]) -> None:
    """The map shows the level, and for a region the structure, of the area that was chosen."""
    kode = koder["omraade"]
    fundet = niveauer.level_of(kode, koder["struktur"])
    if fundet is None:
        return
    niveau, koder["struktur"] = fundet
    # the level of a group is told by its code
    koder["niveau"] = "" if group(kode) else niveau


def _fit_areas(koder: dict[str, str], nu: Filters) -> str:
    """Another level or structure has other areas: go on with the one that holds the chosen one, or with the country,
    and say so."""
    gruppe, struktur = group(koder["omraade"]), koder["struktur"]
    if group(koder["niveau"]):
        koder["niveau"] = ""  # the level of a group is told by its code, and goes with it
    # the level may be told by the area alone
    shown = nu.niveau if koder["omraade"] == nu.omraade and nu.omraade else Filters.niveau
    niveau = koder["niveau"] or (gruppe.kode if gruppe else shown)
    if koder["omraade"] and not gruppe:
        koder["niveau"] = niveau
    besked = ""
    for navn in ("omraade", "sammenlign"):
        kode = koder[navn]
        if not kode or kode in niveauer.areas(niveau, struktur):
            continue
        fra_niveau, fra_struktur = niveauer.level_of(kode, nu.struktur) or (niveau, struktur)
        koder[navn] = niveauer.containing(fra_niveau, kode, niveau, fra_struktur, struktur)
        if navn == "omraade" and not koder[navn]:
            besked = _let_go(fra_niveau, fra_struktur, kode, niveau, struktur)
    return besked


def _let_go(fra_niveau: str, fra_struktur: str, kode: str, niveau: str, struktur: str) -> str:
    omraade = niveauer.areas(fra_niveau, fra_struktur).get(kode)
    navn = omraade.navn if omraade else kode
    hvor = (
        niveauer.structures()[struktur].navn
        if fra_niveau == niveau == "region"
        else niveauer.level(niveau).navn_flertal
    )
    return f"{navn} ligger ikke i ét område, når landet deles i {hvor[0].lower()}{hvor[1:]}. Nu vises hele landet."
