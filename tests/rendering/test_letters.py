"""The letters that an edition is written with."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.briefing import Briefing
from briefing.model.dossier import Author, Legal
from briefing.reading.dates import parse_date
from briefing.rendering.letters import letters
from tests.builders import assembled, dossier
from tests.rendering.pages import page_of

ANY = assembled(dossier())


@given(st.text(), st.text(), st.text())
def test_every_text_counts_however_deep(title: str, name: str, line: str) -> None:
    made = replace(ANY, title=title, authors=(Author(name),), legal=Legal(address=(line,)))
    assert set(title + name + line) <= letters(made)


def test_what_is_no_text_does_not_count() -> None:
    assert not set("={}") & letters(replace(ANY, title="Un titre"))


def test_a_date_is_written_in_words() -> None:
    assert "~" not in letters(replace(ANY, date=parse_date("2025-02~")))


def test_the_page_is_written_with_no_other_letter(starter_briefing: Briefing) -> None:
    """But for figures, marks and labels, which every font has."""
    shown = {c for c in page_of(starter_briefing).text if c.isalpha() and not c.isascii()}
    assert shown - set("éèàêôçùîœÀÉÈ’") <= letters(starter_briefing)
