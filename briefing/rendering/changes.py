"""How « Ce qui a changé » sets a wording: the words that came or went stand out."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from briefing.model.changes import Run
from briefing.reading.dates import parse_date
from briefing.typesetting import superiors, typeset, typeset_spans
from briefing.typesetting.dates import format_date

_INS, _DEL = Markup("<ins>{}</ins>"), Markup("<del>{}</del>")
_QUOTES = ("« ", " »")


def inserted(runs: Sequence[Run]) -> Markup:
    """Set the new wording, what is new in it as `<ins>`."""
    return Markup("").join(_set(runs, _INS))


def deleted(runs: Sequence[Run]) -> Markup:
    """Set the old wording between « and », what is gone from it as `<del>`."""
    return Markup("").join(_set(runs, _DEL, _QUOTES))


def cited(text: str) -> Markup:
    """Set a sentence between « and », to stand within another."""
    return deleted([Run(text)])


def struck(text: str) -> Markup:
    """Set a sentence that is gone as `<del>`."""
    return _DEL.format(superiors(typeset(text)))


def struck_citation(text: str) -> Markup:
    """Set a sentence that is gone between « and », as `<del>`."""
    opening, words, closing = _set([Run(text)], _DEL, _QUOTES)
    return opening + _DEL.format(words) + closing


def day(value: str) -> Markup:
    """Set a date that is still text; what is none is set as it stands."""
    date = parse_date(value)
    return superiors(format_date(date) if date else typeset(value))


def _set(runs: Sequence[Run], mark: Markup, around: tuple[str, str] = ("", "")) -> list[Markup]:
    """Set a sentence as a whole, with what stands around it; mark its changed runs.

    The space after a run stays unmarked.
    """
    before, after = around
    spans = typeset_spans([before, *(run.text for run in runs), after])
    opening, *parts, closing = (superiors(span) for span in spans)
    whole = all(run.changed for run in runs)  # nothing stands out where all does
    marked = (
        _marked(part, mark) if run.changed and not whole else part
        for run, part in zip(runs, parts, strict=True)
    )
    return [opening, *marked, closing]


def _marked(part: Markup, mark: Markup) -> Markup:
    words = part.rstrip()
    return mark.format(words) + part[len(words) :] if words else part
