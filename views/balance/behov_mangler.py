"""What each area lacks, beside what is offered there now and, where a scenario says it, what can find a doctor."""

from collections.abc import Mapping

import pandas as pd

from queries import udbud
from queries.database import Snapshot
from queries.placering import IKKE_STEDFAESTET, stands_at
from views.balance import behov_ord
from views.balance.antagelser import GUNSTIG, MIDT, UGUNSTIG
from views.balance.behov_maal import cut, shown
from views.balance.scenarie import FOERSTE_AAR
from views.balance.takt import Takt, takt_of
from views.faelles.behovstal import Behovstal, need_and_supply
from views.faelles.filtre import Filters
from views.faelles.fuldstaendig import completeness
from views.faelles.kilder import joined
from views.faelles.poster import of_rounds
from views.faelles.view import View
from views.figur import farver
from views.figur.model import VED_ENDEN, Aksefigur, Kategorier, Ord, Rude, Soejler, Talakse
from views.sprog import dansk

MANGLER, AABNE = "Mangler, kapaciteter", "Slået op, ydernumre"
TAKT = f"Kan finde læge i {FOERSTE_AAR}"
OM_UDBUD = (
    "Slået op er ydernumre, der er udbudt, og hvis udfald ikke er kendt, hvornår de end blev slået op. Et ydernummer "
    "kan rumme flere kapaciteter, så de to lægges ikke sammen."
)


def missing_view(filters: Filters, data: Snapshot) -> View:
    """The areas by what they lack, each measure in a panel of its own; the last is the scenario's, where it computes
    any of them."""
    tal = need_and_supply(filters, data)
    if not tal.er_hele:
        return _unknown(tal, filters)
    takt = takt_of(tal.filters.on(scenarie=filters.scenarie), data)
    aabne = _open_offers(tal.filters, data)
    vist = shown(tal)
    belaeg = joined([tal.belaeg, of_rounds(aabne, data), takt.belaeg])
    pr_omraade = _by_area(aabne, tal, data)
    uden_for = int(aabne.loc[aabne["sted_id"] == IKKE_STEDFAESTET, "antal"].sum())
    noter = (behov_ord.sums(tal), _unplaced(uden_for), cut(tal, vist), takt.om, behov_ord.reservations(tal))
    return behov_ord.need_view(
        "beh_mangler",
        tal,
        filters,
        title=_title(tal, filters, aabne, takt),
        figure=_figure(tal, vist, pr_omraade, takt),
        table=_table(tal, pr_omraade, takt),
        alt=f"Søjler for det, der mangler i {behov_ord.how_many(tal)}, ved siden af ydernumre, der er slået op.",
        definition=f"{tal.definition} {OM_UDBUD}",
        sources=belaeg.kilder,
        as_of=belaeg.opgjort,
        note=" ".join(filter(None, noter)),
        scenarie=bool(takt.efter_omraade),
    )


def _unknown(tal: Behovstal, filters: Filters) -> View:
    """Nothing is missing where nobody says what there is."""
    return behov_ord.need_view(
        "beh_mangler",
        tal,
        filters,
        title="Hvor mange kapaciteter mangler der?",
        figure=None,
        table=behov_ord.table(tal),
        alt="Ingen figur: kapaciteten er ikke kendt for alle områder.",
        note=f"Kapaciteten er ikke kendt for alle {tal.flertal} i perioden, så det, der mangler, kan ikke regnes ud. "
        "Vælg alle år, eller et andet niveau.",
    )


def _open_offers(filters: Filters, data: Snapshot) -> pd.DataFrame:
    """The last rounds of ydernumre that are put up and not settled, each with `sted_id`."""
    alle = udbud.rounds(filters.datasaet, filters.niveau, filters.struktur, data=data)
    alle = alle[alle["er_sidste"] & (alle["fase"] == "udbud") & (alle["enhed"] == "ydernummer")]
    return alle.assign(sted_id=stands_at(alle, filters.niveau, filters.struktur, data))


def _by_area(aabne: pd.DataFrame, tal: Behovstal, data: Snapshot) -> dict[str, float]:
    """Open offers by omraade_id; where the register does not hold all, nothing is known of an area without one."""
    komplet, _ = completeness("udbud", tal.filters.on(fra=None, til=None), data)
    ingen = dict.fromkeys(tal.raekker["omraade_id"], 0) if komplet else {}
    return ingen | aabne.groupby("sted_id")["antal"].sum().to_dict()


def _title(tal: Behovstal, filters: Filters, aabne: pd.DataFrame, takt: Takt) -> str:
    if len(tal.valgte) == 1:
        post = tal.valgte.iloc[0]
        udbudt = int(aabne.loc[aabne["sted_id"] == post.omraade_id, "antal"].sum())
        slaaet_op = f"; {dansk.quantity(udbudt, 'ydernumre')} er slået op uden kendt udfald" if udbudt else ""
        mangler = f"mangler {behov_ord.amount(post.mangler)}" if round(post.mangler) else "mangler ingen kapaciteter"
        fundne = takt.words(post.omraade_id)
        kan = f"; med disse antagelser kan ca. {fundne} finde en læge i {FOERSTE_AAR}" if fundne else ""
        return f"{post.navn} {mangler} efter {tal.regel}{behov_ord.of_plo(tal)}, {tal.hvornaar}{slaaet_op}{kan}"
    return behov_ord.title(tal, filters)


def _unplaced(antal: int) -> str:
    slaaet_op = dansk.quantity(antal, "ydernumre")
    return f"{slaaet_op}, der er slået op, er kun kendt for et større område og står ikke ved noget." if antal else ""


def _figure(tal: Behovstal, vist: pd.DataFrame, aabne: Mapping[str, float], takt: Takt) -> Aksefigur:
    navne = behov_ord.names(tal, vist)
    valgte = tuple(navn for navn, en in zip(navne, vist["valgt"], strict=True) if en)
    mangler = [round(float(en), 1) for en in vist["mangler"]]
    udbudt = [aabne.get(en) for en in vist["omraade_id"]]
    maal = [(MANGLER, mangler, farver.LINJE, _values(mangler, 1))]
    maal.append((AABNE, udbudt, farver.UDFALD["afventer"], _values(udbudt, 0)))
    if takt.efter_omraade:
        fundne = [takt.efter_omraade.get(en, {}).get(MIDT) for en in vist["omraade_id"]]
        sagt = tuple(takt.words(en) for en in vist["omraade_id"])
        maal.append((TAKT, fundne, farver.SAMMENLIGN, Ord(sagt, VED_ENDEN)))
    bredde, mellemrum = 1 / len(maal), 0.06
    ruder = [
        Rude(
            (Soejler(navn, navne, tuple(vaerdier), farve, ord=ord_, liggende=True),),
            Talakse(vises=False),
            Kategorier(navne, valgte, fra_oven=True, vises=nr == 0),
            overskrift=navn,
            plads=(nr * bredde, (nr + 1) * bredde - mellemrum, 0.0, 1.0),
        )
        for nr, (navn, vaerdier, farve, ord_) in enumerate(maal)
    ]
    return Aksefigur(tuple(ruder), 90 + 28 * len(vist), luft=0.25, margen=(0, 20, 34, 10))


def _values(vaerdier: list, decimaler: int) -> Ord:
    """Numbers at their bars; a 0 has no decimals."""
    tekster = tuple("" if en is None else dansk.number(en, decimaler if en else 0) for en in vaerdier)
    return Ord(tekster, VED_ENDEN, decimaler=decimaler)


def _table(tal: Behovstal, aabne: Mapping[str, float], takt: Takt) -> pd.DataFrame:
    ud = behov_ord.table(tal)
    ud[AABNE] = [aabne.get(en) for en in tal.raekker["omraade_id"]]
    if takt.efter_omraade:
        for saet, hale in ((MIDT, ""), (GUNSTIG, ", gunstige antagelser"), (UGUNSTIG, ", ugunstige antagelser")):
            ud[f"{TAKT}{hale}"] = [takt.efter_omraade.get(en, {}).get(saet) for en in tal.raekker["omraade_id"]]
    return ud
