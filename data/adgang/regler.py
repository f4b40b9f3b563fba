"""The rules of data/adgang.toml: which role the claims of a login give. See docs/adgang.md."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.adgang.bruger import NAVNE, Rolle

FIL = "adgang.toml"
KENDETEGN = ("mail", "domaene", "gruppe")
# The claims that can be asked for a mail, and those that hold groups: Entra ID calls groups of its own app roles.
MAILFELTER, GRUPPEFELTER = ("email", "preferred_username"), ("groups", "roles")


class RegelFejl(Exception):
    """The file of rules cannot be used. The text is for the one who wrote it."""


@dataclass(frozen=True)
class Regel:
    """One rule: who has this mail, domain or group has the role."""

    rolle: Rolle
    kendetegn: str
    vaerdi: str


@dataclass(frozen=True)
class Regler:
    """uden_login: the role of whoever reaches the server; timer: how long a login holds; udsteder: the only one whose
    logins count, "" for any that the server is set up with; mail_fra: the claim that is a person's mail; link_dage: how
    long a link to own data holds."""

    regler: tuple[Regel, ...] = ()
    uden_login: Rolle = Rolle.GAEST
    timer: int = 12
    udsteder: str = ""
    mail_fra: str = "email"
    link_dage: int = 7

    def role_of(self, krav: Mapping[str, Any]) -> Rolle:
        """The highest role that the claims give; without any, that of one who did not log in."""
        if self.udsteder and krav.get("iss") != self.udsteder:
            return self.uden_login
        kendt = self._known(krav)
        return max((en.rolle for en in self.regler if (en.kendetegn, en.vaerdi) in kendt), default=self.uden_login)

    def name_of(self, krav: Mapping[str, Any]) -> str:
        """What the log calls the one with these claims."""
        return self._mail(krav) or str(krav.get("name") or krav.get("sub") or "")[:80]

    def _known(self, krav: Mapping[str, Any]) -> set[tuple[str, str]]:
        mail = self._mail(krav)
        kendt = {("mail", mail), ("domaene", mail.rpartition("@")[2])} if "@" in mail else set()
        for felt in GRUPPEFELTER:
            if isinstance(grupper := krav.get(felt), list):
                kendt |= {("gruppe", str(en).casefold()) for en in grupper}
        return kendt

    def _mail(self, krav: Mapping[str, Any]) -> str:
        """The mail, where the provider answers for it: one that a user writes freely says nothing of who that is."""
        if self.mail_fra == "email" and krav.get("email_verified") is not True:
            return ""
        mail = krav.get(self.mail_fra)
        return mail.strip().casefold() if isinstance(mail, str) else ""


def read_rules(mappe: Path) -> Regler:
    """The rules in a folder; without a file nobody who logs in is more than the others. Raises RegelFejl."""
    try:
        tekst = (mappe / FIL).read_text(encoding="utf-8")
    except FileNotFoundError:
        return Regler()
    except (OSError, UnicodeDecodeError) as fejl:
        raise RegelFejl(f"{FIL} kan ikke læses ({type(fejl).__name__}).") from fejl
    try:
        return parse(tomllib.loads(tekst))
    except tomllib.TOMLDecodeError as fejl:
        raise RegelFejl(f"{FIL} er ikke gyldig TOML: {fejl}") from fejl


def parse(post: Mapping[str, Any]) -> Regler:
    """The rules as they stand in the file. Whatever is not understood is refused: a rule that is misspelt would open
    or close in silence. Raises RegelFejl."""
    login, link = _table(post, "login"), _table(post, "link")
    _only(post, {"login", "link", "regel"}, FIL)
    _only(link, {"dage"}, "[link]")
    _only(login, {"uden_login", "timer", "udsteder", "mail_fra"}, "[login]")
    timer = _number(login, "timer", Regler.timer, 24 * 31)
    dage = _number(link, "dage", Regler.link_dage, 366)
    mail_fra = login.get("mail_fra", Regler.mail_fra)
    if mail_fra not in MAILFELTER:
        raise RegelFejl(f"[login] mail_fra er {' eller '.join(MAILFELTER)}.")
    uden_login = _role(login.get("uden_login", Regler.uden_login.navn))
    if uden_login is Rolle.REDAKTOER:
        raise RegelFejl("[login] uden_login kan ikke være redaktør: så kunne enhver ændre data.")
    regler = post.get("regel", [])
    if not isinstance(regler, list):
        raise RegelFejl("Hver regel skrives under [[regel]].")
    return Regler(tuple(map(_rule, regler)), uden_login, timer, _text(login, "udsteder"), mail_fra, dage)


def _rule(post: Any) -> Regel:
    if not isinstance(post, Mapping):
        raise RegelFejl("Hver regel skrives under [[regel]].")
    _only(post, {"rolle", *KENDETEGN}, "[[regel]]")
    fundet = [en for en in KENDETEGN if _text(post, en)]
    if len(fundet) != 1:
        raise RegelFejl(f"Hver [[regel]] har én af disse: {', '.join(KENDETEGN)}.")
    rolle = _role(_text(post, "rolle"))
    if rolle is Rolle.GAEST:
        raise RegelFejl("En [[regel]] giver rollen medlem eller redaktør; gæst er enhver.")
    return Regel(rolle, fundet[0], _text(post, fundet[0]).casefold().removeprefix("@"))


def _role(navn: Any) -> Rolle:
    if navn not in NAVNE:
        raise RegelFejl(f"En rolle er {', '.join(NAVNE[:-1])} eller {NAVNE[-1]}.")
    return Rolle(NAVNE.index(navn))


def _table(post: Mapping[str, Any], navn: str) -> Mapping[str, Any]:
    tabel = post.get(navn, {})
    if not isinstance(tabel, Mapping):
        raise RegelFejl(f"[{navn}] er et afsnit.")
    return tabel


def _number(post: Mapping[str, Any], navn: str, standard: int, hoejst: int) -> int:
    tal = post.get(navn, standard)
    if type(tal) is not int or not 1 <= tal <= hoejst:
        raise RegelFejl(f"{navn} er et helt tal fra 1 til {hoejst}.")
    return tal


def _text(post: Mapping[str, Any], navn: str) -> str:
    tekst = post.get(navn, "")
    if not isinstance(tekst, str):
        raise RegelFejl(f"{navn} er en tekst i anførselstegn.")
    return tekst.strip()


def _only(post: Mapping[str, Any], kendte: set[str], hvor: str) -> None:
    if ukendte := sorted(set(post) - kendte):
        raise RegelFejl(f"{hvor} kender ikke {', '.join(ukendte)}; den kender {', '.join(sorted(kendte))}.")
