"""French micro-typography: what the reader sees, set once, idempotently.

`typeset` for plain text and HTML, `typeset_spans` for the runs of a paragraph, `superiors` for
raised letters. Dates and references have their modules, `dates` and `references`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from briefing.typesetting.engine import typeset_spans, typeset_text
from briefing.typesetting.superiors import superiors

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["superiors", "typeset", "typeset_spans"]


@overload
def typeset(text: str, locale: str = "fr-FR", *, markup: Literal[False] = False) -> str: ...
@overload
def typeset(text: str, locale: str = "fr-FR", *, markup: Literal[True]) -> Markup: ...
@overload
def typeset(text: str, locale: str = "fr-FR", *, markup: bool) -> str | Markup: ...
def typeset(text: str, locale: str = "fr-FR", *, markup: bool = False) -> str | Markup:
    """Set `text` after French typography; a `locale` that isn't French changes nothing.

    With `markup`, `text` is HTML: rules work across inline tags, and leave alone attributes,
    code, scripts and elements in another language; superior letters become `sup`.
    """
    if not markup:
        return typeset_text(text, locale)
    from briefing.typesetting.markup import typeset_html

    return typeset_html(text, locale)
