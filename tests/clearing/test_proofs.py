"""What an audience may know of how quotations stand in their documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.clearing import clear, cleared_evidence
from briefing.model.audience import Anonymous, Audience
from briefing.model.verification import Evidence, Fragment, Run, Verdict, Verification
from briefing.model.vocabulary import Tlp
from tests.builders import audience, dossier, evidence_of, extract

PUBLIC = replace(audience(), clearance=Tlp.CLEAR)
SECRET = replace(extract("minic#secret"), tlp=Tlp.AMBER)
ANONYMOUS = extract("minic#nobody", said_by="anonyme, un proche")
WHOLE = replace(audience(), clearance=Tlp.RED)


def stands(*exact: str) -> Verification:
    fragments = tuple(
        Fragment(100 * i, 100 * i + len(words), words, "avant ", " après")
        for i, words in enumerate(exact)
    )
    return Verification(Verdict.VERBATIM, sha256="ab", page=3, fragments=fragments)


def seen(quotation: str, *exact: str, by: Audience = PUBLIC) -> Verification:
    what = dossier(extract("minic#x", quotation=quotation))
    left = cleared_evidence(evidence_of(x=stands(*exact)), what, by)
    assert left is not None
    return left.verifications["minic#x"]


def test_proofs_are_those_of_what_is_left() -> None:
    found = stands("je doute")
    evidence = evidence_of(x=found, secret=found, nobody=found)
    who = replace(PUBLIC, anonymous=Anonymous.SUMMARISED)
    what = clear(dossier(extract("minic#x"), SECRET, ANONYMOUS), who).dossier
    left = cleared_evidence(evidence, what, who)
    assert left is not None
    assert list(left.verifications) == ["minic#x", "minic#nobody"]
    assert left.verifications["minic#nobody"].fragments == ()
    assert left.verifications["minic#nobody"].page is None
    assert left.verified == 2


def test_nothing_is_known_where_nobody_asked() -> None:
    assert cleared_evidence(None, dossier(extract("minic#x")), PUBLIC) is None


def test_the_words_around_a_quotation_are_for_those_alone_who_may_see_all() -> None:
    assert seen("je doute", "je doute", by=WHOLE) == stands("je doute")
    found = seen("je doute", "je doute")
    assert found.passage == (
        Run("", quoted=False),
        Run("je doute", quoted=True),
        Run("", quoted=False),
    )
    assert [(f.start, f.end, f.prefix, f.suffix) for f in found.fragments] == [(0, 8, "", "")]
    assert (found.verdict, found.page, found.sha256) == (Verdict.VERBATIM, 3, "ab")


@pytest.mark.parametrize(
    ("quotation", "exact"),
    [
        ("L’été *dernier*, nous doutions", ["L'e\u0301té\ndernier , nous dou\xadtions"]),
        ("je doute […] de lui", ["je doute", "de lui"]),
        ("au XXIe siècle", ["au\u00a0XXIᵉ siècle"]),
    ],
)
def test_stretches_that_are_those_quoted_keep_their_places(
    quotation: str, exact: list[str]
) -> None:
    found = seen(quotation, *exact)
    assert [fragment.exact for fragment in found.fragments] == exact
    assert not any(fragment.prefix or fragment.suffix for fragment in found.fragments)


def test_a_stretch_with_other_words_in_its_midst_is_told_nowhere() -> None:
    stretch = "je doute\n\n1. Le préfet a caché la note.\n\fde lui"
    assert seen("je doute de lui", stretch, by=WHOLE).fragments[0].exact == stretch
    found = seen("je doute de lui", stretch)
    assert (found.fragments, found.verified, found.page) == ((), True, 3)


def test_a_dossier_without_marks_is_told_alike() -> None:
    """The want of the words around a quotation must not tell that something was cut."""
    evidence = Evidence({"minic#x": stands("je doute"), "minic#secret": stands("en secret")})
    with_marks = dossier(extract("minic#x", quotation="je doute"), SECRET)
    without = dossier(extract("minic#x", quotation="je doute"))
    assert cleared_evidence(evidence, clear(with_marks, PUBLIC).dossier, PUBLIC) == (
        cleared_evidence(evidence, without, PUBLIC)
    )
