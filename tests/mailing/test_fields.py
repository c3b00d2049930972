"""What may stand in a header."""

from __future__ import annotations

import pytest

from briefing.mailing.fields import field_fault, is_one_click, list_header_fault


@pytest.mark.parametrize("text", ["", "Une note : l’Ukraine ?", "1 + 1 =? 2", "a =?b", "œ 🇫🇷"])
def test_a_line_of_text_may(text: str) -> None:
    assert field_fault(text) is None


@pytest.mark.parametrize(
    "sign", ["\r", "\n", "\0", "\t", "\x0b", "\x1c", "\x7f", "\x85", "\u2028", "\u2029"]
)
def test_what_ends_a_line_may_not(sign: str) -> None:
    assert f"U+{ord(sign):04X}" in str(field_fault(f"Note{sign}Bcc: a@b.fr"))


@pytest.mark.parametrize("word", ["=?utf-8?q?a=0A?=", "=?ISO-8859-1*fr?B?YQ==?=", "x=?u?Q?"])
def test_an_encoded_word_may_not(word: str) -> None:
    assert "encoded word" in str(field_fault(f"Note {word}"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("List-Unsubscribe", "<mailto:stop@exemple.fr?subject=stop>"),
        ("List-Unsubscribe", "<mailto:a@b.fr>, <https://exemple.fr/stop?x=1>"),
        ("List-Id", "Notes <notes.exemple.fr>"),
        ("List-Id", "<notes.exemple.fr>"),
        ("List-Post", "NO"),
    ],
)
def test_a_header_of_a_list_is_taken(name: str, value: str) -> None:
    assert list_header_fault(name, value) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("List-Unsubscribe", ""),
        ("List-Unsubscribe", "stop@exemple.fr"),
        ("List-Unsubscribe", "<javascript:alert(1)>"),
        ("List-Unsubscribe", "<mailto:a@b.fr>, stop"),
        ("List-Unsubscribe", "<mailto:a@b.fr>\nBcc: c@d.fr"),
        ("List-Help", "NO"),
        ("List-Help", f"<https://exemple.fr/{'a' * 900}>"),
        ("List-Id", "notes"),
        ("List-Id", "Rédaction <notes.exemple.fr>"),
    ],
)
def test_what_is_none_is_told(name: str, value: str) -> None:
    assert list_header_fault(name, value) is not None


def test_a_one_click_unsubscription_is_known() -> None:
    assert is_one_click("list-unsubscribe-POST")
    assert not is_one_click("List-Unsubscribe")
