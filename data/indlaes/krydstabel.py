"""Crosstabs: areas down and periods across, or the other way round, with titles above and notes below."""

from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name

from data.indlaes.maalinger import Maaling, Taltabel, cut, read_around, some
from data.indlaes.omraadenavne import Etiket, Omraadenavne
from data.indlaes.perioder import Periode, part, period
from data.indlaes.vaerdier import FEJLKODE, Ulaeselig
from data.regneark.ark import Ark

GEM_IGEN = "Åbn filen i Excel, og gem den igen."
Celler = list[list[str | None]]
# An area stands near the edge, and a table begins on the first page.
BREDDE, HOEJDE = 8, 150
NIVEAUORD = {"kommun": "kommune", "sundhedsr": "sundhedsraad", "region": "region"}


@dataclass(frozen=True)
class Net:
    """Where the parts of a table stand (from 0): the row of the periods, the column of the areas, the periods by their
    columns, the headings that are none; and whether rows and columns are exchanged in `celler`."""

    celler: Celler
    hoved: int
    etiketter: int
    perioder: dict[int, Periode]
    daarlige: dict[int, str]
    vendt: bool

    def place(self, raekke: int, kolonne: int) -> tuple[int, int]:
        """Row and column in the sheet, counted from 1."""
        return (kolonne + 1, raekke + 1) if self.vendt else (raekke + 1, kolonne + 1)

    def line(self, kolonne: int) -> str:
        """A column of the table as the sheet names it."""
        return f"Række {kolonne + 1}" if self.vendt else f"Kolonne {xl_col_to_name(kolonne)}"


def crosstab(ark: Ark, navne: Omraadenavne) -> Taltabel | None:
    """The sheet as a crosstab of areas and periods; None when it is none."""
    bredde = max(map(len, ark.raekker), default=0)
    celler = [[*raekke, *[None] * (bredde - len(raekke))] for raekke in ark.raekker]
    vendte = [[*kolonne] for kolonne in zip(*celler)]
    mulige = [_net(celler, navne, False), _net(vendte, navne, True) if bredde <= 1000 else None]
    net = max(filter(None, mulige), key=lambda en: _size(en, navne), default=None)
    return _unfold(ark, net, navne) if net else None


def _size(net: Net, navne: Omraadenavne) -> int:
    return sum(1 for en in _labels(net.celler, net.etiketter) if navne.looks_like_one(en)) * len(net.perioder)


def _labels(celler: Celler, kolonne: int) -> list[str]:
    return [raekke[kolonne] for raekke in celler[:HOEJDE] if raekke[kolonne]]


def _net(celler: Celler, navne: Omraadenavne, vendt: bool) -> Net | None:
    """The table, when there is one this way round."""
    if not celler or not celler[0]:
        return None
    etiketter = _label_column(celler, navne)
    if etiketter is None:
        return None
    foerste = next(nr for nr, raekke in enumerate(celler) if raekke[etiketter] and _is_area(raekke[etiketter], navne))
    bedste: Net | None = None
    for hoved in range(foerste - 1, -1, -1):
        net = _headings(celler, hoved, etiketter, vendt)
        if len(net.perioder) + len(net.daarlige) > (len(bedste.perioder) + len(bedste.daarlige) if bedste else 0):
            bedste = net
    return bedste


def _label_column(celler: Celler, navne: Omraadenavne) -> int | None:
    """The column with most different areas, kommuner before what holds them; names before codes, for any number of
    three digits may be a code."""

    def score(kolonne: int) -> tuple[int, int, int, int]:
        fundne = {en for en in _labels(celler, kolonne) if navne.looks_like_one(en)}
        med_navn = sum(not en.isdigit() for en in fundne)
        kommuner = sum(navne.understand(en).at("kommune") is not None for en in fundne)
        return med_navn, kommuner, len(fundne), -kolonne

    bedste = max(range(min(BREDDE, len(celler[0]))), key=score)
    return bedste if score(bedste)[2] else None


def _is_area(tekst: str, navne: Omraadenavne) -> bool:
    return navne.looks_like_one(tekst) or navne.understand(tekst).slags == "total"


def _headings(celler: Celler, hoved: int, etiketter: int, vendt: bool) -> Net:
    """The periods of a row; a quarter without its year has that from the row above or below it."""
    perioder: dict[int, Periode] = {}
    daarlige: dict[int, str] = {}
    for kolonne, tekst in enumerate(celler[hoved]):
        if kolonne == etiketter:
            continue
        for mulig in _written(celler, hoved, kolonne, tekst):
            try:
                perioder[kolonne] = period(mulig)
                break
            except Ulaeselig as fejl:
                if "to år" in str(fejl):
                    daarlige[kolonne] = f"»{mulig}« {fejl}"
    return Net(celler, hoved, etiketter, perioder, daarlige, vendt)


def _written(celler: Celler, hoved: int, kolonne: int, tekst: str | None) -> list[str]:
    """What may be meant by a heading, the likeliest first: with the part of the year or the year beside it."""
    if not tekst:
        return []
    over = _nearest_left(celler[hoved - 1], kolonne) if hoved else None
    if part(tekst):
        return [f"{part(tekst)} {over}"] if over else []
    return [f"{part(over)} {tekst}", tekst] if over and part(over) else [tekst]


def _nearest_left(raekke: list[str | None], kolonne: int) -> str | None:
    """A heading over several columns stands in the first of them."""
    return next((raekke[nr] for nr in range(kolonne, -1, -1) if raekke[nr]), None)


def _unfold(ark: Ark, net: Net, navne: Omraadenavne) -> Taltabel:
    tabel = Taltabel(ark, "krydstabel", "", [], vink=_hint(net))
    tabel.fejl += [(net.place(net.hoved, en)[0], f"{net.line(en)}: {tekst}") for en, tekst in net.daarlige.items()]
    tabel.brugte = {net.place(net.hoved, en) for en in (net.etiketter, *net.perioder)}
    linjer = list(enumerate(net.celler[: net.hoved]))
    gruppe, omraader = "", set()
    for nr, raekke in enumerate(net.celler[net.hoved + 1 :], net.hoved + 1):
        tekst = raekke[net.etiketter]
        etiket = navne.understand(tekst) if tekst else Etiket("")
        gruppe = _group(net, raekke, navne) or gruppe
        if not any(raekke[kolonne] for kolonne in net.perioder):
            if etiket.slags == "omraade":
                gruppe = etiket.at("region") or gruppe
                tabel.brugte.add(net.place(nr, net.etiketter))
                tabel.uden.append(f"»{cut(tekst)}« har ingen tal (række {net.place(nr, net.etiketter)[0]}).")
            elif any(raekke):
                linjer.append((nr, raekke))
        elif not etiket.slags and not _has_figures(net, raekke):
            linjer.append((nr, raekke))
            if not omraader:
                _one_measure(tabel, net, nr, raekke)
        elif not tekst:
            hvad = "Kolonnen" if net.vendt else "Rækken"
            raekke_nr = net.place(nr, min(net.perioder))[0]
            tabel.fejl.append((raekke_nr, f"{hvad} har tal, men intet område. Skriv området, eller slet tallene."))
        else:
            if etiket.slags == "total":
                etiket, gruppe = _total(gruppe), ""
            omraader.add(tekst)
            tabel.brugte.add(net.place(nr, net.etiketter))
            tabel.maalinger += [
                Maaling(tekst, etiket, periode, raekke[kolonne], *net.place(nr, kolonne))
                for kolonne, periode in net.perioder.items()
            ]
    _tell_columns(tabel, net, navne)
    read_around(tabel, _around(net, linjer))
    tabel.ligner = f"ligner en krydstabel: {len(omraader)} områder x {len(net.perioder)} perioder"
    return tabel


def _hint(net: Net) -> str:
    """The level that the heading of the areas names, "" when it names none."""
    ord_ = (net.celler[net.hoved][net.etiketter] or "").lower()
    return next((niveau for begyndelse, niveau in NIVEAUORD.items() if begyndelse in ord_), "")


def _has_figures(net: Net, raekke: list[str | None]) -> bool:
    return any(tegn.isdigit() for kolonne in net.perioder for tegn in raekke[kolonne] or "")


def _one_measure(tabel: Taltabel, net: Net, nr: int, raekke: list[str | None]) -> None:
    """Different words between the periods and the first area are several measures under one period."""
    ord_ = list(dict.fromkeys(celle for kolonne, celle in enumerate(raekke) if celle and kolonne != net.etiketter))
    if len(ord_) > 1:
        besked = f"Under perioderne står flere opgørelser ({some([f'»{cut(en)}«' for en in ord_])})."
        tabel.fejl.append((net.place(nr, 0)[0], f"{besked} Lad kun den ene stå, eller brug den lange form."))


def _group(net: Net, raekke: list[str | None], navne: Omraadenavne) -> str:
    """The region that another column of the row names, "" without any."""
    for kolonne, tekst in enumerate(raekke[: BREDDE * 2]):
        if tekst and kolonne != net.etiketter and kolonne not in net.perioder and navne.looks_like_one(tekst):
            etiket = navne.understand(tekst)
            if etiket.at("region") and not etiket.at("kommune"):
                return etiket.at("region")
    return ""


def _total(gruppe: str) -> Etiket:
    """What a bare total may sum: the region it stands in or under, or the country."""
    region = (("region", gruppe),) if gruppe else ()
    return Etiket("total", (*region, ("land", "Danmark")))


def _tell_columns(tabel: Taltabel, net: Net, navne: Omraadenavne) -> None:
    """Columns that are neither the areas nor a period: what they hold is told, and a code beside a name must agree."""
    for kolonne in range(len(net.celler[0])):
        if kolonne == net.etiketter or kolonne in net.perioder or kolonne in net.daarlige:
            continue
        raekker = (raekke for raekke in net.celler[net.hoved + 1 :] if any(raekke[en] for en in net.perioder))
        celler = [raekke[kolonne] for raekke in raekker if raekke[kolonne]]
        if celler and all(navne.looks_like_one(en) for en in celler):
            _codes_agree(tabel, net, navne, kolonne)
            continue
        if net.vendt or not celler:
            continue
        hoved = net.celler[net.hoved][kolonne]
        if fejl := _lost_heading(tabel.ark, net, kolonne):
            tabel.fejl.append((net.place(net.hoved, kolonne)[0], f"{net.line(kolonne)}: {fejl}"))
            continue
        eksempel = f" ({some([f'»{cut(en)}«' for en in dict.fromkeys(celler)])})"
        navn = f"{net.line(kolonne)} »{cut(hoved)}«" if hoved else net.line(kolonne)
        tabel.uden.append(f"{navn} er ingen periode og er ikke læst{eksempel}.")


def _lost_heading(ark: Ark, net: Net, kolonne: int) -> str:
    """What is wrong with a heading that may have been a period; "" when it is whole."""
    hoved = net.celler[net.hoved][kolonne]
    if hoved and FEJLKODE.fullmatch(hoved):
        return f"Overskriften »{hoved}« er en fejl fra Excel. Ret formlen, eller skriv perioden."
    if net.place(net.hoved, kolonne) in ark.uden_vaerdi:
        return f"Overskriften har en formel uden gemt værdi. {GEM_IGEN}"
    return ""


def _codes_agree(tabel: Taltabel, net: Net, navne: Omraadenavne, kolonne: int) -> None:
    for nr, raekke in enumerate(net.celler):
        kode, tekst = raekke[kolonne], raekke[net.etiketter]
        if nr <= net.hoved or not kode or not tekst or not kode.isdigit():
            continue
        en, anden = navne.understand(kode), navne.understand(tekst)
        if en.at("kommune") and anden.at("kommune") and en.at("kommune") != anden.at("kommune"):
            besked = f"»{kode}« er {en.at('kommune')}, men ved siden af står »{cut(tekst)}«. Ret den ene."
            tabel.fejl.append((net.place(nr, kolonne)[0], besked))


def _around(net: Net, linjer: list[tuple[int, list[str | None]]]) -> list[tuple[int, list[str | None]]]:
    """Lines with the row they have in the sheet. Of an exchanged table these are the rows that are neither its areas
    nor a period, whatever stands in them."""
    if not net.vendt:
        return [(nr + 1, raekke) for nr, raekke in linjer]
    brugte = {net.etiketter, *net.perioder, *net.daarlige}
    return [(nr + 1, [raekke[nr] for raekke in net.celler]) for nr in range(len(net.celler[0])) if nr not in brugte]
