"""Sections that the dossier adds: where they stand in an edition, and what they say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from briefing.assembling.anchors import anchor
from briefing.assembling.apparatus import Apparatus
from briefing.assembling.introduction import blocks
from briefing.model.audience import Audience
from briefing.model.insets import OwnSection
from briefing.model.parts import DeclaredSection
from briefing.reading.built_in_audiences import SECTIONS

Place = tuple[str, bool]
"""A section, and whether what stands beside it precedes it."""


def own_section(declared: DeclaredSection, apparatus: Apparatus) -> OwnSection:
    """Return a section; its text calls notes."""
    extracts = apparatus.find(
        id_ for block in declared.text for span in block.spans for id_ in span.citations
    )
    return OwnSection(
        id=declared.id,
        anchor=anchor("section", declared.id),
        title=declared.title,
        blocks=blocks(declared.text, apparatus),
        extracts=tuple(extract.id for extract in extracts),
        tlp=declared.tlp,
    )


def ordered(sections: Iterable[DeclaredSection], audience: Audience) -> tuple[str, ...]:
    """Return the names of the sections of `audience`, those of the dossier among them, in order.

    Where the audience names a section of the dossier, it stands there. Elsewhere it stands beside
    what it says, and is left out with that; unless it is for this audience by name: it then
    follows what comes before in the usual order.
    """
    own = {section.id: section for section in sections if section.id}
    named = tuple(name for name in audience.sections if name in SECTIONS or name in own)
    theirs = {section.id for section in own.values() if _is_for(section, audience)}
    names = tuple(name for name in named if name in SECTIONS or name in theirs)
    added = [own[id_] for id_ in own if id_ in theirs and id_ not in names]
    called = {section.id for section in added if section.only_for}
    added = [s for s in added if s.id in called or _stands(s, own, {*names, *called})]
    there = (*names, *(section.id for section in added))
    beside: dict[Place, list[str]] = {}
    for section in added:
        beside.setdefault(_place(section, own, there), []).append(section.id)
    begun = (*beside.get(_FIRST, ()), *names)
    return tuple(name for each in begun for name in _around(each, beside))


_FIRST: Place = ("", True)


def _is_for(section: DeclaredSection, audience: Audience) -> bool:
    if section.only_for:
        return audience.id in section.only_for
    return not audience.ordered or section.id in audience.sections


def _stands(
    section: DeclaredSection, own: Mapping[str, DeclaredSection], there: Collection[str]
) -> bool:
    """Say whether what a section stands beside is there, or what that one would stand beside."""
    if section.beside in there:
        return True
    return section.beside in own and _stands(own[section.beside], own, there)


def _place(
    section: DeclaredSection, own: Mapping[str, DeclaredSection], there: Sequence[str]
) -> Place:
    """Return where a section stands, beside one of those that are `there`."""
    place = section
    while place.beside not in there and place.beside in own:
        place = own[place.beside]
    if place.beside in there:
        return place.beside, place.precedes
    earlier = SECTIONS[: SECTIONS.index(place.beside)]
    return next(((name, False) for name in reversed(earlier) if name in there), _FIRST)


def _around(name: str, beside: Mapping[Place, Sequence[str]]) -> Iterator[str]:
    """Yield what stands before a section, the section, and what stands after it."""
    for before in beside.get((name, True), ()):
        yield from _around(before, beside)
    yield name
    for after in beside.get((name, False), ()):
        yield from _around(after, beside)
