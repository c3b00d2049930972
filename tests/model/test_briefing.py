"""What the parts of a briefing say of themselves to a template."""

from __future__ import annotations

import pytest

from briefing.model.briefing import Cell, Matrix, Position, Row
from briefing.model.dossier import Issue, Party
from briefing.model.notes import Support
from briefing.model.vocabulary import Dating, Status

PARTY, ISSUE = Party("region", "Région"), Issue("financement", "Financement")


@pytest.mark.parametrize(("sources", "single"), [(0, False), (1, True), (2, False)])
def test_one_source_alone_is_said_to_be_alone(sources: int, single: bool) -> None:
    assert Support(("a#b",), sources, (1,)).single is single


@pytest.mark.parametrize(
    ("statuses", "analytical"),
    [
        ((), False),
        ((Status.ANALYSIS,), True),
        ((Status.HYPOTHESIS, Status.ANALYSIS), True),
        ((Status.ANALYSIS, Status.FACT), False),
        ((Status.CLAIM,), False),
    ],
)
def test_what_rests_on_analyses_alone_is_marked(
    statuses: tuple[Status, ...], analytical: bool
) -> None:
    assert Support(("a#b",), 1, (1,), statuses).analytical is analytical


@pytest.mark.parametrize(
    ("statuses", "factual"),
    [
        ((Status.FACT, Status.CLAIM), True),
        ((Status.FACT, Status.ANALYSIS), False),
        ((), False),
    ],
)
def test_only_facts_and_claims_corroborate(statuses: tuple[Status, ...], factual: bool) -> None:
    assert Support(("a#b",), 1, (1,), statuses).factual is factual


def position() -> Position:
    return Position(
        id="p",
        anchor="p",
        party=PARTY,
        issue=ISSUE,
        text=(),
        brief=(),
        voice=None,
        voices=(),
        status=None,
        speakers=(),
        date=None,
        dating=Dating.GIVEN,
        support=Support((), 0, ()),
    )


def test_an_empty_cell_is_a_gap() -> None:
    empty, full = Cell(PARTY, ISSUE, ()), Cell(PARTY, ISSUE, (position(),))
    assert (empty.gap, full.gap) == (True, False)
    assert Matrix((PARTY,), (Row(ISSUE, (empty, full)), Row(ISSUE, (empty,)))).gaps == 2
