"""What the map of an indicator is called: the finding, as far as the data carry one."""

import pandas as pd

from geo import niveauer
from views.faelles import paastand
from views.faelles.filtre import Filters
from views.faelles.indikatortal import Indikatortal, remembered
from views.sprog import dansk


def map_title(tal: Indikatortal, filters: Filters) -> str:
    """Of the chosen area where it has a figure, else of the country."""
    post = tal.pr_omraade.get(filters.omraade)
    if tal.withheld or post is None or post.vaerdi != post.vaerdi:
        return _of_the_country(tal)
    dele = [place_text(tal, post.vaerdi)]
    if tal.indikator.er_forhold and tal.i_alt == tal.i_alt:
        dele.append(f"hele landet {tal.value_text(tal.i_alt)}")
    tekst = tal.indikator.value_name(post.vaerdi) if tal.filters.niveau == "kommune" else None
    hale = f" ({'; '.join(filter(None, dele))})" if any(dele) and tekst is None else ""
    return f"{tal.navn} i {post.navn}: {tekst or _with_qualifier(tal, post)}{hale}"


def place_text(tal: Indikatortal, vaerdi: float) -> str:
    """How a figure of an area stands to the others': the place of a rate, a count's share of the country; "" where
    neither holds."""
    if tal.indikator.er_forhold:
        return paastand.rank_text(
            vaerdi, tal.omraader["vaerdi"], tal.andel_ikke_placeret, tal.komplet, tal.indikator.decimaler
        )
    return paastand.share_text(vaerdi, tal.i_alt, tal.komplet) if paastand.adds_up(tal.indikator) else ""


@remembered
def _of_the_country(tal: Indikatortal) -> str:
    navn = tal.navn
    if tal.withheld:
        return f"{tal.indikator.navn}: kræver fuldstændige data"
    if tal.kendte.empty and not tal.ikke_placeret:
        return f"{navn}: ingen data"
    if tal.indikator.fravaer_er_nul:
        i_alt = f"{dansk.number(tal.i_alt)} af {len(niveauer.areas('kommune'))}"
        return f"{navn}: {i_alt} {tal.indikator.enhed} ({dansk.day(tal.i_alt_dato)})"
    hoejest = _highest(tal)
    if tal.i_alt != tal.i_alt:
        niveau = niveauer.level(tal.filters.niveau).navn_flertal
        kendte = f"kendt for {len(tal.kendte)} af {dansk.quantity(len(tal.omraader), niveau)}"
        return f"{navn}: {hoejest or kendte}"
    if tal.indikator.er_forhold:
        return f"{navn}: {hoejest or f'{tal.value_text(tal.i_alt)} i hele landet'}"
    kendt = "" if tal.komplet else " kendt"
    rest = tal.value_text(tal.ikke_placeret) if tal.indikator.enhed == "kr." else dansk.number(tal.ikke_placeret)
    heraf = f"heraf {rest} ikke stedfæstet" if tal.ikke_placeret else hoejest
    return f"{navn}: {tal.value_text(tal.i_alt)}{kendt} i hele landet" + (f", {heraf}" if heraf else "")


def _highest(tal: Indikatortal) -> str:
    """Where it is highest, or most; "" where that may not be said."""
    vaerdier = pd.Series(tal.omraader["vaerdi"].to_numpy(), tal.omraader["navn"])
    hvor = paastand.highest(vaerdier, tal.ikke_placeret, tal.komplet, tal.indikator.decimaler)
    if hvor is None:
        return ""
    mest = "højest" if tal.indikator.er_forhold else "flest"
    mest = "mest" if tal.indikator.enhed == "kr." else mest
    return f"{mest} i {hvor} ({tal.value_text(vaerdier[hvor])})"


def _with_qualifier(tal: Indikatortal, post) -> str:
    return " ".join(filter(None, [post.kvalifikator, tal.value_text(post.vaerdi)]))
