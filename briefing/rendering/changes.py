"""How « Ce qui a changé » sets a wording: the words that came or went stand out."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from briefing.model.changes import Run
from briefing.reading.dates import parse_date
from briefing.typesetting import superiors, typeset, typeset_spans
from briefing.typesetting.dates import format_date


def inserted(runs: Sequence[Run]) -> Markup:
    """Set the new wording, what is new in it as `<ins>`."""
    return _set(runs, Markup("<ins>{}</ins>"))


def deleted(runs: Sequence[Run]) -> Markup:
    """Set the old wording, what is gone from it as `<del>`."""
    return _set(runs, Markup("<del>{}</del>"))


def day(value: str) -> Markup:
    """Set a date that is still text; what is none is set as it stands."""
    date = parse_date(value)
    return superiors(format_date(date) if date else typeset(value))


def _set(runs: Sequence[Run], mark: Markup) -> Markup:
    """Set a sentence as a whole, then mark its changed runs, without the space after them."""
    parts = [superiors(text) for text in typeset_spans([run.text for run in runs])]
    whole = all(run.changed for run in runs)  # nothing stands out where all does
    return Markup("").join(
        _marked(part, mark) if run.changed and not whole else part
        for run, part in zip(runs, parts, strict=True)
    )


def _marked(part: Markup, mark: Markup) -> Markup:
    words = part.rstrip()
    return mark.format(words) + part[len(words) :] if words else part
