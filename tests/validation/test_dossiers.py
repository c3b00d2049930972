"""The dossiers that are validated hold what they are made for."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from briefing.model.dossier import Dossier
from briefing.model.typography import STANDARD
from briefing.model.vocabulary import DivergenceKind, Kind, Status, Voice
from briefing.reading.audiences import SECTIONS
from briefing.reading.extracts import EXTRACT_KEYS
from briefing.reading.header import HEADER_KEYS
from briefing.verification import Checked, check
from tests.validation import huge
from tests.validation.dossiers import NAMES, write_dossiers

USUAL = {"dash", "raised_titles"}
"""What the complete dossier has as most houses do."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return write_dossiers(tmp_path_factory.mktemp("dossiers"))


@pytest.fixture(scope="module")
def complete(written: dict[str, Path]) -> Checked:
    return check(written["complete"])


@pytest.fixture(scope="module")
def large(written: dict[str, Path]) -> Dossier:
    return check(written["huge"]).buildable()


def test_every_dossier_is_written(written: dict[str, Path]) -> None:
    assert set(written) == set(NAMES)


# ---- With every optional part --------------------------------------------------------------


def test_the_complete_dossier_has_every_part(complete: Checked) -> None:
    dossier = complete.buildable()
    assert [f.name for f in fields(Dossier) if not getattr(dossier, f.name)] == []
    assert [f.name for f in fields(dossier.legal) if not getattr(dossier.legal, f.name)] == []
    standard = STANDARD._asdict()
    assert {k for k, v in dossier.typography._asdict().items() if v == standard[k]} <= USUAL
    (audience,) = dossier.audiences.values()
    assert audience.sections == SECTIONS
    assert complete.since


@pytest.mark.parametrize("keys", [EXTRACT_KEYS, HEADER_KEYS])
def test_the_complete_dossier_has_every_tag(
    keys: tuple[str, ...], written: dict[str, Path]
) -> None:
    text = "".join(path.read_text("utf-8") for path in written["complete"].glob("*.md"))
    assert [key for key in keys if f"\n- {key} : " not in text] == []


def test_the_complete_dossier_has_every_word_of_the_vocabularies(complete: Checked) -> None:
    dossier = complete.buildable()
    assert {d.kind for d in dossier.divergences} == set(DivergenceKind)
    assert {kind for extract in dossier.extracts for kind in extract.kinds} == set(Kind)
    assert {e.voice for e in dossier.extracts if e.voice} == set(Voice)
    assert {e.status for e in dossier.extracts if e.status} == set(Status)


def test_the_complete_dossier_has_a_quotation_that_nobody_verified(complete: Checked) -> None:
    assert 0 < complete.verified < complete.extracts


# ---- Too large, too long -------------------------------------------------------------------


def test_the_huge_dossier_is_huge(large: Dossier) -> None:
    assert len(large.parties) * len(large.issues) == 60
    assert len(large.extracts) == 400
    cells = {(e.parties, e.issues) for e in large.extracts}
    assert len(cells) == 60


def test_the_huge_dossier_is_careless(large: Dossier) -> None:
    assert len(huge.LONG_WORD) == 80
    assert {len(large.title), *(len(s.title) for s in large.sources)} == {huge.TITLE}
    assert any(huge.LONG_WORD in source.title for source in large.sources)
    assert large.date is None
    assert not large.authors
    assert all(not (source.date or source.authors) for source in large.sources)
    assert all(extract.date is None for extract in large.extracts)
