"""Two graphies of one name, told only where both are used."""

from __future__ import annotations

from itertools import chain

from briefing.checking.own_text import OwnText
from briefing.checking.variants import FAMILIES, variants


def told(*texts: str) -> list[tuple[str, int, str, str]]:
    return [tuple(found) for found in variants(OwnText("a", 3, text) for text in texts)]  # type: ignore[misc]


def test_the_rarer_graphy_is_told_at_its_first_place() -> None:
    assert told("Kyiv tient.\nKiev attend. Kyiv espère. Kiev ?", "Kyiv") == [
        ("a", 4, "Kiev", "Kyiv")
    ]


def test_with_as_many_of_each_the_first_of_the_family_is_kept() -> None:
    assert [(name, kept) for _, _, name, kept in told("Kiev et Kyiv")] == [("Kiev", "Kyiv")]


def test_every_other_graphy_is_told() -> None:
    found = told("Zelensky, Zelensky, Zelenski, Zelinskyy")
    assert [name for _, _, name, _ in found] == ["Zelenski", "Zelinskyy"]


def test_one_graphy_alone_is_right_whichever() -> None:
    assert told("Kiev, Biélorussie et Beijing", "Kiev") == []


def test_quotations_and_parts_of_words_do_not_count() -> None:
    assert told("Kyiv, « Kiev », “Kiev”, `Kiev`, Kievien, Kiev-Plage") == []


def test_no_name_is_in_two_families() -> None:
    names = list(chain.from_iterable(FAMILIES))
    assert len(names) == len(set(names))
    assert all(len(family) > 1 for family in FAMILIES)
