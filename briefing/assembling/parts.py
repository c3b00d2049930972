"""The cover, figures and boxes of the dossier, each where it is placed."""

from __future__ import annotations

from briefing.assembling.anchors import anchor
from briefing.assembling.apparatus import Apparatus
from briefing.assembling.introduction import blocks
from briefing.model.dossier import Dossier
from briefing.model.insets import Illustration, TextBox
from briefing.model.parts import DeclaredBox, DeclaredFigure


def cover(dossier: Dossier) -> Illustration | None:
    """Return the cover, if there is one and its file could be read."""
    return _illustration(dossier.cover, None) if dossier.cover else None


def illustrations(dossier: Dossier, apparatus: Apparatus, place: str) -> tuple[Illustration, ...]:
    """Return the figures placed there whose files could be read, in the order of the dossier."""
    made = (_illustration(f, apparatus) for f in dossier.figures if f.place == place)
    return tuple(figure for figure in made if figure)


def boxes(dossier: Dossier, apparatus: Apparatus, place: str) -> tuple[TextBox, ...]:
    """Return the boxes placed there, in the order of the dossier; their texts call notes."""
    return tuple(_box(box, apparatus) for box in dossier.boxes if box.place == place)


def _illustration(declared: DeclaredFigure, apparatus: Apparatus | None) -> Illustration | None:
    if declared.picture is None:
        return None
    known = apparatus is not None and apparatus.knows(declared.source)
    source = apparatus.source(declared.source) if apparatus and known else None
    return Illustration(
        id=declared.id,
        anchor=anchor("figure", declared.id),
        place=declared.place,
        picture=declared.picture,
        file=declared.file,
        alt=declared.alt,
        caption=declared.caption,
        credit=declared.credit,
        source=source,
        breadth=declared.breadth,
        tlp=declared.tlp,
    )


def _box(declared: DeclaredBox, apparatus: Apparatus) -> TextBox:
    extracts = apparatus.find(
        id_ for block in declared.text for span in block.spans for id_ in span.citations
    )
    return TextBox(
        id=declared.id,
        anchor=anchor("encadre", declared.id),
        place=declared.place,
        title=declared.title,
        blocks=blocks(declared.text, apparatus),
        extracts=tuple(extract.id for extract in extracts),
        tlp=declared.tlp,
    )
