"""A TOML table read field by field: each wrong type or unknown key becomes a finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from briefing.model.dates import Date
from briefing.model.finding import Finding, message
from briefing.model.text import RichText
from briefing.reading.date_faults import date_fault, days_of_month, suggested_date
from briefing.reading.dates import parse_date
from briefing.reading.findings import did_you_mean, error, fold
from briefing.reading.mark_words import MARK_KEY, MISPLACED, looks_marked
from briefing.reading.prose import parse_inline
from briefing.reading.toml_lines import TomlLines


class TomlFile:
    """What every table of one file shares: its path, its lines, the faults found so far."""

    def __init__(self, path: str, lines: TomlLines, findings: list[Finding]) -> None:
        self.path = path
        self.lines = lines
        self.findings = findings
        self.strays: list[tuple[str, int]] = []
        """The unknown keys of inner tables and the places of their findings."""


class Table:
    """One table; `close` reports the keys nobody asked for."""

    def __init__(
        self, file: TomlFile, values: Mapping[str, Any], place: tuple[str | int, ...] = ()
    ) -> None:
        self.file = file
        self.place = place
        self._keys = {fold(key): key for key in values}
        self._values = {fold(key): value for key, value in values.items()}
        self._asked: dict[str, str] = {}
        self._inner: set[str] = set()

    def line(self, key: str = "") -> int:
        """Return the line of `key`, or of the table."""
        return self.file.lines.line(*self.place, *([key] if key else []))

    def fault(self, code: str, at: str, text: str, hint: str = "", /, **values: str | int) -> None:
        """Note an error at the key `at`; `text` and `hint` are msgids."""
        advice = message(hint, **values) if hint else None
        self.file.findings.append(
            error(code, self.file.path, self.line(at), message(text, **values), advice)
        )

    def _shown(self, key: str) -> str:
        """Return `key` as it stands in the file, or as TOML would take it."""
        typed = self._keys.get(fold(key), key)
        return typed if typed.isascii() else toml_key(typed)

    def _get(self, key: str, kind: type, shape: str) -> Any:  # noqa: ANN401 - TOML is untyped
        self._asked[fold(key)] = key
        value = self._values.get(fold(key))
        if value is None or isinstance(value, kind):
            return value
        self._tell_shape(key, shape)
        return None

    def _tell_shape(self, key: str, shape: str) -> None:
        self.fault("BR301", key, "“{key}” must be {shape}", key=self._shown(key), shape=shape)

    def has(self, key: str) -> bool:
        """Say whether the table holds `key`."""
        return fold(key) in self._values

    def text(self, key: str, *, required: str = "") -> str:
        """Return a string, or ""; `required` is the hint shown when it is missing."""
        value: str | None = self._get(key, str, _STRING)
        given = self._values.get(fold(key), "")
        if required and isinstance(given, str) and not given.strip():
            self.fault("BR302", key, "“{key}” is missing or empty", required, key=self._shown(key))
        return value or ""

    def rich(self, key: str, *, required: str = "") -> RichText:
        """Return a string of prose; a mark in it would mark nothing, and is told."""
        text = self.text(key, required=required).strip()
        if looks_marked(text):
            self.fault("BR325", key, MISPLACED, MARK_KEY)
        return parse_inline(text)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings; a single string is a list of one."""
        self._asked[fold(key)] = key
        value = self._values.get(fold(key), [])
        if value == []:
            return ()
        items = self.texts_or_none(key)
        if items is not None:
            return items
        self._tell_shape(key, _STRINGS)
        return ()

    def texts_or_none(self, key: str) -> tuple[str, ...] | None:
        """Return a list of strings, or None when the value is of another shape."""
        value = self._values.get(fold(key))
        if isinstance(value, str):
            return (value,)
        plain = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return tuple(value) if plain and value else None

    def number(self, key: str, example: str) -> float | None:
        """Return a number, whole or not; None if there is none."""
        self._asked[fold(key)] = key
        value = self._values.get(fold(key))
        if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
            return value
        shown = self._shown(key)
        self.fault(
            "BR301", key, "“{key}” is a number, such as {example}", key=shown, example=example
        )
        return None

    def flag(self, key: str) -> bool | None:
        """Return true or false; None if there is none."""
        self._asked[fold(key)] = key
        value = self._values.get(fold(key))
        if value is None or isinstance(value, bool):
            return value
        self.fault("BR301", key, "“{key}” is either true or false", key=self._shown(key))
        return None

    def is_false(self, key: str) -> bool:
        """Say whether `key` is `false`, where a text might stand instead."""
        self._asked[fold(key)] = key
        return self._values.get(fold(key)) is False

    def is_true(self, key: str) -> bool:
        """Say whether `key` is `true`, where a text might stand instead."""
        self._asked[fold(key)] = key
        return self._values.get(fold(key)) is True

    def names(self) -> tuple[str, ...]:
        """Return the keys of the table, as they are written."""
        return tuple(self._keys.values())

    def date(self, key: str) -> Date | None:
        """Return a date, written as a string or as a TOML date."""
        self._asked[fold(key)] = key
        value = self._values.get(fold(key))
        if value is None:
            return None
        date = parse_date(str(value))
        if date is None:
            meant = suggested_date(str(value))
            hint = (
                message('write "{date}"', date=meant)
                if meant
                else days_of_month(str(value)) or message('write "2025-02-12", "2025-02" or "2025"')
            )
            fault = error("BR205", self.file.path, self.line(key), date_fault(str(value)), hint)
            self.file.findings.append(fault)
        return date

    def tables(self, key: str) -> Iterator[Table]:
        """Yield the tables of `[[key]]`."""
        self._inner.add(fold(key))
        shape = (
            f"[[{'.'.join([*(str(p) for p in self.place if isinstance(p, str)), toml_key(key)])}]]"
        )
        given = self._values.get(fold(key))
        if isinstance(given, dict):  # one bracket for two: its words are read all the same
            self._asked[fold(key)] = key
            self._tell_shape(key, shape)
            yield Table(self.file, given, (*self.place, key))
            return
        for index, value in enumerate(self._get(key, list, shape) or []):
            if isinstance(value, dict):
                yield Table(self.file, value, (*self.place, key, index))
            else:
                self._tell_shape(key, shape)

    def named_tables(self, key: str) -> Iterator[tuple[str, Table]]:
        """Yield the tables of `[key.NAME]` with their names."""
        self._inner.add(fold(key))
        values = self._get(key, dict, f"[{key}.…]") or {}
        for name, value in values.items():
            if isinstance(value, dict):
                yield name, Table(self.file, value, (*self.place, key, name))
            else:
                self._tell_shape(key, f"[{key}.{name}]")

    def table(self, key: str) -> Table:
        """Return the table `[key]`, empty if absent."""
        self._inner.add(fold(key))
        return Table(self.file, self._get(key, dict, f"[{key}]") or {}, (*self.place, key))

    def close(self) -> None:
        """Report every key that was never asked for; the table of the whole file closes last."""
        for folded, key in self._keys.items():
            if folded not in self._asked:
                if self.place:
                    self.file.strays.append((key, len(self.file.findings)))
                text = message("unknown key “{key}”", key=key)
                hint = did_you_mean(key, map(toml_key, self._asked.values()))
                self.file.findings.append(
                    error("BR201", self.file.path, self.line(key), text, hint)
                )
        if not self.place:
            self._claim_strays()

    def _claim_strays(self) -> None:
        """Say of a key of this table that it stands too low, in a table that doesn't know it."""
        for key, index in self.file.strays:
            if fold(key) in self._asked and fold(key) not in self._inner:
                hint = message(
                    "“{key}” goes at the head of the file, before the first [ ]", key=key
                )
                self.file.findings[index] = replace(self.file.findings[index], hint=hint)


_STRING = '"…"'
_STRINGS = '["…", "…"]'


def toml_key(key: str) -> str:
    """Return `key` as TOML takes it bare: without accents."""
    return fold(key)
