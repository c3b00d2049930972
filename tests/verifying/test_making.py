"""Any edit of the pages is told, a draft is none of an edition, doubts are faults."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest
from pypdf.annotations import FreeText

from briefing.model.briefing import Draft
from briefing.model.finished import FinishedPdf
from briefing.verifying import State
from briefing.verifying.making import pages_check
from tests.support import CONFIG
from tests.verifying.editing import reworded
from tests.verifying.making import (
    TEXT,
    failures,
    in_json,
    read_back,
    resealed,
    small_pdf,
    verified,
    with_files,
)

PAGES = "print.made"


def made(data: bytes) -> list[str]:
    """Return what is said of the pages of a PDF that was edited."""
    return failures(verified(read_back(data), TEXT)).get(PAGES, [])


# ---- Words in places that nothing else compares --------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("source unique", "sources unies"),  # what bears an item out
        ("propos rapportés", "propos reportés"),  # the voice
        ("Jeanne", "Jeannie"),  # the speaker in the detail or in a note
        ("vérifiées", "relues"),  # the method
        ("Financement", "Finances"),  # a header of the matrix
        ("lacune", "une"),  # the legend of the gaps
        ("20\u00a0mai\u00a02025", "22\u00a0mai\u00a02025"),  # a date
        ("1", "2"),  # a call, or a number
        ("Comment citer", "Comment cirer"),
    ],
)
def test_a_word_changed_in_a_page_is_told(pdf_bytes: bytes, old: str, new: str) -> None:
    (told,) = made(reworded(pdf_bytes, old, new))
    assert told in ("page 1 isn't as it was made", "page 2 isn't as it was made")


def spoilt(data: bytes, edit: Callable[[pypdf.PdfWriter], Any]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    edit(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def cover(writer: pypdf.PdfWriter) -> None:
    writer.add_annotation(0, FreeText(text="Faux", rect=(50, 500, 400, 700)))


def swap(writer: pypdf.PdfWriter) -> None:
    pages = writer.root_object["/Pages"]["/Kids"]  # type: ignore[index]
    pages[0], pages[1] = pages[1], pages[0]


def test_saved_again_the_pages_are_as_they_were(pdf_bytes: bytes) -> None:
    assert made(spoilt(pdf_bytes, lambda _: None)) == []


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (cover, "page 1 isn't as it was made"),
        (swap, "page 2 isn't as it was made"),
        (lambda w: w.remove_page(0), "2 pages were made, 1 are there"),
        (lambda w: w.remove_page(1), "2 pages were made, 1 are there"),
        (lambda w: w.add_page(w.pages[0]), "2 pages were made, 3 are there"),
        (lambda w: w.add_blank_page(), "page 3 isn't as it was made"),
    ],
)
def test_pages_covered_moved_removed_or_added_are_told(
    pdf_bytes: bytes, edit: Callable[[pypdf.PdfWriter], Any], told: str
) -> None:
    assert told in made(spoilt(pdf_bytes, edit))


def test_pages_whose_marks_alone_agree_are_told(finished: FinishedPdf) -> None:
    drawn = (finished.drawn[0][:-1] + "?", *finished.drawn[1:])
    (fault,) = pages_check(finished.info, drawn).faults
    assert str(fault.message) == "the pages aren't those that were made"


# ---- What it was made as -------------------------------------------------------------------


def test_a_draft_is_no_edition() -> None:
    found = failures(verified(read_back(small_pdf(draft=Draft(1)))))
    told = "it is a draft: it may hold errors and quotations that nobody verified"
    assert found["draft"] == [told]


@pytest.mark.parametrize(("verdict", "doubted"), [("near", True), ("absent", True), (None, False)])
def test_a_quotation_that_wasnt_verified_then_is_told(
    finished: FinishedPdf, verdict: str | None, doubted: bool
) -> None:
    def doubt(value: Any) -> None:
        value["verdicts"]["martin-2025#offre"] = verdict

    data = in_json(finished.attachments["briefing.json"], doubt)
    report = verified(resealed(with_files(finished, briefing=data)))
    (check,) = (check for check in report.checks if check.name == "verdicts")
    assert check.state is (State.FAILED if doubted else State.PARTLY)
    assert [fault.subject for fault in check.faults] == ["martin-2025#offre"] * doubted


def test_without_verdicts_nothing_is_known_of_them(finished: FinishedPdf) -> None:
    data = in_json(finished.attachments["briefing.json"], lambda value: value.pop("verdicts"))
    report = verified(with_files(finished, briefing=data))
    (check,) = (check for check in report.checks if check.name == "verdicts")
    assert (check.state, check.left) == (State.UNCHECKED, 2)


@pytest.mark.parametrize(("key", "value"), [("draft", "non"), ("sections", "x"), ("sections", [1])])
def test_an_odd_value_is_told(finished: FinishedPdf, key: str, value: Any) -> None:
    data = in_json(finished.attachments["briefing.json"], lambda held: held.update({key: value}))
    found = failures(verified(with_files(finished, briefing=data)))
    assert found["attachments"] == ["briefing.json the attachment can't be read"]


# ---- Signs that the fonts don't have -------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("sign", ["€ ₿", "🚂", "夜行列車", "ქართული", "« قطار الليل »", "(שלום)"])
def test_a_sign_of_another_script_leaves_the_text_legible(sign: str) -> None:
    data = small_pdf(config=CONFIG.replace("train de nuit", f"train {sign} de nuit"))
    assert failures(verified(read_back(data), TEXT)) == {}
