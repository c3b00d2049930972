"""Every text of a dossier, with the item that it belongs to.

The model is walked field by field, so that a field that is added to it is audited too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any, Final

from briefing.auditing.marks import Marks
from briefing.model.audience import Audience
from briefing.model.citation_style import CitationStyle
from briefing.model.dates import Date
from briefing.model.dossier import (
    Author,
    CheckSettings,
    DeclaredDivergence,
    DeclaredKeyPoint,
    DeclaredPosition,
    DeclaredQuestion,
    Dossier,
    EarlierVersion,
    Issue,
    Legal,
    Party,
    Side,
)
from briefing.model.extract import Extract
from briefing.model.mailing import Mailing
from briefing.model.naming import Acronym, Person
from briefing.model.parts import DeclaredBox, DeclaredFigure, DeclaredSection
from briefing.model.source import Source
from briefing.model.text import Paragraph, Span, plain
from briefing.model.theme import NamedTheme
from briefing.model.typography import Typography

_SETTINGS = (
    *(Enum, Date, CitationStyle, CheckSettings, EarlierVersion, Mailing, NamedTheme),
    Typography,
)
"""How an edition is made, and closed vocabularies: no texts of the dossier.

Subject and preheader of an e-mail are written by hand: they excuse nothing that is withheld.
"""
_REFERENCES: Final = frozenset(
    {"supports", "extracts", "citations", "lead", "party", "issue", "parties", "issues", "source"}
    | {"beside", "only_for", "place"}
)
"""Fields that name another item by its id: what they name tells whether it is withheld."""
_PLACES: Final = frozenset({"path", "line", "document_line", "lines", "tlp", "media_type"})
_UNPRINTED: Final = frozenset(
    {("extract", "note"), ("extract", "comment"), ("source", "comment")},
)
"""What the analyst keeps to themselves: no edition shows it."""
KINDS: Final[Mapping[type, str]] = {
    Dossier: "dossier",
    Source: "source",
    Extract: "extract",
    Party: "party",
    Issue: "issue",
    Person: "person",
    Acronym: "acronym",
    Author: "author",
    Legal: "mentions",
    DeclaredKeyPoint: "key point",
    DeclaredPosition: "position",
    DeclaredQuestion: "question",
    DeclaredDivergence: "divergence",
    Side: "side",
    Paragraph: "passage",
    DeclaredSection: "section",
    DeclaredFigure: "figure",
    DeclaredBox: "box",
    Audience: "audience",
}


@dataclass(frozen=True, slots=True)
class Places:
    """Files that the items of a dossier stand in, beside the fiches."""

    config: str = ""
    introduction: str = ""


NOWHERE = Places()


@dataclass(frozen=True, slots=True)
class Owner:
    """The item that a text belongs to."""

    kind: str = "dossier"
    id: str = ""
    path: str = ""
    line: int = 0
    marked: bool = False
    """Whether its own mark, or that of what it belongs to, withholds it."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One text."""

    owner: Owner
    field: str
    text: str

    @property
    def unprinted(self) -> bool:
        """Whether it is for nobody's eyes."""
        return (self.owner.kind, self.field) in _UNPRINTED


def leaves(dossier: Dossier, marks: Marks, places: Places = NOWHERE) -> Iterator[Leaf]:
    """Yield every text of `dossier`, of its audiences none."""
    for name, value in _members(replace(dossier, audiences={})):
        path = places.introduction if name == "introduction" else places.config
        yield from _Walk(marks).walk(value, Owner(path=path), name)


def audience_leaves(audience: Audience, places: Places = NOWHERE) -> Iterator[Leaf]:
    """Yield what is written for the readers of `audience` alone."""
    owner = Owner("audience", audience.id, places.config)
    walk = _Walk(Marks(audience, ()))
    for name in ("name", "foreword", "contact", "embargo", "headings"):
        yield from walk.walk(getattr(audience, name), owner, name)


@dataclass(frozen=True, slots=True)
class _Walk:
    """Walks values, knowing what marks withhold."""

    marks: Marks

    def walk(self, value: Any, owner: Owner, name: str) -> Iterator[Leaf]:  # noqa: ANN401
        """Yield the texts of `value`, which stands in the field `name` of `owner`."""
        if isinstance(value, _SETTINGS):
            return
        if isinstance(value, str):
            if value.strip() and name not in _REFERENCES:
                yield Leaf(owner, name, value)
        elif isinstance(value, Mapping):
            for held in value.values():
                yield from self.walk(held, owner, name)
        elif isinstance(value, tuple | list):
            yield from self._walk_all(value, owner, name)
        elif is_dataclass(value):
            yield from self._walk_fields(value, owner, name)

    def _walk_fields(self, value: Any, outer: Owner, name: str) -> Iterator[Leaf]:  # noqa: ANN401
        owner = replace(_owner(value, outer), marked=outer.marked or self.marks.withhold(value))
        if isinstance(value, Paragraph):
            yield from self.walk(value.spans, owner, name)
            return
        for member, held in _members(value):
            marked = owner.marked or self.marks.withhold_field(value, member)
            yield from self.walk(held, replace(owner, marked=marked), member)

    def _walk_all(self, values: Sequence[Any], owner: Owner, name: str) -> Iterator[Leaf]:
        if values and isinstance(values[0], Span):
            spans = tuple(values)
            yield from self.walk(plain(spans), owner, name)
            for span in spans:
                yield from self.walk(span.link, owner, "link")
            return
        for held in values:
            yield from self.walk(held, owner, name)


def _members(value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - any data class
    for member in fields(value):
        if member.name not in _PLACES:
            yield member.name, getattr(value, member.name)


def _owner(value: Any, outer: Owner) -> Owner:  # noqa: ANN401 - any data class
    kind = KINDS.get(type(value))
    if kind is None:
        return outer
    return Owner(
        kind,
        getattr(value, "id", "") or outer.id,
        getattr(value, "path", "") or outer.path,
        getattr(value, "line", 0) or outer.line,
    )
