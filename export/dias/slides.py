"""Slides with native charts, tables and shapes, from the app or from the shell:

python -m export.dias.slides [--praesentation NAVN] [--datasaet offentlig] [--omraade KODE] [--skabelon FIL]
    --ud FIL.pptx
"""

import argparse
import io
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from export.dias import dias
from export.dias.skabelon import SKABELON
from export.om import STANDARDADRESSE, Oplysninger, about
from export.tegning import tekst
from queries.database import Snapshot
from queries.standard import newest
from views.faelles.view import View
from views.fremvisning import praesentation
from views.fremvisning.praesentation import Praesentation
from views.sprog import ord

LAENGSTE_EGENSKAB = 255  # letters of a property of the file


class SkabelonFejl(Exception):
    """A template that cannot be used; its text is one Danish sentence."""


def slides(
    deck_title: str, dias_: Sequence[tuple[View | None, str, str]], om: Oplysninger, skabelon: Path | None = None
) -> bytes:
    """A pptx file: a front page and a slide for each view with its title ("": the view's own) and speaker's note.

    A view that is None becomes a slide that says so. Raises SkabelonFejl when the template cannot be read.
    """
    deck = _template(skabelon)
    views = [view for view, _, _ in dias_ if view is not None]
    eksempel = any(view.example for view in views)
    datasaet = " og ".join(dict.fromkeys(ord.DATASAET[view.filters.datasaet] for view in views))
    dias.add_front(deck, deck_title, " · ".join(filter(None, [datasaet, f"Lavet {om.made}"])), om, eksempel)
    for view, titel, note in dias_:
        if view is None:
            dias.add_empty(deck, titel or "Ingen data", note, om)
        else:
            dias.add_view(deck, view, titel, note, om)
    _list_notes_master(deck)
    egenskaber = deck.core_properties
    egenskaber.title, egenskaber.author, egenskaber.language = (
        tekst.shortened(tekst.clean(deck_title), LAENGSTE_EGENSKAB),
        "Lægedækningsdashboardet",
        "da-DK",
    )
    egenskaber.subject = ord.EKSEMPEL_ADVARSEL if eksempel else datasaet
    egenskaber.comments = f"{om.stamp} · {om.adresse}"
    egenskaber.created = egenskaber.modified = om.lavet.replace(tzinfo=None)
    ud = io.BytesIO()
    deck.save(ud)
    return ud.getvalue()


def deck_slides(
    deck: Praesentation,
    datasaet: str,
    om: Oplysninger,
    data: Snapshot,
    omraade: str | None = None,
    skabelon: Path | None = None,
) -> bytes:
    """A whole deck as a pptx file."""
    return slides(deck.titel, praesentation.built(deck, datasaet, om.dag, data, omraade), om, skabelon)


def _template(skabelon: Path | None):
    try:
        deck = Presentation(str(skabelon or SKABELON))
    except (PackageNotFoundError, KeyError, ValueError, OSError) as fejl:
        raise SkabelonFejl(
            f"Skabelonen {skabelon} kan ikke læses som en pptx-fil; gem den igen i PowerPoint."
        ) from fejl
    if deck.part.content_type != CT.PML_PRESENTATION_MAIN:
        raise SkabelonFejl(f"Skabelonen {skabelon} har makroer; gem den i PowerPoint som en pptx-fil uden.")
    if not len(deck.slide_layouts):
        raise SkabelonFejl(f"Skabelonen {skabelon} har ingen layouts; se docs/eksport.md.")
    _without_slides(deck)
    return deck


def _without_slides(deck) -> None:
    """Take the slides off a template and all that points to them: sections, custom shows, links, the outline.

    A slide that something still points to would stay in the file, under the name of a new one.
    """
    for sektioner in deck.element.xpath("./p:extLst/p:ext[*[local-name()='sectionLst']]"):
        sektioner.getparent().remove(sektioner)
    layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    for en in [deck, *deck.slide_masters, *layouts]:
        del_ = en.part
        for nummer, relation in list(del_.rels.items()):
            if relation.reltype == RT.SLIDE:
                for henvisning in en.element.xpath(f"//*[@r:id='{nummer}']"):
                    henvisning.getparent().remove(henvisning)
                del_.rels.pop(nummer)
            elif relation.reltype == RT.VIEW_PROPS and _points_to_slides(relation.target_part):
                del_.rels.pop(nummer)


def _points_to_slides(del_) -> bool:
    return any(en.reltype == RT.SLIDE for en in del_.rels.values())


def _list_notes_master(deck) -> None:
    """Name the master of the notes in the deck as PowerPoint does; python-pptx makes one and leaves it unnamed."""
    praesentation_ = deck.element
    if not praesentation_.xpath("./p:notesMasterIdLst"):
        nummer = deck.part.relate_to(deck.notes_master.part, RT.NOTES_MASTER)
        liste = f'<p:notesMasterIdLst {nsdecls("p", "r")}><p:notesMasterId r:id="{nummer}"/></p:notesMasterIdLst>'
        praesentation_.xpath("./p:sldMasterIdLst")[0].addnext(parse_xml(liste))


def main(argumenter: list[str] | None = None) -> int:
    """The command; 0 when the file was written."""
    laeser = argparse.ArgumentParser(
        prog="python -m export.dias.slides", description="Lav en præsentation som pptx-fil."
    )
    laeser.add_argument(
        "--praesentation", default=praesentation.STANDARD, help="navnet på en fil i data/praesentationer"
    )
    laeser.add_argument("--datasaet", default="offentlig", choices=list(ord.DATASAET))
    laeser.add_argument("--omraade", help="vis det hele om dette område, fx 1083 eller fyn")
    laeser.add_argument("--skabelon", type=Path, help="en pptx-fil med jeres egne layouts")
    laeser.add_argument("--adresse", default=STANDARDADRESSE, help="hvor dashboardet kan åbnes")
    laeser.add_argument("--ud", type=Path, required=True, help="filen, der skrives")
    valg = laeser.parse_args(argumenter)
    try:
        data = newest()
        om = about(data, datetime.now().astimezone(), valg.adresse)
        deck = praesentation.read_deck(valg.praesentation, data, om.dag)
        fil = deck_slides(deck, valg.datasaet, om, data, valg.omraade, valg.skabelon)
    except (praesentation.PraesentationsFejl, SkabelonFejl) as fejl:
        print(fejl, file=sys.stderr)
        return 1
    except KeyError as fejl:
        print(f"Området {fejl} findes ikke; se koderne under »Del visningen«.", file=sys.stderr)
        return 1
    valg.ud.write_bytes(fil)
    print(f"{valg.ud}: {len(deck.dias) + 1} dias, {len(fil) // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
