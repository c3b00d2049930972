"""What is read back from a PDF, which tells the same as the page of the same edition."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from briefing.feeding import UnreadableError, read_page, read_pdf
from briefing.model.briefing import Draft
from briefing.model.text import Span, plain
from briefing.model.vocabulary import Tlp
from tests.feeding.making import DOSSIER, carried, page


def test_a_pdf_tells_what_its_page_does() -> None:
    told, same = read_pdf(carried()), read_page(page())
    assert [plain(point) for point in told.key_points] == [plain(p) for p in same.key_points]
    # Emphasis, house and rights are on the page alone.
    assert replace(told, key_points=(), house="Notes", rights=same.rights) == replace(
        same, key_points=()
    )


def test_texts_of_another_language_are_not_set_in_french() -> None:
    config = "langue-des-textes = 'en'\n" + DOSSIER.replace("paierait", "pays; it")
    assert plain(read_pdf(carried(config=config)).key_points[0]).startswith("La région pays; it")


@pytest.mark.parametrize("mark", [None, Tlp.CLEAR, Tlp.AMBER_STRICT])
def test_the_label_is_told(mark: Tlp | None) -> None:
    assert read_pdf(carried(tlp=mark)).tlp is mark


def test_the_label_that_is_printed_alone_is_told() -> None:
    pdf = carried(tlp=Tlp.AMBER_STRICT)
    assert b'"tlp"' in pdf.attachments["briefing.json"]
    bare = pdf.attachments["briefing.json"].replace(b'"tlp"', b'"x"')
    assert read_pdf(replace(pdf, attachments={"briefing.json": bare})).tlp is Tlp.AMBER_STRICT


def test_words_about_labels_are_no_label() -> None:
    pdf = replace(carried(), pages=("On y lit TLP:RED en toutes lettres.\n",))
    assert read_pdf(pdf).tlp is None


def test_an_embargo_and_a_draft_are_told() -> None:
    told = read_pdf(carried(embargo="12 mars", draft=Draft()))
    assert (told.embargo, told.draft) == ("12 mars", True)


def test_a_date_may_be_a_month() -> None:
    config = DOSSIER.replace("2025-06-02", "2025-06")
    assert read_pdf(carried(config=config)).date == "2025-06"


def test_without_a_date_there_is_none() -> None:
    config = DOSSIER.replace('date = "2025-06-02"\n', "")
    assert read_pdf(carried(config=config)).date == ""


def test_another_pdf_is_refused() -> None:
    with pytest.raises(UnreadableError, match="briefing made"):
        read_pdf(replace(carried(), attachments=MappingProxyType({})))


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"title": 1}', b'{"title": "a"}', b"\xff"])
def test_a_spoilt_attachment_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError) as fault:
        read_pdf(replace(carried(), attachments={"briefing.json": data}))
    assert "briefing.json is spoilt" in str(fault.value.hint)


def test_a_key_point_is_set_in_french() -> None:
    config = DOSSIER.replace("La région paierait", 'L\'élue dit \\"non\\" ; la région paierait')
    (point,) = read_pdf(carried(config=config)).key_points
    assert point == (
        Span("L’élue dit «\u202fnon\u202f»\u202f; la région paierait la moitié du déficit."),
    )
