"""A finished message read, and its copies: nothing but `To` and `Message-ID` is of their own."""

from __future__ import annotations

import re
from email import message_from_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sending.addresses import Address
from briefing.sending.outgoing import Outgoing, UnfitMessageError, read_message
from briefing.sending.transfer import stuffed
from tests.sending.posting import SUBJECT, message

JEAN = Address("jean", "lecteurs.example", "Jean Zoé")
LUC = Address("luc", "lecteurs.example")
HEAD = b"From: a@b.example\r\nDate: Mon, 02 Jun 2025 06:00:00 +0000\r\n"


def read(data: bytes) -> Outgoing:
    return read_message("note.eml", data)


def test_what_the_summary_says_of_it() -> None:
    outgoing = read(message())
    assert outgoing.subject == SUBJECT
    assert outgoing.author == "Institut Valmont <lettre@valmont.example>"
    assert outgoing.sender.mailbox == "lettre@valmont.example"
    assert outgoing.attachments == ("Été.pdf",)
    assert not outgoing.needs_utf8
    assert outgoing.needs_8bit is not message().isascii()


def test_an_encoded_author_is_shown_decoded() -> None:
    data = HEAD.replace(b"a@b.example", b"=?utf-8?b?w4l0w6k=?= <a@b.example>") + b"\r\nx"
    assert read(data).author == "Été <a@b.example>"


def test_bounces_go_to_the_sender_if_there_is_one() -> None:
    assert read(message(Sender="poste@valmont.example")).sender.mailbox == "poste@valmont.example"
    told = read_message("note.eml", message(Sender="poste@valmont.example"), LUC)
    assert told.sender is LUC


def test_copies_differ_in_two_fields_alone() -> None:
    outgoing = read(message())
    jean, luc = (outgoing.addressed(one).split(b"\r\n") for one in (JEAN, LUC))
    differing = [pair for pair in zip(jean, luc, strict=True) if pair[0] != pair[1]]
    assert [pair[0].partition(b":")[0] for pair in differing] == [b"To", b"Message-ID"]
    assert message_from_bytes(outgoing.addressed(LUC))["To"] == "luc@lecteurs.example"
    assert b"secret@valmont.example" not in outgoing.addressed(JEAN)
    assert b"fait@valmont.example" not in outgoing.addressed(JEAN)


def test_the_id_of_a_copy_is_the_same_at_each_try() -> None:
    first, second = read(message()), read(message(To="autre@valmont.example"))
    assert first.fingerprint == second.fingerprint
    assert first.message_id(JEAN) == second.message_id(JEAN)
    assert first.message_id(JEAN) != first.message_id(LUC)
    assert re.fullmatch(r"<[0-9a-f]{40}@valmont\.example>", first.message_id(JEAN))
    assert read(message(Subject="Autre")).message_id(JEAN) != first.message_id(JEAN)


def test_line_ends_of_any_kind_are_those_of_mail() -> None:
    data = message().replace(b"\r\n", b"\n")
    assert read(data).fingerprint == read(data.replace(b"\n", b"\r\n")).fingerprint
    copy = read(HEAD.replace(b"\r\n", b"\r") + b"\n\ra\n.\n\rb\r.\r").addressed(LUC)
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", copy)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it has no body"),
        (HEAD, "it has no body"),
        (b"bonjour\r\n\r\n", "line 1 is no field of a header"),
        (b" folded\r\n" + HEAD + b"\r\nx", "line 1 is no field of a header"),
        (b"From jean Mon\r\n" + HEAD + b"\r\nx", "line 1 is no field of a header"),
        (b"%PDF-1.7\n\n\0", "it holds a NUL"),
        (HEAD + b"\r\nx\0", "it holds a NUL"),
        (HEAD + b"\r\n" + b"x" * 999, "line 4 has more than 998 bytes"),
        (b"Date: x\r\n\r\n", "it needs one field “From”"),
        (b"From: a@b.example\r\n\r\n", "it needs one field “Date”"),
        (b"From: x@y.example\r\n" + HEAD + b"\r\nx", "it needs one field “From”"),
        (HEAD.replace(b"a@b.example", b"a@b.example, c@d.example") + b"\r\nx", "isn't one address"),
        (
            HEAD.replace(b"a@b.example", b"=?utf-8?q?a=0A?=@b.example") + b"\r\nx",
            "isn't one address",
        ),
        (HEAD + b"Sender: nobody\r\n\r\nx", "isn't one address"),
    ],
)
def test_what_is_no_message_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(UnfitMessageError) as fault:
        read(data)
    assert said in str(fault.value)
    assert "note.eml" in str(fault.value)
    assert fault.value.hint


def test_bare_accents_are_seen() -> None:
    assert read(HEAD + "Subject: Été\r\n\r\nx".encode()).needs_utf8
    assert read(HEAD + "\r\nété".encode()).needs_8bit
    assert read(HEAD.replace(b"a@b", "é@b".encode()) + b"\r\nx").needs_utf8


@given(st.binary(max_size=200), st.binary(max_size=300))
def test_any_bytes_are_a_message_or_a_reason(head: bytes, body: bytes) -> None:
    try:
        outgoing = read(HEAD + head + b"\r\n\r\n" + body)
    except UnfitMessageError:
        return
    copy = outgoing.addressed(JEAN)
    header = copy.partition(b"\r\n\r\n")[0]
    assert len(re.findall(rb"(?mi)^to[ ]*:", header)) == 1
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", copy)


@given(st.lists(st.sampled_from([b".", b"a", b"\r\n", b"..", b"\r\n.\r\n"])).map(b"".join))
def test_no_line_of_a_message_ends_it(body: bytes) -> None:
    sent = stuffed(body)
    assert b"." not in sent.split(b"\r\n")
    assert not sent or sent.endswith(b"\r\n")
    undone = re.sub(rb"(?m)^\.", b"", sent)
    assert undone in (body, body + b"\r\n")


@pytest.mark.parametrize(
    "subject", [b"=?inconnu?q?=E9?=", b"=?utf-8?b?a?=", b"=?utf-8?q?=FF?=", b"\xff\xfe"]
)
def test_a_subject_that_makes_no_sense_is_shown_somehow(subject: bytes) -> None:
    assert read(HEAD + b"Subject: " + subject + b"\r\n\r\nx").subject
