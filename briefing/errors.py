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
