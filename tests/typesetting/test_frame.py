"""A frame says our words in its language; texts amid it are set as their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.text import Span
from briefing.resources import frame
from briefing.typesetting import Typesetter
from briefing.typesetting.engine import FRENCH
from briefing.typesetting.frame import FRENCH_FRAME, Frame, base, label
from briefing.typesetting.runs import set_runs
from tests.builders import TEXTS


def test_french_is_the_source() -> None:
    assert FRENCH_FRAME.say("Points clés") == "Points clés"
    assert FRENCH_FRAME.say("vu le {day}", day="3 mars") == "vu le 3 mars"
    assert FRENCH_FRAME.say("") == label("") == ""


def test_another_frame_translates() -> None:
    assert frame("en").say("Points clés") == "Key points"
    assert frame("de").say("Points clés") == "Kernpunkte"
    assert frame("en").say("") == ""  # for gettext, the header of the catalogue


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("fr", ["un extrait", "un extrait", "des extraits"]),
        ("en", ["%(num)s extracts", "%(num)s extract", "%(num)s extracts"]),
        ("de", ["%(num)s Auszüge", "%(num)s Auszug", "%(num)s Auszüge"]),
    ],
)
def test_nothing_is_singular_in_french_alone(language: str, forms: list[str]) -> None:
    pair = ("un extrait", "des extraits") if language == "fr" else EXTRACTS
    assert [frame(language).count(*pair, number) for number in range(3)] == forms


EXTRACTS = ("%(num)s extrait", "%(num)s extraits")


def test_a_count_fills_its_fields() -> None:
    assert FRENCH_FRAME.count("{n} mot", "{n} mots", 3, n="trois") == "trois mots"


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "a, b et c"), ("en-US", "a, b and c"), ("de", "a, b und c")]
)
def test_lists(language: str, said: str) -> None:
    assert Frame(language).listed(["a", "", "b", "c"]) == said
    assert Frame(language).listed(["a"]) == "a"
    assert Frame(language).listed([]) == ""


def test_a_region_makes_nothing_foreign() -> None:
    assert Frame("en-GB").foreign("en-US") == Frame("fr").foreign("fr-CH") == ""
    assert Frame("en").foreign("fr-CH") == "fr-CH"
    assert Frame("en").foreign("") == ""
    assert base("FR_ca") == "fr"


def test_labels_are_set_by_their_own_language() -> None:
    by = Typesetter("fr", frame=Frame("en"))
    assert by.foreign == "fr"
    assert by.text("Vraiment ?") == "Vraiment\u202f?"
    assert by.labels.text("Really ?") == "Really ?"
    assert by.labels.foreign == ""
    assert FRENCH.labels is FRENCH
    assert FRENCH.within("fr-CH") is FRENCH


def test_superior_letters_are_french() -> None:
    assert Typesetter("en").superiors("the 1er & n° 3") == "the 1er &amp; n° 3"
    assert Typesetter("fr").superiors("1er") == "1<sup>er</sup>"


def test_french_runs_amid_english_are_set_as_french() -> None:
    spans = [
        Span("He said: “"),
        Span("Quoi ", language="fr"),
        Span("?", language="fr"),
        Span("” ?"),
    ]
    assert set_runs(spans, Typesetter("en")) == ["He said: “", "Quoi\u202f", "?", "” ?"]
    assert set_runs(spans, Typesetter("en"), frozen={1, 2})[1:3] == ["Quoi ", "?"]


@given(st.lists(st.sampled_from(TEXTS), max_size=4))
def test_runs_without_a_language_are_one_text(texts: list[str]) -> None:
    assert set_runs([Span(text) for text in texts], FRENCH) == FRENCH.spans(texts)


@given(st.lists(st.sampled_from(TEXTS), max_size=4))
def test_english_gets_its_marks_and_nothing_else(texts: list[str]) -> None:
    by = Typesetter("en")
    done = set_runs([Span(text) for text in texts], by)
    assert done == by.spans(texts)
    bare = str.maketrans("", "", "'’\"“”‘ \u00a0\u202f")
    assert [text.translate(bare) for text in done] == [text.translate(bare) for text in texts]


@pytest.mark.parametrize(
    ("frame_language", "spans", "seen"),
    [
        ("en", [Span("“"), Span("« Oui »", language="fr"), Span("”")], "“␣«␣Oui␣»␣”"),
        ("de", [Span("„"), Span('"Yes" then', language="en"), Span("“")], "„␣“Yes” then“"),
        ("fr", [Span("« "), Span('"Yes"', language="en"), Span(" »")], "«␣“Yes”␣»"),
        ("en", [Span("“"), Span('"Yes", he said', language=""), Span("”")], "“␣‘Yes’, he said”"),
        ("de", [Span("„"), Span('"Ja", sagt er'), Span("“")], "„␣‚Ja‘, sagt er“"),
    ],
)
def test_marks_of_two_quotations_never_touch(
    frame_language: str, spans: list[Span], seen: str
) -> None:
    by = Typesetter(frame_language)
    assert "".join(set_runs(spans, by)).replace("\u202f", "␣") == seen
