"""The name of a source in notes: short, and the same at every mention."""

from __future__ import annotations

from typing import Final

from briefing.model.source import Source
from briefing.model.text import Span, plain
from briefing.typesetting.engine import FRENCH, Typesetter
from briefing.typesetting.frame import Frame
from briefing.typesetting.names import short_list
from briefing.typesetting.references.pieces import directed, foreign_language, stressed
from briefing.typesetting.runs import set_runs

_SHORT_TITLE: Final = 40
"""Characters a shortened title may have."""


def short_reference(source: Source, *, by: Typesetter = FRENCH) -> str:
    """Return the name of `source` in notes: its label, who signs it, or its title shortened."""
    if source.label:
        return by.text(source.label)
    return _signature(source, by.frame) or _title(source, by)


def _signature(source: Source, frame: Frame) -> str:
    """Return who signs, as far as `Source.signed` says that anyone does."""
    if source.authors:
        return short_list(source.authors, source.bodies, frame)
    if source.directors:
        people = short_list(source.directors, frame=frame)
        return directed(people, len(source.directors), frame)
    return f"@{source.account.lstrip('@')}" if source.account else ""


def _title(source: Source, by: Typesetter) -> str:
    title = _shortened(plain(tuple(stressed(source.title))))
    opening, closing = ("[", "]") if source.title_supplied else by.frame.quotes
    language = foreign_language(source, by.frame)
    if source.title_supplied and by.sets:
        language = ""  # its words are the analyst's
    spans = (Span(opening), Span(title, language=language), Span(closing))
    return "".join(set_runs(spans, by))


def _shortened(title: str) -> str:
    """Return `title` without its subtitle, and of few words."""
    main = title.partition(" : ")[0].partition("\u00a0: ")[0].strip()
    if len(main) <= _SHORT_TITLE:
        return main
    return main[: _SHORT_TITLE + 1].rpartition(" ")[0].rstrip(" ,;:–-\u00a0\u202f") + "…"
