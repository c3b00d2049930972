"""Findings as other programs read them: JSON, SARIF, the commands of a forge."""

from __future__ import annotations

from briefing.outputs.reports.github import to_github
from briefing.outputs.reports.plain_json import to_json
from briefing.outputs.reports.sarif import to_sarif

__all__ = ["to_github", "to_json", "to_sarif"]
