"""Suspicious characters: each shown by its name, at its line; honest ones left in peace."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.checking.characters import character_findings, dossier_characters, odd_letters
from tests.support import fiche_text, raw_dossier, shown


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "> la \u202emoitié",
            "BR701 a direction control hides at column 6: U+202E RIGHT-TO-LEFT OVERRIDE",
        ),
        (
            "> a\u2066b\u2069 é",
            (
                "BR701 a direction control hides at column 4: U+2066 LEFT-TO-RIGHT ISOLATE,"
                " U+2069 POP DIRECTIONAL ISOLATE"
            ),
        ),
        (
            "> ré\u200bgion",
            "BR702 an invisible character hides at column 5: U+200B ZERO WIDTH SPACE",
        ),
        (
            "> é\u200d\u200d",
            "BR702 an invisible character hides at column 4: U+200D ZERO WIDTH JOINER",
        ),
        (
            "> é \U000e0041",
            "BR702 an invisible character hides at column 5: U+E0041 TAG LATIN CAPITAL LETTER A",
        ),
        (
            "> le Kr\u0435mlin",
            (
                "BR703 the word “Kr\u0435mlin” has letters of two scripts:"
                " U+0435 CYRILLIC SMALL LETTER IE"
            ),
        ),
        (
            "> la R\u03bfche",
            (
                "BR703 the word “R\u03bfche” has letters of two scripts:"
                " U+03BF GREEK SMALL LETTER OMICRON"
            ),
        ),
    ],
    ids=["override", "isolates", "zero-width", "joiner", "tag", "cyrillic", "greek"],
)
def test_each_is_shown_by_name(line: str, said: str) -> None:
    found = character_findings(f"# Un titre\n\n{line}\n", "a.md")
    assert [str(told).partition(" → ")[0] for told in shown(found)] == [f"a.md:3 {said}"]
    assert all(finding.hint and not finding.is_error for finding in found)


@pytest.mark.parametrize(
    "line",
    [
        "« L’été – déjà ! » 15\u00a0à 20\u202fans, n\u1d52 5…",
        "soft\u00adhyphen é",
        "שלום\u200f, dit-il",
        "می\u200cخواهم",
        "क्\u200dष",
        "👩\u200d💻 é",
        "Путин et Лавров",
        "Αθήνα, σοφία",
        "Δt vaut 3 μm, 5 µm et 2 kΩ",
        "l’affaire de l’«Україна»",
    ],
    ids=[
        *("french", "soft-hyphen", "hebrew", "persian", "devanagari", "pictogram"),
        *("russian", "greek", "units", "ukrainian"),
    ],
)
def test_honest_text_is_left_in_peace(line: str) -> None:
    assert character_findings(line, "a.md") == []


def test_a_control_without_right_to_left_letters_is_told() -> None:
    (finding,) = character_findings("un\u200f mot", "a.md")
    assert finding.code == "BR701"


def test_a_joiner_at_the_edge_is_told() -> None:
    assert [f.code for f in character_findings("क्\u200d", "a.md")] == ["BR702"]


@pytest.mark.parametrize(
    ("word", "odd"),
    [
        ("mot", []),
        ("Пут\u0069н", ["i"]),
        ("αβa", ["a"]),
        ("р\u0430ris", ["р", "\u0430"]),
        ("αкβ", ["к"]),
    ],
)
def test_the_fewer_letters_are_the_strangers(word: str, odd: list[str]) -> None:
    assert odd_letters(word) == odd


def test_every_file_of_a_dossier_is_looked_at() -> None:
    raw = raw_dossier(
        config='titre = "a\u200bé"\n',
        chapeau="b\u200bé",
        fiches={"a": fiche_text(title="c\u200bé"), "b": b"\xff"},
    )
    assert [f.path for f in dossier_characters(raw)] == ["dossier.toml", "chapeau.md", "a.md"]


def test_a_missing_file_is_no_fault_of_its_letters() -> None:
    assert dossier_characters(raw_dossier(config=None)) == []


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_read_and_findings_show_no_hidden_character(text: str) -> None:
    for finding in character_findings(text, "a.md"):
        if finding.code != "BR703":
            assert not any(unicodedata.category(c) == "Cf" for c in str(finding.message))
        assert 1 <= finding.line <= text.count("\n") + 1
