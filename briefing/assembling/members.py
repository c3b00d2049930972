"""What the values of a briefing are made of."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any


def members(value: object) -> tuple[str, ...]:
    """Return the names of the fields of a value, in order; none if it is of no data class."""
    kind: Any = type(value)  # mypy takes no type for hashable
    return _fields(kind)


@cache
def _fields(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
