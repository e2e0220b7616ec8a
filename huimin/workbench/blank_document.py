"""An empty document on A4 turned on its side, with styles, heading numbers and page numbers of ``official``."""

from __future__ import annotations

from functools import cache

import docx
import jinja2
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Mm

from huimin.workbench.official import Layout, latin

_NOT_OURS = frozenset(
    {
        RELATIONSHIP_TYPE.THUMBNAIL,
        RELATIONSHIP_TYPE.CUSTOM_XML,
        RELATIONSHIP_TYPE.WEB_SETTINGS,
        RELATIONSHIP_TYPE.THEME,
        RELATIONSHIP_TYPE.FONT_TABLE,
        RELATIONSHIP_TYPE.NUMBERING,
        RELATIONSHIP_TYPE.STYLES,
        "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    }
)
"""What python-docx's own empty document brings along and this one leaves out or has otherwise."""
_OURS = (
    ("styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    ("numbering", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
    ("fontTable", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE),
)
_ABOVE_NUMBER, _FOOT = 7, 10
"""Between text and page number (the standard's), and the height of number and line below it, in millimetres."""


@cache
def templates() -> jinja2.Environment:
    """The parts of a document as templates; what they fill in is escaped."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader("huimin.workbench", "docx"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
    )


def blank_document(layout: Layout, below: str) -> Document:
    """A document without a body; ``below`` stands under each page number."""
    document = docx.Document()
    main, package = document.part, document.part.package
    assert package
    for rels in (package.rels, main.rels):
        for key in [key for key, rel in rels.items() if rel.reltype in _NOT_OURS]:
            del rels[key]
    for name, kind, relation in _OURS:
        xml = templates().get_template(f"{name}.xml").render(layout=layout, latin=latin())
        main.relate_to(Part(PackURI(f"/word/{name}.xml"), kind, xml.strip().encode(), package), relation)
    section, margins = document.sections[0], layout.margins
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(layout.page[1]), Mm(layout.page[0])
    # The sheet's margins turned with it: its left edge, where it is bound, is the head of the table.
    section.top_margin, section.bottom_margin = Mm(margins["left"]), Mm(margins["right"])
    section.left_margin, section.right_margin = Mm(margins["bottom"]), Mm(margins["top"])
    section.footer_distance = Mm(margins["right"] - _ABOVE_NUMBER - _FOOT)
    document.settings.odd_and_even_pages_header_footer = True
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        ours = parse_xml(templates().get_template("footer.xml").render(side=side, below=below).strip())
        footer._element[:] = list(ours)
    return document
