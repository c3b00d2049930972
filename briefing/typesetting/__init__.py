"""French micro-typography: what the reader sees, set once, idempotently.

`typeset` for plain text and HTML, a `Typesetter` for the choices of a house and the runs of a
paragraph, `superiors` for raised letters. Dates and references have their modules, `dates` and
`references`; Markdown has `markdown`, and `unbalanced` tells of quotation marks without partner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from briefing.model.typography import STANDARD, Typography
from briefing.typesetting.engine import Typesetter, typeset_spans
from briefing.typesetting.superiors import superiors

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["Typesetter", "superiors", "typeset", "typeset_spans"]


@overload
def typeset(
    text: str,
    locale: str = "fr-FR",
    *,
    markup: Literal[False] = False,
    house: Typography = STANDARD,
) -> str: ...
@overload
def typeset(
    text: str, locale: str = "fr-FR", *, markup: Literal[True], house: Typography = STANDARD
) -> Markup: ...
@overload
def typeset(
    text: str, locale: str = "fr-FR", *, markup: bool, house: Typography = STANDARD
) -> str | Markup: ...
def typeset(
    text: str,
    locale: str = "fr-FR",
    *,
    markup: bool = False,
    house: Typography = STANDARD,
) -> str | Markup:
    """Set `text` after French typography; a `locale` that isn't French changes nothing.

    With `markup`, `text` is HTML: rules work across inline tags, and leave alone attributes,
    code, scripts and elements in another language; superior letters become `sup`.
    """
    typesetter = Typesetter(locale, house)
    if not markup:
        return typesetter.text(text) if typesetter.sets else text
    from briefing.typesetting.markup import typeset_html

    return typeset_html(text, typesetter)
