"""One CSL entry as a source: its type, its names, its text fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from types import MappingProxyType
from typing import Any, Final, cast

from briefing.model.finding import message
from briefing.model.source import Source
from briefing.model.vocabulary import SourceType
from briefing.reading.csl.dates import csl_date
from briefing.reading.csl.entries import CslEntry
from briefing.reading.findings import did_you_mean, fold
from briefing.reading.tags import members_of
from briefing.typesetting.names import parted

TYPES: Final[Mapping[str, SourceType | None]] = MappingProxyType(
    {
        **dict.fromkeys(
            ("article", "article-journal", "article-magazine", "article-newspaper", "review"),
            SourceType.ARTICLE,
        ),
        **dict.fromkeys(("review-book", "post-weblog"), SourceType.ARTICLE),
        "report": SourceType.REPORT,
        "webpage": SourceType.WEB_PAGE,
        "post": SourceType.POST,
        "speech": SourceType.SPEECH,
        "interview": SourceType.INTERVIEW,
        **dict.fromkeys(("broadcast", "motion_picture", "song"), SourceType.BROADCAST),
        **dict.fromkeys(("book", "classic", "periodical", "collection"), SourceType.BOOK),
        **dict.fromkeys(
            ("chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"),
            SourceType.CHAPTER,
        ),
        **dict.fromkeys(
            ("bill", "hearing", "legal_case", "legislation", "regulation", "treaty", "standard"),
            SourceType.LEGAL,
        ),
        "thesis": SourceType.THESIS,
        **dict.fromkeys(
            ("dataset", "document", "event", "figure", "graphic", "manuscript", "map", "pamphlet"),
        ),
        **dict.fromkeys(
            ("patent", "performance", "personal_communication", "software", "musical_score"),
        ),
    }
)
"""The kind of document of each CSL type; None where the house has none."""

_TEXTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "title": ("title",),
        "container": ("container-title",),
        "volume": ("volume",),
        "number": ("issue", "number", "collection-number"),
        "edition": ("edition",),
        "pages": ("page", "number-of-pages"),
        "event": ("event-title", "event"),
        "place": ("publisher-place", "event-place"),
        "publisher": ("publisher",),
        "collection": ("collection-title",),
        "url": ("URL",),
        "isbn": ("ISBN",),
        "doi": ("DOI",),
        "language": ("language",),
    }
)
"""The variables that each field of a source is taken from, the first given winning."""

_ITALICS: Final = re.compile(r"</?(?:i|em)>", re.IGNORECASE)
_TAGS: Final = re.compile(r"</?(?:b|strong|sup|sub|sc|span)(?:\s[^<>]*)?>", re.IGNORECASE)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def csl_source(entry: CslEntry, key: str) -> Source:
    """Return the source that `entry` describes; what is malformed is told and left out."""
    texts = {field: _first_text(entry, names) for field, names in _TEXTS.items()}
    tagged = _LANGUAGE.fullmatch(texts["language"])
    texts["language"] = texts["language"].replace("_", "-") if tagged else ""
    authors, bodies = _authors(entry)
    return Source(
        id=key,
        key=key,
        type=_type(entry),
        authors=authors,
        bodies=bodies,
        editors=_people(entry, "editor") or _people(entry, "director"),
        translators=_people(entry, "translator"),
        interviewers=_people(entry, "interviewer"),
        date=csl_date(entry, "issued"),
        accessed=csl_date(entry, "accessed"),
        path=entry.path,
        line=entry.line,
        **cast("dict[str, Any]", texts),
    )


def _type(entry: CslEntry) -> SourceType | None:
    """Return the kind: the one `genre` names in our words, else that of the CSL type."""
    genre = entry.values.get("genre")
    kinds: Mapping[str, SourceType] = members_of(SourceType)
    if isinstance(genre, str) and fold(genre) in kinds:
        return kinds[fold(genre)]
    type_ = _first_text(entry, ("type",))
    if type_ and type_ not in TYPES:
        text = message("unknown type “{name}”", name=type_)
        entry.doubt("type", text, did_you_mean(type_, TYPES))
    return TYPES.get(type_)


def _first_text(entry: CslEntry, names: tuple[str, ...]) -> str:
    return next(filter(None, (_text(entry, name) for name in names)), "")


def _text(entry: CslEntry, name: str) -> str:
    """Return a variable on one line, its italics between stars; numbers are texts as well."""
    value = entry.values.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str):
        marked = _ITALICS.sub("*", _TAGS.sub("", value))
        return " ".join(unescape(marked).split())
    if value is not None:
        entry.doubt(name, message("“{key}” must be {shape}", key=name, shape='"…"'))
    return ""


def _authors(entry: CslEntry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who signs, and the bodies among them; a court signs its judgements."""
    court = _text(entry, "authority")
    named = [*_names(entry, "author"), *([(court, True)] if court else [])]
    people = tuple(dict.fromkeys(name for name, body in named if not body))
    bodies = tuple(dict.fromkeys(name for name, body in named if body))
    return tuple(name for name in people if name not in bodies) + bodies, bodies


def _people(entry: CslEntry, role: str) -> tuple[str, ...]:
    return tuple(name for name, _ in _names(entry, role))


def _names(entry: CslEntry, role: str) -> list[tuple[str, bool]]:
    """Return the names of `role`, and whether each is a body's."""
    value = entry.values.get(role)
    if value is None:
        return []
    people = value if isinstance(value, list) else [value]
    names = [_name(person) for person in people]
    if not all(name for name, _ in names):
        text = message("“{key}” holds a name that can't be read", key=role)
        entry.doubt(
            role, text, message('write {{"family": "…", "given": "…"}} or {{"literal": "…"}}')
        )
    return [pair for pair in names if pair[0]]


def _name(person: Any) -> tuple[str, bool]:  # noqa: ANN401 - JSON is untyped
    """Return a name, as the header of a fiche has it, and whether it is a body's."""
    if not isinstance(person, dict):
        return "", False
    part = {name: _words(person.get(name)) for name in _PARTS}
    if part["literal"]:
        return part["literal"], True
    particles = f"{part['dropping-particle']} {part['non-dropping-particle']}"
    family = _words(f"{particles} {part['family']} {part['suffix']}")
    return surname_first(part["given"], family), False


_PARTS: Final = (
    *("family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle"),
)


def _words(value: Any) -> str:  # noqa: ANN401 - JSON is untyped
    return " ".join(value.replace(";", " ").split()) if isinstance(value, str) else ""


def surname_first(forenames: str, surname: str) -> str:
    """Return « Anne Un », or « García Márquez, Gabriel » where the surname can't be guessed."""
    if not forenames or not surname:
        return surname or forenames
    plain = f"{forenames} {surname}"
    return plain if parted(plain) == (forenames, surname) else f"{surname}, {forenames}"
