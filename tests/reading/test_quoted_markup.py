"""Markup in a quotation is told, at its line."""

from __future__ import annotations

import pytest

from briefing.model.finding import Finding
from briefing.reading.blocks import split_blocks
from briefing.reading.quoted_markup import markup_findings


def found(*lines: str) -> list[Finding]:
    quotation = "\n".join(f"> {line}".rstrip() for line in lines)
    (block,) = split_blocks(f"## Un énoncé.\n{quotation}\n- id : x").extracts
    return list(markup_findings(block, "a.md"))


@pytest.mark.parametrize(
    ("quotation", "mark"),
    [
        ("nous <b — la région ment —>prendrons</b>", "<b — la région ment —>"),
        ("nous </i> prendrons", "</i>"),
        ("nous <!-- rien --> prendrons", "<!--"),
        ("nous <https://faux.fr> prendrons", "<https://faux.fr>"),
        ("nous[^jamais] prendrons", "[^jamais]"),
        ("nous [@faux#jamais] prendrons", "[@faux#jamais]"),
        ("[la moitié](https://faux.fr)", "[la moitié](https://faux.fr)"),
        ("![la moitié](a.png) du", "![la moitié](a.png)"),
        ("~~pas~~ un euro", "~~"),
        ("la `moitié` du", "`moitié`"),
        ("la&nbsp;moitié", "&nbsp;"),
        ("la&#x202E;moitié", "&#x202E;"),
    ],
)
def test_markup_is_told(quotation: str, mark: str) -> None:
    (finding,) = found(quotation)
    assert (finding.code, finding.path, finding.line) == ("BR233", "a.md", 2)
    assert not finding.is_error
    assert finding.message.values["mark"] == mark


@pytest.mark.parametrize(
    "quotation",
    [
        "l’accord *de facto*, **net** et _clair_",
        "la moitié […] du déficit [sic] (…)",
        "la moitié [de ce déficit] (2024)",
        "5 < 6 et 7 > 3, R&D, AT&T; etc.",
        "un appel [1] de note, a_b, ~ 3 %",
    ],
)
def test_emphasis_and_typography_are_no_markup(quotation: str) -> None:
    assert found(quotation) == []


def test_the_line_is_that_of_the_mark() -> None:
    findings = found("la moitié", "", "du <b>déficit</b>", "pas un[^1] euro")
    assert [finding.line for finding in findings] == [4, 5]


def test_a_mark_over_two_lines_is_told_where_it_begins() -> None:
    (finding,) = found("la moitié", "du <b la région", "ment>déficit")
    assert finding.line == 3


def test_a_long_mark_is_shortened() -> None:
    (finding,) = found(f"la <b {'jamais ' * 20}>moitié")
    mark = str(finding.message.values["mark"])
    assert len(mark) == 40
    assert mark.endswith("…")
