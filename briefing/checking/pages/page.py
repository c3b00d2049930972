"""The page of one code."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.finding import Message, Severity

ERROR = Severity.ERROR
WARNING = Severity.WARNING


@dataclass(frozen=True, slots=True)
class Page:
    """What a code means, why it matters, and what to write instead."""

    code: str
    severity: Severity
    title: Message
    """One line, without fields."""
    why: Message
    wrong: str
    """Lines of a dossier as an analyst writes them, remarks in French too; like `right`, never
    translated."""
    right: str
