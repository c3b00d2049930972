"""What the program says of itself: help with examples, its version, completion, wrong usage."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from briefing import __version__
from briefing.cli import main
from tests.support import invoke, run_briefing

COMMANDS = sorted(main.commands)


def test_there_are_the_commands_of_the_guide() -> None:
    assert {"build", "export", "new"} <= set(COMMANDS)


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=str)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_help_has_an_example(command: tuple[str, ...], option: str) -> None:
    result = invoke(*command, option)
    assert result.exit_code == 0
    assert re.search(rf"\bbriefing {' '.join(command)}.*\w", result.output.split("\n\n")[-1])


@pytest.mark.parametrize("name", [*COMMANDS, ""])
def test_every_example_is_a_command_with_options_that_exist(name: str) -> None:
    """An example that no longer runs is worse than none."""
    command = main.commands[name] if name else main
    assert command.epilog is not None
    _, _, example = command.epilog.partition(": ")
    for line in example.partition(" > ")[0].split(" && "):
        program, subcommand, *arguments = shlex.split(line)
        assert program == "briefing"
        assert not name or subcommand == name
        with click.Context(main) as context:
            main.commands[subcommand].make_context(subcommand, arguments, parent=context)


def test_every_option_says_what_it_does() -> None:
    for command in main.commands.values():
        for parameter in command.params:
            assert not isinstance(parameter, click.Option) or parameter.help


def test_the_version() -> None:
    assert invoke("--version").output == f"briefing {__version__}\n"


def test_without_a_command_the_help_is_shown() -> None:
    result = invoke()
    assert result.exit_code == 2
    assert all(name in result.output for name in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["biuld"], "No such command 'biuld'"),
        (["build", "--formt", "pdf"], "No such option '--formt'"),
        (["build", "a", "b"], "unexpected extra argument"),
        (["new"], "Missing argument 'DIR'"),
        (["build", "--format", "docx"], "“docx” isn't a format: choose among pdf, html"),
        (["build", "--format", "pdf,docx"], "“docx” isn't a format: choose among pdf, html"),
        (["build", "--date", "hier"], "“hier” isn't a date: write it as 2025-11-21"),
        (["build", "--date", "2025-02-30"], "“2025-02-30” isn't a date"),
        (["export", "--format", "xml"], "'xml' is not one of 'json', 'schema'"),
    ],
)
def test_wrong_usage_is_told_with_code_2(arguments: list[str], said: str, tmp_path: Path) -> None:
    result = invoke(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert "help" in result.stderr


@pytest.mark.parametrize(("shell", "mark"), [("bash", "complete -o"), ("zsh", "#compdef")])
def test_the_completion_script_is_given(shell: str, mark: str) -> None:
    run = run_briefing(_BRIEFING_COMPLETE=f"{shell}_source")
    assert run.returncode == 0
    assert mark in run.stdout
    assert "briefing" in run.stdout


def test_completion_knows_the_commands() -> None:
    run = run_briefing(_BRIEFING_COMPLETE="bash_complete", COMP_WORDS="briefing bu", COMP_CWORD="1")
    assert run.stdout == "plain,build\n"
