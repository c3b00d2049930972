"""The markup of the sample, word for word: a change of it is meant, or a mistake.

`pytest --update-golden` takes what the program makes now for right; read the diff of
`tests/golden` before you commit it. Styles are left out, so that the markup alone is compared.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import replace
from pathlib import Path

import pytest

import briefing
from briefing.api import assemble_mail, render_mail
from briefing.model.briefing import Briefing
from briefing.model.dossier import Dossier
from briefing.model.edition import Medium
from briefing.model.mail import Carried
from tests.rendering.pages import MEDIA, html_of

STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
GOLDEN = Path(__file__).resolve().parent / "golden"

pytest_plugins = ["pytester"]


def compare(made: str, path: Path, *, update: bool) -> None:
    """Fail with a diff where `made` isn't what `path` holds; with `update`, rewrite it."""
    if update:
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, "utf-8")
    held = path.read_text("utf-8") if path.is_file() else ""
    diff = difflib.unified_diff(
        held.splitlines(), made.splitlines(), f"golden/{path.name}", "made now", lineterm="", n=1
    )
    shown = "\n".join(list(diff)[:60])
    assert not shown, f"{shown}\n\nIf this is meant: pytest --update-golden tests/test_golden.py"


@pytest.mark.parametrize("medium", MEDIA)
def test_the_sample_is_the_golden_edition(
    sample_briefing: Briefing, medium: Medium, request: pytest.FixtureRequest
) -> None:
    made = html_of(sample_briefing, medium)
    update = bool(request.config.getoption("--update-golden"))
    compare(made, GOLDEN / f"sample.{medium.value}.html", update=update)


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_starter_is_the_golden_edition_of_another_frame(
    starter_briefing: Briefing, language: str, medium: Medium, request: pytest.FixtureRequest
) -> None:
    """French texts within an English or a German frame."""
    made = html_of(replace(starter_briefing, language=language), medium)
    update = bool(request.config.getoption("--update-golden"))
    compare(made, GOLDEN / f"starter.{language}.{medium.value}.html", update=update)


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("name", ["decideurs", "presse", "chercheur"])
def test_the_starter_is_the_golden_edition_of_each_audience(
    starter: Dossier, name: str, medium: Medium, request: pytest.FixtureRequest
) -> None:
    made = html_of(briefing.assemble(starter, name), medium)
    update = bool(request.config.getoption("--update-golden"))
    compare(made, GOLDEN / f"starter.{name}.{medium.value}.html", update=update)


@pytest.mark.parametrize("name", ["complet", "presse"])
def test_the_email_of_the_sample_is_the_golden_one(
    sample: Dossier, name: str, request: pytest.FixtureRequest
) -> None:
    whole = briefing.assemble(sample, name)
    carried = Carried("Négocier.pdf", 28, 480, "", "cid:vignette@briefing", 198)
    made = render_mail(assemble_mail(sample, name, whole), carried)
    update = bool(request.config.getoption("--update-golden"))
    bare = STYLE.sub("<style></style>", made.html)
    compare(bare, GOLDEN / f"sample.{name}.email.html", update=update)
    compare(made.text, GOLDEN / f"sample.{name}.email.txt", update=update)


@pytest.mark.parametrize("medium", MEDIA)
def test_a_golden_edition_bears_nothing_of_the_day_or_the_machine(medium: Medium) -> None:
    text = (GOLDEN / f"sample.{medium.value}.html").read_text("utf-8")
    assert str(Path.home()) not in text
    assert str(GOLDEN.parent.parent) not in text
    assert "@font-face" not in text


def test_a_difference_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("un\ndeux\n", "utf-8")
    with pytest.raises(AssertionError, match=r"(?s)-deux.*\+trois.*--update-golden"):
        compare("un\ntrois\n", path, update=False)
    assert path.read_text("utf-8") == "un\ndeux\n"


def test_a_missing_golden_edition_is_a_difference(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"\+un"):
        compare("un\n", tmp_path / "absent.html", update=False)


USER = """
from tests.test_golden import compare

def test_it(request, tmp_path_factory):
    import pathlib
    update = request.config.getoption("--update-golden")
    compare("neuf\\n", pathlib.Path("golden.html").resolve(), update=update)
"""


def test_the_flag_rewrites_the_file(pytester: pytest.Pytester) -> None:
    """Without it the file stays, and the test fails; with it the file is what is made now."""
    pytester.makeconftest("from tests.conftest import pytest_addoption")
    pytester.makepyfile(USER)
    golden = pytester.path / "golden.html"
    golden.write_text("vieux\n", "utf-8")
    pytester.syspathinsert(str(GOLDEN.parent.parent))

    pytester.runpytest_inprocess("-p", "no:cacheprovider").assert_outcomes(failed=1)
    assert golden.read_text("utf-8") == "vieux\n"
    pytester.runpytest_inprocess("--update-golden").assert_outcomes(passed=1)
    assert golden.read_text("utf-8") == "neuf\n"
    pytester.runpytest_inprocess().assert_outcomes(passed=1)
