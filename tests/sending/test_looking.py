"""What a summary shows of a message, however it is made."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sending.looking import attachment_names, decode_field


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (b"Bonjour", "Bonjour"),
        (b" Un\r\n train", "Un train"),
        (b"=?utf-8?q?=C3=89t=C3=A9?=", "Été"),
        (b"=?utf-8?q?=C3=89?= =?utf-8?q?t=C3=A9?=", "Été"),
        ("Été".encode(), "Été"),
        (b"=?inconnu?q?=E9?=", "=?inconnu?q?=E9?="),
    ],
)
def test_a_field_is_decoded_or_shown_as_it_stands(value: bytes, shown: str) -> None:
    assert decode_field(value) == shown


def test_names_of_attached_files_are_those_that_a_program_of_mail_shows() -> None:
    built = EmailMessage()
    built.set_content("Bonjour")
    for name in ("a.pdf", "Été 🚆.pdf", "deux\tmots.pdf"):
        built.add_attachment(b"x", maintype="application", subtype="pdf", filename=name)
    built.add_attachment(
        b"x", maintype="image", subtype="png", filename="b.png", disposition="inline"
    )
    assert attachment_names(built.as_bytes()) == ("a.pdf", "Été 🚆.pdf", "deux mots.pdf")


@pytest.mark.parametrize(
    "name", ["*=inconnu''%E9", "*0*=utf-8''%C3;filename*2=x", '="=?utf-8?b?a?="']
)
def test_a_name_that_makes_no_sense_stops_nothing(name: str) -> None:
    data = f"Content-Disposition: attachment; filename{name}\r\n\r\nx".encode()
    assert len(attachment_names(data)) <= 1


@given(st.binary(max_size=300))
def test_any_bytes_have_names_or_none(data: bytes) -> None:
    names = attachment_names(b"Content-Disposition: attachment; filename" + data + b"\r\n\r\nx")
    assert all("\n" not in name for name in names)
    assert "\n" not in decode_field(data)


def test_parts_without_end_have_no_names() -> None:
    head = "Content-Type: multipart/mixed; boundary=b{0}\r\n\r\n--b{0}\r\n"
    assert attachment_names("".join(map(head.format, range(3000))).encode()) == ()
