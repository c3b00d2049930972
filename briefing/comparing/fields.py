"""A JSON object read field by field: what is missing is empty, what has another shape is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.errors import UsageError
from briefing.model.finding import message


class SnapshotError(UsageError):
    """What is to be compared isn't a version of a briefing."""


class Fields:
    """One object of the file `name`, at `place` in it."""

    def __init__(self, values: Mapping[str, object], name: str, place: str = "") -> None:
        self._values = values
        self._name = name
        self._place = place

    def has(self, key: str) -> bool:
        """Say whether there is a field `key`, null or not."""
        return key in self._values

    def text(self, key: str) -> str:
        """Return a string; "" if it is null or missing."""
        value = self._values.get(key)
        if value is not None and not isinstance(value, str):
            raise self._fault(key)
        return value or ""

    def flag(self, key: str) -> bool:
        """Return a boolean; false if it is null or missing."""
        value = self._values.get(key)
        if value is not None and not isinstance(value, bool):
            raise self._fault(key)
        return bool(value)

    def joined(self, key: str) -> str:
        """Return a string, a number or a list of strings as one text; "" if null or missing."""
        value = self._values.get(key)
        if value is None:
            return ""
        if isinstance(value, str | int) and not isinstance(value, bool):
            return str(value)
        return ", ".join(self.texts(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings; none if it is null or missing."""
        value = self._values.get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._fault(key)
        return tuple(value)

    def object(self, key: str) -> Fields | None:
        """Return an object; None if it is null or missing."""
        value = self._values.get(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self._fault(key)
        return Fields(value, self._name, self._path(f"{key}."))

    def objects(self, key: str) -> Iterator[Fields]:
        """Yield the objects of a list; none if it is null or missing."""
        values = self._values.get(key)
        if values is None:
            return
        if not isinstance(values, list):
            raise self._fault(key)
        for index, value in enumerate(values):
            if not isinstance(value, dict):
                raise self._fault(f"{key}[{index}]")
            yield Fields(value, self._name, self._path(f"{key}[{index}]."))

    def nullable_texts(self, key: str) -> Mapping[str, str]:
        """Return an object of strings, its nulls as ""; empty if it is missing."""
        values = self._values.get(key)
        if values is None:
            return {}
        if not isinstance(values, dict):
            raise self._fault(key)
        inner = Fields(values, self._name, self._path(f"{key}."))
        return {name: inner.text(name) for name in values}

    def _path(self, key: str) -> str:
        return f"{self._place}{key}"

    def _fault(self, key: str) -> SnapshotError:
        return SnapshotError(
            message(
                "“{name}”: the field “{field}” isn't what an export holds there",
                name=self._name,
                field=self._path(key),
            ),
            message("export it again with this version of briefing"),
        )
