"""What phones in the hall show: the slide on the wall as a light page, and the presenter's remote."""

from pathlib import Path

from data.adgang.bruger import EGNE
from export.adresser import side
from export.adresser.forespoergsel import Afvist, built
from export.om import remark
from export.tegning import html
from ui.adgang.links import with_link
from ui.praesentation.fremvisninger import Fremvisning
from views.faelles.filtre import Filters
from views.fremvisning import visninger
from views.fremvisning.parametre import address
from views.fremvisning.praesentation import area_choices, note_of
from views.sprog import ord
from views.sprog.markdown import paragraphs

HER = Path(__file__).resolve().parent
FOELG, FJERN = ((HER / f"{navn}.js").read_text(encoding="utf-8") for navn in ("foelg", "fjern"))
INTET = "Der er intet af denne slags i data."


def slide(fremvisning: Fremvisning, nr: int, omraade: str | None) -> str:
    """One slide of a show as a part of a page, about another area when one is given. It never changes, for a show is
    frozen on its data and its day."""
    dias = fremvisning.deck.dias[nr]
    titel = dias.titel if omraade is None else ""
    try:
        visning, filters = dias.asked(fremvisning.datasaet, fremvisning.dag, omraade)
        view = built(visning, filters, fremvisning.data)
    except (Afvist, KeyError):
        return html.element("h1", titel or visninger.name_of(dias.visning)) + html.element("p", INTET)
    # whose numbers are invented, every slide of it says so
    opdigtet = ord.EKSEMPEL_ADVARSEL if fremvisning.datasaet == "eksempel" and not view.example else ""
    return "".join(
        (
            html.element("p", opdigtet, "advarsel"),
            side.warnings(view),
            html.element("h1", titel or view.title),
            html.element("p", view.subtitle, "under"),
            side.body(view),
            html.element("p", remark(view)),
            html.element("p", f"{view.coverage} {view.source_line}".strip(), "lille"),
            f"<p class=vej><a href={_numbers(fremvisning, visning, filters)}>Tallene og filerne</a></p>",
        )
    )


def _numbers(fremvisning: Fremvisning, visning: str, filters: Filters) -> str:
    """The address of a slide's View, in quotes; of own data with what opens them to those who follow."""
    adresse = ".." + address(visning, filters)
    egne = filters.datasaet == EGNE
    return html.attribute(with_link(adresse, visning, fremvisning.link_end) if egne else adresse)


def follow_page(fremvisning: Fremvisning, nr: int, omraade: str | None, eget: str, sted: str) -> str:
    """The page that follows the show, with the slide on the wall in it. eget: the reader's own area, "" for none; sted:
    where it asks for more. Without script it is asked for anew every ten seconds."""
    kode = f"?omraade={html.attribute(omraade)[1:-1]}" if omraade is not None else ""
    valg = "".join(
        f"<option value={html.attribute(en)}{' selected' if en == eget else ''}>{html.safe(navn)}"
        for en, navn in area_choices()
        if en
    )
    tilbage = f' <a href="{sted.rsplit("/", 1)[-1]}">Tilbage til salens dias</a>' if eget else ""
    krop = (
        f"<p id=besked class=lille role=status>{_state(fremvisning)}</p>"
        f"<div id=dias data-vist={html.attribute(f'{sted}/{nr}{kode}')}>{slide(fremvisning, nr, omraade)}</div>"
        "<form><label>Se dias for mit område<select name=omraade>"
        f"<option value=''>Som på skærmen{valg}</select></label><button>Vis</button></form>"
        f"<p>{tilbage}</p><script>{FOELG}</script>"
    )
    hoved = '<noscript><meta http-equiv="refresh" content="10"></noscript>'
    return side.document(fremvisning.deck.titel, krop, hoved, f"data-sted={html.attribute(sted)}")


def _state(fremvisning: Fremvisning) -> str:
    if fremvisning.stilling.slut:
        return "Fremvisningen er slut. Det sidste dias bliver stående."
    return "Der er pause på skærmen." if fremvisning.stilling.sort else ""


def gone_page() -> str:
    """Where a show is not, or not yet again: it is asked for anew by itself."""
    hoved = '<meta http-equiv="refresh" content="5">'
    ord_ = (
        "Den er slut, den begynder snart igen, eller den viser egne data og åbnes med koden på skærmen. Siden prøver "
        "selv hvert femte sekund."
    )
    return side.document("Ingen fremvisning", f"<h1>Her er ingen fremvisning</h1>{html.element('p', ord_)}", hoved)


def remote_page(fremvisning: Fremvisning, sted: str) -> str:
    """The remote: two large buttons, black, the note, the next slide and the clock."""
    stilling, dias = fremvisning.stilling, fremvisning.deck.dias
    naeste = (
        f"Næste: {_title(fremvisning, stilling.nr + 1)}" if stilling.nr + 1 < len(dias) else "Dette er det sidste dias."
    )
    sort = "Vis igen" if stilling.sort else "Sort skærm"
    krop = (
        f"<p id=besked class=lille role=status></p><form action={html.attribute(sted)} method=post>"
        f"<input type=hidden name=noegle value={html.attribute(fremvisning.noegle)}>"
        "<p class=knapper><button class=stor name=hvad value=forrige>Forrige</button>"
        "<button class=stor name=hvad value=naeste>Næste</button></p>"
        f"<div id=nu><p><button name=hvad value={'lys' if stilling.sort else 'sort'}>{sort}</button></p>"
        f"<p class=under>Dias {stilling.nr + 1} af {len(dias)}</p>"
        f"<h1>{html.safe(_title(fremvisning, stilling.nr))}</h1>"
        f"{html.words(paragraphs(_note(fremvisning)))}<h2>{html.safe(naeste)}</h2></div></form>"
        f"<p id=ur class=under></p><script>{FJERN}</script>"
    )
    data = f"data-sted={html.attribute(f'../foelg/{fremvisning.salkode}')} data-skridt={stilling.skridt} "
    data += f"data-begyndt={fremvisning.begyndt.timestamp():.0f}"
    return side.document(f"Fjernbetjening: {fremvisning.deck.titel}", krop, til_script=data)


def _title(fremvisning: Fremvisning, nr: int) -> str:
    dias = fremvisning.deck.dias[nr]
    return dias.titel or _view_title(fremvisning, nr) or visninger.name_of(dias.visning)


def _view_title(fremvisning: Fremvisning, nr: int) -> str:
    view = fremvisning.deck.dias[nr].build(fremvisning.datasaet, fremvisning.dag, fremvisning.data)
    return view.title if view else ""


def _note(fremvisning: Fremvisning) -> str:
    dias = fremvisning.deck.dias[fremvisning.stilling.nr]
    return note_of(dias, dias.build(fremvisning.datasaet, fremvisning.dag, fremvisning.data))
