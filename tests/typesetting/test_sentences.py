"""The sentences of `data/`: see its README for the format."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.model.typography import STANDARD, Dash, Space, Typography
from briefing.typesetting import Typesetter, typeset

DATA = Path(__file__).parent / "data"
VISIBLE = str.maketrans({"\u00a0": "⍽", "\u202f": "␣", "\u2060": "⁞"})
INVISIBLE = str.maketrans({"⍽": "\u00a0", "␣": "\u202f", "⁞": "\u2060"})
MARKUP = ("markup", "house-titles-on-the-line")
HOUSES = {
    "house-em-dashes": Typography(dash=Dash.EM),
    "house-full-spaces": Typography(space=Space.FULL),
    "house-grouped-from-4": Typography(grouped_from=4),
    "house-grouped-from-5": Typography(grouped_from=5),
    "house-titles-on-the-line": Typography(raised_titles=False),
}
TRIPLE = re.compile(
    r"^(?P<title>[^\n]+)\n\.\n(?P<typed>.*?)\n\.\n(?P<seen>.*?)\n\.\n", re.MULTILINE | re.DOTALL
)


def triples() -> list[object]:
    return [
        pytest.param(file.stem, m["typed"], m["seen"], id=f"{file.stem}: {m['title']}")
        for file in sorted(DATA.glob("*.txt"))
        for m in TRIPLE.finditer(file.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("family", "typed", "seen"), triples())
def test_sentence(family: str, typed: str, seen: str) -> None:
    markup = family in MARKUP
    locale = family.removeprefix("locale-") if family.startswith("locale-") else "fr-FR"
    typesetter = Typesetter(locale, HOUSES.get(family, STANDARD))
    done = set_type(typed.translate(INVISIBLE), typesetter, markup=markup)
    assert done.translate(VISIBLE) == seen
    assert set_type(done, typesetter, markup=markup) == done


def set_type(text: str, by: Typesetter, *, markup: bool) -> str:
    return str(typeset(text, by.locale, markup=markup, house=by.house))


def test_every_house_has_its_sentences() -> None:
    stems = {file.stem for file in DATA.glob("*.txt")}
    assert set(HOUSES) == {stem for stem in stems if stem.startswith("house-")}


def test_no_sentence_is_lost() -> None:
    points = sum(file.read_text(encoding="utf-8").count("\n.\n") for file in DATA.glob("*.txt"))
    assert points == 3 * len(triples())
    assert len(triples()) >= 300
