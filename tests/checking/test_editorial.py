"""What an editor would ask about: each warning at its place, and none without cause."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.checking.editorial import copies, editorial_findings
from briefing.model.dossier import CheckSettings, Dossier, Issue, Party
from briefing.model.text import plain
from briefing.model.vocabulary import Kind
from tests.builders import (
    dossier,
    event,
    extract,
    key_point,
    question,
    side,
    source,
)
from tests.support import CONFIG, extract_text, fiche_text, read, shown

CONTEXT = (Kind.CONTEXT,)


def codes(what: Dossier) -> list[tuple[str, str]]:
    """Return (code, path) of what is found, the matrix's own gaps left out."""
    found = editorial_findings(what, "dossier.toml")
    return [(f.code, f.path) for f in found if f.code not in ("BR506", "BR507")]


def told(**parts: object) -> list[str]:
    reading = read(**parts)  # type: ignore[arg-type]
    assert reading.dossier is not None
    assert reading.ok
    return shown(editorial_findings(reading.dossier, "dossier.toml"))


def test_a_dossier_with_two_sources_for_its_point_has_nothing_to_tell() -> None:
    assert told(fiches={"a": fiche_text(), "b": fiche_text()}) == []


# ---- Extract by extract --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quotation", "found"),
    [
        (" ".join(["mot"] * 60), []),
        (" ".join(["mot"] * 61), ["BR501"]),
        (" ".join(["mot"] * 60) + " […] !", []),
        ("« " + " ; ".join(["l'un"] * 60) + " »", []),
    ],
    ids=["at-the-limit", "over", "elision", "punctuation"],
)
def test_a_long_quotation(quotation: str, found: list[str]) -> None:
    what = dossier(extract(quotation=quotation))
    assert [code for code, _ in codes(what)] == found


def test_the_dossier_sets_the_length() -> None:
    settings = CheckSettings(longest_quotation=3)
    what = replace(dossier(extract(quotation="un deux trois quatre")), checks=settings)
    (finding,) = [f for f in editorial_findings(what, "d.toml") if f.code == "BR501"]
    assert str(finding.message) == "the quotation has 4 words; the limit is 3"
    assert (finding.path, finding.line) == ("minic.md", 12)


PASSAGE = "nous prendrons en charge la moitié du déficit de la ligne jusqu’en 2027"


@pytest.mark.parametrize(
    "statement",
    [
        "Nous prendrons en charge la moitié du déficit de la ligne.",
        "La région : nous prendrons en charge la moitié du déficit de la ligne jusqu'en 2027.",
        "NOUS PRENDRONS EN CHARGE, la moitie du deficit",
    ],
)
def test_a_statement_that_copies(statement: str) -> None:
    assert copies(statement, PASSAGE)
    assert [
        code for code, _ in codes(dossier(extract(statement=statement, quotation=PASSAGE)))
    ] == ["BR502"]


@pytest.mark.parametrize(
    "statement",
    [
        "La région accepte de payer la moitié des pertes.",
        "Jeanne Roche : « nous prendrons en charge la moitié du déficit de la ligne ».",
        "La moitié du déficit.",
        "La région dit qu'elle réglera, et pour deux ans, la moitié du déficit de la ligne.",
        "",
    ],
)
def test_a_statement_in_the_analyst_s_words(statement: str) -> None:
    assert not copies(statement, PASSAGE)


def test_a_run_across_an_elision_is_no_copy() -> None:
    assert not copies("un deux trois quatre cinq six", "un deux trois […] quatre cinq six")


def test_no_statement_of_the_sample_copies(sample: Dossier) -> None:
    """They were all reworded by hand; the nearest shares half of its words with its quotation."""
    copied = [e.id for e in sample.extracts if copies(plain(e.statement), e.quotation)]
    assert copied == []


@pytest.mark.parametrize(
    ("speaker", "said", "hint"),
    [
        ("anonyme, un élu", "the speaker is anonymous: “un élu”", "look for a named source"),
        ("anonyme", "the speaker is anonymous, and nothing describes them", "write how"),
    ],
)
def test_an_anonymous_statement(speaker: str, said: str, hint: str) -> None:
    sheets = {"a": fiche_text(extract_text(locuteur=speaker)), "b": fiche_text()}
    (line,) = told(fiches=sheets)
    assert line.startswith(f"a.md:7 BR503 {said} → {hint}")


def test_a_speaker_who_only_seems_anonymous_is_told_by_reading_alone() -> None:
    """BR230 says so, and how to write it: two warnings for one line would be one too many."""
    sheets = {"a": fiche_text(extract_text(locuteur="un élu")), "b": fiche_text()}
    assert told(fiches=sheets) == []


# ---- The dossier as a whole ----------------------------------------------------------------


def test_a_key_point_with_a_single_source() -> None:
    assert told() == [
        (
            "dossier.toml:10 BR504 the key point “moitie” rests on a single source"
            " → only martin-2025 bears it out: look for an independent one"
        )
    ]


def test_two_documents_that_relay_one_origin_are_one_source() -> None:
    relayed = fiche_text(extract_text(via="AFP"))
    (line,) = told(fiches={"a": relayed, "b": relayed})
    assert "BR504" in line
    assert "only a, b bears it out" in line


def test_a_key_point_without_support_is_an_error_already() -> None:
    what = dossier(extract(), key_points=[key_point("kp")])
    assert codes(what) == []


UNUSED = extract("minic#a", kinds=CONTEXT)


@pytest.mark.parametrize(
    "used",
    [
        dossier(extract("minic#a")),
        dossier(event("minic#a", "2025")),
        dossier(extract("minic#a", kinds=CONTEXT, supports=["q"]), questions=[question("q")]),
        dossier(UNUSED, introduction="Il le dit[@minic#a]."),
        dossier(UNUSED, questions=[question("q", side("Moscou", "Un mot.", "minic#a"))]),
        dossier(UNUSED, key_points=[key_point("kp", lead="minic#a")]),
    ],
    ids=["position", "event", "supports", "chapeau", "side", "lead"],
)
def test_an_extract_is_used_by_any_part(used: Dossier) -> None:
    assert codes(used) == []


def test_an_extract_used_nowhere_and_its_source() -> None:
    sheets = {
        "a": fiche_text(),
        "b": fiche_text(extract_text(id="x", nature="contexte", appuie="")),
    }
    assert told(fiches=sheets)[:2] == [
        (
            "b.md:1 BR508 nothing of the source “b” is used"
            " → use one of its extracts, or take its fiche out of the dossier"
        ),
        (
            "b.md:7 BR505 the extract “b#x” is used nowhere"
            " → add “- appuie : ”, or cite it in the chapeau: [@b#x]"
        ),
    ]


def test_a_source_with_one_extract_in_print_is_cited() -> None:
    what = dossier(extract("minic#a"), replace(UNUSED, id="minic#b"))
    assert codes(what) == [("BR505", "minic.md")]


def test_a_source_without_extracts() -> None:
    what = dossier(extract("minic#a"), sources=[source("minic"), source("b")])
    assert codes(what) == [("BR508", "b.md")]


def test_a_party_and_an_issue_without_extracts() -> None:
    config = CONFIG.replace(
        "[[points", '[[parties]]\nnom = "Métropole"\n\n[[enjeux]]\nnom = "Horaires"\n\n[[points'
    )
    assert told(config=config, fiches={"a": fiche_text(), "b": fiche_text()}) == [
        (
            "dossier.toml:10 BR506 no extract concerns the party “Métropole”"
            " → add “- partie : Métropole” to an extract, or leave it out"
        ),
        (
            "dossier.toml:13 BR507 no extract bears on the issue “Horaires”"
            " → add “- enjeu : Horaires” to an extract, or leave it out"
        ),
    ]


def test_the_line_of_a_party_is_no_part_of_what_it_is() -> None:
    assert Party("a", "A", line=3) == Party("a", "A")
    assert hash(Issue("a", "A", line=3)) == hash(Issue("a", "A"))


def test_the_sample_has_warnings_only_in_order(sample: Dossier) -> None:
    found = editorial_findings(sample, "seeds/dossier.toml")
    assert found == sorted(found, key=lambda finding: finding.sort_key)
    assert not any(finding.is_error for finding in found)
    assert all(finding.line > 0 and finding.hint for finding in found)
    assert {finding.code for finding in found} == {"BR503", "BR504"}


def test_figures_beyond_the_sixth_are_told() -> None:
    said = [extract(f"minic#{i}", kinds=(Kind.FIGURE,)) for i in range(8)]
    numbered = [replace(item, figure=str(i)) for i, item in enumerate(said)]
    found = editorial_findings(dossier(*numbered), "dossier.toml")
    surplus = [str(f.message) for f in found if f.code == "BR511"]
    assert [text for i, text in enumerate(surplus, 6) if f"“{i}”" in text] == surplus
    assert len(surplus) == 2
    assert not [f for f in found if f.code == "BR505"]  # a figure is a use
