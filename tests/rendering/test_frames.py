"""The frame speaks its language, the texts theirs; each is set by its own habits."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from briefing.model.briefing import Briefing
from briefing.model.changes import Change, ChangeKind, Changes, ItemKind, Run
from briefing.model.dossier import Dossier
from briefing.model.edition import Medium
from briefing.model.text import Span
from briefing.rendering import changes, filters
from briefing.resources import frame
from briefing.typesetting import Typesetter
from tests.builders import FEWER, assembled, dossier, dossiers, edtf, extract, source
from tests.builders import rich as prose
from tests.rendering.checks import faults
from tests.rendering.pages import MEDIA, Node, html_of, notes_of, page_of, parse, readable

EN = frame("en")
FRENCH_IN_ENGLISH = Typesetter("fr", frame=EN)
ENGLISH = Typesetter("en", frame=EN)
GERMAN = Typesetter("de", frame=frame("de"))
ENGLISH_IN_FRENCH = Typesetter("en")
CALL = Markup("<sup>1</sup>")


def framed(what: Dossier, language: str, texts: str = "") -> Briefing:
    return assembled(replace(what, language=language, told_text_language=texts))


def labels_of(page: Node) -> str:
    """Return the words of a page that no element marks as of another language.

    The stop of a sentence is the sentence's, though no element marks it.
    """
    language = page.get("lang")

    def said(node: Node) -> str:
        if node.tag in ("style", "script") or node.get("lang") not in ("", language):
            return ""
        stop = "held" in node.classes
        return "".join(
            said(child) if isinstance(child, Node) else child * (not stop)
            for child in node.children
        )

    return readable(said(page))


@FEWER
@given(dossiers(), st.sampled_from([("en", ""), ("de", ""), ("en-US", "en"), ("fr", "en")]))
def test_any_dossier_makes_a_sound_page_in_any_frame(
    any_dossier: Dossier, languages: tuple[str, str]
) -> None:
    made = framed(any_dossier, *languages)
    assert [(m, fault) for m in MEDIA for fault in faults(page_of(made, m))] == []


@pytest.mark.parametrize("medium", MEDIA)
def test_french_says_no_language_twice(sample_briefing: Briefing, medium: Medium) -> None:
    """One language for both: nothing is wrapped."""
    told = replace(sample_briefing, told_text_language="fr")
    assert html_of(told, medium) == html_of(sample_briefing, medium)


FRENCH_WORDS = re.compile(
    r"\b(?:le|la|les|des|du|un|une|et|est|sont|dans|sur|avec|aux|sans|dont|extraits?|parole"
    r"|propos|voir|autres?|date|citations?|janvier|février|novembre|s\. d\.|s\. l\.)\b"
)


@pytest.mark.parametrize("language", ["en", "en-US", "de"])
@pytest.mark.parametrize("medium", MEDIA)
def test_no_french_label_is_left_in_another_frame(
    sample_briefing: Briefing, medium: Medium, language: str
) -> None:
    page = page_of(replace(sample_briefing, language=language), medium)
    said = labels_of(page)
    allowed = {"la", "des", "du", "date"}  # in names, and in English or German
    assert page.get("lang") == language
    assert set(FRENCH_WORDS.findall(said)) <= allowed
    assert not re.search("[\u202f«»]| [:;?!]", said)


def test_texts_carry_their_language_and_labels_do_not() -> None:
    page = page_of(framed(dossier(title="Négocier ?"), "en"))
    assert page.get("lang") == "en"
    title = page.one("h1").one("span")
    assert (title.get("lang"), title.text) == ("fr", "Négocier\u202f?")
    assert page.one("title").get("lang") == "fr"


def test_texts_in_the_language_of_the_frame_carry_none() -> None:
    page = page_of(framed(dossier(title="Negotiating ?"), "en-GB", "en-US"))
    assert page.get("lang") == "en-GB"
    assert page.one("h1").children == ["Negotiating ?"]
    assert page.one("title").get("lang") == ""


def test_english_texts_in_a_french_frame_keep_their_spaces() -> None:
    assert filters.typo("Why ? “No”: 5 %", by=ENGLISH_IN_FRENCH) == (
        '<span lang="en">Why ? “No”: 5 %</span>'
    )


@pytest.mark.parametrize(
    ("by", "html"),
    [
        (FRENCH_IN_ENGLISH, '“<span lang="fr">Il dit «\u202fnon\u202f».</span>”'),
        (ENGLISH, "“Il dit ‘non’.”"),
        (GERMAN, '„<span lang="fr">Il dit «\u202fnon\u202f».</span>“'),
        (ENGLISH_IN_FRENCH, "«\u202fIl dit “non”.\u202f»"),
    ],
)
def test_a_quotation_stands_between_the_marks_of_the_frame(by: Typesetter, html: str) -> None:
    told = "" if by is ENGLISH else "fr"
    quoted = replace(extract("a", quotation='Il dit "non".'), language=told)
    assert filters.quotation(quoted, by=by) == html


def test_a_quotation_in_the_language_of_the_frame_is_not_marked() -> None:
    quoted = replace(extract("a", quotation="He says no."), language="en-US")
    assert filters.quotation(quoted, by=FRENCH_IN_ENGLISH) == "“He says no.”"


def test_a_call_stands_before_a_french_stop_and_after_another() -> None:
    french = filters.closing(prose("Il refuse tout."), CALL, by=FRENCH_IN_ENGLISH)
    english = filters.closing(prose("He refuses all."), CALL, by=ENGLISH)
    assert french == (
        '<span lang="fr">Il refuse</span><span> </span><span class="held">'
        '<span lang="fr">tout</span><sup>1</sup>.</span>'
    )
    assert english == ('He refuses<span> </span><span class="held">all.<sup>1</sup></span>')


def test_french_runs_share_their_marks_across_emphasis() -> None:
    html = filters.rich(prose("Il dit « *oui* » !"), by=FRENCH_IN_ENGLISH)
    assert parse(f"<html>{html}</html>").text == "Il dit «\u202foui\u202f»\u202f!"
    assert '<em><span lang="fr">oui</span></em>' in html


def test_french_superior_letters_stay_raised() -> None:
    assert "1<sup>er</sup>" in filters.rich(prose("le 1er mars"), by=FRENCH_IN_ENGLISH)
    assert "<sup>" not in filters.rich(prose("le 1er mars"), by=ENGLISH)


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (ENGLISH, "a, b and c"),
        (GERMAN, "a, b und c"),
        (FRENCH_IN_ENGLISH, "a, b and c"),
        (ENGLISH_IN_FRENCH, "a, b et c"),
    ],
)
def test_lists_are_joined_by_the_frame(by: Typesetter, said: str) -> None:
    assert Markup(filters.listed(["a", "b", "c"], by=by)).striptags() == said


@pytest.mark.parametrize(
    ("text", "over"),
    [("“Yes.”", "“Yes.”"), ("“Yes”", "“Yes”."), ("Yes", "Yes."), ("Yes.", "Yes.")],
)
def test_a_stop_within_english_marks_ends_a_note(text: str, over: str) -> None:
    assert filters.ended(Markup(text), by=ENGLISH) == over


def test_a_stop_before_another_quotation_goes() -> None:
    wrapped = Markup('“<span lang="fr">Oui.</span>”')
    assert filters.unended(wrapped, by=FRENCH_IN_ENGLISH) == '“<span lang="fr">Oui</span>”'
    assert filters.unended(Markup("„Ja.“"), by=GERMAN) == "„Ja“"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("« “Oui.” »", "« “Oui” »"),
        ("« <em>Oui.</em> »", "« <em>Oui</em> »"),
        ("« Oui ? »", "« Oui ? »"),
        ("« Oui. » (hier)", "« Oui. » (hier)"),
    ],
)
def test_the_stop_goes_from_within_marks_and_emphasis(text: str, left: str) -> None:
    assert filters.unended(Markup(text)) == left


def test_marks_of_the_frame_take_no_space_but_in_french() -> None:
    assert filters.followed("ISBN", ":", by=FRENCH_IN_ENGLISH) == "ISBN:"
    assert filters.followed("ISBN", ":", by=ENGLISH_IN_FRENCH) == "ISBN\u00a0:"


def test_numbers_and_dates_are_those_of_the_frame() -> None:
    assert filters.grouped(11634, by=FRENCH_IN_ENGLISH) == "11,634"
    assert filters.in_words(3, by=GERMAN) == "drei"
    assert filters.date(edtf("2025-03-01"), by=FRENCH_IN_ENGLISH) == "1\u00a0March\u00a02025"
    assert changes.day("2025-03-01", by=GERMAN) == "1.\u00a0März\u00a02025"
    assert changes.day("jadis", by=FRENCH_IN_ENGLISH) == '<span lang="fr">jadis</span>'


def test_what_changed_is_marked_within_its_language() -> None:
    runs = [Run("Moscou "), Run("refuse ", changed=True), Run("tout.")]
    html = changes.deleted(runs, by=FRENCH_IN_ENGLISH)
    assert html == (
        '“<span lang="fr">Moscou</span> <del><span lang="fr">refuse</span></del> '
        '<span lang="fr">tout.</span>”'
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                "What has changed since the version of 3 March 2025 New key point Un fait. Support"
                " strengthened Un fait. Now three distinct sources, against one previously. Sources"
                " added: D. Minic and la note. And two other changes."
            ),
        ),
        (
            "de",
            (
                "Was sich geändert hat seit der Fassung vom 3. März 2025 Neuer Kernpunkt Un fait."
                " Belege verstärkt Un fait. Nunmehr drei verschiedene Quellen, zuvor eine. Neue"
                " Quellen: D. Minic und la note. Und zwei weitere Änderungen."
            ),
        ),
    ],
)
def test_what_changed_is_told_in_the_frame(language: str, said: str) -> None:
    told = Changes(
        edtf("2025-03-03"),
        (
            Change(ChangeKind.ADDED, ItemKind.KEY_POINT, "x", new="Un fait."),
            Change(ChangeKind.SUPPORT, ItemKind.KEY_POINT, "x", old="1", new="3", text="Un fait."),
        ),
        sources_added=("D. Minic", "la note"),
        others=2,
    )
    made = replace(framed(dossier(extract()), language), changes=told)
    assert readable(page_of(made).by_id("changements").text) == said


def test_german_nouns_may_be_divided() -> None:
    html = Markup("die Verhandlungen")
    assert filters.whole_names(html, by=GERMAN) == html
    assert "name" in filters.whole_names(html, by=ENGLISH)


def test_a_label_of_the_analyst_is_in_the_language_of_the_texts() -> None:
    named = source("a", label="la note d'hier")
    assert filters.label(named, by=FRENCH_IN_ENGLISH) == '<span lang="fr">la note d’hier</span>'
    assert filters.label(named, by=ENGLISH) == "la note d’hier"


@pytest.mark.parametrize("typed", ["« Un virage »", '"Un virage"', "“Un virage”"])
@pytest.mark.parametrize(
    ("by", "seen"),
    [
        (FRENCH_IN_ENGLISH, '“<span lang="fr">Un virage</span>”'),
        (Typesetter("fr", frame=frame("de")), '„<span lang="fr">Un virage</span>“'),
    ],
)
def test_a_title_in_a_label_stands_between_the_marks_of_the_frame(
    by: Typesetter, seen: str, typed: str
) -> None:
    assert filters.label(source("a", label=typed), by=by) == seen


def test_a_label_with_more_than_a_title_keeps_its_marks() -> None:
    named = source("a", label="« Un » et « deux »")
    assert "«\u202fUn\u202f»" in filters.label(named, by=FRENCH_IN_ENGLISH)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("anonyme", "Anonyme"),
        ("", ""),
        (Markup(""), ""),
        (Markup("<em>la</em> note"), "<em>La</em> note"),
        (Markup("&lt;la"), "&lt;la"),
        (Markup('<span lang="fr">«\u202fla'), '<span lang="fr">«\u202fla'),
    ],
)
def test_the_first_letter_is_found_behind_tags(text: str, said: str) -> None:
    assert filters.opening(text) == said
    assert isinstance(filters.opening(text), Markup) == isinstance(text, Markup)


def test_a_note_opens_with_a_capital_in_any_frame() -> None:
    """Its source may be named by the analyst, in the language of the texts."""
    unsigned = source(label="la note", authors=())
    made = framed(dossier(extract(said_by=""), sources=[unsigned]), "en")
    (note,) = notes_of(page_of(made), Medium.SCREEN)
    assert note.text.startswith("La note [1]: “")


def test_an_edition_tells_the_language_of_its_frame() -> None:
    assert 'lang="en-US"' in html_of(framed(dossier(), "en-US"))


def test_addresses_stay_whole_in_any_frame() -> None:
    link = "https://exemple.fr/a"
    html = filters.rich((Span(link, link=link),), by=FRENCH_IN_ENGLISH)
    assert f'href="{link}"' in html
    assert html.striptags() == link
