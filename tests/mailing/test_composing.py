"""Messages as bytes: what a parser reads is what was written, and nothing can be slipped in."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import re
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import UsageError
from briefing.mailing.composing import compose
from briefing.mailing.fields import field_fault
from briefing.mailing.letter import Enclosure, Inline, Letter
from briefing.model.mailing import Address

LETTER = Letter(
    subject="Trump-Poutine\u202f: négocier l’Ukraine\u00a0?",
    sender=Address("redaction@exemple.fr", "La rédaction"),
    date=dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC),
    language="fr",
    text="Œuvre\u202f: une ligne.\n.\nFrom ici\n",
    html="<p>Œuvre</p>\n",
    reply_to=Address("contact@exemple.fr", "Contact, la rédaction"),
    headers=(("List-Id", "Notes <notes.exemple.fr>"),),
    inline=(Inline("couverture@briefing", "couverture-1200.jpg", "image/jpeg", b"\xff\xd8\0"),),
    enclosures=(
        Enclosure("Négocier – l’Ukraine.pdf", "negocier.pdf", "application/pdf", b"%PDF-1.7\n\xe9"),
    ),
)
LONG = ("Cœur de l’Europe 🇫🇷 – où en est-on\u202f? " * 9)[:300].strip()


def read(data: bytes) -> EmailMessage:
    found = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    assert found.defects == []
    return found


def parts(data: bytes) -> list[EmailMessage]:
    return list(read(data).walk())


def test_a_message_is_nested_as_clients_want_it() -> None:
    assert [part.get_content_type() for part in parts(compose(LETTER))] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/jpeg",
        "application/pdf",
    ]


def test_without_pictures_nothing_is_related() -> None:
    kinds = [part.get_content_type() for part in parts(compose(replace(LETTER, inline=())))]
    assert "multipart/related" not in kinds


def test_headers_are_read_as_they_were_written() -> None:
    found = read(compose(LETTER))
    assert found["Subject"] == LETTER.subject
    assert found["From"].addresses[0].display_name == "La rédaction"
    assert found["From"].addresses[0].addr_spec == "redaction@exemple.fr"
    assert found["Reply-To"].addresses[0].display_name == "Contact, la rédaction"
    assert found["Date"].datetime == LETTER.date
    assert found["Content-Language"] == "fr"
    assert found["List-Id"] == "Notes <notes.exemple.fr>"
    assert found["To"] is None
    assert re.fullmatch(r"<[0-9a-f]{40}@exemple\.fr>", found["Message-ID"])


def test_bodies_and_files_are_read_as_they_were_written() -> None:
    _, _, text, _, html, picture, pdf = parts(compose(LETTER))
    assert text.get_content().replace("\r\n", "\n") == LETTER.text
    assert html.get_content().replace("\r\n", "\n") == LETTER.html
    assert text["Content-Transfer-Encoding"] == "quoted-printable"
    assert picture["Content-ID"] == "<couverture@briefing>"
    assert picture.get_content_disposition() == "inline"
    assert picture.get_content() == b"\xff\xd8\0"
    assert pdf.get_filename() == "Négocier – l’Ukraine.pdf"
    assert pdf.get_content() == b"%PDF-1.7\n\xe9"


def test_a_file_has_its_name_in_ascii_for_old_clients_and_none_twice() -> None:
    pdf = compose(LETTER).decode().rpartition("Content-Type: application/pdf")[2]
    assert pdf.startswith('; name="negocier.pdf"\r\n')
    assert "filename*=UTF-8''N%C3%A9gocier%20%E2%80%93%20l%E2%80%99Ukraine.pdf\r\n" in pdf
    assert "filename=" not in pdf


def test_a_message_is_plain_ascii_in_short_lines_with_crlf() -> None:
    long = replace(LETTER, subject=LONG, text="é" * 3000, html="a" * 3000)
    data = compose(long)
    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"\r" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 998


def test_a_subject_of_300_signs_stays_whole() -> None:
    assert len(LONG) > 290
    assert read(compose(replace(LETTER, subject=LONG)))["Subject"] == LONG


@given(st.text(st.characters(exclude_categories=("Cs", "Cn")), min_size=1, max_size=300))
def test_any_subject_stays_whole_or_is_refused(text: str) -> None:
    subject = text.strip()
    letter = replace(LETTER, subject=subject, inline=(), enclosures=())
    if field_fault(subject):
        with pytest.raises(UsageError, match="Subject"):
            compose(letter)
        return
    found = email.message_from_bytes(compose(letter))
    words = email.header.decode_header(found["Subject"])
    read_ = "".join(w.decode(c or "ascii") if isinstance(w, bytes) else w for w, c in words)
    assert read_ == subject
    assert len(found.keys()) == len(email.message_from_bytes(compose(LETTER)).keys())


@pytest.mark.parametrize("slipped", ["\r\nBcc: a@b.fr", "\nX: y", "\0", "=?utf-8?q?a=0ABcc:b?="])
@pytest.mark.parametrize(
    ("field", "spoil"),
    [
        ("Subject", lambda text: replace(LETTER, subject=text)),
        ("From", lambda text: replace(LETTER, sender=Address("a@b.fr", text))),
        ("From", lambda text: replace(LETTER, sender=Address(f"a{text}@b.fr"))),
        ("Reply-To", lambda text: replace(LETTER, reply_to=Address("a@b.fr", text))),
        ("Content-Language", lambda text: replace(LETTER, language=f"fr{text}")),
        ("List-Id", lambda text: replace(LETTER, headers=(("List-Id", text),))),
        (
            "filename",
            lambda text: replace(
                LETTER, enclosures=(replace(LETTER.enclosures[0], name=f"é{text}.pdf"),)
            ),
        ),
        (
            "name",
            lambda text: replace(
                LETTER, enclosures=(replace(LETTER.enclosures[0], plain_name=f"{text}.pdf"),)
            ),
        ),
    ],
)
def test_nothing_is_slipped_into_a_header(
    field: str, spoil: Callable[[str], Letter], slipped: str
) -> None:
    with pytest.raises(UsageError, match=f"“{field}”"):
        compose(spoil(slipped))


def test_a_header_that_must_be_ascii_is() -> None:
    with pytest.raises(UsageError, match="Content-Language") as caught:
        compose(replace(LETTER, language="français"))
    assert "ASCII" in str(caught.value.hint)


def test_the_same_letter_makes_the_same_bytes_and_another_one_another_id() -> None:
    data = compose(LETTER)
    assert compose(LETTER) == data
    ids = {
        read(compose(letter))["Message-ID"]
        for letter in (
            LETTER,
            replace(LETTER, text="autre"),
            replace(LETTER, subject="autre"),
            replace(LETTER, inline=()),
            replace(LETTER, enclosures=()),
        )
    }
    assert len(ids) == 5


@pytest.mark.parametrize("name", ["Dupont, Jean", 'Un "mot"', "a@b", "Plain", "Œuvre (la)"])
def test_a_name_stays_one(name: str) -> None:
    found = read(compose(replace(LETTER, sender=Address("a@b.fr", name))))["From"]
    assert [(a.display_name, a.addr_spec) for a in found.addresses] == [(name, "a@b.fr")]
