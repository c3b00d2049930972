"""Messages mean the same to programs that we did not write."""

from __future__ import annotations

import hashlib

import pytest

from tests.validation import mails
from tests.validation.mail_parsers import READERS, Seen, by_ripmime
from tests.validation.mails import HTML, IMAGE, PDF, PNG, SUBJECT, TEXT, TITLE, message

pytestmark = [pytest.mark.validation]

SHAPE = (
    "multipart/mixed",
    (
        (
            "multipart/alternative",
            (
                ("text/plain", ()),
                ("multipart/related", (("text/html", ()), ("image/png", ()))),
            ),
        ),
        ("application/pdf", ()),
    ),
)


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def assert_read(seen: Seen) -> None:
    """Require what `mails.message` wrote."""
    assert seen.subject == SUBJECT.strip()
    assert [(part.type, part.name) for part in seen.parts] == [
        ("text/plain", ""),
        ("text/html", ""),
        ("image/png", IMAGE),
        ("application/pdf", TITLE),
    ]
    texts = [digest(text.encode().rstrip(b"\n")) for text in (TEXT, HTML)]
    assert [part.sha256 for part in seen.parts] == [*texts, digest(PNG), digest(PDF)]
    assert {part.charset for part in seen.parts[:2]} <= {"utf-8", None}
    assert seen.tree in (SHAPE, None)


def test_the_message_is_as_hard_as_it_should_be() -> None:
    assert 290 < len(SUBJECT.strip()) < 330
    assert b"filename*0*=" in message()  # a name in pieces (RFC 2231)
    assert all(len(line) <= 78 for line in message().splitlines())


@pytest.mark.parametrize("reader", READERS)
def test_every_parser_reads_the_same(reader: str) -> None:
    assert_read(READERS[reader](message()))


def test_five_of_them_are_no_library_of_ours_and_three_keep_the_tree() -> None:
    seen = [read(message()) for name, read in READERS.items() if name != "python"]
    assert len(seen) >= 5
    assert sum(each.tree is not None for each in seen) >= 3


def test_a_scanner_takes_the_same_bytes_out() -> None:
    assert {digest(PNG), digest(PDF)} <= by_ripmime(message())


@pytest.mark.parametrize("reader", READERS)
def test_what_differs_is_seen(reader: str) -> None:
    whole = READERS[reader](message())
    assert READERS[reader](message("Autre")) != whole
    assert READERS[reader](message(pdf="autre.pdf")) != whole
    spoilt = message().replace(b"JVBERi0xLjcK", b"JVBERi0xLjYK")
    assert READERS[reader](spoilt).parts[-1].sha256 != whole.parts[-1].sha256
    assert mails.PDF.startswith(b"%PDF-1.7")
