"""The styles of the tests, and sources to cite in them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

from hypothesis import strategies as st

from briefing.citing import cite
from briefing.model.citation_style import CitationStyle
from briefing.model.source import Source
from briefing.model.text import RichText, plain
from briefing.model.vocabulary import Dating, SourceType
from briefing.reading.citation_style import read_style
from briefing.reading.dates import parse_date
from briefing.reading.fiche import read_fiche
from briefing.typesetting.engine import FRENCH, Typesetter

DATA: Final = Path(__file__).parent / "data"
REFERENCES: Final = Path(__file__).parent.parent / "typesetting" / "data" / "references.toml"
STYLES: Final = ("author-date", "numbered", "note")
DATES: Final = (
    *("2025-02-12", "2025-02", "2025", "2025-02~", "2025-02-12?", "2025%", "2025-21", "2025-24~"),
    *("../2025", "2025-08-26/..", "2025-11-04/2025-11-05", "2024/2025-06", "2025-22/2025-23"),
    *("0000", "0800", "2025-03-01"),
)


def style(name: str) -> CitationStyle:
    """Return a style of the tests."""
    made, findings = read_style((DATA / f"{name}.csl").read_text("utf-8"), name, f"{name}.csl")
    assert findings == []
    assert made is not None
    return made


def minimal(inside: str) -> CitationStyle:
    """Return a style whose layout is `inside`."""
    head = '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">'
    body = f"<bibliography><layout>{inside}</layout></bibliography></style>"
    made, findings = read_style(f"{head}{body}", "a.csl", "a.csl")
    assert findings == []
    assert made is not None
    return made


def cited(source: Source, name: str, by: Typesetter = FRENCH) -> RichText:
    """Return a reference in a style of the tests."""
    return cite(style(name), source, by)


def printed(spans: RichText) -> str:
    """Return a reference as a person reads it: `*italics*`, `[links]`, `{lang:…}`, `^sup^`."""
    return "".join(
        f"*{span.text}*"
        if span.emphasis
        else f"__{span.text}__"
        if span.strong
        else f"[{span.text}]"
        if span.link
        else f"{{{span.language}:{span.text}}}"
        if span.language
        else f"^{span.text}^"
        if span.variant
        else span.text
        for span in spans
    )


def words(spans: RichText) -> str:
    """Return the text of a reference, without spaces and case."""
    return squeezed(plain(spans))


def squeezed(text: str) -> str:
    """Return `text` without spaces and case, for a style may change both."""
    return "".join(text.split()).casefold()


def golden() -> dict[str, Source]:
    """Return the sources of the golden references, by title."""
    made = {}
    for case in tomllib.loads(REFERENCES.read_text("utf-8"))["reference"]:
        fiche, findings = read_fiche(case["fiche"].strip(), source="a", path="a.md")
        assert findings == []
        assert fiche is not None
        made[case["title"]] = fiche.source
    return made


_ODD: Final = st.text(
    "<>&/;{}*_[]()\"'«».,:?!-–—\\$% \0\n\u202e\ufdd0\ufdd1\ufdef\u00a0àÉßŉ1290Bbscript"
)
_TEXT: Final = st.text(max_size=30) | _ODD
_PEOPLE: Final = st.lists(_TEXT, max_size=4).map(tuple)
SOURCES: Final = st.builds(
    Source,
    id=st.just("a"),
    title=_TEXT.filter(str.strip),
    type=st.none() | st.sampled_from(SourceType),
    title_supplied=st.booleans(),
    authors=_PEOPLE,
    editors=_PEOPLE,
    translators=_PEOPLE,
    interviewers=_PEOPLE,
    account=_TEXT,
    container=_TEXT,
    volume=_TEXT,
    number=_TEXT | st.integers().map(str),
    edition=_TEXT,
    pages=_TEXT | st.integers(0).map(str),
    event=_TEXT,
    place=_TEXT,
    publisher=_TEXT,
    collection=_TEXT,
    date=st.none() | st.sampled_from(DATES).map(parse_date),
    dating=st.sampled_from(Dating),
    url=_TEXT,
    accessed=st.none() | st.sampled_from(DATES).map(parse_date),
    isbn=_TEXT,
    doi=_TEXT,
    identifier=_TEXT,
    language=st.sampled_from(("", "fr", "en", "de", "ru", "français")),
    note=_TEXT,
)
"""Any source at all, odd fields included."""
