"""Changes as lines of a terminal: + what is new, - what is gone, ~ what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from shutil import get_terminal_size

import click

from briefing.comparing import Snapshot
from briefing.messages import _, shown
from briefing.model.changes import Change, ChangeKind, ItemKind, Rewording, Run, by_item

WIDTH = 100
"""Lines wider than this are tiring to read."""
_ADDED, _GONE, _CHANGED = "green", "red", "yellow"
_NAMED_BY_LABEL = (ItemKind.POSITION, ItemKind.DIVERGENCE_SIDE, ItemKind.QUESTION_SIDE)
"""Their ids are long, or none."""


def lines(changes: Sequence[Change], old: Snapshot, new: Snapshot) -> Iterator[str]:
    """Yield the report on `changes`, one section for each kind of item."""
    if not changes:
        yield _("Nothing changed.")
        return
    yield click.style(f"{_version(old)} → {_version(new)}", bold=True)
    if old.audience != new.audience:
        yield _("Made for different audiences: {old}, {new}.").format(
            old=shown(old.audience), new=shown(new.audience)
        )
    sections = _sections()
    for section, group in groupby(changes, lambda change: sections[change.item]):
        yield ""
        yield click.style(section, bold=True)
        for changes_of_one in by_item(group):
            yield from _item(changes_of_one, "  ")


def _version(snapshot: Snapshot) -> str:
    date = f" ({snapshot.date.edtf})" if snapshot.date else ""
    return f"{shown(snapshot.title)}{date}"


def _sections() -> dict[ItemKind, str]:
    return {
        ItemKind.TITLE: _("Title"),
        ItemKind.SUBTITLE: _("Subtitle"),
        ItemKind.AUTHOR: _("Authors"),
        ItemKind.PUBLICATION: _("Publication"),
        ItemKind.KEY_POINT: _("Key points"),
        ItemKind.INTRODUCTION: _("Introduction"),
        ItemKind.FIGURE: _("Key figures"),
        ItemKind.POSITION: _("Positions"),
        ItemKind.DIVERGENCE: _("Divergences"),
        ItemKind.DIVERGENCE_SIDE: _("Divergences"),
        ItemKind.QUESTION: _("Questions"),
        ItemKind.QUESTION_SIDE: _("Questions"),
        ItemKind.EVENT: _("Chronology"),
        ItemKind.COVER: _("Cover"),
        ItemKind.ILLUSTRATION: _("Figures"),
        ItemKind.SECTION: _("Own sections"),
        ItemKind.BOX: _("Boxes"),
        ItemKind.PULL_QUOTE: _("Pull quotes"),
        ItemKind.PARTY: _("Parties"),
        ItemKind.ISSUE: _("Issues"),
        ItemKind.SOURCE: _("Sources"),
        ItemKind.EXTRACT: _("Quotations"),
    }


def _aspects() -> dict[ChangeKind, str]:
    return {
        ChangeKind.VOICE: _("voice"),
        ChangeKind.SPEAKERS: _("speaker"),
        ChangeKind.STATUS: _("status"),
        ChangeKind.DATE: _("date"),
        ChangeKind.DATING: _("dating"),
        ChangeKind.APPROXIMATION: _("approximation"),
        ChangeKind.NAME: _("name"),
        ChangeKind.NATURE: _("nature"),
        ChangeKind.BRIEF: _("in the matrix"),
        ChangeKind.FIGURE: _("figure"),
        ChangeKind.STATEMENT: _("statement"),
        ChangeKind.RELIABILITY: _("reliability"),
        ChangeKind.NOTE: _("remark"),
        ChangeKind.SUPPORT: _("distinct sources"),
        ChangeKind.PROOF: _("extracts"),
        ChangeKind.PICTURE: _("picture"),
        ChangeKind.ALTERNATIVE: _("words for it"),
        ChangeKind.CREDIT: _("credit"),
        ChangeKind.VERDICT: _("verdict"),
    }


def _item(changes: Sequence[Change], indent: str) -> Iterator[str]:
    """Yield what became of one item: its words once, then its values."""
    first = changes[0]
    if first.kind is ChangeKind.ADDED:
        yield from _told(indent, "+", _name(first), shown(first.new), _ADDED)
    elif first.kind is ChangeKind.WITHDRAWN:
        yield from _told(indent, "-", _name(first), shown(first.old), _GONE)
    elif first.parts:
        yield from _told(indent, "~", shown(first.label), "", _CHANGED)
        for parts in first.items:
            yield from _item([replace(part, label="") for part in parts], f"{indent}  ")
    elif first.rewording:
        yield from _reworded(first, first.rewording, indent)
        if len(changes) > 1:
            yield from _told(f"{indent}  ", "~", "", _values(changes[1:]), _CHANGED)
    else:
        yield from _valued(changes, indent)


def _valued(changes: Sequence[Change], indent: str) -> Iterator[str]:
    first, values = changes[0], _values(changes)
    words = "" if first.item is ItemKind.EXTRACT else shown(first.text)
    head, below = (values, words) if _name(first) or not words else (words, values)
    yield from _told(indent, "~", _name(first), head, _CHANGED)
    if below:
        yield from _told(f"{indent}  ", " ", "", below, "")


def _reworded(change: Change, words: Rewording, indent: str) -> Iterator[str]:
    if _name(change):
        yield from _told(indent, "~", _name(change), "", _CHANGED)
        indent = f"{indent}  "
    yield from _told(indent, "-", "", _marked(words.old, "[-{}-]", _GONE), _GONE)
    yield from _told(indent, "+", "", _marked(words.new, "{{+{}+}}", _ADDED), _ADDED)


def _values(changes: Iterable[Change]) -> str:
    """Return what changed beside the words: “voice directe → rapportée · date 2025 → 2026”."""
    aspects = _aspects()
    values = (
        (aspects[change.kind], shown(f"{change.old or '–'} → {change.new or '–'}"))
        for change in changes
    )
    return " · ".join(f"{aspect} {click.style(value, fg=_CHANGED)}" for aspect, value in values)


def _name(change: Change) -> str:
    """Return what tells an item from the others; "" for a position under the name of its place."""
    if change.item in _NAMED_BY_LABEL:
        return shown(change.label)
    return shown(change.id or change.old_id or change.label)


def _told(indent: str, sign: str, name: str, words: str, colour: str) -> Iterator[str]:
    """Yield a sign, a name and words, the lines after the first one under the words."""
    mark = click.style(sign, fg=colour, bold=True) if colour else sign
    head = f"{name}  " if name and words else name
    text = click.wrap_text(
        head + words.replace("\n", " "),
        width=min(WIDTH, get_terminal_size().columns),
        initial_indent=f"{indent}{mark} ",
        subsequent_indent=f"{indent}  ",
    )
    yield from text.split("\n")


def _marked(runs: Iterable[Run], mark: str, colour: str) -> str:
    return "".join(
        _marked_run(run, mark, colour) if run.changed else shown(run.text) for run in runs
    )


def _marked_run(run: Run, mark: str, colour: str) -> str:
    text = shown(run.text)
    words = text.rstrip()
    return f"{click.style(mark.format(words), fg=colour)}{text[len(words) :]}"
