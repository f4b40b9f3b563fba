"""Capacity in percent of need on the map; where capacity is not known, what age alone does to the need."""

from collections.abc import Collection, Mapping

from geo import niveauer
from geo.kortlag import close_up, layer
from queries.database import Snapshot
from views.balance import behov_ord
from views.balance.behov_maal import hover
from views.faelles.behovstal import (
    EFTER_ALDER,
    ILLUSTRATION,
    TAELLES_I,
    Behovstal,
    need_and_supply,
    on_the_map,
)
from views.faelles.filtre import Filters
from views.faelles.kortklasser import FAA_OMRAADER, on_the_ramp
from views.faelles.view import View
from views.figur import farver
from views.figur.klasser import classify
from views.figur.model import Klasse, Kort
from views.sprog import dansk

# Bands around 100 pct.: where each begins, as it is written. They are Germany's, for Denmark has set none.
BAAND = ((float("-inf"), "Under 75"), (75, "75-99"), (100, "100-110"), (111, "Over 110"))
TYSKE = "Grænserne 75, 100 og 110 pct. er tyske grænser, kun til sammenligning: i Danmark er ingen grænse fastsat."
INDEKS = "Aldersindeks (hele landet = 1)"


def coverage_map(filters: Filters, data: Snapshot) -> View:
    """The areas by how much of their need they have; the index of age where nobody says what they have."""
    tal = on_the_map(filters, data)
    return _covered(tal, filters) if tal.er_hele else _aged(tal, filters, data)


def _covered(tal: Behovstal, filters: Filters) -> View:
    vaerdier = {post.omraade_id: round(float(post.daekning_pct)) for post in tal.raekker.itertuples()}
    skrevet = {kode: str(vaerdi) for kode, vaerdi in vaerdier.items()}
    klasser = tuple(bands(vaerdier, set(tal.raekker.loc[tal.raekker["er_udkast"], "omraade_id"])))
    return behov_ord.need_view(
        "beh_kort",
        tal,
        filters,
        title=_title(tal, vaerdier),
        figure=_map(tal, filters, klasser, "Dækning i pct. (tyske grænser)", skrevet),
        alt=f"Danmarkskort med dækning fra {min(vaerdier.values())} til {max(vaerdier.values())} pct. af behovet.",
        note=" ".join(filter(None, [TYSKE, behov_ord.sums(tal), behov_ord.reservations(tal)])),
    )


def _title(tal: Behovstal, vaerdier: Mapping[str, int]) -> str:
    if len(tal.valgte) == 1:
        return behov_ord.of_one(tal.valgte.iloc[0], tal.maal, tal.regel)
    under = sum(en < 100 for en in vaerdier.values())
    hvad = f"{dansk.capital(TAELLES_I[tal.maal][0])} i pct. af behovet efter {tal.regel}, {tal.hvornaar}"
    return f"{hvad}: under 100 i {under} af {behov_ord.how_many(tal)}"


def bands(vaerdier: Mapping[str, float], udkast: Collection[str] = ()) -> list[Klasse]:
    """The areas by band, from far below to far above; bands without an area are left out, and areas whose target by
    the model is a draft are hatched."""
    ud = []
    for nr, (fra, etiket) in enumerate(BAAND):
        til = BAAND[nr + 1][0] if nr + 1 < len(BAAND) else float("inf")
        inde = [kode for kode, vaerdi in vaerdier.items() if fra <= vaerdi < til]
        for er_udkast, hale in ((False, ""), (True, ", udkast til mål")):
            koder = tuple(kode for kode in inde if (kode in udkast) == er_udkast)
            if koder:
                farve, ord_ = farver.UNDER_OG_OVER[nr], farver.TEKST_UNDER_OG_OVER[nr]
                ud.append(Klasse(farve, f"{etiket}{hale}", ord_, koder, skraveret=er_udkast))
    return ud


def _aged(tal: Behovstal, filters: Filters, data: Snapshot) -> View:
    indeks = {post.omraade_id: float(post.aldersindeks) for post in tal.raekker.itertuples()}
    klasser = classify([*indeks.values()], INDEKS, 2, len(indeks) <= FAA_OMRAADER)
    skrevet = {kode: dansk.number(vaerdi, 2) for kode, vaerdi in indeks.items()}
    aar = int(tal.raekker["aar"].iloc[0])
    lav, hoej = dansk.number(min(indeks.values()), 2), dansk.number(max(indeks.values()), 2)
    titel = f"Behov efter alder {aar} ({ILLUSTRATION}): fra {lav} til {hoej} af landets gennemsnit"
    if len(tal.valgte) == 1:
        post = tal.valgte.iloc[0]
        titel = (
            f"{post.navn}: behov efter alder {dansk.number(post.aldersindeks, 2)} gange landets gennemsnit, {aar} "
            f"({ILLUSTRATION})"
        )
    return behov_ord.need_view(
        "beh_kort",
        tal,
        filters,
        title=titel,
        figure=_map(tal, filters, tuple(on_the_ramp(klasser, indeks)), INDEKS, skrevet),
        alt=f"Danmarkskort med aldersindeks for behov fra {lav} til {hoej}; hele landet er 1.",
        coverage=_instead(tal, filters, data),
        note=EFTER_ALDER,
    )


def _instead(tal: Behovstal, filters: Filters, data: Snapshot) -> str:
    """Why age stands there, and where supply is known, if anywhere."""
    andre = need_and_supply(filters, data)
    ukendt = f"Kapaciteten er ikke kendt for alle {tal.flertal}; derfor viser kortet behovet efter alder."
    return f"{ukendt} Kendt er den for {behov_ord.how_many(andre)} ({andre.hvornaar})." if andre.er_hele else ukendt


def _map(tal: Behovstal, filters: Filters, klasser: tuple[Klasse, ...], enhed: str, skrevet: Mapping[str, str]) -> Kort:
    lag = layer(tal.filters.niveau, filters.struktur)
    svaev = {post.omraade_id: hover(tal, post) for post in tal.raekker.itertuples()}
    udpeget = close_up(lag, niveauer.members(filters.niveau, filters.omraade))
    return Kort(lag, klasser, svaev, enhed, vaerdier=skrevet, **udpeget)
