"""A quotation in its document, as a note opens on it."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup, escape

from briefing.model.extract import Extract
from briefing.model.notes import NoteEntry
from briefing.model.verification import CUT, Run
from briefing.rendering.spans import in_language
from briefing.typesetting import Typesetter
from briefing.typesetting.engine import FRENCH
from briefing.typesetting.languages import language_of

_LINE: Final = re.compile(r"\s*\n\s*(?:#{1,6}[ \t]+|[-*•][ \t]+|>[ \t]*)*")
"""The end of a line, and the mark of Markdown that may begin the next."""
_NO_BREAK: Final = "\u00a0"


def passage(entry: NoteEntry, *, by: Typesetter = FRENCH) -> Markup:
    """Set the passage that an entry quotes, what is quoted marked; nothing without its place.

    Its line ends are the document's; its typography is that of the page, as a quotation's is.
    """
    if entry.verification is None:
        return Markup("")
    runs = entry.verification.passage
    texts = [_LINE.sub("\n", run.text) for run in runs]
    language = spoken(entry.extract, by)
    parts = by.within(language).spans(texts)
    html = Markup("").join(_set(run, text) for run, text in zip(runs, parts, strict=True))
    return in_language(html, by.frame.foreign(language) if by.frame.base != "fr" else "")


def spoken(extract: Extract, by: Typesetter) -> str:
    """Return the language of a quotation; that of the texts where nothing tells another."""
    told = "" if extract.translated else language_of(extract.quotation, extract.language)
    return told or by.foreign or by.locale


def _set(run: Run, text: str) -> Markup:
    html = Markup("<br>").join(map(escape, text.split("\n")))
    if run.quoted:
        return Markup("<mark>{}</mark>").format(html)
    before, cut, after = html.partition(CUT)
    if not cut:
        return html
    held = Markup("{}<i>{}</i>{}")
    return held.format(_glued(before, at_end=True), CUT, _glued(after, at_end=False))


def _glued(html: Markup, *, at_end: bool) -> Markup:
    """Put a no-break space where the mark of a cut touches: it stands on no line alone."""
    if at_end:
        return html.removesuffix(" ") + _NO_BREAK if html.endswith(" ") else html
    return _NO_BREAK + html.removeprefix(" ") if html.startswith(" ") else html
