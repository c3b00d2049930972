"""Addresses: which are taken, which are refused, and that none can carry a second line."""

from __future__ import annotations

import builtins
import sys
from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import parseaddr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.finding import Message
from briefing.sending.addresses import Address, parse_address
from briefing.sending.domains import encode_domain
from briefing.sending.headers import address_field

PEOPLE = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), max_size=150)


def parsed(text: str) -> Address:
    address = parse_address(text)
    assert isinstance(address, Address), address
    return address


@pytest.mark.parametrize(
    ("text", "name", "mailbox"),
    [
        ("jean@exemple.fr", "", "jean@exemple.fr"),
        ("  jean.roche+lettre@EXEMPLE.fr\t", "", "jean.roche+lettre@exemple.fr"),
        ("<jean@exemple.fr>", "", "jean@exemple.fr"),
        ("Jean Roche <jean@exemple.fr>", "Jean Roche", "jean@exemple.fr"),
        ('"Roche, Jean" <jean@exemple.fr>', "Roche, Jean", "jean@exemple.fr"),
        ("Roche, Jean <jean@exemple.fr>", "Roche, Jean", "jean@exemple.fr"),
        (r'"dit \"Jo\" <J>" <jean@exemple.fr>', 'dit "Jo" <J>', "jean@exemple.fr"),
        ("Zoé 🚆 <zoe@exemple.fr>", "Zoé 🚆", "zoe@exemple.fr"),
        ("zoé@exemple.fr", "", "zoé@exemple.fr"),
        ("zoe\u0301@exemple.fr", "", "zoé@exemple.fr"),
        ("zoe@hôpital.fr", "", "zoe@xn--hpital-ixa.fr"),
        ("zoe@straße.de", "", "zoe@xn--strae-oqa.de"),
        ("root@localhost", "", "root@localhost"),
        ("o'neill@exemple.fr", "", "o'neill@exemple.fr"),
    ],
)
def test_what_is_an_address(text: str, name: str, mailbox: str) -> None:
    address = parsed(text)
    assert (address.name, address.mailbox) == (name, mailbox)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "jean",
        "jean@",
        "@exemple.fr",
        "jean@gmail",
        "jean@@exemple.fr",
        "jean@exemple..fr",
        "jean@-exemple.fr",
        "jean@exemple.fr.",
        "jean@192.168.0.1",
        "jean@[192.168.0.1]",
        "jean@exem_ple.fr",
        "jean@ex\u00ademple.fr",
        ".jean@exemple.fr",
        "je an@exemple.fr",
        "je\u00a0an@exemple.fr",
        '"jean roche"@exemple.fr',
        "jean@exemple.fr, luc@exemple.fr",
        "Jean jean@exemple.fr",
        "Jean <jean@exemple.fr> Luc",
        "Jean <jean@exemple.fr><luc@exemple.fr>",
        "jean(commentaire)@exemple.fr",
        "=?utf-8?q?jean=0A?=@exemple.fr",
        "jean@exemple.fr\r\nBcc: luc@exemple.fr",
        "Jean\nBcc: luc@exemple.fr <jean@exemple.fr>",
        "Jean\0 <jean@exemple.fr>",
        "Jean\u2028 <jean@exemple.fr>",
        "jean@exemple.fr> RCPT TO:<luc@exemple.fr",
        "jean\u202e@exemple.fr",
        "\udcff@exemple.fr",
        f"{'a' * 65}@exemple.fr",
        f"jean@{'a' * 64}.fr",
        f"jean@{'a.' * 130}fr",
        f"{'a' * 201} <jean@exemple.fr>",
        "jean@é\u0301\u0301\u200d.fr",
        "jean@" + "é" * 80 + ".fr",
    ],
)
def test_what_is_none(text: str) -> None:
    assert isinstance(parse_address(text), Message)


def test_two_spellings_of_a_mailbox_are_one() -> None:
    spelt = ["Jean@Exemple.FR", "jean@exemple.fr", "Jean Roche <JEAN@exemple.fr>"]
    assert len({parsed(text).key for text in spelt}) == 1
    assert parsed("zoe@hôpital.fr").key == parsed("zoe@xn--hpital-ixa.fr").key


def test_two_mailboxes_are_two_though_their_capitals_are_alike() -> None:
    assert parsed("groß@exemple.fr").key != parsed("gross@exemple.fr").key


def test_only_accents_before_the_at_need_smtputf8() -> None:
    assert not parsed("Zoé <zoe@hôpital.fr>").needs_utf8
    assert parsed("zoé@hopital.fr").needs_utf8


def test_a_person_sees_what_was_typed() -> None:
    assert parsed("Zoé <zoe@hôpital.fr>").shown == "Zoé <zoe@hôpital.fr>"
    assert parsed("zoe@exemple.fr").shown == "zoe@exemple.fr"


def test_without_the_package_accented_domains_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "idna", None)
    encode_domain.cache_clear()
    fault = parse_address("zoe@hôpital.fr")
    encode_domain.cache_clear()
    assert isinstance(fault, Message)
    assert "pip install 'briefing[send]'" in str(fault)
    assert builtins.isinstance(parse_address("zoe@hopital.fr"), Address)


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_a_reason_and_never_two_lines(text: str) -> None:
    address = parse_address(text)
    if isinstance(address, Address):
        assert not {"\r", "\n", "\0", "<", ">", " "} & set(address.mailbox)
        assert address_field("To", address).count(b"\r\n") == address_field("To", address).count(
            b"\n"
        )


@given(PEOPLE)
def test_any_name_is_read_back_as_it_was(name: str) -> None:
    address = Address("jean", "exemple.fr", " ".join(name.split()))
    field = address_field("To", address)
    assert field.isascii()
    assert all(len(line) <= 998 for line in field.split(b"\r\n"))
    # Of two encoded words in a name, newer readers of Python's make two words.
    raw, mailbox = parseaddr(message_from_bytes(field + b"\r\n")["To"])
    assert mailbox == "jean@exemple.fr"
    assert " ".join(str(make_header(decode_header(raw))).split()) == address.name


def test_an_encoded_word_in_a_name_stays_text() -> None:
    name = "=?utf-8?q?a=0ABcc:_x?="
    field = address_field("To", Address("jean", "exemple.fr", name))
    assert b"=?utf-8?q?" not in field
    assert field.count(b"\r\n") == 1


def test_encoded_words_are_short_and_folded() -> None:
    field = address_field("To", Address("jean", "exemple.fr", "é🚆" * 60))
    lines = field.decode().rstrip("\r\n").split("\r\n ")
    assert len(lines) > 5
    assert max(map(len, lines)) <= 79
