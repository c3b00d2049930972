"""What the head of a page tells machines: a description of the report, and what may be loaded."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any, Final

from markupsafe import Markup

from briefing.model.briefing import Briefing
from briefing.model.dates import Date
from briefing.model.source import Source
from briefing.model.text import plain
from briefing.model.vocabulary import Dating, SourceType
from briefing.typesetting import Typesetter
from briefing.typesetting.engine import FRENCH

_WORKS: Final = {
    SourceType.REPORT: "Report",
    SourceType.ARTICLE: "Article",
    SourceType.WEB_PAGE: "WebPage",
    SourceType.BOOK: "Book",
    SourceType.CHAPTER: "Chapter",
    SourceType.LEGAL: "Legislation",
    SourceType.THESIS: "Thesis",
}
"""What schema.org calls a source; any other is a creative work."""
_UNSAFE: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What could end a script, or begin one, as JSON may also write it."""
_STRING: Final = re.compile(r"""("[^"\n]*"|'[^'\n]*')""")
_COMMENT: Final = re.compile(r"""("[^"\\n]*"|'[^'\\n]*')|/\*.*?\*/""", re.DOTALL)
"""A string, which may hold what looks like a comment, or a comment."""
_AROUND: Final = re.compile(r"\s*([{};,])\s*|(?<=:)\s+")
"""The space around what parts rules; none before a colon, where it would be a combinator."""
_ZERO: Final = re.compile(r"(?<![\w.#-])0(?=\.\d)")
"""The zero before a decimal point."""
_PRINTED: Final = re.compile(r"(?:(?<=\})|^)(?:\.print (?:\([^(){}]*\)|[^(){},])*,?)+\{[^{}]*\}")
"""Rules that all begin with `.print`: those of a style sheet for both media."""


def structured_data(briefing: Briefing, published: str = "", *, by: Typesetter = FRENCH) -> Markup:
    """Return the briefing as JSON-LD, a `Report` of schema.org; `published` is a W3C date.

    Authors have no type: a dossier doesn't tell persons from editorial boards.
    """
    described: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": by.text(briefing.title),
        "description": by.text(briefing.subtitle) if briefing.subtitle else "",
        "author": [{"name": author.name} for author in briefing.authors],
        "datePublished": published,
        "abstract": " ".join(by.text(plain(point.text)) for point in briefing.key_points),
        "inLanguage": by.foreign or by.frame.language,
        "publisher": briefing.publisher and {"@type": "Organization", "name": briefing.publisher},
        "keywords": keywords(briefing),
        "isPartOf": briefing.collection and {"@type": "Periodical", "name": briefing.collection},
        "citation": [_work(entry.source, by) for entry in briefing.sources],
        "creativeWorkStatus": "Draft" if briefing.draft else "",
        "copyrightNotice": by.labels.text(briefing.legal.copyright),
        "conditionsOfAccess": briefing.tlp.label if briefing.tlp else "",
    }
    told = {name: value for name, value in described.items() if value}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_UNSAFE))  # noqa: S704 - no sign of markup is left


def _work(source: Source, by: Typesetter) -> dict[str, Any]:
    """Return a source as the work that it is; a date that isn't certain is left out."""
    date = source.date if source.dating is Dating.GIVEN else None
    vague = date is None or date.interval or date.approximate or date.uncertain
    described = {
        "@type": _WORKS.get(source.type, "CreativeWork") if source.type else "CreativeWork",
        "name": by.text(source.title.replace("*", "")),
        "author": [{"name": author} for author in source.authors],
        "publisher": source.publisher and {"@type": "Organization", "name": source.publisher},
        "datePublished": w3c(date) if date and not vague else "",
        "inLanguage": source.language,
        "isbn": source.isbn,
        "url": f"https://doi.org/{source.doi}" if source.doi else source.url,
    }
    return {name: value for name, value in described.items() if value}


def w3c(value: Date) -> str:
    """Return the earliest moment of a date as metadata want it: 2025-02-12, 2025-02, 2025."""
    year, month, day = value.sort_key
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])


def keywords(briefing: Briefing) -> list[str]:
    """Return what the briefing is about: its parties, then its issues."""
    parties = [party.name for party in briefing.parties]
    return parties + [issue.name for issue in briefing.issues]


def content_policy(stylesheet: str) -> str:
    """Return a Content-Security-Policy under which a page runs `stylesheet` and nothing else.

    The style is told by its hash (CSP level 3, 2.3.1); fonts and pictures are inside the page.
    """
    digest = base64.b64encode(hashlib.sha256(stylesheet.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def on_screen(stylesheet: str) -> str:
    """Return lean CSS without the rules for print alone, whose selectors all begin with `.print`."""
    return _PRINTED.sub("", stylesheet)


def lean(stylesheet: str) -> str:
    """Return CSS without its comments, nor the spaces that lay it out."""
    bare = _COMMENT.sub(lambda found: found[1] or "", stylesheet)
    parts = _STRING.split("\n".join(filter(None, map(str.strip, bare.splitlines()))))
    parts[::2] = [_AROUND.sub(r"\1", part).replace(";}", "}") for part in parts[::2]]
    parts[::2] = [_ZERO.sub("", part) for part in parts[::2]]
    return "".join(parts)
