"""What is printed large is what is attached, and figures are those of their extracts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from briefing.model.finished import FinishedPdf
from tests.verifying.making import (
    TEXT,
    failures,
    in_json,
    read_back,
    small_pdf,
    verified,
    with_files,
)

OFFER = "martin-2025#offre"
CHECKS = ("attachments.figures", "print.figures", "print.pull_quotes")
LARGE = "nature : position, chiffre\n- chiffre : la moitié\n- exergue : oui"


@pytest.fixture(scope="module")
def large() -> FinishedPdf:
    """An edition of a key figure and a pull quote, which are one extract."""
    return read_back(small_pdf(edit=lambda text: text.replace("nature : position", LARGE, 1)))


def spoilt(pdf: FinishedPdf, edit: Callable[[Any], None]) -> dict[str, list[str]]:
    """Return what is wrong after an edit of `briefing.json`, of what is printed large."""
    data = in_json(pdf.attachments["briefing.json"], edit)
    found = failures(verified(with_files(pdf, briefing=data)))
    return {name: faults for name, faults in found.items() if name in CHECKS}


def redrawn(pdf: FinishedPdf, old: str, new: str) -> dict[str, list[str]]:
    """Return what is wrong where the pages say `new`."""
    assert any(old in page for page in pdf.pages)
    pages = tuple(page.replace(old, new) for page in pdf.pages)
    found = failures(verified(replace(pdf, pages=pages)))
    return {name: faults for name, faults in found.items() if name in CHECKS}


def test_what_was_built_passes(large: FinishedPdf) -> None:
    report = verified(large, TEXT)
    assert failures(report) == {}
    counts = {check.name: check.count for check in report.checks}
    assert [counts[name] for name in CHECKS] == [1, 1, 1]


def test_where_nothing_is_printed_large_nothing_is_checked(finished: FinishedPdf) -> None:
    assert not {check.name for check in verified(finished).checks} & set(CHECKS)


def test_another_figure_is_neither_given_nor_printed(large: FinishedPdf) -> None:
    assert spoilt(large, lambda d: d["figures"][0].update(figure="le tiers")) == {
        "attachments.figures": [f"{OFFER} the extract doesn't give the figure “le tiers”"],
        "print.figures": [f"{OFFER} the figure “le tiers” isn't printed so"],
    }


def test_a_figure_that_somebody_redraws_is_told(large: FinishedPdf) -> None:
    found = redrawn(large, "\nla moitié\n", "\nle tiers\n")
    assert found == {"print.figures": [f"{OFFER} the figure “la moitié” isn't printed so"]}


def test_a_figure_is_no_part_of_its_line(large: FinishedPdf) -> None:
    found = redrawn(large, "\nla moitié\n", "\nplus que la moitié\n")
    assert set(found) == {"print.figures"}


def test_a_figure_may_run_over_lines(large: FinishedPdf) -> None:
    assert redrawn(large, "\nla moitié\n", "\nla\nmoitié\n") == {}


def test_what_a_figure_measures_is_an_item(large: FinishedPdf) -> None:
    data = in_json(
        large.attachments["briefing.json"],
        lambda d: d["figures"][0].update(text="La région paierait tout."),
    )
    found = failures(verified(with_files(large, briefing=data)))
    assert f"{OFFER} the text isn't printed so" in found["print.items"]


def test_a_pull_quote_that_somebody_redraws_is_told(large: FinishedPdf) -> None:
    found = redrawn(large, "en charge", "en compte")
    assert found == {"print.pull_quotes": [f"{OFFER} the quotation isn't printed large so"]}


def test_the_end_of_a_pull_quote_is_not_the_quotation(large: FinishedPdf) -> None:
    found = redrawn(large, "prendrons en charge la moitié", "prendrons la moitié")
    assert set(found) == {"print.pull_quotes"}


@pytest.mark.parametrize("name", ["figures", "pull_quotes"])
def test_an_extract_that_is_not_there_is_told(name: str, large: FinishedPdf) -> None:
    def elsewhere(d: Any) -> None:
        d[name] = [{**d[name][0], "id": "z#1"}] if name == "figures" else ["z#1"]

    found = spoilt(large, elsewhere)
    told = [fault for faults in found.values() for fault in faults]
    assert "z#1 briefing.json doesn't have the extract" in told
