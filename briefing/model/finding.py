"""Faults of a dossier, as values: collected, and all shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

Value = str | int | float

CAUSES = ("BR1", "BR210", "BR220", "BR221", "BR222", "BR303", "BR31", "BR340", "BR345")
"""Beginnings of the codes of errors that leave other parts unread: told before what may follow."""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for a person, kept untranslated until it is shown.

    `template` is an English msgid of the catalogue with `{name}` fields; `values` fills them.
    The core stays free of any locale, and the command line translates at the edge.
    """

    template: str
    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        return self.template.format_map(self.values)


def message(template: str, /, **values: Value) -> Message:
    """Build a `Message`; the name marks `template` for extraction into the catalogue."""
    return Message(template, MappingProxyType(values))


class Severity(StrEnum):
    """An error stops the build; a warning doesn't."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, at its place, with what to write instead."""

    severity: Severity
    code: str
    """Stable, `BR` and three digits: 1xx text, 2xx fiche, 3xx dossier, 4xx references."""
    path: str
    line: int
    """1-based; 0 when the fault is of the whole file."""
    message: Message
    hint: Message | None = None

    @property
    def is_error(self) -> bool:
        """Whether the build must stop."""
        return self.severity is Severity.ERROR

    @property
    def is_editorial(self) -> bool:
        """Whether it is a matter of judgement or of type, which `check` shows at leisure."""
        return not self.is_error and self.code.startswith(("BR5", "BR7"))

    @property
    def sort_key(self) -> tuple[bool, str, int, str]:
        """Causes first, then path, line and code."""
        is_cause = self.is_error and self.code.startswith(CAUSES)
        return (not is_cause, self.path, self.line, self.code)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Say whether any finding is an error."""
    return any(finding.is_error for finding in findings)
