"""Prose as a value."""

from __future__ import annotations

from briefing.model.text import Span, plain


def test_plain_prose_is_its_words_alone() -> None:
    text = (Span("Il "), Span("cède", emphasis=True), Span("", citations=("a#b",)), Span("."))
    assert plain(text) == "Il cède."
    assert plain(()) == ""
