"""The chronology as a timeline: its facts from the briefing, its words from the page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from markupsafe import Markup

from briefing.drawing import Fact, Words, lay_out, to_svg
from briefing.drawing.widths import width
from briefing.model.briefing import Event
from briefing.model.dates import Date
from briefing.model.text import plain
from briefing.model.vocabulary import Dating
from briefing.typesetting import Typesetter
from briefing.typesetting.characters import JOINER
from briefing.typesetting.engine import FRENCH
from briefing.typesetting.frame import Frame

SHORT: Final = 64
"""Signs of the longest wording that a label shows; only the analyst can shorten another."""

_RULE: Final = re.compile(r"(?m)^(\.timeline-[\w-]+)\s*\{([^{}]*)\}")
_TOKEN: Final = re.compile(r"--([\w-]+)\s*:\s*([^;{}]+)")
_USE: Final = re.compile(r"var\(--([\w-]+)\)")
_FIRST: Final = re.compile(r"\b1er\b")
"""A drawing has no `sup`: its letters are those that Unicode has."""
_MONTH: Final = 30.44
"""Days, in the mean."""
_YEAR: Final = 365.25


def timeline(
    events: Sequence[Event],
    title: str,
    legend: Mapping[str, str],
    *,
    stylesheet: str = "",
    linked: bool = False,
    by: Typesetter = FRENCH,
) -> Markup:
    """Draw the events as SVG; nothing when they are too few to be drawn.

    `title` is the text alternative and `legend` the words of `briefing.drawing.values.LEGEND`.
    Words of the analyst's tell their language if it isn't that of the frame.
    With a `stylesheet`, its rules for the drawing are put inside it, as print needs them.
    When `linked`, the drawing leads to the list.
    """
    facts = [_fact(event, by) for event in events]
    words = Words(
        month=by.frame.short_month,
        date=lambda date: _date(date, by.frame),
        gap=lambda days: gap(days, by=by),
        legend={form: _drawn(word) for form, word in legend.items()},
    )
    figure = lay_out(facts, words, width)
    if figure is None:
        return Markup("")
    return to_svg(figure, title, by.foreign, rules=drawing_rules(stylesheet), links=linked)


def _fact(event: Event, by: Typesetter) -> Fact:
    wording = plain(event.brief or event.text).removesuffix(".")
    return Fact(
        date=event.date,
        anchor=event.id,
        text=_drawn(by.text(wording)) if len(wording) <= SHORT else "",
        status=event.status,
        inferred=event.dating is Dating.INFERRED,
    )


def _date(date: Date, frame: Frame) -> str:
    return _drawn(_FIRST.sub("1ᵉʳ", frame.date(date, short=True)))


def _drawn(text: str) -> str:
    """Return a text without the signs that have no width, which a drawing has no use for."""
    return text.replace(JOINER, "").replace("\u00ad", "")


def period(events: Sequence[Event], *, by: Typesetter = FRENCH) -> str:
    """Return the dates of the first and the last event in words: « 12-21 février 2025 »."""
    dates = [event.date for event in events]
    starts = [moment for date in dates if (moment := date.start or date.end)]
    ends = [moment for date in dates if (moment := date.end or date.start)]
    first = min(starts, key=lambda moment: moment.sort_key)
    last = max(ends, key=lambda moment: moment.sort_key)
    return by.frame.date(Date("", first, last, interval=True))


def gap(days: int, *, by: Typesetter = FRENCH) -> str:
    """Return a length of time in round words: « 12 jours », « 5 mois », « 2 ans et demi »."""
    return by.labels.text(_gap(days, by.frame))


def _gap(days: int, frame: Frame) -> str:
    months = round(days / _MONTH)
    if months < 2:
        return frame.count("{count} jour", "{count} jours", days, count=days)
    if months < 24:
        return frame.say("{count} mois", count=months)
    years, half = divmod(round(days / _YEAR * 2), 2)
    if half:
        return frame.say("{count} ans et demi", count=years)
    return frame.say("{count} ans", count=years)


def drawing_rules(stylesheet: str) -> str:
    """Return the rules of a style sheet for the drawing, its tokens replaced by their values.

    As in CSS, the last definition of a token counts.
    """
    tokens = {name: value.strip() for name, value in _TOKEN.findall(stylesheet)}
    rules = (f"{selector}{{{body.strip()}}}" for selector, body in _RULE.findall(stylesheet))
    return _USE.sub(lambda found: tokens.get(found[1], "inherit"), "\n".join(rules))


def page_rules(stylesheet: str) -> str:
    """Return a style sheet without its rules for the drawing, which WeasyPrint would warn of."""
    return _RULE.sub("", stylesheet)
