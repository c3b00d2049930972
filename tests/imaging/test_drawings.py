"""Drawings: what draws is kept, an editor's own left out, all else refused."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from briefing.imaging.drawings import is_drawing, read_drawing
from briefing.imaging.faults import UnfitPictureError
from briefing.model.parts import Picture
from tests.imaging.pictures import saved, svg, two_halves

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 4 3"'


def read(inside: str, head: str = 'viewBox="0 0 40 30"') -> Picture:
    return read_drawing(svg(inside, head), "trace.svg")


def kept(inside: str, head: str = 'viewBox="0 0 40 30"') -> ElementTree.Element:
    return ElementTree.fromstring(read(inside, head).data)  # noqa: S314 - ours


def refused(data: bytes) -> str:
    with pytest.raises(UnfitPictureError) as fault:
        read_drawing(data, "trace.svg")
    return fault.value.code


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (svg(), True),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n" + svg(), True),
        (b"<!-- une note -->" + svg(), True),
        (saved(two_halves()), False),
        (b"", False),
        (b"<html><svg/></html>", False),
    ],
)
def test_a_drawing_is_known_by_its_beginning(data: bytes, expected: bool) -> None:
    assert is_drawing(data) is expected


def test_what_draws_is_kept() -> None:
    inside = (
        '<style>.a { fill: url(#g) }</style><defs><linearGradient id="g"><stop offset="0"/>'
        '</linearGradient></defs><g class="a" style="stroke: #123"><circle r="2"/>'
        '<text x="1" font-size="3">Gare <tspan dx="1">nord</tspan> !</text></g>'
    )
    root = kept(inside)
    assert ElementTree.tostring(root, "unicode", "text") == ".a { fill: url(#g) }Gare nord !"
    assert [e.tag.partition("}")[2] for e in root.iter()] == (
        "svg style defs linearGradient stop g circle text tspan".split()
    )
    assert root[2].attrib == {"class": "a", "style": "stroke: #123"}


def test_what_only_an_editor_knows_is_left_out() -> None:
    inside = (
        '<metadata><a xmlns="urn:x">SECRET</a></metadata><x:view xmlns:x="urn:x">SECRET</x:view>'
        '<!-- SECRET --><path d="M0 0" data-name="SECRET" x:label="SECRET" xmlns:x="urn:x"/>'
    )
    assert b"SECRET" not in read(inside).data


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<foreignObject><p>Un mot</p></foreignObject>",
        '<image href="https://example.org/a.png"/>',
        '<image href="data:image/png;base64,AA"/>',
        '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
        "<animate attributeName='x'/>",
        "<filter id='f'><feImage href='#x'/></filter>",
        '<path d="M0 0" onclick="alert(1)"/>',
        '<path d="M0 0" ONLOAD="alert(1)"/>',
        '<use href="https://example.org/a.svg#x"/>',
        '<use href="data:image/svg+xml,x#x"/>',
        '<path fill="url(https://example.org/a.svg#x)"/>',
        "<path style=\"fill: url( 'file:///etc/passwd' )\"/>",
        '<path style="fill: \\75rl(//example.org)"/>',
        "<style>@import '//example.org/a.css';</style>",
        "<style>path { background: image-set('//example.org/a.png' 1x) }</style>",
        "<style>path { fill: URL(//example.org) }</style>",
    ],
)
def test_what_does_more_than_draw_is_refused(inside: str) -> None:
    assert refused(svg(inside)) == "BR355"


def test_a_link_of_the_old_kind_is_refused_as_well() -> None:
    assert refused(svg('<use xlink:href="a.svg#x"/>', XLINK)) == "BR355"


def test_a_link_of_the_old_kind_within_the_drawing_is_kept() -> None:
    root = kept('<path id="x" d="M0 0"/><use xlink:href="#x" x="2"/>', XLINK)
    assert root[1].attrib == {"href": "#x", "x": "2"}


def test_nothing_is_declared_in_a_drawing() -> None:
    declared = b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("<text>&a;</text>")
    assert refused(declared) == "BR355"


@pytest.mark.parametrize("data", [b"<svg", b"<?xml version='1.0'?><html/>", svg("<g>"), svg("&x;")])
def test_what_is_no_drawing_is_refused(data: bytes) -> None:
    assert refused(data) == "BR353"


# ---- What unfolds --------------------------------------------------------------------------


def test_copies_of_copies_are_refused() -> None:
    doubling = "".join(
        f'<g id="g{i}"><use href="#g{i - 1}"/><use href="#g{i - 1}"/></g>' for i in range(1, 40)
    )
    assert refused(svg(f'<g id="g0"><path d="M0 0"/></g>{doubling}')) == "BR354"


def test_a_drawing_within_itself_is_refused() -> None:
    assert refused(svg('<g id="g"><use href="#g"/></g>')) == "BR354"


def test_many_copies_count_as_what_they_draw() -> None:
    held = f'<g id="g">{"<path/>" * 200}</g>'
    assert read(held + '<use href="#g"/>' * 90).width == 40
    assert refused(svg(held + '<use href="#g"/>' * 110)) == "BR354"


def test_what_is_nested_too_deeply_is_refused() -> None:
    assert read("<g>" * 50 + "</g>" * 50).width == 40
    assert refused(svg("<g>" * 5000 + "</g>" * 5000)) == "BR354"


# ---- Measures ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('viewBox="0 0 40 30"', (40, 30)),
        ('viewBox="-5,-5 40.4 30"', (40, 30)),
        ('width="120" height="60px"', (120, 60)),
        ('width="100%" height="auto" viewBox="0 0 8 6"', (8, 6)),
    ],
)
def test_a_drawing_is_as_large_as_it_says(head: str, size: tuple[int, int]) -> None:
    made = read("", head)
    assert (made.media_type, made.width, made.height) == ("image/svg+xml", *size)
    root = kept("", head)
    assert {"viewBox", "width", "height"} <= set(root.keys())
    assert "%" not in root.get("width", "")


@pytest.mark.parametrize(
    "head",
    [
        "",
        'viewBox="0 0 0 30"',
        'viewBox="0 0 a b"',
        'viewBox="0 0 nan 30"',
        'viewBox="0 0 1e99 1"',
        'width="100%" height="100%"',
    ],
)
def test_a_drawing_without_measures_is_refused(head: str) -> None:
    assert refused(svg("", head)) == "BR353"


def test_a_band_fills_its_place() -> None:
    made = read_drawing(svg(), "trace.svg", band=True)
    assert b'preserveAspectRatio="xMidYMid slice"' in made.data


def test_reading_what_was_read_changes_nothing() -> None:
    once = read('<g id="a"><path d="M0 0"/></g><use href="#a"/>')
    assert read_drawing(once.data, "trace.svg") == once
