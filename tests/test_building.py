"""Building: which files, under which names, all or none."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing import building
from briefing.errors import BriefingError, MachineError, UsageError
from briefing.model.audience import Audience
from briefing.model.dossier import Dossier
from tests.builders import assembled, audience, dossier, edtf, extract


def with_audiences(what: Dossier, *audiences: Audience) -> Dossier:
    return replace(what, audiences=MappingProxyType({a.id: a for a in audiences}))


def html_only(id_: str, *sections: str) -> Audience:
    return replace(audience(*sections, id_=id_), formats=("html",))


# ---- Building ------------------------------------------------------------------------------


def test_a_build_writes_what_it_says(starter: Dossier, tmp_path: Path) -> None:
    done: list[float] = []
    built = briefing.build(starter, tmp_path / "new" / "out", progress=done.append)
    assert [file.path.suffix for file in built.files] == [".pdf", ".html"]
    for file in built.files:
        assert file.path.stat().st_size == file.size
    pdf, page = built.files
    assert pdf.pages >= 1
    assert page.pages == 0
    assert pdf.path.read_bytes().startswith(b"%PDF-")
    assert built.warnings == ()
    assert done == sorted(done)
    assert done[-1] == 1.0


def test_only_what_was_built_is_in_the_folder(starter: Dossier, tmp_path: Path) -> None:
    built = briefing.build(starter, tmp_path, formats=["html"])
    assert sorted(tmp_path.iterdir()) == [file.path for file in built.files]


def test_declared_audiences_are_built_each_in_its_formats(tmp_path: Path) -> None:
    what = with_audiences(
        dossier(extract()), html_only("complet"), html_only("Décideurs pressés", "sources")
    )
    built = briefing.build(what, tmp_path)
    assert [file.path.name for file in built.files] == [
        "negocier-sans-l-ukraine.html",
        "negocier-sans-l-ukraine-decideurs-presses.html",
    ]


def test_an_audience_asked_for_is_built_alone(tmp_path: Path) -> None:
    what = with_audiences(dossier(extract()), html_only("un"), html_only("deux"))
    built = briefing.build(what, tmp_path, audiences=["deux"])
    assert [b.audience for b in built.briefings] == ["deux"]


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="docx"):
        briefing.build(dossier(), tmp_path, formats=["docx"])
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_when_one_edition_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    what = with_audiences(
        dossier(), html_only("complet"), replace(html_only("autre"), template="absent")
    )
    with pytest.raises(BriefingError, match="absent"):
        briefing.build(what, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_file_in_the_way_stops_the_build_and_stays(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("à garder", "utf-8")
    with pytest.raises(MachineError) as caught:
        briefing.build(dossier(), tmp_path / "out", formats=["html"])
    assert str(tmp_path) in str(caught.value)
    assert caught.value.exit_code == 3
    assert (tmp_path / "out").read_text("utf-8") == "à garder"


@pytest.mark.parametrize(
    ("asked", "of_dossier", "shown"),
    [
        ("2026-03-04", "2025-11-21", "2026-03-04"),
        ("", "2025-11-21", "2025-11-21"),
        ("", "", "2001-09-09"),
    ],
)
def test_a_briefing_bears_the_date_asked_for_or_that_of_the_dossier_or_of_the_source(
    asked: str, of_dossier: str, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    date = edtf(asked) if asked else None
    built = briefing.build(dossier(date=of_dossier), tmp_path, formats=["html"], date=date)
    (made,) = built.briefings
    assert made.date == edtf(shown)


# ---- Names of files ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("L'Œuvre de l'État : n° 3", "l-oeuvre-de-l-etat-n-3"),
        ("Négocier sans l’Ukraine ?", "negocier-sans-l-ukraine"),
        ("../../etc/passwd", "etc-passwd"),
        ("Переговоры", ""),
        ("mot " * 40, "-".join(["mot"] * 15)),
        ("x" * 90, "x" * 60),
    ],
)
def test_a_title_becomes_a_name(title: str, name: str) -> None:
    assert building.slug(title) == name


@given(st.text())
def test_a_name_is_safe_on_any_disk(title: str) -> None:
    made = building.slug(title)
    assert re.fullmatch(r"[a-z0-9]*(-[a-z0-9]+)*", made)
    assert len(made) <= 60


def test_a_title_without_a_latin_letter_has_a_name_too() -> None:
    assert building.file_name(assembled(dossier(title="Переговоры")), "pdf") == "briefing.pdf"
