"""What the dossier silences, with its reasons: warnings only, by code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.checking.codes import CODES
from briefing.model.dossier import CheckSettings
from briefing.model.finding import Finding, Severity, message
from briefing.reading.findings import did_you_mean, error


def silence(
    findings: Iterable[Finding], settings: CheckSettings
) -> tuple[tuple[Finding, ...], int]:
    """Return the findings to show, and how many warnings `settings` keeps silent."""
    every = tuple(findings)
    kept = tuple(f for f in every if f.is_error or f.code not in settings.silenced)
    return kept, len(every) - len(kept)


def settings_findings(settings: CheckSettings, config_path: str) -> list[Finding]:
    """Return what is wrong in `[controle.taire]`: unknown codes, and codes of errors."""
    return list(_faults(settings, config_path))


def _faults(settings: CheckSettings, path: str) -> Iterator[Finding]:
    for code in settings.silenced:
        line = settings.lines.get(code, 0)
        page = CODES.get(code)
        if page is None:
            text = message("there is no code “{code}” to silence", code=code)
            hint = did_you_mean(code, CODES) or message("“briefing explain” lists all codes")
            yield error("BR331", path, line, text, hint)
        elif page.severity is Severity.ERROR:
            text = message("“{code}” is an error: it can't be silenced", code=code)
            hint = message("mend it: “briefing explain {code}” tells how", code=code)
            yield error("BR332", path, line, text, hint)
