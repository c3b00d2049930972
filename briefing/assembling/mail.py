"""What of a dossier an e-mail holds: enough to know whether to read the briefing that it carries.

The rules are fixed, so that a message never changes its contents with the length of a title.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from briefing.assembling.digest import LeftOut
from briefing.assembling.positions import PositionBook
from briefing.model.audience import Audience, Depth, NoteStyle, Product
from briefing.model.briefing import Briefing, Position
from briefing.model.dossier import Dossier
from briefing.model.vocabulary import VOICE_RANKS
from briefing.reading.built_in_audiences import MAILED

MOST_POINTS: Final = 5
MOST_POSITIONS: Final = 3
MOST_QUESTIONS: Final = 1
FEWER_POINTS: Final = 3
"""Of key points and questions the first, as the analyst ranks them."""


def mailed(audience: Audience) -> Audience:
    """Return `audience` as the reader of an e-mail: the same clearance, no notes, few sections."""
    sections = audience.mailed or tuple(name for name in MAILED if name in audience.sections)
    return replace(
        audience,
        sections=sections,
        ordered=True,
        depth=Depth.NONE,
        notes=NoteStyle.NONE,
        foreword=(),
        product=Product(mail=True),
    )


def mail_digest(dossier: Dossier) -> Dossier:
    """Return what an e-mail holds of a cleared dossier."""
    return replace(
        dossier,
        key_points=dossier.key_points[:MOST_POINTS],
        questions=dossier.questions[:MOST_QUESTIONS],
        divergences=(),
        figures=(),
        boxes=(),
        sections=(),
    )


def left_behind(whole: Briefing, mail: Briefing) -> LeftOut:
    """Return how many items of which section the edition `whole` has, and its e-mail hasn't."""
    pairs = (
        ("points-clés", len(whole.key_points) - len(mail.key_points)),
        ("questions", len(whole.questions) - len(mail.questions)),
    )
    return tuple((name, count) for name, count in pairs if count > 0)


def highlights(dossier: Dossier, book: PositionBook) -> tuple[Position, ...]:
    """Return at most three positions, no two of one party, in the order of the parties.

    Those that most sources bear out; of equals, what the analyst worded for several extracts, then
    the more direct voice, then the order of the dossier.
    """
    every = [
        position
        for party in dossier.parties
        for issue in dossier.issues
        for position in book.at(party, issue)
    ]
    chosen: list[Position] = []
    for position in sorted(every, key=_weight):
        if not any(_is_told(position, other) for other in chosen):
            chosen.append(position)
    parties = [party.id for party in dossier.parties]
    few = sorted(chosen[:MOST_POSITIONS], key=lambda position: parties.index(position.party.id))
    return tuple(book.printed(position) for position in few)


def shortened(briefing: Briefing) -> Iterator[tuple[str, Briefing]]:
    """Yield an e-mail ever shorter, each with the section that was left out, or cut, last.

    First the sources, with the numbers that refer to them; then the positions, the question, and
    the key points beyond the third.
    """
    held = {
        "sources": briefing.sources,
        "positions": briefing.highlights,
        "questions": briefing.questions,
    }
    for name, items in held.items():
        if items and name in briefing.sections:
            left = tuple(section for section in briefing.sections if section != name)
            briefing = replace(briefing, sections=left)
            yield name, briefing
    cut = len(briefing.key_points) - FEWER_POINTS
    if cut > 0:
        counts = dict(briefing.left_out)
        counts["points-clés"] = counts.get("points-clés", 0) + cut
        points = briefing.key_points[:FEWER_POINTS]
        yield "points-clés", replace(briefing, key_points=points, left_out=tuple(counts.items()))


def _weight(position: Position) -> tuple[int, bool, int]:
    rank = VOICE_RANKS[position.voice] if position.voice else len(VOICE_RANKS)
    return (-position.support.sources, not position.declared, rank)


def _is_told(position: Position, other: Position) -> bool:
    """Say whether `other` is of the same party, or says the same of another."""
    return position.party.id == other.party.id or position.text == other.text
