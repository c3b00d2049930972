"""`briefing explain`: a page for each code, and the nearest for a code that isn't."""

from __future__ import annotations

import pytest
from click.testing import Result

from briefing.checking.codes import CODES
from briefing.cli.explain import WIDTH
from tests.support import invoke


def run(*arguments: str) -> Result:
    return invoke("explain", *arguments)


def test_a_page_has_its_title_its_reason_and_its_example() -> None:
    result = run("BR204")
    assert (result.exit_code, result.stderr) == (0, "")
    head, why, example = result.stdout.split("\n\n", 2)
    assert head == "BR204 error Unknown value"
    assert why.startswith("The key takes a value of a closed list")
    assert example == ("Wrong:\n    - statut : declaré\n\nRight:\n    - statut : déclaration\n")


@pytest.mark.parametrize("code", CODES)
def test_every_page_is_shown_whole(code: str) -> None:
    result = run(code)
    assert result.exit_code == 0
    page = CODES[code]
    assert " ".join(str(page.why).split()) in " ".join(result.stdout.split())
    for line in (*page.wrong.split("\n"), *page.right.split("\n")):
        assert f"    {line}".rstrip() in result.stdout
    prose = result.stdout.partition("\nWrong:")[0]
    assert max(map(len, prose.split("\n"))) <= WIDTH


@pytest.mark.parametrize("code", ["br204", "204", " BR204 "])
def test_a_code_may_be_typed_as_it_comes(code: str) -> None:
    assert run(code).stdout.startswith("BR204 ")


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("BR205B", "“briefing explain” lists all codes"),
        ("BR999", "“briefing explain” lists all codes"),  # near BR99x of another matter
        ("tout", "“briefing explain” lists all codes"),
    ],
)
def test_an_unknown_code_is_wrong_usage(code: str, hint: str) -> None:
    result = run(code)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"there is no code “{code}”" in result.stderr
    assert hint in result.stderr


def test_without_a_code_all_are_listed() -> None:
    result = run()
    assert result.exit_code == 0
    assert [line.partition(" ")[0] for line in result.stdout.splitlines()] == list(CODES)


def test_the_help_has_an_example() -> None:
    assert "briefing explain BR204" in run("--help").stdout
