"""The categories and series of a panel, as a native chart and its data sheet need them."""

from dataclasses import dataclass, replace

from export.tegning import farve, tekst
from export.tegning.ordbog.akser import Akse
from export.tegning.ordbog.plan import Rude, Soejler, trace_colour


@dataclass(frozen=True)
class Serie:
    """A series of a native chart: a value (or None) and a text for each category. `linje`: drawn as a line."""

    navn: str
    vaerdier: tuple[float | None, ...]
    tekster: tuple[str, ...]
    farver: tuple[str | None, ...]
    farve: str
    skraveret: bool = False
    linje: bool = False
    streg: bool = False
    maerke: str = ""  # "", "circle", "diamond"
    aaben: bool = False
    tekstplads: str = ""
    tekstfarve: str | None = None


def series_of(rude: Rude) -> tuple[list[str], list[Serie]]:
    """The names of the categories and the series of a panel."""
    vandret = any(en.vandret for en in rude.soejler)
    tvaers = rude.y if vandret else rude.x
    pladser = sorted(set(tvaers.pladser.values()) | {sted for sted, _ in tvaers.streger})
    navne = {sted: str(raa) for raa, sted in tvaers.pladser.items() if isinstance(raa, str)}
    navne = {sted: navn for sted, navn in tvaers.streger} | navne
    kategorier = [_category_name(navne.get(en, f"{en:g}")) for en in pladser]
    nummer = {sted: nr for nr, sted in enumerate(pladser)}
    serier = _merged([_bar_series(en, tvaers, nummer) for en in rude.soejler])
    if not vandret:
        serier += [_line_series(en, rude, nummer) for en in rude.punkter]
    return kategorier, serier


def _category_name(navn: str) -> str:
    """A bold name is the chosen area's; a native axis cannot write one name bold."""
    return ("▸ " if navn.startswith("<b>") else "") + tekst.plain(navn)


def _bar_series(en: Soejler, tvaers: Akse, nummer: dict) -> Serie:
    vaerdier: list[float | None] = [None] * len(nummer)
    tekster, farver_ = [""] * len(nummer), [None] * len(nummer)
    for sted, vaerdi in en.vaerdier:
        vaerdier[nummer[tvaers.number(sted)]] = vaerdi
    for soejle in en.soejler:
        plads = nummer[tvaers.number(en.vaerdier[soejle.nr][0])]
        tekster[plads], farver_[plads] = soejle.tekst, soejle.farve
    egne = [en_ for en_ in farver_ if en_]
    plads = "" if en.tekstplads == "none" else en.tekstplads
    grund = max(set(egne), key=egne.count) if egne else "#868e96"
    return Serie(
        en.navn,
        tuple(vaerdier),
        tuple(tekster),
        tuple(farver_),
        grund,
        en.skraveret,
        tekstplads=plads,
        tekstfarve=en.tekstfarve,
    )


def _line_series(spor: dict, rude: Rude, nummer: dict) -> Serie:
    vaerdier: list[float | None] = [None] * len(nummer)
    tekster = [""] * len(nummer)
    ord_ = spor.get("text") or [""] * len(spor["x"])
    for sted, vaerdi, et_ord in zip(spor["x"], spor["y"], ord_, strict=True):
        plads = nummer[rude.x.number(sted)]
        vaerdier[plads] = None if vaerdi is None or vaerdi != vaerdi else float(vaerdi)
        tekster[plads] = str(et_ord or "")
    maade, maerke = spor.get("mode", ""), spor.get("marker", {})
    symbol = str(maerke.get("symbol", "circle"))
    synlig = "markers" in maade and maerke.get("opacity", 1)
    tekstfarve = spor.get("textfont", {}).get("color")
    return Serie(
        spor.get("name") or "Påskrift",
        tuple(vaerdier),
        tuple(tekster),
        (None,) * len(nummer),
        trace_colour(spor),
        linje=True,
        streg="lines" in maade,
        maerke=("diamond" if "diamond" in symbol else "circle") if synlig else "",
        aaben=symbol.endswith("-open"),
        tekstplads=spor.get("textposition", "top center") if "text" in maade else "",
        tekstfarve=farve.on_paper(tekstfarve[0] if isinstance(tekstfarve, list) else tekstfarve),
    )


def _merged(serier: list[Serie]) -> list[Serie]:
    """Traces that are one series to the eye (same name and look, no category twice) as one."""
    ud: list[Serie] = []
    for en in serier:
        for nr, anden in enumerate(ud):
            ens = (anden.navn, anden.farve, anden.skraveret) == (en.navn, en.farve, en.skraveret)
            if ens and all(a is None or b is None for a, b in zip(anden.vaerdier, en.vaerdier)):
                ud[nr] = replace(
                    anden,
                    vaerdier=tuple(a if a is not None else b for a, b in zip(anden.vaerdier, en.vaerdier)),
                    tekster=tuple(a or b for a, b in zip(anden.tekster, en.tekster)),
                    farver=tuple(a or b for a, b in zip(anden.farver, en.farver)),
                )
                break
        else:
            ud.append(en)
    return ud
