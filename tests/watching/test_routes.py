"""Addresses, and who may ask for them."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.watching.routes import Kind, Route, address, is_foreign, is_ours, route

OF_AUDIENCES = [Kind.PAGE, Kind.SHEETS, Kind.PDF, Kind.EVENTS]


@given(st.text(min_size=1), st.sampled_from(OF_AUDIENCES))
def test_an_address_leads_back(audience: str, kind: Kind) -> None:
    path = address(kind, audience)
    assert path.isascii()
    if "/" not in audience:
        assert route(unquote(path)) == Route(kind, audience)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/", Route(Kind.INDEX)),
        ("/events", Route(Kind.EVENTS)),
        ("/events/", Route(Kind.PAGE, "events")),
        ("/complet", None),
        ("/complet/pdf/x", None),
        ("/complet/../dossier.toml", None),
        ("//", None),
        ("*", None),
        ("", None),
        ("/favicon.ico", None),
    ],
)
def test_nothing_else_is_there(path: str, found: Route | None) -> None:
    assert route(path) == found


@pytest.mark.parametrize("host", ["127.0.0.1:8017", "localhost:8017", "LOCALHOST:8017"])
def test_our_own_names_are_ours(host: str) -> None:
    assert is_ours(host, 8017)


@pytest.mark.parametrize(
    "host",
    [
        *("", "evil.example", "evil.example:8017", "127.0.0.1", "127.0.0.1:80"),
        *("localhost:8017:8017", "127.0.0.1.evil.example:8017", "localhost.:8017"),
    ],
)
def test_a_name_that_leads_here_is_not(host: str) -> None:
    assert not is_ours(host, 8017)


def test_the_port_of_the_web_may_be_left_out() -> None:
    assert is_ours("localhost", 80)


@pytest.mark.parametrize(
    ("headers", "foreign"),
    [
        ({}, False),
        ({"origin": "http://localhost:8017", "sec-fetch-site": "same-origin"}, False),
        ({"origin": "http://127.0.0.1:8018"}, True),
        ({"origin": "null"}, True),
        ({"origin": "https://evil.example"}, True),
        ({"sec-fetch-site": "none", "sec-fetch-mode": "navigate"}, False),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}, False),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}, True),
        ({"sec-fetch-site": "same-site", "sec-fetch-mode": "cors"}, True),
        (
            {
                "sec-fetch-site": "cross-site",
                "sec-fetch-mode": "navigate",
                "sec-fetch-dest": "iframe",
            },
            True,
        ),
    ],
)
def test_pages_from_elsewhere_are_known(headers: dict[str, str], foreign: bool) -> None:
    assert is_foreign(headers, 8017) is foreign
