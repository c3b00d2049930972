"""The public functions: what a program may do in ten lines, and what it is told when it can't."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from jinja2 import DictLoader

import briefing
from briefing import api
from briefing.errors import DossierError, UsageError
from briefing.model.audience import Audience
from briefing.model.dossier import Dossier
from briefing.model.edition import Medium
from briefing.reading.audiences import SECTIONS
from tests.builders import assembled, audience, dossier, extract

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
    assert "string-set" in paper
    assert "string-set" not in screen
    assert "@font-face" in screen
