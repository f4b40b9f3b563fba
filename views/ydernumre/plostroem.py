"""Numbers that came into PLO-form and numbers that left it: by year, and area by area. The two are held against each
other only where the register has both sides."""

from collections.abc import Collection

import pandas as pd

from geo import niveauer
from queries import udbud
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.kilder import Belaeg, of_rows
from views.faelles.paastand import IKKE_HELE_AARET, register_years
from views.faelles.registerview import register_view
from views.faelles.sted import about
from views.faelles.view import View
from views.figur import farver
from views.figur.model import (
    PROGNOSE,
    STABLET,
    VED_ENDEN,
    VED_SIDEN,
    Aksefigur,
    Kategorier,
    Ord,
    Rude,
    Soejler,
    Talakse,
)
from views.figur.ramme import list_of_bars
from views.sprog import dansk
from views.sprog.ord import KAN_INDLAESES
from views.ydernumre.registeret import SIDE, complete, unit_of

IKKE_STEDFAESTET = "ikke_stedfaestet"
IND = {
    "nyt": ("Nyt nummer åbnet", farver.LINJE),
    "konverteret": ("Overtaget fra udbuds- eller regionsklinik", farver.UDFALD["besat"]),
    "igen": ("Tilbage efter at have været ude", farver.UDFALD["trukket_tilbage"]),
}
UD = {
    "regionsklinik": ("Blev regionsklinik", farver.UDFALD["regionsklinik"]),
    "udbudsklinik": ("Blev udbudsklinik", farver.UDFALD["udbudsklinik"]),
    "opkoebt": ("Opkøbt af regionen, eller førsteret udnyttet", farver.ENDNU_ET_SLAGS),
    "tilbageleveret": ("Tilbageleveret af lægen", farver.UDFALD["ingen_ansoegere"]),
    "fordelt": ("Patienterne fordelt", farver.REFERENCE),
}
RETNINGER = {"ind": ("Ind i PLO-form", IND), "ud": ("Ud af PLO-form", UD)}
DEFINITION = (
    "{enheder} i PLO-form ejes af praktiserende læger. Ind tæller, når en læge åbner et nyt, overtager et fra en "
    "udbuds- eller regionsklinik eller får et, der har været ude. Ud tæller, når driften går til regionen eller en "
    "leverandør, når regionen køber det eller bruger sin førsteret, når lægen giver det tilbage, eller når patienterne "
    "fordeles. Hver bevægelse tæller i det år, den skete. Et salg fra læge til læge tæller ikke, og det, der aldrig "
    "kom i udbud, ses ikke her."
)
HOEJDE, RAEKKE = 520, 46


def flow_by_year(filters: Filters, data: Snapshot) -> View:
    """Two panels on one scale: into PLO-form, and out of it, by the year it happened and by how."""
    alle = _moves(filters, filters.niveau, filters.omraade, data)
    kendte = alle[alle["retning"].isin(RETNINGER) & alle["aar"].notna()]
    delvise = register_years("udbud", filters, data).dele
    aarene = list(range(int(kendte["aar"].min()), int(kendte["aar"].max()) + 1)) if len(kendte) else []
    return _view(
        "plo_stroem_aar",
        filters,
        data,
        alle,
        title=_title(kendte, aarene, delvise, filters, data),
        figure=_by_year(kendte, aarene, delvise) if aarene else None,
        table=_year_table(kendte, aarene, delvise, complete(filters, data)),
        alt=f"To rækker søjler, år for år: {unit_of(filters).flertal} ind i og ud af PLO-form.",
        note=_note(alle, aarene, delvise, filters, data),
    )


def flow_by_area(filters: Filters, data: Snapshot) -> View:
    """Into and out of PLO-form in each area that has had any, in the order of the map; of whole years with a balance
    where all of them are known."""
    niveau = niveauer.map_level(filters.niveau)
    niveau = "sundhedsraad" if niveau == "kommune" else niveau
    valgt = filters.omraade
    if valgt and niveau != filters.niveau:  # the one that holds it is marked
        valgt = niveauer.containing(filters.niveau, valgt, niveau, filters.struktur)
    land = filters.on(omraade=valgt, sammenlign="", niveau=niveau)
    alle = _moves(land, niveau, "", data)
    hele = sorted({int(aar) for aar in alle["aar"].dropna()} & set(register_years("udbud", land, data).hele))
    alle = alle[alle["aar"].isin(hele)] if hele else alle
    navne = {kode: en.kort_navn for kode, en in niveauer.areas(niveau, filters.struktur).items()}
    navne[IKKE_STEDFAESTET] = "Ikke stedfæstet"
    tal = _by_direction(alle, navne, bool(hele))
    tabel = pd.DataFrame({"Område": [navne[kode] for kode in tal.index]} | {RETNINGER[en][0]: tal[en] for en in tal})
    if hele:
        tabel["Forskel"] = tal["ind"] - tal["ud"]
    return _view(
        "plo_stroem_omraader",
        land,
        data,
        alle,
        title=_area_title(tal, hele, land),
        figure=_by_area(tal, navne, navne.get(valgt, "")) if len(tal) else None,
        table=tabel.reset_index(drop=True),
        alt=f"Søjler for hvert område: {unit_of(filters).flertal} ind i og ud af PLO-form.",
        note=_area_note(alle, bool(hele), land, data),
    )


def _by_direction(alle: pd.DataFrame, navne: dict[str, str], nul_er_kendt: bool) -> pd.DataFrame:
    """Units into and out of PLO-form by the areas that have had any; a missing one is 0 only where that is known."""
    kendte = alle[alle["retning"].isin(RETNINGER)]
    tal = kendte.pivot_table(index="omraade_id", columns="retning", values="antal", aggfunc="sum")
    tal = tal.reindex(index=[kode for kode in navne if kode in tal.index], columns=list(RETNINGER)).astype("Int64")
    return tal.fillna(0) if nul_er_kendt else tal


def _moves(filters: Filters, niveau: str, omraade: str, data: Snapshot) -> pd.DataFrame:
    enhed = unit_of(filters).enhed
    sted = (niveau, filters.struktur, omraade)
    return udbud.plo_moves(filters.datasaet, enhed, *sted, filters.fra, filters.til, data=data)


def _view(id_: str, filters: Filters, data: Snapshot, alle: pd.DataFrame, **dele) -> View:
    definition = DEFINITION.format(enheder=dansk.capital(unit_of(filters).flertal))
    belaeg = of_rows(alle, data) if len(alle) else Belaeg()
    view = register_view(id_, "udbud", SIDE, filters, data, definition=definition, belaeg=belaeg, **dele)
    return about(view, filters.place()) if id_ == "plo_stroem_aar" else view


def _sums(kendte: pd.DataFrame) -> dict[str, int]:
    return {en: int(kendte.loc[kendte["retning"] == en, "antal"].sum()) for en in RETNINGER}


def _title(kendte: pd.DataFrame, aarene: list[int], delvise: Collection, filters: Filters, data: Snapshot) -> str:
    """The balance is told of whole years that are known completely; else what the sources tell of."""
    enhed, sted = unit_of(filters), filters.place()
    hele = [aar for aar in aarene if aar in register_years("udbud", filters, data).hele]
    if hele:
        tal = _sums(kendte[kendte["aar"].isin(hele)])
        netto = tal["ind"] - tal["ud"]
        ord_ = f"{dansk.number(abs(netto))} {'flere ind end ud' if netto > 0 else 'flere ud end ind'}"
        forskel = ord_ if netto else "lige mange ind og ud"
        hvad = f"{enhed.count(tal['ind'])} ind i PLO-form og {dansk.number(tal['ud'])} ud"
        return f"{hvad} {dansk.period(hele[0], hele[-1])}, {forskel}: {sted}"
    if not aarene:
        return f"{dansk.capital(enhed.flertal)} ind i og ud af PLO-form: {sted}"
    tal = _sums(kendte)
    return f"Kendte {enhed.flertal}: {dansk.number(tal['ind'])} ind i PLO-form og {dansk.number(tal['ud'])} ud: {sted}"


def _by_year(kendte: pd.DataFrame, aarene: list[int], delvise: Collection) -> Aksefigur:
    steder = tuple(str(aar) for aar in aarene)
    ruder = []
    for (retning, (overskrift, slags)), (y0, y1) in zip(RETNINGER.items(), ((0.56, 0.94), (0, 0.38)), strict=True):
        del_ = kendte[kendte["retning"] == retning]
        serier = tuple(
            serie
            for navn, (etiket, farve) in slags.items()
            for serie in _bars(del_[del_["slags"] == navn], etiket, farve, aarene, delvise)
        )
        # the years are written once, below both
        x, y = Kategorier(steder, vises=retning == "ud"), Talakse("", nullinje=False, faelles="plo")
        ruder.append(Rude(serier, x, y, overskrift, plads=(0, 1, y0, y1)))
    return Aksefigur(tuple(ruder), HOEJDE, maade=STABLET, forklaring=True, luft=0.25, margen=(0, 10, 36, 40))


def _bars(del_: pd.DataFrame, navn: str, farve: str, aarene: list[int], delvise: Collection) -> list[Soejler]:
    """The bars of one kind; those of a year that goes on are hatched."""
    antal = del_.groupby("aar")["antal"].sum()
    ud = []
    for skraveret in (False, True):
        valgte = [aar for aar in aarene if (aar in delvise) == skraveret and antal.get(aar, 0)]
        if not valgte:
            continue
        hale = f" ({IKKE_HELE_AARET})" if skraveret else ""
        ud.append(
            Soejler(
                navn,
                tuple(str(aar) for aar in valgte),
                tuple(int(antal[aar]) for aar in valgte),
                farve,
                tuple(f"<b>{aar}{hale}</b><br>{navn}: {dansk.number(antal[aar])}" for aar in valgte),
                skraveret=PROGNOSE if skraveret else "",
                forklares=not ud,
            )
        )
    return ud


def _year_table(kendte: pd.DataFrame, aarene: list[int], delvise: Collection, komplet: bool) -> pd.DataFrame:
    """A row for each year. What no source tells of is 0 only where the register is complete."""
    tabel = pd.DataFrame({"År": [f"{aar} ({IKKE_HELE_AARET})" if aar in delvise else str(aar) for aar in aarene]})
    for retning, (overskrift, slags) in RETNINGER.items():
        for navn, (etiket, _) in slags.items():
            del_ = kendte[(kendte["retning"] == retning) & (kendte["slags"] == navn)]
            antal = del_.groupby("aar")["antal"].sum().reindex(aarene)
            if antal.notna().any():
                tabel[etiket] = pd.array(antal.fillna(0) if komplet else antal, dtype="Int64")
        samlet = kendte[kendte["retning"] == retning].groupby("aar")["antal"].sum().reindex(aarene)
        tabel[f"{overskrift} i alt"] = pd.array(samlet.fillna(0) if komplet else samlet, dtype="Int64")
    if komplet and aarene:
        tabel["Forskel"] = tabel["Ind i PLO-form i alt"] - tabel["Ud af PLO-form i alt"]
    return tabel if aarene else pd.DataFrame()


def _note(alle: pd.DataFrame, aarene: list[int], delvise: Collection, filters: Filters, data: Snapshot) -> str:
    if not aarene:
        return _nothing(filters, data)
    dele = []
    if not complete(filters, data):
        dele.append("Kun det, kilderne viser: et tomt år er ikke nul, og ind og ud kan ikke trækkes fra hinanden.")
    dele += [f"{aar} er skraveret: {IKKE_HELE_AARET}." for aar in aarene if aar in delvise]
    udaterede = int(alle.loc[alle["aar"].isna() & alle["retning"].isin(RETNINGER), "antal"].sum())
    if udaterede:
        dele.append(f"{unit_of(filters).count(udaterede)} uden kendt dato står ikke i figuren.")
    return " ".join([*dele, _uncertain(alle, filters)]).strip()


def _uncertain(alle: pd.DataFrame, filters: Filters) -> str:
    antal = int(alle.loc[alle["retning"] == "uvist", "antal"].sum())
    if not antal:
        return ""
    return f"{unit_of(filters).count(antal)} mere har skiftet drift, men ingen kilde siger, hvad de var før."


def _nothing(filters: Filters, data: Snapshot) -> str:
    enhed = unit_of(filters).flertal
    if complete(filters, data):
        return f"Ingen {enhed} er kommet ind i eller gået ud af PLO-form i perioden."
    return f"Ingen kilde daterer {enhed}, der er kommet ind i eller gået ud af PLO-form. {KAN_INDLAESES}"


def _area_title(tal: pd.DataFrame, hele: list[int], filters: Filters) -> str:
    """In how many areas more left than came is told where nothing that is not placed could turn it."""
    enhed, niveau = unit_of(filters).flertal, niveauer.level(filters.niveau).navn_flertal
    if tal.empty:
        return f"Ingen kendte {enhed} ind i eller ud af PLO-form, fordelt på {niveau}"
    if not hele:
        return f"Kendte {enhed} ind i og ud af PLO-form, fordelt på {niveau}"
    periode = dansk.period(hele[0], hele[-1])
    if IKKE_STEDFAESTET in tal.index:
        return f"{dansk.capital(enhed)} ind i og ud af PLO-form {periode}, fordelt på {niveau}"
    antal, i_alt = int((tal["ud"] > tal["ind"]).sum()), len(niveauer.areas(filters.niveau, filters.struktur))
    hvor = f"{dansk.number(antal)} af {dansk.quantity(i_alt, niveau)}" if antal else f"Ingen {niveau}"
    return f"{hvor} har haft flere {enhed} ud af PLO-form end ind {periode}"


def _area_note(alle: pd.DataFrame, komplet: bool, filters: Filters, data: Snapshot) -> str:
    if not alle["retning"].isin(RETNINGER).any():
        return _nothing(filters, data)
    forbehold = "" if komplet else "Kun det, kilderne viser; områder uden søjler er ikke nul."
    return f"{forbehold} {_uncertain(alle, filters)}".strip()


def _by_area(tal: pd.DataFrame, navne: dict[str, str], valgt: str) -> Aksefigur:
    steder = tuple(navne[kode] for kode in tal.index)
    serier = []
    for retning, farve in (("ind", farver.UDFALD["besat"]), ("ud", farver.UDFALD["ingen_ansoegere"])):
        antal = tuple(None if pd.isna(n) else int(n) for n in tal[retning])
        navn = RETNINGER[retning][0]
        hover = tuple(f"<b>{sted}</b><br>{navn}: {dansk.number(n)}" for sted, n in zip(steder, antal, strict=True))
        ord_ = Ord(tuple("" if n is None else dansk.number(n) for n in antal), VED_ENDEN, decimaler=0)
        serier.append(Soejler(navn, steder, antal, farve, hover, ord_, liggende=True))
    y = Kategorier(steder, (valgt,) if valgt in steder else (), fra_oven=True)
    hoejde = 90 + RAEKKE * len(steder)
    return list_of_bars(
        tuple(serier), Talakse("", hele=int(tal.max().max()) <= 5), hoejde, 40, y, maade=VED_SIDEN, forklaring=True
    )
