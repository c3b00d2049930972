"""Whole files: what they hold, their line ends, what changes in them."""

from __future__ import annotations

import pytest

from briefing.typesetting import Typesetter
from briefing.typesetting.files import Kind, changed_lines, difference, kind_of, typeset_file

FRENCH = Typesetter()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.md", Kind.MARKDOWN),
        ("A.MARKDOWN", Kind.MARKDOWN),
        ("a.b.html", Kind.HTML),
        ("a.htm", Kind.HTML),
        ("a.txt", Kind.TEXT),
        ("note", Kind.TEXT),
        ("-", Kind.TEXT),
    ],
)
def test_the_suffix_says_what_a_file_holds(name: str, kind: Kind) -> None:
    assert kind_of(name) is kind


def test_each_kind_is_set_as_such() -> None:
    source = "<b>1er</b> `?a ?` ?"
    assert typeset_file(source, Kind.TEXT, FRENCH) == "<b>1er</b> `?a ?`\u202f?"
    assert typeset_file(source, Kind.MARKDOWN, FRENCH) == "<b>1er</b> `?a ?`\u202f?"
    assert typeset_file("<b>1er</b> ?", Kind.HTML, FRENCH) == "<b>1<sup>er</sup></b>\u202f?"


@pytest.mark.parametrize("kind", Kind)
def test_line_ends_of_windows_stay(kind: Kind) -> None:
    source = 'Il dit "oui\r\n\r\net "non" ?\r\n'
    done = typeset_file(source, kind, FRENCH)
    assert done.startswith('Il dit "oui\r\n\r\net «')
    assert done.endswith("»\u202f?\r\n")
    assert done.count("\n") == done.count("\r\n") == 3


def test_changed_lines_are_numbered() -> None:
    assert list(changed_lines("a\nb ?\nc\nd", "a\nb\u202f?\nc\ne")) == [2, 4]
    assert list(changed_lines("a", "a")) == []


def test_a_difference_shows_the_spaces() -> None:
    shown = list(difference("a\nb ?\nc – d – e", "a\nb\u202f?\nc –\u2060\u00a0d\u00a0– e", "x.md"))
    assert shown[:2] == ["--- x.md", "+++ x.md"]
    assert [line for line in shown[2:] if line[0] in "+-"] == [
        "-b ?",
        "-c – d – e",
        "+b␣?",
        "+c –⁞⍽d⍽– e",
    ]


def test_without_a_difference_nothing_is_shown() -> None:
    assert list(difference("a", "a", "x")) == []
