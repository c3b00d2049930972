"""« Courte citation »: the words quoted from each document, and the threshold of the dossier."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.checking.quotation_share import Share, share_findings, shares
from briefing.model.dossier import CheckSettings, Dossier
from tests.builders import dossier, extract, source

DOCUMENT = " ".join(f"mot{number}" for number in range(100))


def passage(start: int, end: int) -> str:
    return " ".join(f"mot{number}" for number in range(start, end))


def quoting(*quotations: str) -> Dossier:
    return dossier(*(extract(f"minic#e{n}", quotation=q) for n, q in enumerate(quotations)))


@pytest.mark.parametrize(
    ("quotations", "quoted"),
    [
        ([], 0),
        ([passage(0, 10)], 10),
        ([passage(0, 10), passage(20, 30)], 20),
        ([passage(0, 10), passage(0, 10)], 10),
        ([passage(0, 10), passage(5, 15)], 15),
        ([passage(0, 10), passage(2, 8)], 10),
        ([f"{passage(0, 5)} […] {passage(10, 15)}"], 10),
        (["mot1 mot2", "mot1 mot2"], 2),
        (["mot1 mot2", "mot2 mot3"], 4),
        (["« »"], 0),
    ],
    ids=["none", "one", "two", "same", "overlap", "inside", "elision", "short", "apart", "empty"],
)
def test_a_passage_counts_once(quotations: list[str], quoted: int) -> None:
    what = replace(quoting(*quotations), sources=(source("minic"),))
    assert shares(what, {"minic": DOCUMENT}) == (Share("minic", quoted, 100),)


def test_typography_and_case_make_no_other_passage() -> None:
    what = quoting("L’été de la région", "l'ÉTÉ de la région")
    assert shares(what, {"minic": DOCUMENT})[0].quoted == 4


def test_only_the_documents_at_hand_are_counted() -> None:
    assert shares(quoting("un mot"), {}) == ()
    assert shares(quoting("un mot"), {"autre": DOCUMENT}) == ()


def test_a_share_is_between_0_and_1() -> None:
    assert Share("a", 3, 0).share == 0
    assert Share("a", 5, 4).share == 1
    assert Share("a", 1, 4).share == 0.25


@pytest.mark.parametrize(
    ("limit", "shown"), [(0.25, "25"), (0.5, None), (0.285, "28.5"), (0.3, None)]
)
def test_above_the_threshold_of_the_dossier(limit: float, shown: str | None) -> None:
    settings = CheckSettings(largest_share=limit)
    what = replace(quoting(passage(0, 30)), checks=settings)
    found = share_findings(what, {"minic": DOCUMENT})
    if shown is None:
        assert found == []
        return
    (finding,) = found
    assert (finding.code, finding.path, finding.line) == ("BR509", "minic.md", 1)
    assert not finding.is_error
    assert str(finding.message) == (
        f"30 words of 100 are quoted, 30 % of the document; the threshold is {shown} %"
    )
