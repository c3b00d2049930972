"""The name of a source in notes: short, and the same at every mention."""

from __future__ import annotations

from typing import Final

from briefing.model.source import Source
from briefing.model.text import plain
from briefing.typesetting.engine import FRENCH, Typesetter
from briefing.typesetting.names import short_list
from briefing.typesetting.references.pieces import foreign_language, stressed

_SHORT_TITLE: Final = 40
"""Characters a shortened title may have."""


def short_reference(source: Source, *, by: Typesetter = FRENCH) -> str:
    """Return the name of `source` in notes: its label, who signs it, or its title shortened."""
    if source.label:
        return by.text(source.label)
    return _signature(source) or _title(source, by)


def _signature(source: Source) -> str:
    """Return who signs, as far as `Source.signed` says that anyone does."""
    if source.authors:
        return short_list(source.authors, source.bodies)
    if source.directors:
        return f"{short_list(source.directors)} (dir.)"
    return f"@{source.account.lstrip('@')}" if source.account else ""


def _title(source: Source, by: Typesetter) -> str:
    title = _shortened(plain(tuple(stressed(source.title))))
    if source.title_supplied:
        return by.text(f"[{title}]")
    if foreign_language(source):
        return "".join(by.spans(("« ", title, " »"), frozen={1}))
    return by.text(f"« {title} »")


def _shortened(title: str) -> str:
    """Return `title` without its subtitle, and of few words."""
    main = title.partition(" : ")[0].partition("\u00a0: ")[0].strip()
    if len(main) <= _SHORT_TITLE:
        return main
    return main[: _SHORT_TITLE + 1].rpartition(" ")[0].rstrip(" ,;:–-\u00a0\u202f") + "…"
