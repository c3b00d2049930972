"""Lines of another language in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.typesetting.languages import foreign_lines, language_of, language_tag

TWEET = 'He said that the "end game" for the war is the same.'
ROOT = Path(__file__).resolve().parents[2]
FRENCH_FILES = sorted(
    [*(ROOT / "seeds").glob("*.md"), *(ROOT.parent / "shared" / "seeds").glob("*.txt")]
)
ENGLISH_IN_THEM = re.compile(r"\bthe \"end game\"|\bSpecial Envoy for Ukraine\b")
"""A message of E. Kellogg's staff, which two of them quote whole."""


def french_lines() -> Iterator[str]:
    for file in FRENCH_FILES:
        for line in file.read_text(encoding="utf-8").splitlines():
            if not ENGLISH_IN_THEM.search(line):
                yield line


LINES = sorted({line for line in french_lines() if line.strip()})


@pytest.mark.parametrize("text", [TWEET, f"Il a dit :\n{TWEET}\nPuis rien."])
def test_a_line_of_english_is_found(text: str) -> None:
    assert [text[start:end] for start, end in foreign_lines(text)] == [TWEET]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", TWEET),
        ("de", "Der Präsident sagte, dass die Ukraine nicht allein ist und sich verteidigt."),
        (
            "es",
            "El presidente dijo que los acuerdos no fueron respetados por el Kremlin y las dos.",
        ),
        ("it", "Il presidente ha detto che gli accordi di Minsk sono morti, come della Crimea."),
        ("ru-Latn", "My znaem, chto eto tak, i budet na vse vremya dlya nas."),
        ("uk-Latn", "My znaiemo, shcho tse tak, i bude na ves chas dlia nas."),
        ("ru", "Россия — это мы"),
        ("uk", "Слава Україні!"),
        ("und-Cyrl", "Что делать?"),
        ("el", "Η ειρήνη τώρα"),
        ("he", "שלום עכשיו"),
        ("ar", "السلام الآن"),
        ("zh", "中国与乌克兰"),
        ("ja", "ウクライナの平和"),
        ("ko", "우크라이나 평화"),
    ],
)
def test_a_language_is_told(tag: str, text: str) -> None:
    assert language_of(text) == tag


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the deal of the century",
        "Selon The Economist, « the art of the deal » est le livre de la décennie, et the best.",
        "Il a bu du thé, the best of the world, dit la presse de Londres et de Paris.",
        "Der Spiegel, Die Welt, Die Zeit, Das Erste, El País, El Mundo, Los Angeles, La Stampa",
        "El Salvador, Los Angeles, Las Vegas, San Juan del Sur, el Niño, el Niño, el Niño, el Niño",
        "der der der der der der",
        "La Zeitenwende, « die Wende ist nicht vorbei », et le débat est dans la presse de Berlin.",
        "Le mot мир veut dire paix",
        "мир",
        "La piazza della Repubblica, di Roma",
    ],
)
def test_what_is_not_surely_another_language(text: str) -> None:
    assert list(foreign_lines(text)) == []


def test_the_french_of_the_sample_is_at_hand() -> None:
    assert len(LINES) > 500


@given(st.sampled_from(LINES))
def test_no_line_of_french_is_foreign(line: str) -> None:
    assert language_of(line) == ""


@given(st.sampled_from(LINES), st.data())
def test_no_long_part_of_a_line_of_french_is_foreign(line: str, data: st.DataObject) -> None:
    """As sentences are cut at their marks, and statements taken from them."""
    start = data.draw(st.integers(0, max(0, len(line) - 60)))
    assert language_of(line[start:]) == ""


def test_every_line_and_clause_of_the_sample_is_french() -> None:
    clauses = {clause for line in LINES for clause in re.split(r"(?<=[.;:!?,])\s", line)}
    assert [clause for clause in [*LINES, *clauses] if language_of(clause)] == []


def test_what_is_told_of_a_text_comes_before_its_words() -> None:
    assert (language_of(TWEET), language_of(TWEET, "fr"), language_of("Il a dit")) == (
        "en",
        "fr",
        "",
    )


@pytest.mark.parametrize("tag", ["fr", "pt-BR", "zh-Hans-CN", "de-1996"])
def test_a_language_tag_is_kept(tag: str) -> None:
    assert language_tag(tag) == tag


@pytest.mark.parametrize("text", ["", "f", "français", "le français", "fr_FR", "fr-", "fr\n"])
def test_what_is_no_language_tag_is_left_out(text: str) -> None:
    assert language_tag(text) == ""
