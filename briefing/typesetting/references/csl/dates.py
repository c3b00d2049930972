"""Dates as CSL-JSON has them: `date-parts`, and in words what these can't tell."""

from __future__ import annotations

from typing import Any, Final

from briefing.model.dates import Date, Moment, Precision
from briefing.typesetting.characters import JOINER
from briefing.typesetting.dates import format_date

Json = dict[str, Any]

_BEFORE_SPRING: Final = 20
"""EDTF counts seasons from 21, CSL from 1."""


def csl_date(date: Date | None) -> Json | None:
    """Return a CSL date variable; None for no date.

    What is approximate or uncertain is `circa`. An open interval has no `date-parts`, and one
    between seasons years alone: « après le 26 août 2025 » stands in `literal`.
    """
    if date is None or not (date.start or date.end):
        return None
    doubt = {"circa": True} if date.approximate or date.uncertain else {}
    moments = [moment for moment in (date.start, date.end) if moment]
    if date.interval and len(moments) < 2:
        return {"literal": _words(date), **doubt}
    parts = {"date-parts": [_parts(moment) for moment in moments]}
    seasons = [moment for moment in moments if moment.precision is Precision.SEASON]
    if not seasons:
        return parts | doubt
    if len(moments) > 1:
        return {**parts, "literal": _words(date), **doubt}
    return {**parts, "season": _month(seasons[0]) - _BEFORE_SPRING, **doubt}


def _words(date: Date) -> str:
    """Return the date in words, as data: nothing to guide the breaking of lines."""
    return format_date(date).replace(JOINER, "")


def _parts(moment: Moment) -> list[int]:
    """Return year, month and day as far as known; CSL has years before ours below zero, no 0."""
    year = moment.year if moment.year > 0 else moment.year - 1
    if moment.precision in (Precision.YEAR, Precision.SEASON):
        return [year]
    return [year, _month(moment), *([moment.day] if moment.day else [])]


def _month(moment: Moment) -> int:
    return moment.month or 0
