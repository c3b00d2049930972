"""Findings as workflow commands of GitHub Actions, which annotate the lines of a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefing.model.finding import Finding, Message

_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def to_github(findings: Iterable[Finding], translate: Callable[[Message], str]) -> str:
    """Return one line for each finding: `::error file=…,line=…,title=BR204::message`."""
    return "".join(f"{_command(finding, translate)}\n" for finding in findings)


def _command(finding: Finding, translate: Callable[[Message], str]) -> str:
    text = translate(finding.message)
    if finding.hint:
        text = f"{text}\n→ {translate(finding.hint)}"
    properties = {"file": finding.path, "line": str(finding.line or ""), "title": finding.code}
    shown = ",".join(
        f"{name}={value.translate(_IN_PROPERTY)}" for name, value in properties.items() if value
    )
    return f"::{finding.severity.value} {shown}::{text.translate(_IN_TEXT)}"
