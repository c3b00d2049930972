"""A font made once is what it would be, and no other's."""

from __future__ import annotations

import pytest

import briefing
from briefing.model.edition import Edition
from tests.builders import assembled, dossier, extract
from tests.remembered_fonts import remembered_fonts


def edition(quotation: str) -> Edition:
    return briefing.render(assembled(dossier(extract(quotation=quotation))), "print")


def test_pages_are_what_they_would_be() -> None:
    editions = [edition("un quai"), edition("deux juges"), edition("un quai")]
    plain = [briefing.print_pdf(each).data for each in editions]
    assert plain[0] != plain[1]
    with remembered_fonts():
        assert [briefing.print_pdf(each).data for each in editions] == plain


def test_a_font_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with remembered_fonts() as fonts:
        briefing.print_pdf(edition("un quai"))
        monkeypatch.setattr(fonts, "make", None)
        briefing.print_pdf(edition("un quai"))
        with pytest.raises(TypeError, match="NoneType"):
            briefing.print_pdf(edition("Žižkov"))
