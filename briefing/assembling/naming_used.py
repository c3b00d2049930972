"""The people and acronyms that an assembled briefing uses: it tells of no others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from briefing.assembling.acronyms import Glossary
from briefing.assembling.members import members
from briefing.assembling.people import People
from briefing.model.briefing import Briefing
from briefing.model.dossier import Issue, Party
from briefing.model.extract import Extract
from briefing.model.notes import Block
from briefing.model.source import Source
from briefing.model.text import RichText, Span

_DECLARED: Final = frozenset({"people", "acronyms", "parties", "issues"})


def with_used_names(briefing: Briefing) -> Briefing:
    """Return `briefing` with the people and acronyms that its own texts name.

    Without the positions, it tells of no party or issue but those of the extracts in its notes.
    """
    texts = _texts(briefing) if briefing.people or briefing.acronyms else ()
    people, glossary = People(briefing.people), Glossary(briefing.acronyms)
    named = {person for text in texts for person in people.named_in(text)}
    met = {letters for text in texts for letters in glossary.found_in(text)}
    parties, issues = _places(briefing)
    return replace(
        briefing,
        people=tuple(person for person in briefing.people if person in named),
        acronyms=tuple(entry for entry in briefing.acronyms if entry.letters in met),
        parties=parties,
        issues=issues,
    )


def _places(briefing: Briefing) -> tuple[tuple[Party, ...], tuple[Issue, ...]]:
    if "positions" in briefing.sections:
        return briefing.parties, briefing.issues
    extracts = briefing.extracts
    parties = {id_ for extract in extracts for id_ in extract.parties}
    issues = {id_ for extract in extracts for id_ in extract.issues}
    return (
        tuple(party for party in briefing.parties if party.id in parties),
        tuple(issue for issue in briefing.issues if issue.id in issues),
    )


def _texts(briefing: Briefing) -> tuple[RichText, ...]:
    """Return every text of a briefing, once; many of them stand at several places."""
    found: dict[RichText, None] = {(Span(briefing.title),): None, (Span(briefing.subtitle),): None}
    waiting: list[object] = [briefing]
    while waiting:
        value = waiting.pop()
        if isinstance(value, tuple) and value and isinstance(value[0], Span):
            found[value] = None
        elif isinstance(value, Extract):
            waiting += (value.statement, value.brief)
        elif isinstance(value, Source):
            waiting.append((Span(value.note),))
        elif not isinstance(value, str):
            waiting += _parts(value)
    return tuple(found)


def _parts(value: object) -> Iterator[object]:
    """Yield what `value` is made of; names declared are none of its texts.

    A paragraph is one text, for a quotation may go beyond a call.
    """
    if isinstance(value, Block):
        spans = ((*passage.spans, Span(passage.stop)) for passage in value.passages)
        yield tuple(span for run in spans for span in run)
        yield tuple(passage.call for passage in value.passages)
    elif isinstance(value, tuple):
        yield from value
    else:
        yield from (getattr(value, name) for name in members(value) if name not in _DECLARED)
