"""JSON whose shape nobody vouches for, read value by value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from briefing.model.finding import Message, message


class ShapeError(ValueError):
    """A value isn't there, or isn't of its type; the message tells its place in the file."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


_ROOT = "$"
"""The whole document, as JSONPath names it (RFC 9535)."""
_OBJECT = message("“{place}” isn't an object")
_LIST = message("“{place}” isn't a list")
_TEXT = message("“{place}” isn't a text")
_TRUTH = message("“{place}” is neither true nor false")
_NUMBER = message("“{place}” isn't a whole number")


class Node:
    """One value of a JSON document and its place, as `extracts[3].id`."""

    def __init__(self, value: Any, place: str = "") -> None:  # noqa: ANN401 - what JSON holds
        self._value = value
        self._place = place

    def __getitem__(self, key: str) -> Node:
        """Return a member of an object; what isn't there is null."""
        if not isinstance(self._value, dict):
            raise self._wrong(_OBJECT)
        return Node(self._value.get(key), f"{self._place}.{key}" if self._place else key)

    def __iter__(self) -> Iterator[Node]:
        """Yield the values of a list."""
        if not isinstance(self._value, list):
            raise self._wrong(_LIST)
        for number, value in enumerate(self._value):
            yield Node(value, f"{self._place}[{number}]")

    def members(self) -> Iterator[tuple[str, Node]]:
        """Yield the members of an object; none for null."""
        if self._value is not None and not isinstance(self._value, dict):
            raise self._wrong(_OBJECT)
        for key in self._value or ():
            yield key, self[key]

    @property
    def is_there(self) -> bool:
        """Whether there is a value; null is none."""
        return self._value is not None

    def text(self) -> str:
        """Return a string."""
        if not isinstance(self._value, str):
            raise self._wrong(_TEXT)
        return self._value

    def text_or_empty(self) -> str:
        """Return a string, empty for null."""
        return "" if self._value is None else self.text()

    def number(self) -> int:
        """Return a whole number."""
        if not isinstance(self._value, int) or isinstance(self._value, bool):
            raise self._wrong(_NUMBER)
        return self._value

    def true_or_false(self) -> bool:
        """Return a truth value, false for null."""
        if self._value is not None and not isinstance(self._value, bool):
            raise self._wrong(_TRUTH)
        return bool(self._value)

    def list_or_empty(self) -> Iterator[Node]:
        """Yield the values of a list, none for null."""
        return iter(()) if self._value is None else iter(self)

    def one_or_many(self) -> Iterator[Node]:
        """Yield the values of a list, or the value itself, as JSON-LD writes a list of one."""
        return iter(self) if isinstance(self._value, list) else iter((self,))

    def _wrong(self, fault: Message) -> ShapeError:
        return ShapeError(Message(fault.template, {"place": self._place or _ROOT}))


def parse(data: bytes) -> Node:
    """Return a JSON document in UTF-8; raises `ShapeError` for what isn't one."""
    try:
        return Node(json.loads(data.decode("utf-8")))
    except (ValueError, RecursionError) as fault:
        raise ShapeError(_reason(fault)) from fault


def _reason(fault: ValueError | RecursionError) -> Message:
    if isinstance(fault, json.JSONDecodeError):
        line, column = fault.lineno, fault.colno
        return message("no JSON at line {line}, column {column}", line=line, column=column)
    if isinstance(fault, UnicodeDecodeError):
        return message("byte {byte} isn't UTF-8", byte=fault.start)
    return message("its JSON is beyond measure")  # nested too deeply, or a number too long
