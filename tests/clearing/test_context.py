"""Editions that tell how quotations stand: the words around them are those of nothing withheld."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from briefing import audit
from briefing.api import assemble, render
from briefing.auditing import find_needles
from briefing.building import choose_audiences
from briefing.clearing import clear
from briefing.model.audience import Anonymous, Audience
from briefing.model.dossier import Dossier
from briefing.model.verification import Evidence, Fragment, Verdict, Verification
from briefing.model.vocabulary import Tlp
from briefing.outputs.attached import attachments
from briefing.outputs.export import export_json
from briefing.reading.built_in_audiences import BUILT_IN
from briefing.verification import check
from tests.builders import dossiers
from tests.conftest import ROOT

PUBLIC = replace(BUILT_IN["complet"], id="dehors", clearance=Tlp.CLEAR)


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    found = check(ROOT / "seeds").evidence
    assert found is not None
    assert any(f.prefix for v in found.verifications.values() for f in v.fragments)
    return found


def files(what: Dossier, who: Audience, evidence: Evidence) -> dict[str, bytes]:
    made = assemble(what, who, evidence=evidence)
    screen, sheets = (render(made, medium).html.encode() for medium in ("screen", "print"))
    attached = {file.name: file.data for file in attachments(made)}
    return {**attached, "a.html": screen, "b.html": sheets, "a.json": export_json(made).encode()}


def leaks(what: Dossier, who: Audience, evidence: Evidence) -> list[str]:
    needles = find_needles(what, clear(what, who).dossier, who, ours=audit._ours())
    report = audit.audit_data(files(what, who, evidence), needles, who.id)
    return [
        f"{file.name}: {leak.needle.field} “{leak.found}”"
        for file in report.files
        for leak in file.leaks
    ]


def marked(what: Dossier, chosen: Callable[[int], bool]) -> Dossier:
    extracts = tuple(
        replace(extract, tlp=Tlp.AMBER if chosen(index) else None)
        for index, extract in enumerate(what.extracts)
    )
    return replace(what, extracts=extracts)


@pytest.mark.parametrize("rest", [0, 1])
def test_no_quotation_of_the_sample_stands_beside_another(
    sample: Dossier, evidence: Evidence, rest: int
) -> None:
    assert leaks(marked(sample, lambda index: index % 2 == rest), PUBLIC, evidence) == []


@pytest.mark.parametrize("anonymous", [Anonymous.SUMMARISED, Anonymous.WITHHELD])
def test_nor_one_of_somebody_unnamed(
    sample: Dossier, evidence: Evidence, anonymous: Anonymous
) -> None:
    assert leaks(sample, replace(PUBLIC, anonymous=anonymous), evidence) == []


@pytest.mark.parametrize("name", ["complet", *BUILT_IN])
def test_the_words_around_stand_in_whole_editions_alone(
    sample: Dossier, evidence: Evidence, name: str
) -> None:
    (who,) = choose_audiences(replace(sample, audiences={}), [name])
    made = assemble(sample, who, evidence=evidence)
    known = [entry.verification for note in made.notes for entry in note.entries]
    found = [fragment for each in known if each for fragment in each.fragments]
    around = any(f.prefix or f.suffix for f in found)
    assert around == (not who.is_restricted and bool(found))
    told = b"".join(files(sample, who, evidence).values())
    assert (b'"prefix"' in told) == around


@settings(max_examples=6, suppress_health_check=list(HealthCheck))
@given(dossiers())
def test_no_quotation_of_any_dossier_stands_beside_another(whole: Dossier) -> None:
    quoted = [extract.quotation for extract in whole.extracts]
    known = {
        extract.id: Verification(
            Verdict.VERBATIM,
            fragments=(
                Fragment(9, 9 + len(extract.quotation), extract.quotation, f"{before} ", after),
            ),
        )
        for before, extract, after in zip(
            quoted[-1:] + quoted, whole.extracts, quoted[1:] + quoted[:1], strict=False
        )
    }
    what = marked(whole, lambda index: index % 2 == 1)
    assert leaks(what, PUBLIC, Evidence(known)) == []
