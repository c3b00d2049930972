"""Addresses: what people write, what is refused and why."""

from __future__ import annotations

import email.utils

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.mailing.addresses import parse_address
from briefing.model.mailing import Address


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("redaction@exemple.fr", Address("redaction@exemple.fr")),
        (" La rédaction <redaction@exemple.fr> ", Address("redaction@exemple.fr", "La rédaction")),
        ('"Note, la" <a.b+c@exemple.fr>', Address("a.b+c@exemple.fr", "Note, la")),
        (r'"Un \"mot\"" <a@b.fr>', Address("a@b.fr", 'Un "mot"')),
        ("<a@b.fr>", Address("a@b.fr")),
        ("a@évreux.fr", Address("a@xn--vreux-9ra.fr")),
        ("a@localhost", Address("a@localhost")),
        ("a@ÉVREUX.fr", Address("a@xn--vreux-9ra.fr")),
        ("a@xn--strae-oqa.de", Address("a@xn--strae-oqa.de")),
    ],
)
def test_an_address_is_read(written: str, address: Address) -> None:
    assert parse_address(written) == address
    assert address.domain == address.spec.partition("@")[2]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "isn't an address"),
        ("redaction", "isn't an address"),
        ("@exemple.fr", "isn't an address"),
        ("a@", "isn't an address"),
        ("a@b@c.fr", "isn't an address"),
        ("a b@c.fr", "isn't an address"),
        ("a@-b.fr", "isn't an address"),
        ("a@b..fr", "isn't an address"),
        ("a@b.fr, c@d.fr", "isn't an address"),
        ("Un <a@b.fr> <c@d.fr>", "isn't an address"),
        ("rédaction@exemple.fr", "accents before"),
        (f"{'a' * 65}@b.fr", "too long"),
        (f"a@{'b' * 60}.{'b' * 60}.{'b' * 60}.{'b' * 60}.{'b' * 60}", "too long"),
        ("a@b.fr\r\nBcc: c@d.fr", "U+000D"),
        ("a\0@b.fr", "U+0000"),
        ("\ud800 <a@b.fr>", "U+D800"),
        ("a@straße.de", "isn't an address"),
        ("a@\u200db.fr", "isn't an address"),
        ("=?utf-8?q?a=0A?= <a@b.fr>", "encoded word"),
    ],
)
def test_what_is_no_address_is_told(written: str, told: str) -> None:
    assert told in str(parse_address(written))


@given(st.text(max_size=60))
def test_any_text_is_an_address_that_others_read_the_same_or_is_refused(text: str) -> None:
    found = parse_address(text)
    if isinstance(found, Address):
        assert found.spec.isascii()
        assert email.utils.parseaddr(found.spec) == ("", found.spec)
