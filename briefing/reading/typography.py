"""`[typographie]`: what the house chooses in its typography."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from briefing.model.finding import message
from briefing.model.typography import STANDARD, Dash, Space, Typography
from briefing.reading.findings import did_you_mean, error, fold
from briefing.reading.tables import Table

_GROUPED_FROM = (4, 5)

Choice = TypeVar("Choice", bound=StrEnum)


def read_typography(table: Table) -> Typography:
    """Read `[typographie]`; what it leaves out is as in `STANDARD`."""
    raised = table.flag("lettres-supérieures")
    typography = Typography(
        space=_choice(table, "espaces", Space),
        dash=_choice(table, "tirets", Dash) or STANDARD.dash,
        raised_titles=STANDARD.raised_titles if raised is None else raised,
        grouped_from=_grouped_from(table),
        ibid=bool(table.flag("ibid")),
        small_capitals=bool(table.flag("petites-capitales")),
    )
    table.close()
    return typography


def _choice(table: Table, key: str, kind: type[Choice]) -> Choice | None:
    name = table.text(key)
    chosen = next((known for known in kind if known.value == fold(name)), None)
    if name and chosen is None:
        text = message("unknown value “{name}” for “{key}”", name=name, key=key)
        hint = did_you_mean(name, (known.value for known in kind))
        table.file.findings.append(error("BR204", table.file.path, table.line(key), text, hint))
    return chosen


def _grouped_from(table: Table) -> int:
    given = table.number("milliers", "5")
    if given is None or given in _GROUPED_FROM:
        return int(given or 0)
    table.fault(
        "BR330",
        "milliers",
        "“{key}” must be 4 or 5: how many figures a number needs to be grouped",
        "write milliers = 4 for 6 000, milliers = 5 for 6000 and 12 000",
        key="milliers",
    )
    return STANDARD.grouped_from
