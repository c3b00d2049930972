"""Which sources, extracts, parties, issues and people an audience may not see, by id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from briefing.model.audience import Anonymous, Audience
from briefing.model.dossier import Dossier
from briefing.model.extract import Extract
from briefing.reading.findings import fold


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is hidden, by id; people by their names."""

    sources: frozenset[str]
    extracts: frozenset[str]
    parties: frozenset[str]
    issues: frozenset[str]
    people: frozenset[str]
    supporters: Mapping[str, tuple[str, ...]]
    """The extracts that bear out each item, hidden or not, by its id."""

    def all_of(self, extracts: Collection[str]) -> bool:
        """Say whether there were extracts, and all of them are hidden."""
        return bool(extracts) and all(id_ in self.extracts for id_ in extracts)


def hidden_from(audience: Audience, dossier: Dossier) -> Hidden:
    """Return what `audience` may not see.

    An extract goes with its source; with the last of its parties or of its issues; with its
    speaker. A source goes with the last of its extracts.
    """
    parties = frozenset(p.id for p in dossier.parties if not audience.may_see(p.tlp))
    issues = frozenset(i.id for i in dossier.issues if not audience.may_see(i.tlp))
    people = frozenset(
        fold(name)
        for person in dossier.people
        if not audience.may_see(person.tlp)
        for name in (person.name, person.short)
    )
    marked = {source.id for source in dossier.sources if not audience.may_see(source.tlp)}
    extracts = frozenset(
        extract.id
        for extract in dossier.extracts
        if extract.source in marked
        or is_withheld(extract, audience)
        or _all_in(extract.parties, parties)
        or _all_in(extract.issues, issues)
        or _is_said_by(extract, people)
    )
    supporters: dict[str, list[str]] = {}
    for extract in dossier.extracts:
        for id_ in extract.supports:
            supporters.setdefault(id_, []).append(extract.id)
    return Hidden(
        frozenset(marked | _emptied(dossier.extracts, extracts)),
        extracts,
        parties,
        issues,
        people,
        {id_: tuple(ids) for id_, ids in supporters.items()},
    )


def is_withheld(extract: Extract, audience: Audience) -> bool:
    """Say whether an extract is withheld for what it bears itself: its mark, or no name."""
    unnamed = extract.anonymous and audience.anonymous is Anonymous.WITHHELD
    return unnamed or not audience.may_see(extract.tlp)


def _all_in(ids: Collection[str], hidden: frozenset[str]) -> bool:
    return bool(ids) and hidden.issuperset(ids)


def _is_said_by(extract: Extract, people: frozenset[str]) -> bool:
    return extract.speaker is not None and fold(extract.speaker.name) in people


def _emptied(extracts: Iterable[Extract], hidden: frozenset[str]) -> set[str]:
    """Return the sources of which all extracts are hidden."""
    taken = Counter(extract.source for extract in extracts)
    gone = Counter(extract.source for extract in extracts if extract.id in hidden)
    return {source for source, count in gone.items() if count == taken[source]}
