"""Marks of confidentiality: `tlp = "amber"` in TOML, `{tlp=amber}` at the end of a paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.model.finding import Finding, message
from briefing.model.text import Paragraph, plain
from briefing.model.vocabulary import Tlp
from briefing.reading.findings import did_you_mean, error
from briefing.reading.mark_words import MARK, looks_marked, named_mark, stricter
from briefing.reading.tables import Table


def read_tlp(table: Table) -> Tlp | None:
    """Read `tlp = "amber"`; a value that isn't one is told, and taken for the closest."""
    given = table.text("tlp").strip()
    if not given:
        return None
    mark = named_mark(given)
    if mark is None:
        table.file.findings.append(_unknown(given, table.file.path, table.line("tlp")))
    return mark or Tlp.RED


def marked(paragraphs: Iterable[Paragraph], path: str, findings: list[Finding]) -> list[Paragraph]:
    """Return paragraphs of the file `path` with the marks that end them read and taken off.

    A mark elsewhere, or of an unknown value, is told; the paragraph is then taken for `red`. One
    that stands within what is marked higher keeps that mark.
    """
    return [_marked(paragraph, path, findings) for paragraph in paragraphs]


def _marked(paragraph: Paragraph, path: str, findings: list[Finding]) -> Paragraph:
    if not looks_marked(plain(paragraph.spans)):
        return paragraph
    last = paragraph.spans[-1]
    found = MARK.search(last.text)
    rest = last.text[: found.start()] if found else last.text
    spans = (*paragraph.spans[:-1], *([replace(last, text=rest)] if rest else []))
    mark = named_mark(found[1]) if found else None
    if found is None or not spans or looks_marked(plain(spans)):
        text = message("a mark {{tlp=…}} stands at the end of the paragraph or heading it marks")
        findings.append(error("BR325", path, paragraph.line, text, _HINT))
        mark = Tlp.RED
    elif mark is None:
        findings.append(_unknown(found[1], path, paragraph.line))
    return replace(paragraph, spans=spans, tlp=stricter(mark or Tlp.RED, paragraph.tlp))


def _unknown(name: str, path: str, line: int) -> Finding:
    text = message("unknown value “{name}” for “{key}”", name=name, key="tlp")
    return error("BR204", path, line, text, did_you_mean(name, (mark.value for mark in Tlp)))


_HINT = message("the region paid in cash. {{tlp=amber}}")
