"""The letters that an edition is written with, for the fonts that it brings along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from briefing.model.briefing import Briefing
from briefing.model.dates import Date


def letters(briefing: Briefing) -> set[str]:
    """Return every letter of every text of `briefing`, be it printed or not.

    What typesetting and the labels add is in every repertoire of `briefing.outputs.fonts`.
    """
    return set().union(*_texts(briefing, set()))


def _texts(value: Any, met: set[int]) -> Iterator[str]:  # noqa: ANN401 - any field of the model
    """Yield the texts of `value` and of all that it holds, each of its values once."""
    if isinstance(value, str):
        yield value.value if isinstance(value, Enum) else value
        return
    if isinstance(value, Date) or id(value) in met:  # a date is printed in words
        return
    met.add(id(value))
    if is_dataclass(value):
        held: tuple[Any, ...] = tuple(getattr(value, field.name) for field in fields(value))
    elif isinstance(value, Mapping):
        held = (*value.keys(), *value.values())
    elif isinstance(value, (tuple, list, set, frozenset)):
        held = tuple(value)
    else:
        return
    for part in held:
        yield from _texts(part, met)
