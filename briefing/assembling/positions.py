"""Positions des parties: the detail by party, and the matrix parties × enjeux."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.assembling.anchors import anchor
from briefing.assembling.apparatus import Apparatus
from briefing.assembling.own_words import unsigned
from briefing.assembling.parts import boxes, illustrations
from briefing.assembling.pull_quotes import pull_quotes
from briefing.model.briefing import (
    Cell,
    IssuePositions,
    Matrix,
    PartyPositions,
    Position,
    PullQuote,
    Row,
)
from briefing.model.dates import Date
from briefing.model.dossier import DeclaredPosition, Dossier, Issue, Party
from briefing.model.extract import Extract
from briefing.model.parts import PARTY_PLACE
from briefing.model.text import RichText
from briefing.model.vocabulary import VOICE_RANKS, Dating, Kind

_UNDATED = (9999, 0, 0)

Place = tuple[str, str]
"""A party's id and an issue's id."""

Wording = tuple[RichText, tuple[str, ...]]
"""What a position says, and the ids of the extracts that say so."""


class PositionBook:
    """Every position of a dossier, by place, worded once."""

    def __init__(self, dossier: Dossier, apparatus: Apparatus) -> None:
        self._parties = {party.id: party for party in dossier.parties}
        self._issues = {issue.id: issue for issue in dossier.issues}
        self._dossier = dossier
        self._apparatus = apparatus
        self._places: dict[Place, list[Position]] = {}
        declared = {position.id: position for position in dossier.positions}
        for position in dossier.positions:
            self._add(self._declared(position, apparatus.supporters(position.id)))
        for extract in dossier.extracts:
            if Kind.POSITION in extract.kinds:
                joined = {declared[id_] for id_ in extract.supports if id_ in declared}
                self._add_extract(extract, {(p.party, p.issue) for p in joined})
        for positions in self._places.values():
            positions.sort(key=_order)

    def at(self, party: Party, issue: Issue) -> list[Position]:
        """Return the positions of one party on one issue, by date, their sources unnumbered."""
        return self._places.get((party.id, issue.id), [])

    def printed(self, position: Position) -> Position:
        """Return `position` with the numbers of its sources, given out in print order."""
        return replace(position, support=self._apparatus.numbered(position.support))

    def fittest(self, positions: Sequence[Position]) -> list[Position]:
        """Return those that a cell shows, the most direct and borne out first."""
        return sorted(positions, key=_weight)[: self._apparatus.in_cell]

    def noted(self, position: Position) -> Position:
        """Return `position` as the detail prints it: called notes first, then numbers."""
        call = self._apparatus.call(self._apparatus.find(position.support.extracts))
        support = self._apparatus.numbered(position.support)
        return replace(position, call=call, support=support)

    def pulled(self, party: Party) -> tuple[PullQuote, ...]:
        """Return the pull quotes of one party, which close its detail."""
        return pull_quotes(self._dossier, self._apparatus, party)

    def with_parts(self, party: PartyPositions) -> PartyPositions:
        """Return the detail of a party with the figures and boxes placed there, which close it."""
        place = PARTY_PLACE + party.party.id
        return replace(
            party,
            illustrations=illustrations(self._dossier, self._apparatus, place),
            boxes=boxes(self._dossier, self._apparatus, place),
        )

    def _add(self, position: Position | None) -> None:
        if position:
            place = (position.party.id, position.issue.id)
            self._places.setdefault(place, []).append(position)

    def _add_extract(self, extract: Extract, covered: set[Place]) -> None:
        """Add an extract where no declared position speaks for it already."""
        for party in extract.parties:
            for issue in extract.issues:
                if (party, issue) not in covered:
                    self._add(self._single(extract, party, issue))

    def _single(self, extract: Extract, party: str, issue: str) -> Position:
        return self._position(
            f"{extract.id}/{party}/{issue}",
            (party, issue),
            extract.statement,
            extract.brief,
            [extract],
        )

    def _declared(self, declared: DeclaredPosition, extracts: list[Extract]) -> Position | None:
        if declared.party not in self._parties or declared.issue not in self._issues:
            return None
        place = (declared.party, declared.issue)
        position = self._position(declared.id, place, declared.text, declared.brief, extracts)
        return replace(position, in_matrix=True, declared=True)

    def _position(
        self, id_: str, place: Place, text: RichText, brief: RichText, extracts: list[Extract]
    ) -> Position:
        leading = sorted(extracts, key=_directness)
        first = leading[0] if leading else None
        dating = next((extract for extract in leading if extract.date), None)
        return Position(
            id=id_,
            anchor=anchor("position", id_),
            party=self._parties[place[0]],
            issue=self._issues[place[1]],
            text=text,
            brief=tuple(replace(span, link="") for span in brief or text),
            voice=first.voice if first else None,
            voices=tuple(dict.fromkeys(e.voice for e in leading if e.voice)),
            status=first.status if first else None,
            speakers=tuple(dict.fromkeys(map(_speaker, sorted(leading, key=_is_unnamed)))),
            date=dating.date if dating else None,
            dating=dating.dating if dating else Dating.GIVEN,
            support=self._apparatus.unnumbered_support(extracts),
            in_matrix=bool(brief),
        )


def matrix(dossier: Dossier, book: PositionBook) -> Matrix:
    """Return the matrix: each cell the shortest wordings, the most direct and borne out first."""
    rows = tuple(
        Row(issue, tuple(_cell(party, issue, book) for party in dossier.parties))
        for issue in dossier.issues
    )
    return Matrix(dossier.parties, rows)


def _cell(party: Party, issue: Issue, book: PositionBook) -> Cell:
    positions = book.at(party, issue)
    brief = [position for position in positions if position.in_matrix] or list(positions)
    best = book.fittest(brief)
    shown = tuple(book.printed(position) for position in brief if position in best)
    return Cell(party, issue, shown, len(positions) - len(shown))


def positions_by_party(dossier: Dossier, book: PositionBook) -> tuple[PartyPositions, ...]:
    """Return the detail by party, its notes numbered in print order."""
    return tuple(_party(party, dossier.issues, book) for party in dossier.parties)


def _party(party: Party, issues: Iterable[Issue], book: PositionBook) -> PartyPositions:
    held: list[IssuePositions] = []
    gaps: list[Issue] = []
    printed: dict[Wording, Position] = {}
    for issue in issues:
        positions = book.at(party, issue)
        if not positions:
            gaps.append(issue)
            continue
        seen = [(position, printed.get(_wording(position))) for position in positions]
        noted = tuple(book.noted(position) for position, first in seen if not first)
        again = tuple(_again(book.noted(position), first) for position, first in seen if first)
        printed.update({_wording(position): position for position in noted})
        held.append(IssuePositions(issue, noted, again))
    return book.with_parts(PartyPositions(party, tuple(held), tuple(gaps), book.pulled(party)))


def _again(position: Position, first: Position) -> Position:
    """Return a position printed before, with where that was."""
    return replace(position, see=first.anchor, under=first.issue)


def _wording(position: Position) -> Wording:
    """Return what two positions share when one extract bears on two issues."""
    return (position.text, position.support.extracts)


def _order(position: Position) -> tuple[tuple[int, int, int], int]:
    return (_key(position.date), _rank(position))


def _weight(position: Position) -> tuple[bool, int, int]:
    """What makes a position fit for a cell: the analyst's wording, sources, directness."""
    return (not position.declared, -position.support.sources, _rank(position))


def _rank(position: Position) -> int:
    return VOICE_RANKS[position.voice] if position.voice else len(VOICE_RANKS)


def _directness(extract: Extract) -> tuple[int, tuple[int, int, int]]:
    rank = VOICE_RANKS[extract.voice] if extract.voice else len(VOICE_RANKS)
    return (rank, _key(extract.date))


def _key(date: Date | None) -> tuple[int, int, int]:
    return date.sort_key if date else _UNDATED


def _is_unnamed(extract: Extract) -> bool:
    """Put those who have a name before those who have none."""
    return extract.anonymous or unsigned(_speaker(extract))


def _speaker(extract: Extract) -> str:
    return extract.speaker.name if extract.speaker else ""
