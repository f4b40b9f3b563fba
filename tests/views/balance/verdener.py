"""Anything that a scenario can begin with: areas with and without ages, rest buckets, plans, and every slider."""

from hypothesis import strategies as st

from queries.standard import newest
from views.balance.antagelser import assumed, catalogue
from views.balance.forloeb import Grundlag, Omraade
from views.balance.scenarie import FOERSTE_AAR, POLITIKKER, RAEKKEFOELGER, SIDSTE_AAR, Scenarie

ANTAGELSER = catalogue(newest())
REGIONER = ("oest", "syd", "nord")
# HU-forløb filled in the country as they are told on public data, and as no source tells them.
HU = dict(zip(range(2011, 2021), (217, 220, 233, 239, 199, 205, 217, 209, 256, 287), strict=True))
ANDELE = st.floats(0, 1) | st.sampled_from([0.0, 1.0])
ANTAL = st.floats(0, 500) | st.sampled_from([0.0, 1.0, 87.0])


def values() -> st.SearchStrategy[dict[str, int]]:
    """What is chosen of the assumptions, each within its slider."""
    valgt = {
        en.id: st.just(None) | st.integers(0, (en.hoejst - en.mindst) // en.trin).map(_on_slider(en))
        for en in ANTAGELSER
    }
    return st.fixed_dictionaries(valgt).map(lambda alle: {kode: tal for kode, tal in alle.items() if tal is not None})


def _on_slider(en):
    return lambda trin: en.mindst + trin * en.trin


def forudsaetninger():
    return values().map(lambda valgt: assumed(ANTAGELSER, valgt))


def scenarios(**fast) -> st.SearchStrategy[Scenarie]:
    valg = {
        "politik": st.sampled_from(list(POLITIKKER)),
        "valgt": values().map(not_default),
        "aar": st.integers(FOERSTE_AAR, SIDSTE_AAR),
        "orden": st.sampled_from(RAEKKEFOELGER),
    }
    return st.builds(Scenarie, **valg | fast)


def not_default(valgt: dict[str, int]) -> dict[str, int]:
    """A value that is the default is no choice."""
    return {en.id: valgt[en.id] for en in ANTAGELSER if en.id in valgt and valgt[en.id] != en.standard}


@st.composite
def worlds(draw, most: int = 6) -> Grundlag:
    """One to `most` areas of up to three regions."""
    koder = [f"a{nr}" for nr in range(draw(st.integers(1, most)))]
    omraader = tuple(draw(_area(kode)) for kode in koder)
    regioner = draw(st.sampled_from([REGIONER, ("oest",), ("land",)]))
    andele = [draw(st.floats(0, 1)) for _ in regioner]
    hu = draw(st.dictionaries(st.tuples(st.sampled_from(regioner), st.integers(2015, 2025)), st.floats(0, 400)))
    return Grundlag(
        omraader,
        hu,
        dict(zip(regioner, andele, strict=True)),
        draw(_settlement(regioner, [en.kode for en in omraader if en.laeger > 0])),
        draw(st.just(1.0) | st.floats(0.01, 0.3)),
        draw(st.floats(0, 300)),
    )


@st.composite
def _area(draw, kode: str) -> Omraade:
    aldre = draw(st.just(()) | st.tuples(*[st.floats(0, 80)] * 8))
    laeger = sum(aldre) if aldre else draw(ANTAL)
    aabne = draw(st.dictionaries(st.integers(2019, 2025), ANTAL, max_size=3))
    plan = draw(st.dictionaries(st.integers(FOERSTE_AAR, SIDSTE_AAR), st.floats(0, 50), max_size=4))
    faktor = draw(st.floats(0.9, 1.4))
    andel = draw(st.floats(0, 1))
    region = draw(st.sampled_from(REGIONER))
    return Omraade(
        kode, kode, region, laeger, aldre if laeger else (), faktor, tuple(sorted(aabne.items())), plan, andel
    )


@st.composite
def _settlement(draw, regioner, koder) -> dict[tuple[str, str], float]:
    """A matrix whose rows sum to one, or none."""
    if not koder or draw(st.booleans()):
        return {}
    ud = {}
    for region in regioner:
        vaegt = [draw(st.floats(0.01, 1)) for _ in koder]
        ud |= {(region, kode): en / sum(vaegt) for kode, en in zip(koder, vaegt, strict=True)}
    return ud
