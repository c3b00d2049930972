"""People and acronyms declared for nothing, and acronyms that should be declared."""

from __future__ import annotations

import pytest

from briefing.checking.naming import naming_findings
from briefing.model.dossier import Dossier
from briefing.reading.dossier import Reading
from tests.support import CONFIG, extract_text, fiche_text, raw_dossier, read, shown

GLOSSARY = '[sigles]\nONU = "Organisation des Nations unies"\n'
ONU = "L'ONU attend."


def told(
    declared: str, *, chapeau: str = ONU, statement: str = "La région paie.", header: str = ""
) -> list[str]:
    config = f"{CONFIG}\n{declared}"
    fiches = {"martin-2025": fiche_text(extract_text(statement, "nous paierons")) + header}
    dossier = sound(read(config=config, chapeau=chapeau, fiches=fiches))
    raw = raw_dossier(config=config, chapeau=chapeau, fiches=fiches)
    return [line.partition(" → ")[0] for line in shown(naming_findings(dossier, raw))]


def sound(reading: Reading) -> Dossier:
    assert reading.dossier is not None
    assert [finding for finding in reading.findings if finding.is_error] == []
    return reading.dossier


def test_who_is_named_nowhere_is_told_at_their_line() -> None:
    line = len(CONFIG.split("\n")) + 1
    found = f"dossier.toml:{line} BR510 no text of yours names “Paul Vidal”"
    assert told('[[personnes]]\nnom = "Paul Vidal"') == [found]


@pytest.mark.parametrize("text", ["P. Vidal part.", "Paul Vidal part.", "*P. Vidal* part."])
def test_who_is_named_in_either_form_is_not(text: str) -> None:
    assert told('[[personnes]]\nnom = "Paul Vidal"', chapeau=text) == []
    assert told('[[personnes]]\nnom = "Paul Vidal"', statement=text) == []


def test_a_title_names_people_too() -> None:
    asked = '[[questions]]\nid = "q"\ntexte = "Que veut P. Vidal ?"'
    assert told(f'[[personnes]]\nnom = "Paul Vidal"\n\n{asked}') == []


def test_a_quotation_names_nobody() -> None:
    found = told('[[personnes]]\nnom = "Paul Vidal"', chapeau="Il dit « Paul Vidal ».")
    assert len(found) == 1


def test_an_acronym_that_stands_nowhere_is_told() -> None:
    (found,) = told(GLOSSARY, chapeau="Rien.")
    assert found.endswith("BR510 no text of yours names “ONU”")


def test_an_acronym_that_the_glossary_lacks_is_told_once_where_it_first_stands() -> None:
    text = f"{ONU}\n\nLa SNCF, « la RATP » et la SNCF."
    assert told(GLOSSARY, chapeau=text) == [
        "chapeau.md:3 BR717 the acronym “SNCF” is never spelled out"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "La Société nationale (SNCF), puis la SNCF.",
        "SNCF (Société nationale)",
        "(la Société [SNCF])",
        "Louis XIV et Jean XXIII, le G20, l'UE, un PDF, SNCF-Valmont",
        "« la SNCF » et [SNCF](https://exemple.fr)",
        "Le mot Sncf",
    ],
)
def test_what_is_spelled_out_familiar_or_quoted_is_not(text: str) -> None:
    assert told(GLOSSARY, chapeau=f"{ONU} {text}") == []


@pytest.mark.parametrize("value", ["false", '"SNCF"'])
def test_an_acronym_that_readers_know_is_not_told(value: str) -> None:
    assert told(f"{GLOSSARY}SNCF = {value}\n", chapeau=f"{ONU} La SNCF aussi.") == []
    (unused,) = told(f"{GLOSSARY}SNCF = {value}\n")
    assert unused.endswith("BR510 no text of yours names “SNCF”")


def test_titles_are_not_where_an_acronym_is_spelled_out() -> None:
    assert told(GLOSSARY, chapeau=f"{ONU}\n\n## La SNCF") == []


def test_without_a_glossary_no_acronym_is_told() -> None:
    assert told("", chapeau="La SNCF attend.") == []


def test_remarks_to_oneself_are_not_printed() -> None:
    assert told(GLOSSARY, header="\n- note : voir la SNCF") == []


def test_the_sample_has_nothing_to_tell(sample: Dossier) -> None:
    assert naming_findings(sample, raw_dossier()) == []
