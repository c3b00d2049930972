"""What `briefing build --audit` asks before it writes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.audit import show_report
from briefing.errors import BriefingError
from briefing.model.finding import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.auditing import Report
    from briefing.model.dossier import Dossier


class BuildAudit:
    """Audits the editions of a dossier, audience by audience, while they are still in memory."""

    def __init__(self, dossier: Dossier, folder: str) -> None:
        self._dossier = dossier
        self._folder = Path(folder)
        self._reports: list[Report] = []

    def __call__(self, files: Mapping[str, bytes], audience: str) -> None:
        """Raise `BriefingError` if `files` hold anything that is withheld from `audience`."""
        from briefing.audit import audit_data, needles_of

        needles = needles_of(self._dossier, audience, self._folder)
        report = audit_data(files, needles, audience)
        self._reports.append(report)
        if not report.clean:
            text = message(
                "what is made for “{audience}” isn't proved clean: nothing was written",
                audience=audience,
            )
            raise BriefingError(text)

    def show(self) -> None:
        """Show what was found."""
        for report in self._reports:
            show_report(report)
