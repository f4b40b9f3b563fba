"""The list of all Views at their plain addresses, with the choices that each takes notice of."""

from urllib.parse import urlencode

from export.adresser.side import document
from export.former import ENDELSER
from export.om import Oplysninger
from export.tegning import html
from views.faelles.filtre import Filters
from views.faelles.koder import FELTER
from views.fremvisning.parametre import parameters
from views.fremvisning.visninger import VISNINGER
from views.sprog import dansk

INDLEDNING = (
    "Hver figur og tabel har sin egen adresse. Den kan åbnes på en telefon, sendes, udskrives og hentes af Excel, "
    "Power BI og andre programmer. Alle valg står i adressen."
)


def list_page(filters: Filters, om: Oplysninger) -> str:
    """A page of links; the choices of its own address go along."""
    valgt = urlencode(filters.named())
    endelser = dansk.sentence_list([f".{en}" for en in ENDELSER])
    raekker = "".join(
        f"<tr><td><a href={html.attribute(f'v/{navn}?{valgt}')}>{html.safe(en.navn)}</a></td><td>{html.safe(navn)}"
        f"<br><span class=lille>{html.safe(', '.join(parameters(navn)))}</span></td></tr>"
        for navn, en in VISNINGER.items()
        if filters.omraade or not en.kraever_omraade
    )
    valgene = "".join(f"<tr><td>{html.safe(kode)}</td><td>{html.safe(ord_)}</td></tr>" for kode, ord_ in FELTER.items())
    return document(
        "Alle visninger",
        f"<h1>Alle visninger</h1>{html.element('p', INDLEDNING)}"
        f"{html.element('p', f'Som fil: sæt {endelser} efter navnet, fx /v/kort.csv. Uden endelse er det en side.')}"
        '<p><a href="v.json">Datapakke</a> (Frictionless) · <a href="v/openapi.json">OpenAPI</a> · '
        '<a href="./">Dashboardet</a></p>'
        "<div class=rulle><table><thead><tr><th>Visning</th><th>Navn og valg i adressen</th></tr></thead>"
        f"<tbody>{raekker}</tbody></table></div>"
        "<h2>Valg</h2><div class=rulle><table><thead><tr><th>I adressen</th><th>Hvad</th></tr></thead>"
        f"<tbody>{valgene}</tbody></table></div>{html.element('p', f'{om.stamp}.', 'lille')}",
    )
