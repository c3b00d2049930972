"""Whatever an editor saves is read, or refused with the line and the way out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.finding import Finding
from briefing.reading.decoding import MAX_BYTES, decode, normalise_newlines
from tests.support import raw_file, told


def fault(data: bytes) -> Finding:
    """Return the one fault of `data`, which must give no text."""
    text, findings = decode(raw_file("fiche.md", data))
    assert text == ""
    (finding,) = findings
    return finding


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("été\nfin\n".encode(), "été\nfin\n"),
        ("\ufeffété\n".encode(), "été\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb\r", "a\nb\n"),
        (b"a\r\nb\rc\nd", "a\nb\nc\nd"),
        (b"\xef\xbb\xbfa\r\nb", "a\nb"),
        (b"", ""),
        ("a\u2028b\u0085c\x0bd".encode(), "a\u2028b\u0085c\x0bd"),
    ],
    ids=["utf-8", "bom", "crlf", "old-mac", "mixed", "bom-crlf", "empty", "other-separators"],
)
def test_text_is_read_whatever_the_editor_did(data: bytes, text: str) -> None:
    assert decode(raw_file("fiche.md", data)) == (text, [])


@pytest.mark.parametrize(
    ("data", "place", "hint"),
    [
        (
            "# Bilan\n- auteur : Zoé\n".encode("latin-1"),
            "fiche.md:2 BR102 the file isn't UTF-8: byte 0xE9 (“é” in Windows-1252)",
            "save it again with the encoding UTF-8",
        ),
        (
            b"a\r\nb\r\n\x93c\x94",
            "fiche.md:3 BR102 the file isn't UTF-8: byte 0x93 (““” in Windows-1252)",
            "save it again with the encoding UTF-8",
        ),
        (
            b"a\rb\r\xff",
            "fiche.md:3 BR102 the file isn't UTF-8: byte 0xFF (“ÿ” in Windows-1252)",
            "save it again with the encoding UTF-8",
        ),
        (
            "# Bilan".encode("utf-16"),
            "fiche.md:1 BR102 the file is UTF-16, not UTF-8",
            "save it again with the encoding UTF-8",
        ),
        (
            b"\xfe\xff" + "# Bilan".encode("utf-16-be"),
            "fiche.md:1 BR102 the file is UTF-16, not UTF-8",
            "save it again with the encoding UTF-8",
        ),
        (
            b"a\nb\0c",
            "fiche.md:2 BR103 the file holds a NUL byte: it isn't plain text",
            "export it again as plain text in UTF-8",
        ),
        (
            b"x" * 10_000_000,
            "fiche.md:0 BR101 the file is 10.0 MB; the limit is 5 MB",
            "put full texts in the folder documents/, and split a very long fiche",
        ),
    ],
    ids=["latin-1", "windows-1252", "old-mac", "utf-16-le", "utf-16-be", "nul", "10-MB"],
)
def test_what_is_no_text_is_refused_at_its_line(data: bytes, place: str, hint: str) -> None:
    assert told(fault(data)) == (place, hint)


def test_a_byte_without_a_letter_in_windows_1252_is_still_shown() -> None:
    assert "0x81 (“\ufffd”" in str(fault(b"\x81").message)


def test_the_limit_itself_is_accepted() -> None:
    assert decode(raw_file("fiche.md", b"x" * MAX_BYTES))[1] == []


@given(st.binary(max_size=60))
def test_any_bytes_give_a_text_or_one_fault(data: bytes) -> None:
    text, findings = decode(raw_file("fiche.md", data))
    assert len(findings) <= 1
    assert not (findings and text)
    assert all(1 <= f.line <= data.count(b"\n") + data.count(b"\r") + 1 for f in findings)


@given(st.text(alphabet="a\r\n"))
def test_a_text_has_as_many_lines_whatever_its_ends(text: str) -> None:
    clean = normalise_newlines(text)
    assert "\r" not in clean
    for end in ("\r\n", "\r"):
        assert normalise_newlines(clean.replace("\n", end)) == clean
