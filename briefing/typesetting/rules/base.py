"""What a rule is, and the two gestures most rules are made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from briefing.typesetting.characters import SPACES
from briefing.typesetting.conventions import Conventions
from briefing.typesetting.patterns import Pattern
from briefing.typesetting.tape import Edit, Tape

Rule: TypeAlias = Callable[[Tape, Conventions], None]
"""Changes a tape in place, after the conventions of a country."""
NamedRule: TypeAlias = tuple[str, Rule]


def substitution(pattern: Pattern, replacement: str) -> Rule:
    """Make a rule of a regular expression and its replacement."""

    def rule(tape: Tape, _: Conventions) -> None:
        tape.sub(pattern, replacement)

    return rule


def skip_left(text: str, offset: int, spaces: str = SPACES) -> int:
    """Return where the run of `spaces` that ends at `offset` begins."""
    while offset and text[offset - 1] in spaces:
        offset -= 1
    return offset


def skip_right(text: str, offset: int, spaces: str = SPACES) -> int:
    """Return where the run of `spaces` that begins at `offset` ends."""
    while offset < len(text) and text[offset] in spaces:
        offset += 1
    return offset


def space_before(tape: Tape, marks: Pattern, gap: str, never_after: str, *, one_with: str) -> None:
    """Set exactly `gap` before each of `marks`, except after one of `never_after`.

    After one of `one_with`, spaces that the author typed are set, but none is added.

    The marks are searched, not the spaces: a text has far fewer of them, and a long run of
    spaces is then walked once.
    """
    text = tape.text
    edits: list[Edit] = []
    for match in marks.finditer(text):
        end = match.start()
        start = skip_left(text, end)
        if not start or text[start - 1] in never_after or text[start:end] == gap:
            continue
        if start < end or text[start - 1] not in one_with:
            edits.append((start, end, gap))
    tape.edit(edits)
