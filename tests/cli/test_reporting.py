"""The one place that speaks to the user: errors become sentences and exit codes."""

from __future__ import annotations

from collections.abc import Callable

import click
import pytest
from click.testing import CliRunner, Result

from briefing.cli.reporting import (
    date_words,
    human_size,
    report_findings,
    reports_errors,
    verdict_words,
)
from briefing.errors import BriefingError, DossierError, MachineError, UsageError
from briefing.model.dates import Date, Moment
from briefing.model.finding import Finding, Severity, message
from briefing.model.verification import Verdict

ERROR = Finding(
    Severity.ERROR,
    "BR220",
    "a.md",
    3,
    message("the extract has no id"),
    message("add “- id : un-nom-court” under it"),
)
WHOLE = Finding(Severity.ERROR, "BR311", "d.toml", 0, message("the dossier holds no fiche"))
WARNING = Finding(
    Severity.WARNING, "BR230", "a.md", 2, message("the speaker “{name}” seems", name="x")
)


def run(work: Callable[[], None], *, color: bool = False) -> Result:
    """Run `work` as a command."""
    command = click.command()(reports_errors(work))
    return CliRunner().invoke(command, [], catch_exceptions=False, color=color)


def failing(fault: Exception) -> Result:
    def work() -> None:
        raise fault

    return run(work)


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [
        (BriefingError(message("a {b}", b="c")), 1, "Error: a c\n"),
        (UsageError(message("no"), message("try {x}", x="y")), 2, "Error: no\n  → try y\n"),
        (MachineError(message("disk")), 3, "Error: disk\n"),
        (
            DossierError(message("the dossier has errors"), [ERROR]),
            1,
            (
                "a.md:3: error BR220: the extract has no id\n"
                "    → add “- id : un-nom-court” under it\n"
                "1 error: nothing was written.\n"
            ),
        ),
        (
            DossierError(message("the dossier has errors"), [WARNING, ERROR, WHOLE]),
            1,
            (
                "a.md:2: warning BR230: the speaker “x” seems\n"
                "a.md:3: error BR220: the extract has no id\n"
                "    → add “- id : un-nom-court” under it\n"
                "d.toml: error BR311: the dossier holds no fiche\n"
                "2 errors: nothing was written.\n"
            ),
        ),
        (
            PermissionError(13, "Permission denied", "/a/b"),
            3,
            (
                "Error: “/a/b”: Permission denied\n"
                "  → check the disk space and your rights on the folder, or choose another one\n"
            ),
        ),
    ],
    ids=["error", "usage", "machine", "dossier", "several", "system"],
)
def test_what_stops_a_run_is_a_sentence_and_a_code(fault: Exception, code: int, said: str) -> None:
    result = failing(fault)
    assert (result.exit_code, result.stdout, result.stderr) == (code, "", said)


def test_a_bug_isnt_dressed_up_as_an_error() -> None:
    with pytest.raises(ZeroDivisionError):
        failing(ZeroDivisionError())


def test_what_a_command_returns_is_kept() -> None:
    assert reports_errors(lambda: 3)() == 3


def test_braces_in_what_the_user_wrote_are_text() -> None:
    result = failing(UsageError(message("the folder “{path}” doesn't exist", path="{0}{x}")))
    assert "“{0}{x}”" in result.stderr


def test_colours_tell_errors_from_warnings_on_a_terminal() -> None:
    result = run(lambda: report_findings([ERROR, WARNING]), color=True)
    assert click.style("error", fg="red", bold=True) in result.stderr
    assert click.style("warning", fg="yellow", bold=True) in result.stderr


@pytest.mark.parametrize(
    ("size", "shown"),
    [(0, "0 B"), (999, "999 B"), (1000, "1 kB"), (343_210, "343 kB"), (4_200_000, "4.2 MB")],
)
def test_a_size_as_people_read_it(size: int, shown: str) -> None:
    assert human_size(size) == shown


@pytest.mark.parametrize(("language", "words"), [("en", "2026-11-21"), ("fr", "21 novembre 2026")])
def test_a_date_in_words_where_these_are_the_users(
    language: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    said = date_words(Date("2026-11-21", Moment(2026, 11, 21)))
    assert said.replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("verdict", "english", "french"),
    [
        ("verbatim", "word for word", "mot pour mot"),
        ("ambiguous", "at several places", "à plusieurs endroits"),
        ("near", "close passage", "passage approchant"),
        ("absent", "nowhere", "introuvable"),
        ("of another version", "of another version", "of another version"),
    ],
)
def test_a_verdict_in_words(
    verdict: str, english: str, french: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    assert verdict_words(verdict) == english
    monkeypatch.setenv("LANGUAGE", "fr")
    assert verdict_words(verdict) == french


def test_every_verdict_has_its_words() -> None:
    assert all(verdict_words(verdict) != verdict.value for verdict in Verdict)
