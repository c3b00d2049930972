"""Texts that listmonk runs as templates of Go, with all that would be run made plain.

Go's html/template reads `{{`; it also drops comments, Outlook's among them, which listmonk's own
function `Safe` keeps. listmonk itself reads `https://…@TrackLink` (its page “Templating”).
"""

from __future__ import annotations

import json
import re

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_STYLE = re.compile(r"(<style\b[^>]*>)(.*?)(</style\s*>)", re.DOTALL | re.IGNORECASE)
_BRACES = re.compile(r"\{(?=\{|\Z)|(?<=\{)\{")
_TRACKED = "@TrackLink"
_UNTRACKED = "&#64;TrackLink"


def escape_text(text: str) -> str:
    """Return a template that gives `text`, for a subject or a body of plain text."""
    escaped = re.sub(r"\{\{+", lambda match: f'{{{{ "{match[0]}" }}}}', text)
    return escaped.replace(_TRACKED, '@{{ "TrackLink" }}')


def escape_html(html: str) -> str:
    """Return a template that gives what browsers read as `html` says.

    Entities in texts and attributes; in styles, where there are none, a space, which changes no rule.
    """
    parts: list[str] = []
    end = 0
    for match in re.finditer(rf"{_STYLE.pattern}|{_COMMENT.pattern}", html, _STYLE.flags):
        parts += _plain(html[end : match.start()]), _special(match[0])
        end = match.end()
    # A comment that is dropped may have parted the name.
    return "".join((*parts, _plain(html[end:]))).replace(_TRACKED, _UNTRACKED)


def _plain(html: str) -> str:
    return _BRACES.sub("&#123;", html).replace(_TRACKED, _UNTRACKED)


def _special(piece: str) -> str:
    if piece.startswith("<!--"):
        # A string of JSON is one of Go, unless a letter beyond 16 bits is escaped in two halves.
        string = json.dumps(piece, ensure_ascii=False).replace(_TRACKED, r"\u0040TrackLink")
        return f"{{{{ Safe {string} }}}}" if "[" in piece else ""
    spaced = re.sub(r"\{(?=\{)", "{ ", piece)
    return spaced.replace(_TRACKED, "@ TrackLink")
