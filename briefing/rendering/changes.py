"""How « Ce qui a changé » sets a wording: the words that came or went stand out."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from briefing.model.changes import Run
from briefing.model.text import Span
from briefing.reading.dates import parse_date
from briefing.rendering.spans import set_labels, set_text, told
from briefing.typesetting import Typesetter
from briefing.typesetting.engine import FRENCH

_INS, _DEL = Markup("<ins>{}</ins>"), Markup("<del>{}</del>")


def inserted(runs: Sequence[Run], *, by: Typesetter = FRENCH) -> Markup:
    """Set the new wording, what is new in it as `<ins>`."""
    return Markup("").join(_set(runs, _INS, by=by))


def deleted(runs: Sequence[Run], *, by: Typesetter = FRENCH) -> Markup:
    """Set the old wording between quotation marks, what is gone from it as `<del>`."""
    return Markup("").join(_set(runs, _DEL, by.frame.quotes, by=by))


def cited(text: str, *, by: Typesetter = FRENCH) -> Markup:
    """Set a sentence between quotation marks, to stand within another."""
    return deleted([Run(text)], by=by)


def struck(text: str, *, by: Typesetter = FRENCH) -> Markup:
    """Set a sentence that is gone as `<del>`."""
    return _DEL.format(set_text((Span(text),), by))


def struck_citation(text: str, *, by: Typesetter = FRENCH) -> Markup:
    """Set a sentence that is gone between quotation marks, as `<del>`."""
    opening, words, closing = _set([Run(text)], _DEL, by.frame.quotes, by=by)
    return opening + _DEL.format(words) + closing


def day(value: str, *, by: Typesetter = FRENCH) -> Markup:
    """Set a date that is still text; what is none is set as it stands."""
    date = parse_date(value)
    return by.labels.superiors(by.frame.date(date)) if date else set_text((Span(value),), by)


def _set(
    runs: Sequence[Run], mark: Markup, around: tuple[str, str] = ("", ""), *, by: Typesetter
) -> list[Markup]:
    """Set a sentence as a whole, with what stands around it; mark its changed runs.

    The space after a run stays unmarked.
    """
    before, after = around
    words = told([Span(run.text) for run in runs], by)
    opening, *parts, closing = set_labels((Span(before), *words, Span(after)), by.labels)
    whole = all(run.changed for run in runs)  # nothing stands out where all does
    marked = (
        _marked(part, mark) if run.changed and not whole else part
        for run, part in zip(runs, parts, strict=True)
    )
    return [opening, *marked, closing]


def _marked(part: Markup, mark: Markup) -> Markup:
    words = part.rstrip()
    return mark.format(words) + part[len(words) :] if words else part
