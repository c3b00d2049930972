"""An item stands on the pages as a text of its own, under its label, as a title, after a heading."""

from __future__ import annotations

import pytest

from briefing.verifying.attached import Item
from briefing.verifying.items import item_faults

PART = "the text is printed only as a part of another"
ABSENT = "the text isn't printed so"


def faults(body: str, *items: Item, issues: tuple[str, ...] = ()) -> list[str]:
    """Return what is wrong with `items` on the pages."""
    return [f"{fault.subject}: {fault.message}" for fault in item_faults(items, body, issues)]


# ---- After the name of an issue ------------------------------------------------------------


@pytest.mark.parametrize(
    "body", ["Calendrier Le train part.\n", "Avant.\n\nCalendrier\u00a0Le train part.\n"]
)
def test_an_item_may_follow_the_name_of_an_issue_on_its_line(body: str) -> None:
    item = Item("p", "Le train part.")
    assert faults(f"Suite.\n{body}", item, issues=("Financement", "Calendrier")) == []
    assert faults(f"Suite.\n{body}", item, issues=("Financement",)) == [f"p: {PART}"]


def test_the_name_of_an_issue_may_run_over_lines() -> None:
    body = "Suite.\nConditions\nd'exploitation Le train part.\n"
    assert faults(body, Item("p", "Le train part."), issues=("Conditions d'exploitation",)) == []


def test_a_word_that_only_ends_as_an_issue_is_no_heading() -> None:
    body = "Suite.\nLe sous-financement Le train part.\n"
    assert faults(body, Item("p", "Le train part."), issues=("financement",)) == [f"p: {PART}"]


# ---- Titles without a stop -----------------------------------------------------------------


def test_a_title_ends_where_the_next_begins() -> None:
    body = "Suite.\nUne loi citée avant\nson vote\nDeux périmètres\n\nL'un compte tout.\n"
    titles = Item("a", "Une loi citée avant son vote"), Item("b", "Deux périmètres")
    assert faults(body, *titles) == []


def test_the_start_of_a_title_is_not_the_title() -> None:
    body = "Suite.\nUne loi citée avant\nson vote\nDeux périmètres\n\nSuite.\n"
    assert faults(body, Item("a", "Une loi citée avant"), Item("b", "Deux périmètres")) == [
        f"a: {PART}"
    ]
    assert faults(body, Item("a", "Une loi citée"), Item("b", "Deux périmètres")) == [f"a: {PART}"]


# ---- Sides ---------------------------------------------------------------------------------

SIDES = (
    Item("d", "L'hiver est visé.", label="Exploitant"),
    Item("d", "Ce sera le printemps.", label="Usagers"),
)
LINE = "Titre\n\nExploitant : L'hiver est visé.\nUsagers : Ce sera le printemps.\n"
MARGIN = "Exploitant :\nUsagers :\n\nTitre\n\nL'hiver est visé.\nCe sera le printemps.\n"


@pytest.mark.parametrize("body", [LINE, MARGIN, MARGIN.replace(" :", "\u00a0:")])
def test_a_label_stands_on_the_line_of_its_text_or_in_the_margin(body: str) -> None:
    assert faults(f"Suite.\n\f\n{body}\n\f\nSuite.", *SIDES) == []


@pytest.mark.parametrize("body", [LINE, MARGIN])
def test_another_label_is_told(body: str) -> None:
    found = faults(body.replace("Usagers", "Voisins"), *SIDES)
    assert len(found) == 1
    assert found[0].startswith("d: ")


@pytest.mark.parametrize("body", [LINE, MARGIN])
def test_labels_that_changed_places_are_told(body: str) -> None:
    swapped = (
        body.replace("Usagers", "?").replace("Exploitant", "Usagers").replace("?", "Exploitant")
    )
    assert faults(swapped, *SIDES)


def test_a_label_of_another_page_is_not_its_label() -> None:
    body = "Usagers :\n\f\nExploitant :\n\nL'hiver est visé.\nCe sera le printemps.\n"
    assert faults(body, *SIDES) == ["d: the text isn't printed under “Usagers”"]


def test_a_part_of_a_line_is_no_label() -> None:
    body = MARGIN.replace("Usagers", "Les usagers")
    assert faults(body, *SIDES) == ["d: the text isn't printed under “Usagers”"]


def test_a_side_that_stands_twice_is_found_under_its_label() -> None:
    changes = "Ce qui a changé\n\nL'hiver est visé.\n\f\n"
    assert faults(changes + MARGIN, *SIDES) == []


def test_a_side_worded_otherwise_is_told() -> None:
    assert faults(MARGIN.replace("visé", "évité"), *SIDES) == [f"d: {ABSENT}"]


# ---- Before the numbers of its sources -----------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "Le train part. [1, 2]\nSuite",
        "Le train part.\n[1]\nSuite",
        "Le train part [3]\nSuite",
        "Le train part · Évolution [2, 5]\nSuite",
    ],
)
def test_an_item_may_be_followed_by_the_numbers_of_its_sources(body: str) -> None:
    text = "Le train part." if "." in body else "Le train part"
    assert faults(f"Avant.\n{body}", Item("p", text)) == []


def test_words_after_those_numbers_are_its_own() -> None:
    body = "Avant.\nLe train part. [1] Il ne reviendra pas.\n"
    assert faults(body, Item("p", "Le train part.")) == [f"p: {PART}"]


def test_items_of_two_columns_stand_on_one_line() -> None:
    body = (
        "Avant.\nLe train part ? [1, 2] Il reviendra ?\nHiver · Évolution [2] Été · Désaccord [3]\n"
    )
    items = [Item(text, text) for text in ("Le train part ?", "Il reviendra ?", "Hiver", "Été")]
    assert faults(body, *items) == []


def test_what_stands_after_words_of_no_item_is_in_no_column() -> None:
    body = "Avant.\nUn autre mot. [1] Le train part.\n"
    assert faults(body, Item("p", "Le train part.")) == [f"p: {PART}"]
