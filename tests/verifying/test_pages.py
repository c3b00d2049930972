"""The text of a finished PDF, as its lines fall."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.verifying.pages import read_pages, rejoined


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("<b>la moitié</\nb> du déficit", "<b>la moitié</b> du déficit"),
        ("<b>la moitié</ \nb> du déficit", "<b>la moitié</b> du déficit"),
        ("et/\nou", "et/\nou"),
        ("https://a.org/neuf\n-annees.html", "https://a.org/neuf-annees.html"),
        ("un mot\n- un point", "un mot\n- un point"),
        ("https://a.org/2025\n-05.html", "https://a.org/2025-05.html"),
        ("il fait\n-3 degrés", "il fait\n-3 degrés"),
    ],
)
def test_marks_that_a_line_end_cuts_are_whole_again(broken: str, whole: str) -> None:
    assert rejoined(broken) == whole


@given(st.text(alphabet="ab <>/[]()\n:.", max_size=40))
def test_no_sign_is_lost(page: str) -> None:
    assert "".join(rejoined(page).split()) == "".join(page.split())


def test_a_quotation_whose_markup_is_cut_is_read_whole() -> None:
    page = "Le texte.\n\n1. C. Martin [1] : « la <b>moitié</\nb> du déficit ».\n"
    (quotation,) = read_pages([page]).quotations
    assert quotation.text == "la <b>moitié</b> du déficit"


SHORT = "Le texte.\n\n1. D. Minic [1].\n2. La note [2] ; L. Grand [3].\n"


def test_notes_that_quote_nothing_are_notes_too() -> None:
    pages = read_pages([SHORT, "La suite.\n\n3. L. Grand [3] : « oui ».\n"])
    assert (pages.notes, pages.quotations[0].note) == (3, 3)
    assert "Minic" not in pages.body


def test_a_list_that_bears_numbers_is_no_note() -> None:
    page = "1. Que veut Moscou ?\nElle attend.\n2. Et Kyiv ?\n"
    assert read_pages([page]).notes == 0


def test_where_notes_quote_a_list_above_them_stays_in_the_body() -> None:
    page = "1. Que veut Moscou [2] ?\n2. Et Kyiv ?\n\n1. D. Minic [1] : « elle attend ».\n"
    pages = read_pages([page])
    assert pages.notes == 1
    assert "Et Kyiv" in pages.body


def test_what_a_list_of_sources_lists_stands_below_its_heading() -> None:
    pages = read_pages(["Le texte.\nSources\nD. Minic, 2025\n"])
    assert pages.lists_sources
    assert pages.listed.strip() == "D. Minic, 2025"
