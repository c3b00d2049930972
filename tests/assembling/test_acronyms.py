"""Acronyms spelled out once, in the order that grammar allows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.assembling.acronyms import Glossary
from briefing.model.naming import Acronym
from briefing.model.text import Span, plain
from tests.builders import rich

OTAN = "Organisation du traité de l'Atlantique nord"
ALL = (
    Acronym("OTAN", OTAN),
    Acronym("HCR", "Haut-Commissariat pour les réfugiés"),
    Acronym("FAO", "Organisation pour l'alimentation"),
    Acronym("APEC", "Coopération économique pour l'Asie-Pacifique"),
    Acronym("BCE", "Banque centrale européenne"),
    Acronym("ONG", "organisation non gouvernementale"),
    Acronym("G20", "Groupe des vingt"),
    Acronym("COVID-19", "maladie à coronavirus"),
    Acronym("R&D", "recherche et développement"),
)


def written(*texts: str) -> list[str]:
    glossary = Glossary(ALL)
    return [plain(glossary.in_text(rich(text))) for text in texts]


def test_an_acronym_that_readers_know_is_never_spelled_out() -> None:
    glossary = Glossary((Acronym("EDF", ""), *ALL))
    texts = ("L'EDF et l'OTAN.", "EDF (EDF).")
    done = [plain(glossary.in_text(rich(text))) for text in texts]
    assert done == [f"L'EDF et l'{OTAN} (OTAN).", "EDF (EDF)."]
    assert list(glossary.found_in(rich("EDF."))) == ["EDF"]


def once(text: str) -> str:
    return written(text)[0]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Il quitte l'OTAN.", f"Il quitte l'{OTAN} (OTAN)."),
        ("L’OTAN recule.", f"L’{OTAN} (OTAN) recule."),
        ("à l'entrée dans l'OTAN", f"à l'entrée dans l'{OTAN} (OTAN)"),
        ("le HCR", "le Haut-Commissariat pour les réfugiés (HCR)"),
        ("au\u00a0HCR", "au\u00a0Haut-Commissariat pour les réfugiés (HCR)"),
        ("de la BCE", "de la Banque centrale européenne (BCE)"),
        ("cette ONG", "cette organisation non gouvernementale (ONG)"),
        ("le G20 se réunit", "le Groupe des vingt (G20) se réunit"),
        ("la COVID-19 recule", "la maladie à coronavirus (COVID-19) recule"),
        ("la R&D", "la recherche et développement (R&D)"),
    ],
)
def test_after_an_article_that_fits_the_meaning_goes_first(text: str, printed: str) -> None:
    assert once(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("la FAO", "la FAO (Organisation pour l'alimentation)"),
        ("l'APEC", "l'APEC (Coopération économique pour l'Asie-Pacifique)"),
        ("les ONG", "les ONG (organisation non gouvernementale)"),
        ("cent ONG", "cent ONG (organisation non gouvernementale)"),
        ("d'ONG", "d'ONG (organisation non gouvernementale)"),
        ("Kyiv et OTAN", f"Kyiv et OTAN ({OTAN})"),
        ("OTAN : le retour", f"OTAN ({OTAN}) : le retour"),
        ("la nouvelle OTAN", f"la nouvelle OTAN ({OTAN})"),
        ("l'*OTAN*", f"l'{OTAN} (OTAN)"),
    ],
)
def test_elsewhere_it_follows_the_acronym(text: str, printed: str) -> None:
    assert once(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("les Alliés (dans l'OTAN)", f"les Alliés (dans l'{OTAN} [OTAN])"),
        ("les Alliés (OTAN)", f"les Alliés (OTAN [{OTAN}])"),
        ("(là) l'OTAN", f"(là) l'{OTAN} (OTAN)"),
    ],
)
def test_within_brackets_they_are_square(text: str, printed: str) -> None:
    assert once(text) == printed


@pytest.mark.parametrize(
    "text",
    [
        f"l'{OTAN} (OTAN)",
        "l’organisation du traité de l’Atlantique Nord (OTAN)",
        f"l'OTAN ({OTAN}, fondée en 1949)",
        f"(l'{OTAN} [OTAN])",
    ],
)
def test_what_the_analyst_spells_out_stays_and_is_the_first_mention(text: str) -> None:
    assert written(text, "l'OTAN") == [text, "l'OTAN"]


@pytest.mark.parametrize(
    "text",
    [
        "« l'OTAN » et “OTAN”",
        "[l'OTAN](https://exemple.fr)",
        "OTAN-Russie, Russie-OTAN, OTAN/UE, OTAN–Russie",
        "otan, OTANT, Otan, G200",
    ],
)
def test_what_is_no_mention_stays_and_leaves_the_first_to_come(text: str) -> None:
    assert written(text, "l'OTAN") == [plain(rich(text)), f"l'{OTAN} (OTAN)"]


def test_words_in_another_language_stay() -> None:
    text = (Span("OTAN", language="en"),)
    assert Glossary(ALL).in_text(text) == text


def test_each_is_spelled_out_once() -> None:
    assert written("l'OTAN et l'OTAN", "l'OTAN, la BCE") == [
        f"l'{OTAN} (OTAN) et l'OTAN",
        "l'OTAN, la Banque centrale européenne (BCE)",
    ]


def test_without_a_glossary_nothing_is_read() -> None:
    text = rich("l'OTAN")
    assert Glossary(()).in_text(text) is text


def test_what_stands_in_a_text_is_found() -> None:
    assert list(Glossary(ALL).found_in(rich("OTAN, « BCE », OTAN, HCR"))) == ["OTAN", "OTAN", "HCR"]


WORDS = st.lists(
    st.sampled_from(["l'OTAN", "OTAN", "(", ")", "«", "»", "le", "HCR", OTAN, "les ONG"])
)


@given(WORDS)
def test_written_anew_a_text_stays_as_it_is(words: list[str]) -> None:
    """What was spelled out is known as such."""
    first = plain(Glossary(ALL).in_text((Span(" ".join(words)),)))
    assert plain(Glossary(ALL).in_text((Span(first),))) == first
