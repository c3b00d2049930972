"""Plain text: kept as it is, whatever its encoding."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.documents import DocumentError, read_document
from briefing.documents.plain import without_odd_characters

FRENCH = "L’« œuvre »\u202f: ﬁn — été\u00a0!\n\n*Là*  \t–\u00ad\f fin"


def read(data: bytes, name: str = "a.txt") -> str:
    return read_document(name, data).text


letters = st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")
texts = st.text(letters).filter(lambda text: not text.startswith("\ufeff"))


@given(texts, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.sampled_from(["txt", "md"]))
def test_a_text_comes_back_as_it_was(text: str, encoding: str, suffix: str) -> None:
    document = read_document(f"a.{suffix}", text.encode(encoding))
    assert (document.text, document.pages) == (text, ())


@given(st.binary())
def test_any_bytes_are_a_text_or_an_error(data: bytes) -> None:
    try:
        text = read(data)
    except DocumentError:
        return
    assert "\r" not in text
    text.encode()


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_byte_order_mark_is_no_text(mark: bytes, encoding: str) -> None:
    assert read(mark + FRENCH.encode(encoding)) == FRENCH


def test_line_ends_are_newlines() -> None:
    assert read(b"a\r\nb\rc\n\n\r\n") == "a\nb\nc\n\n\n"
    assert read("a\r\nb\rc".encode("utf-16")) == "a\nb\nc"


def test_what_is_no_utf8_is_windows_1252() -> None:
    text = "L’« œuvre » d’été coûte 3 € — là"
    assert read(text.encode("cp1252")) == text


def test_some_bad_bytes_dont_change_the_encoding() -> None:
    """As of a text cut in mid-letter."""
    assert read("déjà été".encode()[:-1]) == "déjà ét\ufffd"
    assert read("déjà".encode() + b" \xff " + "été".encode()) == "déjà \ufffd été"


def test_bytes_that_mean_nothing_are_shown_as_unknown() -> None:
    assert read(b"\xe9t\xe9 \x81") == "été \ufffd"


@pytest.mark.parametrize("data", [b"a\0b", "été".encode("utf-16-le"), "a".encode("utf-32")])
def test_a_text_with_nuls_is_none(data: bytes) -> None:
    with pytest.raises(DocumentError, match="holds NUL characters"):
        read(data)


def test_an_empty_file_is_an_empty_text() -> None:
    assert read(b"") == ""


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\r\nb", "a\nb"),
        ("a\0b", "a\ufffdb"),
        ("a\ud83d\ude00b", "a😀b"),
        ("a\ud83db", "a\ufffdb"),
        ("été", "été"),
    ],
)
def test_what_no_file_can_hold_is_replaced(text: str, clean: str) -> None:
    assert without_odd_characters(text) == clean
