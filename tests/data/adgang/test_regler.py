"""The rules of data/adgang.toml: which role a login has, and what is refused in the file."""

import tomllib

import pytest

from data.adgang.bruger import GAEST, VED_MASKINEN, Bruger, Rolle
from data.adgang.regler import RegelFejl, Regler, parse, read_rules

FIL = """
[login]
timer = 8
udsteder = "https://login.example/v2.0"
mail_fra = "preferred_username"

[[regel]]
rolle = "medlem"
domaene = "@PLO.dk"

[[regel]]
rolle = "redaktør"
mail = "Anna@plo.dk"

[[regel]]
rolle = "redaktør"
gruppe = "11112222-ABCD"
"""
UDSTEDER = {"iss": "https://login.example/v2.0"}


def test_the_highest_role_that_a_rule_gives_counts(tmp_path):
    (tmp_path / "adgang.toml").write_text(FIL, encoding="utf-8")
    regler = read_rules(tmp_path)
    assert regler.timer == 8
    roller = {
        "bo@plo.dk": Rolle.MEDLEM,
        "ANNA@PLO.DK ": Rolle.REDAKTOER,
        "bo@plo.dk.ond.example": Rolle.GAEST,
        "plo.dk": Rolle.GAEST,
        "": Rolle.GAEST,
    }
    for mail, rolle in roller.items():
        assert regler.role_of(UDSTEDER | {"preferred_username": mail}) is rolle, mail
    assert regler.role_of(UDSTEDER | {"email": "anna@plo.dk", "email_verified": True}) is Rolle.GAEST
    assert regler.role_of({"preferred_username": "anna@plo.dk", "iss": "https://ond.example"}) is Rolle.GAEST
    for felt in ("groups", "roles"):
        assert regler.role_of(UDSTEDER | {felt: ["x", "11112222-abcd"]}) is Rolle.REDAKTOER


def test_without_a_file_a_login_gives_nothing(tmp_path):
    assert read_rules(tmp_path) == Regler()
    assert Regler().role_of({"email": "anna@plo.dk", "email_verified": True}) is Rolle.GAEST


@pytest.mark.parametrize(
    ("tekst", "ord_"),
    [
        ("[login", "TOML"),
        ("[logind]\n", "logind"),
        ("login = 1", "[login]"),
        ("[link]\ndage = 0", "dage"),
        ("[link]\nuger = 1", "uger"),
        ("[login]\ntimer = 0", "timer"),
        ("[login]\ntimer = true", "timer"),
        ("[login]\nuden_login = 'redaktør'", "enhver"),
        ("[login]\nuden_login = 'gaest'", "En rolle"),
        ("[login]\nmail_fra = 'upn'", "mail_fra"),
        ("[login]\nudsteder = 1", "udsteder"),
        ("regel = 1", "[[regel]]"),
        ("regel = [1]", "[[regel]]"),
        ("[[regel]]\nrolle = 'medlem'", "én af disse"),
        ("[[regel]]\nrolle = 'medlem'\nmail = 'a@b.dk'\ngruppe = 'x'", "én af disse"),
        ("[[regel]]\nrolle = 'medlem'\ndomaene = ''", "én af disse"),
        ("[[regel]]\nrolle = 'gæst'\nmail = 'a@b.dk'", "gæst er enhver"),
        ("[[regel]]\nrolle = 'medlem'\ndomain = 'b.dk'", "kender ikke domain"),
        ("[[regel]]\nmail = 'a@b.dk'", "En rolle"),
    ],
)
def test_what_is_not_understood_is_refused(tmp_path, tekst, ord_):
    (tmp_path / "adgang.toml").write_text(tekst, encoding="utf-8")
    with pytest.raises(RegelFejl, match=ord_.replace("[", r"\[")):
        read_rules(tmp_path)


def test_a_file_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "adgang.toml").write_bytes(b"\xff")
    with pytest.raises(RegelFejl):
        read_rules(tmp_path)


def test_a_role_may_what_those_before_it_may():
    assert parse(tomllib.loads(FIL)).regler[0].vaerdi == "plo.dk"
    maa = {GAEST: (False, False), Bruger(Rolle.MEDLEM): (True, False), VED_MASKINEN: (True, True)}
    assert {en: (en.may_read_own(), en.may_edit()) for en in maa} == maa
    med_link = Bruger(aabnet=frozenset({"kort"}))
    assert med_link.may_read_own("kort") and not med_link.may_read_own("film") and not med_link.may_read_own()
