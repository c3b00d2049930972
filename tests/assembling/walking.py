"""A value and all that it is made of."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from types import MappingProxyType


def parts(value: object) -> Iterator[object]:
    """Yield `value` and all it is made of."""
    yield value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from parts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from parts(item)
    elif isinstance(value, MappingProxyType):
        for key, item in value.items():
            yield from parts((key, item))
