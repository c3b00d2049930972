"""What print groups or breaks by itself is read back, and hides no change."""

from __future__ import annotations

import string

from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.model.finished import FinishedPdf
from briefing.verifying.attached import Attached, Item
from briefing.verifying.setting import unset
from tests.support import CONFIG
from tests.verifying.making import (
    TEXT,
    failures,
    in_json,
    read_back,
    small_pdf,
    verified,
    with_files,
)

LONG = "anticonstitutionnellement" * 3
HOUSE = "\n[typographie]\nmilliers = 5\n"


def made(words: str) -> FinishedPdf:
    """Return an edition whose key point ends with `words`."""
    config = CONFIG.replace("la moitié du déficit.", f"{words}.")
    assert config != CONFIG
    return read_back(small_pdf(config=config + HOUSE))


def test_figures_that_the_house_groups_are_those_attached() -> None:
    finished = made("12000000 euros")
    assert "12 000 000" in " ".join("".join(finished.pages).replace("\u202f", " ").split())
    assert failures(verified(finished, TEXT)) == {}


def test_another_figure_is_told() -> None:
    def edit(value: dict[str, list[dict[str, str]]]) -> None:
        point = value["key_points"][0]
        point["text"] = point["text"].replace("12000000", "12000001")

    finished = made("12000000 euros")
    data = in_json(finished.attachments["briefing.json"], edit)
    found = failures(verified(with_files(finished, briefing=data), TEXT))
    assert found["print.items"] == ["moitie the text isn't printed so"]


def test_a_word_wider_than_the_page_is_read_back() -> None:
    assert failures(verified(made(f"le {LONG}"), TEXT)) == {}


def form(text: str, attached: str) -> str:
    return unset(Attached("", items=(Item("a", attached),)))(text)


@given(
    word=st.text(string.ascii_lowercase, min_size=25, max_size=60),
    places=st.sets(st.integers(1, 24), max_size=3),
    sign=st.sampled_from(["\n", "\u00ad\n", " "]),
)
def test_a_long_word_broken_anywhere_is_whole_again(word: str, places: set[int], sign: str) -> None:
    broken = "".join(sign + letter if at in places else letter for at, letter in enumerate(word))
    assert form(f"Le {broken} dort.", f"Le {word} dort.") == f"Le {word} dort."


@given(
    word=st.text(string.ascii_lowercase, min_size=25, max_size=60),
    other=st.text(string.ascii_lowercase, min_size=25, max_size=60),
)
def test_another_long_word_stays_another(word: str, other: str) -> None:
    assume(word != other)
    assert form(other, word) != form(word, word)


@given(st.text(alphabet="0123456789 \u202fa\n", max_size=30))
def test_no_digit_is_lost(text: str) -> None:
    assert "".join(form(text, "").split()) == "".join(text.split())
