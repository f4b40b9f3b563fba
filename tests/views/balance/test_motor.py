"""What holds of every year of every area, whatever is assumed (I1-I7), and the reference step of the specification."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.views.balance import reference
from tests.views.balance.verdener import ANDELE, ANTAGELSER, ANTAL, forudsaetninger, scenarios, worlds
from views.balance.antagelser import assumed
from views.balance.forloeb import Grundlag, Omraade, run
from views.balance.motor import Kohorte, Stand, step
from views.balance.scenarie import KENDT, MAAL, RAEKKEFOELGER, TAKT, Scenarie
from views.balance.svar import at

TAET = {"abs": 1e-9, "rel": 1e-12}
RUNS = (worlds(), scenarios(), forudsaetninger())
NAVNE = dict(zip("okn", reference.ORDEN, strict=True))


@given(*RUNS)
def test_places_and_doctors_are_conserved(grundlag, scenarie, f):
    """I1, I2, I3, I5."""
    forloeb = run(grundlag, scenarie, f)
    for omraade in grundlag.omraader:
        laeger, aabne, klinik, ledige = omraade.laeger, sum(antal for _, antal in omraade.aabne), 0.0, 0.0
        for et in forloeb.aar[omraade.kode]:
            aendring = et.laeger - laeger + et.aabne - aabne + et.klinik - klinik + et.trukket
            assert aendring == pytest.approx(et.udbudt, **TAET)
            taget = et.overtaget + et.konverteret + et.nye_besat
            assert f.omega * ledige + et.nye_laeger == pytest.approx(taget + et.ledige, **TAET)
            assert et.til_raadighed == pytest.approx(taget + et.ledige, **TAET)
            assert et.mistet == pytest.approx((1 - f.omega) * ledige, **TAET)
            assert min(et.laeger, et.ledige, et.aabne, et.klinik, et.trukket, et.nye_laeger, et.opgivet) >= -1e-9
            assert et.nye_besat <= aabne + et.udbudt + 1e-9
            laeger, aabne, klinik, ledige = et.laeger, et.aabne, et.klinik, et.ledige
        stand = forloeb.stande[omraade.kode]
        assert all(en.rest == pytest.approx(0, abs=1e-9) for en in (*stand.nye, *stand.overtagelser))
        assert sum(en.klinik for en in (*stand.nye, *stand.overtagelser)) == pytest.approx(klinik, **TAET)
        kendte = [en for en in stand.nye if en.aar <= 2025]
        assert et.kendte_besat == pytest.approx(sum(en.besat + en.konverteret for en in kendte), **TAET)
        assert et.kendte_uden_plo == pytest.approx(sum(en.aabne + en.klinik for en in kendte), **TAET)


@given(*RUNS)
def test_nobody_waits_while_there_is_a_place(grundlag, scenarie, f):
    """I5: a doctor is without a place only when nothing is open and no clinic can be converted."""
    forloeb = run(grundlag, scenarie, f)
    for kode, aarene in forloeb.aar.items():
        for nr, et in enumerate(aarene):
            if et.ledige > 1e-6:
                modne = [en for en in aarene[:nr] if et.aar - en.aar >= f.tau]
                assert et.aabne < 1e-6, (kode, et.aar)
                blev = sum(en.udbud_til_klinik + en.overtagelse_til_klinik for en in modne)
                taget = sum(en.konverteret for en in aarene[: nr + 1])
                assert blev <= taget + 1e-6


@given(*RUNS)
def test_all_areas_are_the_sum_of_them(grundlag, scenarie, f):
    """I4: and a doctor without a place in one takes none in another, so the sum is not the pooled run."""
    forloeb = run(grundlag, scenarie, f)
    for nr, et in enumerate(forloeb.samlet):
        dele = [aarene[nr] for aarene in forloeb.aar.values()]
        for felt in ("laeger", "aabne", "klinik", "trukket", "ledige", "nye_laeger", "opgivet", "udbudt", "mistet"):
            assert getattr(et, felt) == pytest.approx(sum(getattr(en, felt) for en in dele), **TAET)
        assert et.aar == dele[0].aar
    koder = tuple(forloeb.aar)
    assert forloeb.of(koder[:1]) == tuple(forloeb.aar[koder[0]])


def test_the_toy_of_two_areas():
    """By hand: 37 = 35 + 2."""
    f = assumed(ANTAGELSER, {})
    a, b = (
        step(Stand(laeger), 2026, nye, opgivet, udbudt, f)
        for laeger, nye, opgivet, udbudt in ((300, 27, 20, 5), (400, 18, 25, 30))
    )
    assert (a.overtaget, a.nye_besat, a.ledige, a.laeger) == (20, 5, 2, 305)
    assert (b.overtaget, b.nye_besat, b.klinik, b.aabne, b.laeger) == (18, 0, 7, 30, 393)
    sammen = step(Stand(700), 2026, 45, 45, 35, f)
    assert a.uden_plo + b.uden_plo == 37 and sammen.uden_plo == 35 == 37 - (a.ledige + b.ledige)


def test_the_toy_settles_as_by_hand():
    f = assumed(ANTAGELSER, {"sigma": 80})
    hu = {("syd", aar): 30 / f.s / f.c for aar in range(2015, 2036)}
    hu |= {("nord", aar): 15 / f.s / f.c for aar in range(2015, 2036)}
    grundlag = Grundlag((Omraade("a", "A", "syd", 300), Omraade("b", "B", "nord", 400)), hu, {"syd": 0.5, "nord": 0.5})
    forloeb = run(grundlag, Scenarie(KENDT), f)
    assert [forloeb.aar[kode][0].nye_laeger for kode in "ab"] == pytest.approx([27, 18])


def test_those_from_elsewhere_go_where_doctors_are():
    f = assumed(ANTAGELSER, {"o": 20, "s": 50})
    grundlag = Grundlag((Omraade("a", "A", "syd", 300), Omraade("b", "B", "syd", 100)), {}, {"syd": 0.0})
    assert [en[0].nye_laeger for en in run(grundlag, Scenarie(KENDT), f).aar.values()] == pytest.approx([15, 5])


@settings(max_examples=150)
@given(
    st.lists(st.tuples(ANTAL, ANTAL, ANTAL), min_size=1, max_size=10),
    ANTAL,
    st.lists(ANTAL, max_size=3),
    st.sampled_from(RAEKKEFOELGER),
    st.fixed_dictionaries(
        {"rho_n": ANDELE, "rho_r": ANDELE, "zeta": ANDELE, "omega": ANDELE, "tau": st.integers(0, 8)}
    ),
)
def test_the_step_is_the_reference(aarene, laeger, kendte, orden, tal):
    f = assumed(ANTAGELSER, {navn: round(100 * en) if navn != "tau" else en for navn, en in tal.items()})
    vores = Stand(laeger, nye=[Kohorte(2025 - nr, en, en) for nr, en in reversed([*enumerate(kendte)])])
    facit = reference.Stand(laeger, nye=[reference.Kohorte(en.aar, en.udbudt, en.aabne) for en in vores.nye])
    for aar, (nye, opgivet, udbudt) in enumerate(aarene, 2026):
        et = step(vores, aar, nye, opgivet, udbudt, f, orden)
        sket = reference.skridt(
            facit, aar, nye, opgivet, udbudt, f.rho_n, f.rho_r, f.tau, f.zeta, f.omega, [NAVNE[en] for en in orden]
        )
        vist = (
            et.laeger,
            et.ledige,
            et.aabne,
            et.klinik,
            et.overtaget,
            et.konverteret,
            et.nye_besat,
            et.udbud_til_klinik,
        )
        skal = (facit.laeger, facit.ledige_laeger, facit.aabne(), facit.klinik())
        skal += (sket["overtagelser"], sket["konvertering"], sket["nye"], sket["udbud_til_klinik"])
        assert vist == pytest.approx(skal, **TAET)
        assert et.trukket == pytest.approx(sket["trukket"] + sket["lukket"], **TAET)
    for vor, dens in zip(vores.nye, facit.nye, strict=True):
        assert (vor.besat, vor.konverteret, vor.trukket) == pytest.approx(
            (dens.besat, dens.konverteret, dens.trukket), **TAET
        )


def test_the_reference_gives_the_specifications_row():
    s = reference.Stand(435, nye=[reference.Kohorte(2025, 87, 87)])
    hu = {aar: 280 if aar <= 2025 else 320 for aar in range(2021, 2032)}
    besat = []
    for aar in range(2026, 2036):
        reference.skridt(s, aar, 0.131 * 0.8 * reference.faerdige(hu, aar), 0.037 * 1.13 * s.laeger, 0)
        besat.append(round(s.nye[0].besat + s.nye[0].konverteret, 1))
    assert besat == [9.7, 19.0, 27.9, 36.4, 44.6, 56.4, 67.7, 78.5, 86.8, 87.0]


def filled(grundlag, scenarie, f, aar=2035):
    return at(run(grundlag, scenarie, f).samlet, aar).kendte_besat


@given(
    worlds(most=1),
    scenarios(politik=st.just(KENDT)),
    forudsaetninger(),
    st.sampled_from(("c", "s", "o", "h_frem", "e")),
)
def test_more_doctors_never_leave_more_without(grundlag, scenarie, f, hvad):
    """I6, told of places and doctors together: who waits for a clinic is there. Fewer who go are as more who come."""
    flere = replace(f, **{hvad: getattr(f, hvad) * 0.9 if hvad == "e" else getattr(f, hvad) * 1.1 + 0.01})
    foer, efter = (run(grundlag, scenarie, en).samlet for en in (f, flere))
    assume(f.omega == 1)
    for a, b in zip(foer, efter, strict=True):
        assert b.uden_plo + b.trukket - b.ledige <= a.uden_plo + a.trukket - a.ledige + 1e-6


@given(worlds(), scenarios(), forudsaetninger())
def test_without_doctors_nothing_is_filled(grundlag, scenarie, f):
    """I7."""
    ingen = run(grundlag, scenarie, replace(f, s=0.0, o=0.0))
    assert all(et.overtaget == et.konverteret == et.nye_besat == 0 for et in ingen.samlet)


@given(worlds(), forudsaetninger())
def test_without_offers_clinics_come_from_takeovers_alone(grundlag, f):
    """I7."""
    uden = tuple(_without_offers(en) for en in grundlag.omraader)
    forloeb = run(_on(grundlag, uden), Scenarie(KENDT), f)
    assert all(et.aabne == et.udbud_til_klinik == et.nye_besat == 0 for et in forloeb.samlet)


@given(worlds(), forudsaetninger())
def test_in_step_nothing_is_vacant_and_there_are_as_many_doctors(grundlag, f):
    """I7: in areas with nothing open and without a share of the places of its own; where there are as many places as
    doctors the policy costs none."""
    uden = tuple(_without_offers(en) for en in grundlag.omraader)
    f = replace(f, g=0.0)
    takt = run(_on(grundlag, uden), Scenarie(TAKT), f)
    assert all(et.aabne < 1e-9 and et.udbud_til_klinik == 0 for et in takt.samlet)
    rigeligt = run(_on(grundlag, uden, pladser=1e6), Scenarie(MAAL), f)
    assert [et.laeger for et in takt.samlet] == pytest.approx([et.laeger for et in rigeligt.samlet], **TAET)


def _without_offers(en: Omraade) -> Omraade:
    return Omraade(en.kode, en.navn, en.region, en.laeger, en.aldre, en.faktor, andel=1.0)


def _on(grundlag: Grundlag, omraader, pladser: float = 0.0) -> Grundlag:
    return Grundlag(omraader, grundlag.hu, grundlag.hu_andel, grundlag.bosaetning, grundlag.andel_af_landet, pladser)


@given(worlds(most=3), forudsaetninger(), st.floats(0, 1), st.floats(0, 1))
def test_what_becomes_of_open_offers_is_no_matter_while_nobody_waits(grundlag, f, foerst, siden):
    """I6: A + K does not depend on rho_n when no doctor is ever without a place."""
    en, anden = (run(grundlag, Scenarie(KENDT), replace(f, rho_n=tal, zeta=0.0, g=0.0)) for tal in (foerst, siden))
    assume(all(et.ledige == 0 for forloeb in (en, anden) for et in forloeb.samlet))
    assert [et.uden_plo for et in en.samlet] == pytest.approx([et.uden_plo for et in anden.samlet], abs=1e-6)
