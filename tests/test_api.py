"""The public functions: what a program may do in ten lines, and what it is told when it can't."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader

import briefing
from briefing import api
from briefing.errors import BriefingError, DossierError, MachineError, UsageError
from briefing.model.dossier import Audience, Dossier
from briefing.model.edition import Medium
from briefing.reading.audiences import SECTIONS
from tests.builders import assembled, audience, dossier, edtf, extract

ROOT = Path(__file__).resolve().parent.parent

CONFIG = """\
titre = "Un accord ?"

[[parties]]
nom = "Russie"

[[enjeux]]
nom = "OTAN"
"""


def with_audiences(what: Dossier, *audiences: Audience) -> Dossier:
    return replace(what, audiences=MappingProxyType({a.id: a for a in audiences}))


def html_only(id_: str, *sections: str) -> Audience:
    return replace(audience(*sections, id_=id_), formats=("html",))


# ---- The names that are offered ------------------------------------------------------------


def test_every_public_name_is_there() -> None:
    assert all(callable(getattr(briefing, name)) for name in briefing.__all__ if name[0] != "_")
    assert re.fullmatch(r"\d+\.\d+\.\d+", briefing.__version__)


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        briefing.nothing  # noqa: B018 - asking is the point


def test_importing_loads_nothing_heavy() -> None:
    code = "import sys, briefing; print(*sorted({'jinja2', 'weasyprint'} & set(sys.modules)))"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert result.stdout.strip() == ""


def test_a_dossier_becomes_an_edition_in_three_calls(starter: Dossier) -> None:
    made = briefing.render(briefing.assemble(starter), "screen")
    assert made.medium is Medium.SCREEN
    assert "</html>" in made.html
    assert "@font-face" in made.html


# ---- Reading -------------------------------------------------------------------------------


def test_a_folder_is_read_with_all_its_faults(tmp_path: Path) -> None:
    (tmp_path / "dossier.toml").write_text(CONFIG, "utf-8")
    (tmp_path / "a.md").write_text("# Un titre\n- typo : rapport\n", "utf-8")
    reading = briefing.read_dossier(str(tmp_path))
    assert not reading.ok
    assert any("typo" in str(finding.message) for finding in reading.findings)


def test_a_dossier_with_errors_is_not_built_on(tmp_path: Path) -> None:
    (tmp_path / "dossier.toml").write_text(CONFIG, "utf-8")
    reading = briefing.read_dossier(tmp_path)
    with pytest.raises(DossierError) as caught:
        api.require_sound(reading)
    assert caught.value.findings == reading.findings
    assert caught.value.exit_code == 1


def test_a_sound_dossier_is_handed_on(starter: Dossier) -> None:
    reading = briefing.read_dossier(ROOT / "briefing" / "starter")
    assert api.require_sound(reading) == starter


@pytest.mark.parametrize("name", ["absent", "file.txt"])
def test_what_is_no_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("x", "utf-8")
    with pytest.raises(UsageError) as caught:
        briefing.read_dossier(tmp_path / name)
    assert name in str(caught.value)
    assert caught.value.hint is not None


# ---- Audiences and media -------------------------------------------------------------------


def test_an_unknown_audience_is_refused_and_the_nearest_proposed() -> None:
    with pytest.raises(UsageError, match="complets") as caught:
        briefing.assemble(dossier(), "complets")
    assert caught.value.hint is not None
    assert "complet" in str(caught.value.hint)
    assert caught.value.exit_code == 2


def test_an_audience_is_named_or_given() -> None:
    declared = with_audiences(dossier(extract()), html_only("presse", "sources"))
    assert briefing.assemble(declared, "presse").sections == ("sources",)
    assert briefing.assemble(declared, html_only("autre", "questions")).audience == "autre"
    assert briefing.assemble(declared).sections == SECTIONS


def test_a_declared_audience_goes_before_a_built_in_one() -> None:
    declared = with_audiences(dossier(), html_only("complet", "sources"))
    assert briefing.assemble(declared).sections == ("sources",)


def test_a_loader_of_ones_own_may_be_given() -> None:
    loader = DictLoader({"complet/briefing.html.j2": "{{ medium }}"})
    assert briefing.render(assembled(dossier()), "print", loader=loader).html == "print"


def test_each_medium_has_its_style_sheet_and_both_the_tokens() -> None:
    screen, paper = api.stylesheet(Medium.SCREEN), api.stylesheet(Medium.PRINT)
    assert "--ink:" in screen
    assert "--ink:" in paper
    assert "@page" in paper
    assert "@page" not in screen
    assert "@font-face" in screen


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
def test_a_briefing_bears_the_date_asked_for_or_that_of_the_dossier_or_of_the_day(
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
    assert api.slug(title) == name


@given(st.text())
def test_a_name_is_safe_on_any_disk(title: str) -> None:
    made = api.slug(title)
    assert re.fullmatch(r"[a-z0-9]*(-[a-z0-9]+)*", made)
    assert len(made) <= 60


def test_a_title_without_a_latin_letter_has_a_name_too() -> None:
    assert api.file_name(assembled(dossier(title="Переговоры")), "pdf") == "briefing.pdf"
