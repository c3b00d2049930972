"""What goes along with what is withheld, and what still tells of it: for the analyst to weigh."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from briefing.assembling.own_words import own_words
from briefing.clearing import Cleared, Consequence, Going, Withheld, clear
from briefing.model.dossier import Dossier
from briefing.model.files import RawDossier
from briefing.model.finding import Finding, Message, message
from briefing.model.naming import Naming
from briefing.model.text import RichText, Span, plain
from briefing.reading.findings import fold, warning

_GONE: Final = {
    Going.SOURCE: message(
        "for {audiences}, the source “{name}” goes with the last of its extracts"
    ),
    Going.EXTRACT: message("for {audiences}, the extract “{name}” goes with what it concerns"),
    Going.KEY_POINT: message("for {audiences}, the key point “{name}” goes with its extracts"),
    Going.POSITION: message("for {audiences}, the position “{name}” goes with what it rests on"),
    Going.SIDE: message("for {audiences}, the side “{name}” goes with its extracts"),
    Going.DIVERGENCE: message("for {audiences}, the divergence “{name}” goes with its sides"),
    Going.SENTENCE: message("for {audiences}, “{name}” goes with the extracts that it cites"),
    Going.HEADING: message("for {audiences}, the heading “{name}” goes with what it heads"),
    Going.SECTION: message("for {audiences}, the section “{name}” goes with all that it tells"),
    Going.FIGURE: message("for {audiences}, the figure “{name}” goes with its source or its party"),
    Going.BOX: message("for {audiences}, the box “{name}” goes with its text or its party"),
}
_LONGEST: Final = 60
"""Signs of the words that a finding shows."""
Named = tuple[RichText, str, int]
"""A text, its file and its line."""


def clearing_findings(dossier: Dossier, raw: RawDossier) -> list[Finding]:
    """Return warnings on what each declared audience isn't told.

    Of unmarked items that go all the same (BR620), of texts that name what is withheld (BR621),
    and of speakers whose function isn't known to an audience that is told no names (BR622).
    """
    config = raw.config.path if raw.config else raw.path
    introduction = raw.introduction.path if raw.introduction else config
    gone: dict[Consequence, list[str]] = {}
    named: dict[tuple[str, str, int], list[str]] = {}
    for audience in dossier.audiences.values():
        cleared = clear(dossier, audience)
        for going in cleared.withheld.consequences:
            gone.setdefault(going, []).append(audience.id)
        for place in _named(dossier, cleared, config, introduction):
            named.setdefault(place, []).append(audience.id)
    found = [_gone(g, ids, _path(g.path or config, raw), introduction) for g, ids in gone.items()]
    for (name, path, line), names in named.items():
        text = message(
            "this text names “{name}”, withheld from {audiences}", name=name, audiences=_list(names)
        )
        hint = message("reword it, or mark it with a tlp as well")
        found.append(warning("BR621", _path(path, raw), line, text, hint))
    return [*found, *_unknown_functions(dossier)]


def _path(name: str, raw: RawDossier) -> str:
    """Return where a text stands; the dossier names the files of boxes as it has them."""
    part = raw.part(name)
    return part.path if part else name


def _gone(going: Consequence, names: list[str], path: str, introduction: str) -> Finding:
    path = introduction if going.in_introduction else path
    words = going.name if len(going.name) <= _LONGEST else f"{going.name[:_LONGEST]}…"
    template = _GONE[going.what].template
    text = Message(template, {"name": words, "audiences": _list(names)})
    hint = message("reword it or bear it out otherwise; or mark it with a tlp, to say so")
    return warning("BR620", path, going.line, text, hint)


def _list(names: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


def _named(
    dossier: Dossier, cleared: Cleared, config: str, introduction: str
) -> Iterator[tuple[str, str, int]]:
    """Yield each name of a withheld party, issue or person in a text that stays, and its place."""
    names = _names(cleared.withheld)
    if not names:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)
    staying = {extract.id for extract in cleared.dossier.extracts}
    kept = cleared.dossier
    left = {plain(text) for text, _, _ in _texts(kept, config, introduction, staying)}
    for text, path, line in _texts(dossier, config, introduction, staying):
        found = pattern.search(plain(text)) if plain(text) in left else None
        if found:
            yield found[0], path, line


def _names(withheld: Withheld) -> list[str]:
    people = [name for person in withheld.people for name in (person.name, person.short)]
    named = [party.name for party in withheld.parties] + [issue.name for issue in withheld.issues]
    return sorted({name for name in (*people, *named) if name}, key=lambda name: -len(name))


def _texts(dossier: Dossier, config: str, introduction: str, staying: set[str]) -> Iterator[Named]:
    yield from ((point.text, config, point.line) for point in dossier.key_points)
    yield from ((position.text, config, position.line) for position in dossier.positions)
    yield from ((question.text, config, question.line) for question in dossier.questions)
    for divergence in dossier.divergences:
        yield (divergence.title, config, divergence.line)
        yield (divergence.text, config, divergence.line)
    sides = [side for question in dossier.questions for side in question.sides]
    sides += [side for divergence in dossier.divergences for side in divergence.sides]
    yield from ((side.text, config, side.line) for side in sides)
    yield from ((part.spans, introduction, part.line) for part in dossier.introduction)
    mailing = dossier.mailing
    yield from (((Span(t),), config, mailing.line) for t in (mailing.subject, mailing.preheader))
    for section in dossier.sections:
        yield (section.title, config, section.line)
        yield from ((part.spans, section.path or config, part.line) for part in section.text)
    yield from _texts_of_parts(dossier, config)
    yield from (
        (extract.statement, extract.path, extract.line)
        for extract in dossier.extracts
        if extract.id in staying
    )


def _texts_of_parts(dossier: Dossier, config: str) -> Iterator[Named]:
    for figure in (*((dossier.cover,) if dossier.cover else ()), *dossier.figures):
        yield (figure.caption, config, figure.line)
        yield from (((Span(words),), config, figure.line) for words in (figure.alt, figure.credit))
    for box in dossier.boxes:
        yield (box.title, config, box.line)
        path = box.file or config
        yield from ((paragraph.spans, path, paragraph.line) for paragraph in box.text)


def _unknown_functions(dossier: Dossier) -> Iterator[Finding]:
    """Yield the speakers who keep their names where people are named by their functions."""
    told = [a.id for a in dossier.audiences.values() if a.naming is Naming.FUNCTIONS]
    if not told:
        return
    known = {fold(n) for p in dossier.people if p.function for n in (p.name, p.short)}
    sources = {source.id: source for source in dossier.sources}
    seen: set[str] = set()
    for extract in dossier.extracts:
        speaker, source = extract.speaker, sources.get(extract.source)
        if not speaker or speaker.anonymous or speaker.role or fold(speaker.name) in known | seen:
            continue
        if source is None or own_words(extract, source) or not speaker.name[:1].isupper():
            continue  # « le gouvernement » is no name
        seen.add(fold(speaker.name))
        text = message(
            "{audiences} will read the name of “{name}”", name=speaker.name, audiences=_list(told)
        )
        hint = message("tell the role after the name, or a “fonction” under [[personnes]]")
        yield warning("BR622", extract.path, extract.line, text, hint)
