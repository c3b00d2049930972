"""A PDF edition, read back: `briefing.json` in it, and its Info dictionary."""

from __future__ import annotations

from typing import Final

from briefing.feeding.marks import printed_mark, told_mark
from briefing.feeding.values import Described, UnreadableError
from briefing.model.finding import message
from briefing.model.finished import FinishedPdf
from briefing.model.languages import primary
from briefing.model.text import Span
from briefing.model.vocabulary import Tlp
from briefing.typesetting import Typesetter
from briefing.typesetting.engine import FRENCH
from briefing.verifying.nodes import Node, ShapeError, parse

_STRUCTURE: Final = "briefing.json"
_DAY: Final = "D:"


def read_pdf(pdf: FinishedPdf) -> Described:
    """Return what a PDF tells of itself; raises `UnreadableError` if briefing didn't make it.

    Texts are carried as the analyst wrote them, and are set here.
    """
    if _STRUCTURE not in pdf.attachments:
        raise UnreadableError(
            message("it isn't a PDF that briefing made"),
            message("take it out of the folder, or name another folder"),
        )
    try:
        return _described(pdf, parse(pdf.attachments[_STRUCTURE]))
    except ShapeError as fault:
        raise UnreadableError(
            fault.message,
            message("its attachment {name} is spoilt: build it again", name=_STRUCTURE),
        ) from fault


def _described(pdf: FinishedPdf, told: Node) -> Described:
    language = told["text_language"].text_or_empty() or told["language"].text()
    by = FRENCH if primary(language) == "fr" else Typesetter(language)
    points = (point["text"].text() for point in told["key_points"].list_or_empty())
    return Described(
        title=by.text(told["title"].text()),
        summary=by.text(told["subtitle"].text_or_empty()),
        authors=tuple(author.text() for author in told["authors"].list_or_empty()),
        date=_w3c(pdf.info.get("/CreationDate", "")) if told["date"].is_there else "",
        language=language,
        audience=told["audience"].text(),
        key_points=tuple((Span(by.text(point)),) for point in points),
        tlp=_mark(pdf, told["tlp"].text_or_empty()),
        embargo=told["embargo"].text_or_empty(),
        draft=told["draft"].true_or_false(),
    )


def _mark(pdf: FinishedPdf, told: str) -> Tlp | None:
    """Return the label of the attachment, or that of the first page if it is higher."""
    found = (told_mark([f"TLP:{told}"] if told else []), printed_mark("".join(pdf.pages[:1])))
    return max((mark for mark in found if mark), key=lambda mark: mark.rank, default=None)


def _w3c(date: str) -> str:
    """Return the day of a date of PDF: `D:20250212`, `D:202502`, `D:2025`."""
    digits = date.removeprefix(_DAY)[:8]
    return "-".join(part for part in (digits[:4], digits[4:6], digits[6:]) if part)
