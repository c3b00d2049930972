"""The HTML edition: light enough to be mailed, written with its own fonts, closed to the world."""

from __future__ import annotations

import base64
import io
import re
from html import unescape
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefing.outputs.fonts import REPERTOIRE, completed_fonts
from tests.validation.dossiers import NAMES

pytestmark = [pytest.mark.validation]

HEAVIEST = 390_000
"""Bytes of the sample: the mark is 400 000, and a later correction needs some room."""

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_CONTENT = re.compile(r'content:"([^"]*)"')
_ESCAPE = re.compile(r"\\([0-9a-f]{1,6}) ?")
_REQUEST = re.compile(
    r"""<(?:link|iframe|object|embed)\b|@import|\bsrc="(?!data:)|url\((?!["']?data:)"""
)


def test_the_sample_is_light(pages: dict[str, Path]) -> None:
    assert pages["sample"].stat().st_size <= HEAVIEST


@pytest.mark.parametrize("name", NAMES)
def test_the_fonts_have_every_letter_of_the_page(name: str, pages: dict[str, Path]) -> None:
    html = pages[name].read_text("utf-8")
    wanted = {ord(c) for c in printed(html) & set(REPERTOIRE)}
    brought = re.findall(r"base64,([^)]*)\) format\('woff2'\)", html)
    for data, whole in zip(brought, completed_fonts(), strict=True):
        with TTFont(io.BytesIO(base64.b64decode(data))) as font, TTFont(whole) as full:
            missing = wanted & full.getBestCmap().keys() - font.getBestCmap().keys()
            assert "".join(map(chr, missing)) == ""


def printed(html: str) -> set[str]:
    """Return the letters of a page, those that its style adds among them."""
    added = "".join(_CONTENT.findall(html))
    style = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), added)
    body = _STYLE.sub("", html.partition("<body")[2].partition(">")[2])
    return set(style) | set(unescape(re.sub(r"<[^>]*>", "", body)))


@pytest.mark.parametrize("name", NAMES)
def test_no_page_asks_anything_of_anyone(name: str, pages: dict[str, Path]) -> None:
    html = pages[name].read_text("utf-8")
    assert _REQUEST.findall(html) == []
    assert re.findall(r"<script(?! type=\"application/ld\+json\")", html) == []
