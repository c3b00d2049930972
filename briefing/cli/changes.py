"""Changes as lines of a terminal: + what is new, - what is gone, ~ what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from shutil import get_terminal_size

import click

from briefing.comparing import Snapshot
from briefing.messages import _
from briefing.model.changes import Change, ChangeKind, ItemKind, Run

WIDTH = 100
"""Lines wider than this are tiring to read."""
_ADDED, _GONE, _CHANGED = "green", "red", "yellow"


def lines(changes: Sequence[Change], old: Snapshot, new: Snapshot) -> Iterator[str]:
    """Yield the report on `changes`, one section for each kind of item."""
    if not changes:
        yield _("Nothing changed.")
        return
    yield click.style(f"{_version(old)} → {_version(new)}", bold=True)
    if old.audience != new.audience:
        yield _("Made for different audiences: {old}, {new}.").format(
            old=old.audience, new=new.audience
        )
    sections = _sections()
    for section, group in groupby(changes, lambda change: sections[change.item]):
        yield ""
        yield click.style(section, bold=True)
        for change in group:
            yield from _change(change, "  ")


def _version(snapshot: Snapshot) -> str:
    date = f" ({snapshot.date.edtf})" if snapshot.date else ""
    return f"{snapshot.title}{date}"


def _sections() -> dict[ItemKind, str]:
    return {
        ItemKind.TITLE: _("Title"),
        ItemKind.SUBTITLE: _("Subtitle"),
        ItemKind.KEY_POINT: _("Key points"),
        ItemKind.POSITION: _("Positions"),
        ItemKind.DIVERGENCE: _("Divergences"),
        ItemKind.DIVERGENCE_SIDE: _("Divergences"),
        ItemKind.QUESTION: _("Questions"),
        ItemKind.QUESTION_SIDE: _("Questions"),
        ItemKind.EVENT: _("Chronology"),
        ItemKind.SOURCE: _("Sources"),
        ItemKind.EXTRACT: _("Quotations"),
    }


def _aspects() -> dict[ChangeKind, str]:
    return {
        ChangeKind.VOICE: _("voice"),
        ChangeKind.SPEAKERS: _("speaker"),
        ChangeKind.STATUS: _("status"),
        ChangeKind.DATE: _("date"),
        ChangeKind.NATURE: _("nature"),
        ChangeKind.SUPPORT: _("distinct sources"),
        ChangeKind.VERDICT: _("verdict"),
    }


def _change(change: Change, indent: str) -> Iterator[str]:
    if change.kind is ChangeKind.ADDED:
        yield from _told(indent, "+", _name(change), change.new, _ADDED)
    elif change.kind is ChangeKind.WITHDRAWN:
        yield from _told(indent, "-", _name(change), change.old, _GONE)
    elif change.kind is ChangeKind.MOVED:
        yield from _told(indent, "~", change.label, "", _CHANGED)
        for part in change.parts:
            yield from _change(part, f"{indent}  ")
    elif change.rewording:
        yield from _told(indent, "~", _name(change), "", _CHANGED)
        old, new = change.rewording.old, change.rewording.new
        yield from _told(f"{indent}  ", "-", "", _marked(old, "[-{}-]", _GONE), _GONE)
        yield from _told(f"{indent}  ", "+", "", _marked(new, "{{+{}+}}", _ADDED), _ADDED)
    else:
        values = f"{change.old or '–'} → {change.new or '–'}"
        told = f"{_aspects()[change.kind]} {click.style(values, fg=_CHANGED)}"
        yield from _told(indent, "~", _name(change), told, _CHANGED)
        if change.text and change.item is not ItemKind.EXTRACT:
            yield from _told(f"{indent}  ", " ", "", change.text, "")


def _name(change: Change) -> str:
    if change.item in (ItemKind.DIVERGENCE_SIDE, ItemKind.QUESTION_SIDE):
        return change.label
    return change.id or change.old_id or change.label


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
    return "".join(_marked_run(run, mark, colour) if run.changed else run.text for run in runs)


def _marked_run(run: Run, mark: str, colour: str) -> str:
    words = run.text.rstrip()
    return f"{click.style(mark.format(words), fg=colour)}{run.text[len(words) :]}"
