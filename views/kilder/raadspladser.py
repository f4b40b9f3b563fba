"""The seats of the sundhedsråd: how many the region and the kommuner fill of each, and where its agendas are."""

import pandas as pd

from data.grupper import group
from geo import niveauer
from queries import omtale
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.kilder import of_rows
from views.faelles.view import View
from views.figur import farver
from views.figur.model import STABLET, VED_ENDEN, Aksefigur, Kategorier, Ord, Rude, Soejler, Talakse
from views.sprog import dansk
from views.sprog.markdown import Markdown, bold, link, plain

SIDE = "reformen"
DELE = {"regionale": ("Valgt af regionsrådet", farver.LINJE), "kommunale": ("Fra kommunerne", farver.REGIONER[3])}
DEFINITION = (
    "Regionale medlemmer er valgt af regionsrådet, kommunale af kommunerne: 1, 2 eller 3 for hver kommune efter "
    "folketallet. Pladserne er talt i en oversigt fra en journalist, ikke i loven."
)


def seats_view(filters: Filters, data: Snapshot) -> View:
    """A stacked bar for each sundhedsråd, the largest first; with a chosen area only the councils in it."""
    alle = _of_area(omtale.council_seats(niveauer.STRUKTURER[-1], data), filters)
    belaeg = of_rows(alle, data)
    i_alt = int(alle["medlemmer"].sum())
    return View(
        id="raadspladser",
        title=f"{dansk.counted(len(alle), 'sundhedsråd', 'sundhedsråd')} har {dansk.quantity(i_alt, 'medlemmer')}"
        if len(alle)
        else "Sundhedsrådenes pladser",
        subtitle="Regionale og kommunale medlemmer",
        figure=_figure(alle) if len(alle) else None,
        table=_table(alle),
        alt="Søjler: medlemmer af hvert sundhedsråd, de regionale og de kommunale oven på hinanden.",
        definition=DEFINITION,
        sources=belaeg.kilder,
        as_of=belaeg.opgjort,
        coverage=f"Kendt for {len(alle)} af {len(alle)} sundhedsråd.",
        link=filters.link(SIDE),
        filters=filters,
        decimals=dict.fromkeys(("Medlemmer", "Regionale", "Kommunale"), 0),
        note=" ".join(f"{post.kort_navn}: {post.note}" for post in alle.itertuples() if isinstance(post.note, str)),
        link_column="Dagsordener",
        missing="–",
    )


def council_sentence(filters: Filters, data: Snapshot) -> Markdown | None:
    """Of a chosen sundhedsråd: its seats and where its agendas are. None for every other area."""
    if filters.niveau != "sundhedsraad" or not filters.omraade:
        return None
    alle = omtale.council_seats(niveauer.STRUKTURER[-1], data).set_index("sundhedsraad_id")
    if filters.omraade not in alle.index:
        return None
    post = alle.loc[filters.omraade]
    tal = (
        f"{dansk.quantity(post['medlemmer'], 'medlemmer')}, "
        f"{post['regionale']} regionale og {post['kommunale']} kommunale"
    )
    kilde = link(post["titel"], post["url"])
    dele = [f"{bold('Rådet:')} {plain(f'{tal} ({dansk.day(post.dato)}).')}"]
    if isinstance(post["dagsordener"], str):
        dele.append(f"{link('Rådets dagsordener', post['dagsordener'])}.")
    return Markdown(" ".join([*dele, f"{plain('Kilde:')} {kilde}."]))


def _of_area(alle: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """The councils that lie in the chosen area, or all: of a kommune the one that it lies in."""
    if not filters.omraade:
        return alle
    valgte = set(niveauer.areas(filters.niveau, filters.struktur)[filters.omraade].kommunekoder)
    raad = niveauer.areas("sundhedsraad")
    inde = [kode for kode, en in raad.items() if set(en.kommunekoder) <= valgte]
    if not inde and not group(filters.omraade):
        inde = [kode for kode, en in raad.items() if valgte <= set(en.kommunekoder)]
    return alle[alle["sundhedsraad_id"].isin(inde or list(raad))].reset_index(drop=True)


def _table(alle: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Sundhedsråd": alle["navn"],
            "Region fra 2027": alle["region"],
            "Medlemmer": alle["medlemmer"],
            "Regionale": alle["regionale"],
            "Kommunale": alle["kommunale"],
            "Dagsordener": alle["dagsordener"].where(alle["dagsordener"].notna(), None),
        }
    )


def _figure(alle: pd.DataFrame) -> Aksefigur:
    navne = tuple(alle["kort_navn"])
    serier = tuple(
        Soejler(
            etiket,
            navne,
            tuple(alle[felt].tolist()),
            farve,
            tuple(f"<b>{navn}</b><br>{n} {etiket.lower()}" for navn, n in zip(navne, alle[felt], strict=True)),
            liggende=True,
        )
        for felt, (etiket, farve) in DELE.items()
    )
    i_alt = tuple(str(n) for n in alle["medlemmer"])
    sidste = serier[-1]
    serier = (*serier[:-1], Soejler(**{**sidste.__dict__, "ord": Ord(i_alt, VED_ENDEN)}))
    rude = Rude(serier, Talakse("Medlemmer", hele=True), Kategorier(navne, fra_oven=True))
    return Aksefigur((rude,), 90 + 26 * len(navne), STABLET, True, luft=0.3, margen=(0, 40, 8, 40))
