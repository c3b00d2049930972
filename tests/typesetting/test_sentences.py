"""The sentences of `data/`: see its README for the format."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.typesetting import typeset

DATA = Path(__file__).parent / "data"
VISIBLE = str.maketrans({"\u00a0": "⍽", "\u202f": "␣", "\u2060": "⁞"})
INVISIBLE = str.maketrans({"⍽": "\u00a0", "␣": "\u202f", "⁞": "\u2060"})
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
    markup = family == "markup"
    done = str(typeset(typed.translate(INVISIBLE), markup=markup))
    assert done.translate(VISIBLE) == seen
    assert str(typeset(done, markup=markup)) == done


def test_no_sentence_is_lost() -> None:
    points = sum(file.read_text(encoding="utf-8").count("\n.\n") for file in DATA.glob("*.txt"))
    assert points == 3 * len(triples())
    assert len(triples()) >= 150
