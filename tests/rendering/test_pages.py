"""The tests' own reader of pages is strict, or the tests would prove nothing."""

from __future__ import annotations

import pytest

from tests.rendering.pages import parse, readable


def test_a_page_is_read_as_a_tree() -> None:
    page = parse('<html><p id="a" class="b c">un <em>mot</em><br> &amp; un</p></html>')
    (paragraph,) = page.all("p")
    assert paragraph.text == "un mot & un"
    assert paragraph.classes == {"b", "c"}
    assert page.by_id("a") is paragraph
    assert page.all("em", class_="b") == []


@pytest.mark.parametrize(
    "html",
    [
        "<html><p>un</html>",
        "<html><p>un</em></p></html>",
        "<html><p>un</p></p></html>",
        '<html><p id="a" id="b">un</p></html>',
        "<html><p>un",
    ],
)
def test_a_page_that_browsers_would_mend_is_refused(html: str) -> None:
    with pytest.raises(AssertionError):
        parse(html)


def test_readable_text_has_plain_spaces_and_apostrophes() -> None:
    assert readable("l\u2019Union\u202f;\n \u2060fin") == "l'Union ; fin"
