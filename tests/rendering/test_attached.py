"""What print says of the files attached to its PDF."""

from __future__ import annotations

import pytest

from briefing.model.edition import Medium
from briefing.rendering import render
from tests.builders import assembled, dossier, extract
from tests.rendering.pages import BUILT_IN, MEDIA, Node, parse, readable

SEAL = "3f2a91c077be41d0" + "0123456789abcdef" * 3


def lines(medium: Medium, fingerprint: str, *sections: str) -> list[Node]:
    briefing = assembled(dossier(extract()), *sections)
    page = parse(render(briefing, medium, loader=BUILT_IN, fingerprint=fingerprint).html)
    return page.all("p", class_="attached")


def test_print_names_the_files_and_the_first_digits() -> None:
    (line,) = lines(Medium.PRINT, SEAL)
    assert readable(line.text) == (
        "Ce PDF contient en pièces jointes ses extraits, ses sources et ses données. Empreinte : 3f2a 91c0 77be 41d0."
    )
    assert line.one("span", class_="fingerprint").text == "3f2a\u00a091c0\u00a077be\u00a041d0"


def test_the_line_is_one_of_the_legal_lines() -> None:
    briefing = assembled(dossier(extract()))
    page = parse(render(briefing, Medium.PRINT, loader=BUILT_IN, fingerprint=SEAL).html)
    assert page.one(class_="legal").all(class_="attached")


@pytest.mark.parametrize("medium", MEDIA)
def test_without_a_fingerprint_nothing_is_said(medium: Medium) -> None:
    assert lines(medium, "") == []


def test_the_screen_has_no_file_attached() -> None:
    assert lines(Medium.SCREEN, SEAL) == []


def test_an_audience_without_legal_lines_reads_nothing_of_it() -> None:
    assert lines(Medium.PRINT, SEAL, "positions") == []
