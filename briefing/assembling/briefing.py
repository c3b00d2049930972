"""The whole use case in one function: a dossier and an audience make a briefing."""

from __future__ import annotations

from briefing.assembling.apparatus import Apparatus
from briefing.assembling.chronology import chronology
from briefing.assembling.introduction import introduction
from briefing.assembling.key_points import key_points
from briefing.assembling.method import method
from briefing.assembling.positions import PositionBook, matrix, positions_by_party
from briefing.assembling.sides import divergences, questions
from briefing.model.briefing import Briefing
from briefing.model.dates import Date
from briefing.model.dossier import Audience, Dossier


def assemble(dossier: Dossier, audience: Audience, *, date: Date | None = None) -> Briefing:
    """Assemble `dossier` for `audience`, dated `date` or as the dossier says.

    Sections are assembled in print order, since notes and sources are numbered as a reader
    meets them.
    """
    apparatus = Apparatus(dossier)
    points = key_points(dossier, apparatus)
    opening = introduction(dossier, apparatus)
    book = PositionBook(dossier, apparatus)
    table = matrix(dossier, book)
    detail = positions_by_party(dossier, book, apparatus)
    return Briefing(
        title=dossier.title,
        subtitle=dossier.subtitle,
        collection=dossier.collection,
        genre=dossier.genre,
        publisher=dossier.publisher,
        authors=dossier.authors,
        date=date or dossier.date,
        language=dossier.language,
        audience=audience.id,
        audience_name=audience.name,
        template=audience.template,
        sections=audience.sections,
        key_points=points,
        introduction=opening,
        matrix=table if table.rows and table.parties else None,
        positions=detail,
        events=chronology(dossier, apparatus),
        divergences=divergences(dossier, apparatus),
        questions=questions(dossier, apparatus),
        sources=apparatus.bibliography(),
        notes=apparatus.notes,
        method=method(dossier, points),
        legal=dossier.legal,
        parties=dossier.parties,
        issues=dossier.issues,
    )
