"""What the templates write themselves is set as well as what they are given."""

from __future__ import annotations

import re

import pytest

from briefing.model.briefing import Briefing
from briefing.model.edition import Medium
from briefing.typesetting import typeset
from tests.rendering.pages import MEDIA, Node, page_of

BREAKABLE = re.compile(r"[^ ]* [;:!?»%](?![)/-])[^ ]*|« [^ ]*")
BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "th", "td", "caption")


def own_text(node: Node) -> str:
    """Return the text of a block, without blocks in it, foreign words and addresses."""
    parts = []
    for child in node.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.tag not in BLOCKS and not child.get("lang") and "://" not in child.text:
            parts.append(own_text(child))
    return "".join(parts)


def lines(page: Node) -> list[str]:
    return [" ".join(own_text(node).split(" ")) for node in page.all(*BLOCKS)]


@pytest.fixture(params=["starter", "sample"])
def either(
    starter_briefing: Briefing, sample_briefing: Briefing, request: pytest.FixtureRequest
) -> Briefing:
    """The starter and the sample."""
    return starter_briefing if request.param == "starter" else sample_briefing


@pytest.mark.parametrize("medium", MEDIA)
def test_no_line_breaks_before_a_high_sign_or_inside_guillemets(
    either: Briefing, medium: Medium
) -> None:
    page = page_of(either, medium)
    assert [found for text in lines(page) for found in BREAKABLE.findall(text)] == []


@pytest.mark.parametrize("medium", MEDIA)
def test_no_straight_quote_or_apostrophe_is_left(either: Briefing, medium: Medium) -> None:
    text = "\n".join(lines(page_of(either, medium)))
    assert re.findall(r".{0,20}['\"].{0,20}", text) == []


def test_a_breakable_line_is_seen() -> None:
    for text in ("oui ; non", "« oui\u202f»", "20 %", "oui :"):
        assert BREAKABLE.search(text)
    assert not BREAKABLE.search(typeset("« oui » ; 20 % ?"))
