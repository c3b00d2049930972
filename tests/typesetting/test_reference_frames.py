"""References for readers of English and German: our words are theirs, titles keep their own."""

from __future__ import annotations

import gettext
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.source import Source
from briefing.model.text import RichText, plain
from briefing.model.vocabulary import SourceType
from briefing.typesetting.engine import Typesetter
from briefing.typesetting.frame import Frame
from briefing.typesetting.references import reference, short_reference
from tests.builders import edtf
from tests.citing.styles import SOURCES, golden

DATA = Path(__file__).with_name("data")
LOCALE = Path(__file__).parent.parent.parent / "briefing" / "locale"
VISIBLE = str.maketrans({"\u00a0": "⍽", "\u202f": "␣", "\u2060": "⁞"})
LANGUAGES = ("en-GB", "de-DE")
GOLDEN = golden()
CASES = {
    (language, case["title"]): (case["printed"], case["short"])
    for language in LANGUAGES
    for case in tomllib.loads(
        (DATA / f"references-{language[:2]}.toml").read_text("utf-8"),
    )["reference"]
}
BOOK = Source("a", "Titre", type=SourceType.BOOK, authors=("Anne Autre",), date=edtf("2025"))


def typesetter(language: str) -> Typesetter:
    labels = gettext.translation("edition", LOCALE, [language[:2]])
    return Typesetter(language, frame=Frame(language, labels))


def seen(spans: RichText) -> str:
    """Return a reference with `*italics*` and `{lang:…}`, no-break spaces made visible."""
    parts = []
    for span in spans:
        text = f"*{span.text}*" if span.emphasis else span.text
        parts.append(f"{{{span.language}:{text}}}" if span.language not in ("", "zxx") else text)
    return "".join(parts).translate(VISIBLE)


def printed(source: Source, language: str) -> str:
    return plain(reference(source, by=typesetter(language))).translate(VISIBLE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_cases_enough(language: str) -> None:
    titles = {title for held, title in CASES if held == language}
    assert len(titles) >= 15
    assert {GOLDEN[title].type for title in titles} == {None, *SourceType}


@pytest.mark.parametrize(("language", "case"), CASES)
def test_the_reference_is_in_the_words_of_the_reader(language: str, case: str) -> None:
    expected, short = CASES[language, case]
    by = typesetter(language)
    assert seen(reference(GOLDEN[case], by=by)) == expected
    assert short_reference(GOLDEN[case], by=by).translate(VISIBLE) == short


@pytest.mark.parametrize(
    ("edition", "english", "german"),
    [
        ("1", "1st⍽edn", "1.⍽Aufl."),
        ("2e", "2nd⍽edn", "2.⍽Aufl."),
        ("3", "3rd⍽edn", "3.⍽Aufl."),
        ("4", "4th⍽edn", "4.⍽Aufl."),
        ("11", "11th⍽edn", "11.⍽Aufl."),
        ("12", "12th⍽edn", "12.⍽Aufl."),
        ("21", "21st⍽edn", "21.⍽Aufl."),
        ("112", "112th⍽edn", "112.⍽Aufl."),
        ("revue", ", revue,", ", revue,"),
    ],
)
def test_an_edition_is_ranked(edition: str, english: str, german: str) -> None:
    held = replace(BOOK, edition=edition)
    assert english in printed(held, "en-GB")
    assert german in printed(held, "de-DE")


@pytest.mark.parametrize(
    ("pages", "english", "german"),
    [
        ("12", "12⍽pp.", "12⍽S."),
        ("320 p.", "320⍽pp.", "320⍽S."),
        ("12-25", "pp.⍽12–25", "S.⍽12–25"),
        ("p. 7", "p.⍽7", "S.⍽7"),
        ("xii", "pp.⍽xii", "S.⍽xii"),
    ],
)
def test_pages_are_those_of_the_reader(pages: str, english: str, german: str) -> None:
    assert english in printed(replace(BOOK, pages=pages), "en-GB")
    assert german in printed(replace(BOOK, pages=pages), "de-DE")


@pytest.mark.parametrize(
    ("date", "english", "german"),
    [
        ("2025-03-03", "accessed 3⍽March⍽2025", "abgerufen am 3.⍽März⍽2025"),
        ("2025-03", "accessed March⍽2025", "abgerufen im März⍽2025"),
        ("2025", "accessed 2025", "abgerufen 2025"),
        ("2025-03~", "accessed about March⍽2025", "abgerufen um März⍽2025"),
    ],
)
def test_the_day_an_address_was_looked_at(date: str, english: str, german: str) -> None:
    held = replace(BOOK, url="https://a.example/", accessed=edtf(date))
    assert f"({english})" in printed(held, "en-GB")
    assert f"({german})" in printed(held, "de-DE")


@pytest.mark.parametrize(
    ("number", "english"),
    [("112-113", "no.⍽112–113"), ("2025-118", "no.⍽2025-118"), ("7", "no.⍽7")],
)
def test_a_range_has_the_dash_of_the_reader(number: str, english: str) -> None:
    assert english in printed(replace(BOOK, type=SourceType.ARTICLE, number=number), "en-GB")


def test_one_editor_is_one() -> None:
    held = replace(BOOK, authors=(), editors=("A. Un",))
    assert printed(held, "en-GB").startswith("A. Un (ed.), ")
    assert printed(replace(held, editors=("A. Un", "B. Deux")), "en-GB").startswith(
        "A. Un and B. Deux (eds), "
    )


FRENCH_WORDS = (
    *("(dir.)", "traduit par", "consulté", "s.\u00a0d.", "s.\u00a0l.", "dans ", "n°\u00a0"),
    *("propos recueillis", "sous la direction", "thèse de", "communiqué", "document non signé"),
    *("disponible sur", " et ", "« ", "éd."),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", GOLDEN)
def test_no_word_of_ours_stays_french(case: str, language: str) -> None:
    spans = reference(GOLDEN[case], by=typesetter(language))
    ours = "".join(span.text for span in spans if not span.language and not span.link)
    given_ = " ".join(
        value
        for name in GOLDEN[case].__slots__
        if isinstance(value := getattr(GOLDEN[case], name), str)
    )
    assert [word for word in FRENCH_WORDS if word in ours and word not in given_] == []


@given(SOURCES, st.sampled_from(LANGUAGES))
def test_no_source_stops_a_reference(source: Source, language: str) -> None:
    assert plain(reference(source, by=typesetter(language)))
    assert short_reference(source, by=typesetter(language)) is not None
