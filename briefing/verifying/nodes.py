"""JSON whose shape nobody vouches for, read value by value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any


class ShapeError(ValueError):
    """A value isn't there, or isn't of its type; the text tells its place in the file."""


class Node:
    """One value of a JSON document and its place, as `extracts[3].id`."""

    def __init__(self, value: Any, place: str = "") -> None:  # noqa: ANN401 - what JSON holds
        self._value = value
        self._place = place

    def __getitem__(self, key: str) -> Node:
        """Return a member of an object; what isn't there is null."""
        if not isinstance(self._value, dict):
            raise self._wrong("an object")
        return Node(self._value.get(key), f"{self._place}.{key}" if self._place else key)

    def __iter__(self) -> Iterator[Node]:
        """Yield the values of a list."""
        if not isinstance(self._value, list):
            raise self._wrong("a list")
        for number, value in enumerate(self._value):
            yield Node(value, f"{self._place}[{number}]")

    def members(self) -> Iterator[tuple[str, Node]]:
        """Yield the members of an object; none for null."""
        if self._value is not None and not isinstance(self._value, dict):
            raise self._wrong("an object")
        for key in self._value or ():
            yield key, self[key]

    def text(self) -> str:
        """Return a string."""
        if not isinstance(self._value, str):
            raise self._wrong("a text")
        return self._value

    def text_or_empty(self) -> str:
        """Return a string, empty for null."""
        return "" if self._value is None else self.text()

    def number(self) -> int:
        """Return a whole number."""
        if not isinstance(self._value, int) or isinstance(self._value, bool):
            raise self._wrong("a whole number")
        return self._value

    def one_or_many(self) -> Iterator[Node]:
        """Yield the values of a list, or the value itself, as JSON-LD writes a list of one."""
        return iter(self) if isinstance(self._value, list) else iter((self,))

    def _wrong(self, wanted: str) -> ShapeError:
        return ShapeError(f"“{self._place or 'the whole'}” is not {wanted}")


def parse(data: bytes) -> Node:
    """Return a JSON document in UTF-8; raises `ShapeError` for what isn't one."""
    try:
        return Node(json.loads(data.decode("utf-8")))
    except (ValueError, RecursionError) as fault:
        raise ShapeError(str(fault)) from fault
