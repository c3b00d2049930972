"""CSL-JSON, as Zotero and Better BibTeX export it: sources by citation key.

Citation Style Language 1.0.2, `csl-data.json`: <https://docs.citationstyles.org>. What is
malformed is told at its line and left out; nothing raises.
"""

from __future__ import annotations

from typing import Any

from briefing.model.finding import Finding, message
from briefing.model.source import Source
from briefing.reading.csl.entries import CslEntry, split_entries
from briefing.reading.csl.fields import csl_source
from briefing.reading.findings import warning

__all__ = ["read_csl"]


def read_csl(text: str, path: str) -> tuple[dict[str, Source] | None, list[Finding]]:
    """Return the sources of a CSL-JSON file by key; None when it holds no list of entries."""
    entries, findings = split_entries(text, path)
    if entries is None:
        return None, findings
    sources: dict[str, Source] = {}
    for entry in entries:
        _read_entry(entry, sources)
        findings += entry.findings
    return sources, findings


def _read_entry(entry: CslEntry, sources: dict[str, Source]) -> None:
    keys = [key for name in ("citation-key", "id") if (key := _key(entry.values.get(name)))]
    if not keys:
        text = message("an entry of the bibliography has no citation key")
        hint = message("give it an “id” or a “citation-key”")
        entry.findings.append(warning("BR342", entry.path, entry.line, text, hint))
        return
    source = csl_source(entry, keys[0])
    if keys[0] in sources:
        text = message("the citation key “{key}” stands twice; the first entry counts", key=keys[0])
        entry.findings.append(warning("BR342", entry.path, entry.line, text))
    for key in keys:
        sources.setdefault(key, source)


def _key(value: Any) -> str:  # noqa: ANN401 - JSON is untyped
    whole = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if whole else value.strip() if isinstance(value, str) else ""
