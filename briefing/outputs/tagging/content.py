"""Marked content in the streams of pages (ISO 32000-1, 14.6)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def set_aside(stream: Any, artifacts: Mapping[int, str]) -> list[int]:  # noqa: ANN401 - pydyf
    """Make artifacts of the marks numbered in `artifacts`; return the numbers of the others.

    The value says what is furniture of the page, `Header` or `Footer`.
    """
    kept: list[int] = []
    items = stream.stream
    for place, item in enumerate(items):
        if item != b"BDC" or "MCID" not in items[place - 1]:
            continue
        number = items[place - 1]["MCID"]
        if number in artifacts:
            properties = _properties(items[place - 1], artifacts[number])
            items[place - 2 : place] = ["/Artifact", properties]
        else:
            kept.append(number)
    return kept


def _properties(held: Any, kind: str) -> Any:  # noqa: ANN401 - a pydyf dictionary
    said = {"Type": "/Pagination", "Subtype": f"/{kind}"} if kind else {"Type": "/Layout"}
    return type(held)(said)
