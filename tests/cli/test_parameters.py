"""Parameter types: what people type becomes what the program means."""

from __future__ import annotations

import click
import pytest

from briefing.cli.parameters import FORMATS, EdtfDate, FormatList
from briefing.model.dates import Moment
from briefing.reading import audiences


@pytest.mark.parametrize(
    ("text", "formats"),
    [
        ("pdf", ("pdf",)),
        ("pdf,html", ("pdf", "html")),
        ("HTML, Pdf", ("html", "pdf")),
        ("pdf,pdf", ("pdf",)),
        (",pdf,", ("pdf",)),
        ("", ()),
    ],
)
def test_a_list_of_formats(text: str, formats: tuple[str, ...]) -> None:
    assert FormatList().convert(text, None, None) == formats


def test_a_list_that_is_one_already_stays() -> None:
    assert FormatList().convert(("pdf",), None, None) == ("pdf",)


@pytest.mark.parametrize("text", ["docx", "pdf,docx", "pdf;html", "pdf html"])
def test_an_unknown_format_is_refused(text: str) -> None:
    with pytest.raises(click.BadParameter, match="isn't a format"):
        FormatList().convert(text, None, None)


def test_the_formats_of_the_command_line_are_those_of_a_dossier() -> None:
    assert set(FORMATS) == set(audiences.FORMATS)


def test_a_date() -> None:
    assert EdtfDate().convert("2025-11-21", None, None).start == Moment(2025, 11, 21)


@pytest.mark.parametrize("text", ["hier", "21/11/2025", "2025-11-31", ""])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(click.BadParameter, match="isn't a date"):
        EdtfDate().convert(text, None, None)
