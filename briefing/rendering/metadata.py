"""What the head of a page tells machines: a description of the report, and what may be loaded."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any, Final

from markupsafe import Markup

from briefing.model.briefing import Briefing
from briefing.typesetting import Typesetter
from briefing.typesetting.engine import FRENCH

_UNSAFE: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What could end a script, or begin one, as JSON may also write it."""
_STRING: Final = re.compile(r"""("[^"\n]*"|'[^'\n]*')""")
_COMMENT: Final = re.compile(r"""("[^"\\n]*"|'[^'\\n]*')|/\*.*?\*/""", re.DOTALL)
"""A string, which may hold what looks like a comment, or a comment."""


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
        "inLanguage": by.foreign or by.frame.language,
        "publisher": briefing.publisher and {"@type": "Organization", "name": briefing.publisher},
        "keywords": keywords(briefing),
        "creativeWorkStatus": "Draft" if briefing.draft else "",
    }
    told = {name: value for name, value in described.items() if value}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_UNSAFE))  # noqa: S704 - no sign of markup is left


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


def lean(stylesheet: str) -> str:
    """Return CSS without its comments, nor the spaces that lay it out."""
    bare = _COMMENT.sub(lambda found: found[1] or "", stylesheet)
    parts = _STRING.split("\n".join(filter(None, map(str.strip, bare.splitlines()))))
    parts[::2] = [re.sub(r" ?([{};]) ?", r"\1", part).replace(";}", "}") for part in parts[::2]]
    return "".join(parts)
