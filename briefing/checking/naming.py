"""People and acronyms that the dossier declares for nothing, and acronyms that it should declare."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.assembling.acronyms import Glossary
from briefing.assembling.people import People
from briefing.assembling.running_text import running
from briefing.checking.own_text import own_texts
from briefing.model.dossier import Dossier, Side
from briefing.model.files import RawDossier
from briefing.model.finding import Finding, message
from briefing.model.text import RichText, Span
from briefing.reading.findings import warning

_ACRONYM = re.compile(r"(?<![\w/&‐‑–.-])(?![IVXL]+\b)[A-ZÀ-ÖØ-Þ]{3,}[0-9]*(?![\w/&‐‑–-])")
_SPELLED = r"(?:\({0}\)|\[{0}\]|{0} [(\[])"
"""Spelled out beside it, in either order."""
_FAMILIAR = frozenset("ADN DOI HTML ISBN ISSN PDF SMS URSS USA VIH".split())
"""What nobody spells out any more."""


def naming_findings(dossier: Dossier, raw: RawDossier) -> list[Finding]:
    """Return a warning for each person and acronym that no text names (BR510).

    And, where there is a glossary, for each acronym that stays unexplained (BR717).
    """
    path = raw.config.path if raw.config else raw.path
    texts = [text for text in _printed(dossier) if text]
    return [*_unused(dossier, texts, path), *_unexplained(dossier, texts, raw)]


def _unused(dossier: Dossier, texts: Sequence[RichText], path: str) -> Iterator[Finding]:
    titles = [*(q.text for q in dossier.questions), *(d.title for d in dossier.divergences)]
    people, glossary = People(dossier.people), Glossary(dossier.acronyms)
    named = {person.name for text in (*texts, *titles) for person in people.named_in(text)}
    met = {letters for text in (*texts, *titles) for letters in glossary.found_in(text)}
    unused = [(person.name, person.line) for person in dossier.people if person.name not in named]
    unused += [
        (entry.letters, entry.line) for entry in dossier.acronyms if entry.letters not in met
    ]
    for name, line in unused:
        said = message("no text of yours names “{name}”", name=name)
        hint = message("mend its spelling, or leave it out")
        yield warning("BR510", path, line, said, hint)


def _unexplained(dossier: Dossier, texts: Sequence[RichText], raw: RawDossier) -> Iterator[Finding]:
    if not dossier.acronyms:
        return
    words = [running(text) for text in texts]
    known = {entry.letters for entry in dossier.acronyms} | _FAMILIAR
    found = {letters: None for text in words for letters in _ACRONYM.findall(text)}
    for letters in found:
        spelled = re.compile(_SPELLED.format(re.escape(letters)))
        if letters not in known and not any(map(spelled.search, words)):
            said = message("the acronym “{name}” is never spelled out", name=letters)
            hint = message('write {name} = "…" under [sigles]', name=letters)
            yield warning("BR717", *_place(letters, raw), said, hint)


def _place(letters: str, raw: RawDossier) -> tuple[str, int]:
    """Return the file and line where an acronym first stands."""
    word = re.compile(rf"(?<!\w){re.escape(letters)}(?!\w)")
    for text in own_texts(raw):
        found = word.search(text.unquoted())
        if found:
            return text.path, text.line_of(found.start())
    return raw.path, 0


def _printed(dossier: Dossier) -> Iterator[RichText]:
    """Yield the running texts that an edition may print."""
    blocks = (*dossier.introduction, *dossier.method)
    yield from (block.spans for block in blocks if block.role != "heading")
    yield from (point.text for point in dossier.key_points)
    for worded in dossier.positions:
        yield from (worded.text, worded.brief)
    for extract in dossier.extracts:
        yield from (extract.statement, extract.brief)
    yield from (divergence.text for divergence in dossier.divergences)
    yield from (side.text for side in _sides(dossier))
    yield from ((Span(source.note),) for source in dossier.sources)


def _sides(dossier: Dossier) -> Iterator[Side]:
    yield from (side for question in dossier.questions for side in question.sides)
    yield from (side for divergence in dossier.divergences for side in divergence.sides)
