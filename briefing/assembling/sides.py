"""Questions ouvertes and Divergences: items with what is known on each side."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.assembling.apparatus import Apparatus
from briefing.model.briefing import Divergence, Question, SideView
from briefing.model.dossier import Dossier, Side
from briefing.model.extract import Extract


def questions(dossier: Dossier, apparatus: Apparatus) -> tuple[Question, ...]:
    """Return the open questions.

    What is known is what the analyst declared; a question without declared sides shows the
    statements of the extracts that support it.
    """
    result = []
    for question in dossier.questions:
        sides = question.sides or tuple(_sides_of(apparatus.supporters(question.id)))
        views = _views(sides, apparatus)
        extracts = _united(apparatus.supporters(question.id), sides, apparatus)
        support = apparatus.support(extracts)
        result.append(Question(question.id, question.text, views, support))
    return tuple(result)


def divergences(dossier: Dossier, apparatus: Apparatus) -> tuple[Divergence, ...]:
    """Return the divergences in the analyst's order."""
    return tuple(
        Divergence(
            id=item.id,
            kind=item.kind,
            title=item.title,
            text=item.text,
            sides=_views(item.sides, apparatus),
            support=apparatus.support(_united([], item.sides, apparatus)),
        )
        for item in dossier.divergences
    )


def _sides_of(extracts: Iterable[Extract]) -> Iterable[Side]:
    for extract in extracts:
        yield Side(label="", text=extract.statement, extracts=(extract.id,))


def _views(sides: Iterable[Side], apparatus: Apparatus) -> tuple[SideView, ...]:
    views = []
    for side in sides:
        extracts = apparatus.find(side.extracts)
        call = apparatus.call(extracts)
        views.append(SideView(side.label, side.text, call, apparatus.support(extracts)))
    return tuple(views)


def _united(
    extracts: Iterable[Extract], sides: Iterable[Side], apparatus: Apparatus
) -> list[Extract]:
    cited = [extract for side in sides for extract in apparatus.find(side.extracts)]
    return list({extract.id: extract for extract in (*extracts, *cited)}.values())
