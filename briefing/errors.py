"""What stops a run. A fault in a dossier is a `Finding`, not an exception."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.finding import Finding, Message


class BriefingError(Exception):
    """Stops the run with a sentence for a person and an exit code."""

    exit_code = 1

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.hint = hint


class DossierError(BriefingError):
    """The dossier has errors; `findings` are all of them."""

    def __init__(
        self, message: Message, findings: Sequence[Finding] = (), hint: Message | None = None
    ) -> None:
        super().__init__(message, hint)
        self.findings = tuple(findings)


class UsageError(BriefingError):
    """The command, or the call, asks for something that doesn't exist."""

    exit_code = 2


class MachineError(BriefingError):
    """The machine failed: disk, permission, a system library."""

    exit_code = 3


class FaultyTemplateError(BriefingError):
    """A template or a style sheet is wrong: what, where, and the lines around."""

    def __init__(self, finding: Finding, excerpt: Sequence[tuple[int, str]] = ()) -> None:
        super().__init__(finding.message, finding.hint)
        self.finding = finding
        self.excerpt = tuple(excerpt)
        """Lines with their numbers; that of the finding is among them."""

    def __str__(self) -> str:
        place = f"{self.finding.path}:{self.finding.line}" if self.finding.line else ""
        return f"{place or self.finding.path}: {self.message}"
