"""The progress bar: after a second, on a terminal, and gone at the end."""

from __future__ import annotations

from contextlib import redirect_stderr
from io import StringIO

import pytest

from briefing.cli.progress import PATIENCE, WIDTH, progress_bar


class Terminal(StringIO):
    """What a person looks at."""

    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that stands still between two calls of `pass_`."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("briefing.cli.progress.time", clock)
    return clock


def test_without_a_terminal_there_is_none() -> None:
    stderr = StringIO()
    with redirect_stderr(stderr), progress_bar("Building") as report:
        assert report is None
    assert stderr.getvalue() == ""


def test_within_a_second_nothing_shows(clock: Clock) -> None:
    terminal = Terminal()
    with redirect_stderr(terminal), progress_bar("Building") as report:
        assert report is not None
        for share in (0.0, 0.5, 1.0):
            report(share)
            clock.pass_(PATIENCE / 4)
    assert terminal.getvalue() == ""


def test_after_a_second_it_shows_and_grows(clock: Clock) -> None:
    terminal = Terminal()
    with redirect_stderr(terminal), progress_bar("Building") as report:
        assert report is not None
        report(0.1)
        clock.pass_(PATIENCE)
        report(0.5)
        report(1.0)
        half, whole = terminal.getvalue().split("\r")[1:]
    assert half == "Building " + "█" * (WIDTH // 2) + "░" * (WIDTH // 2) + "  50%"
    assert whole == "Building " + "█" * WIDTH + " 100%"
    assert "\n" not in terminal.getvalue()


@pytest.mark.parametrize("fails", [False, True])
def test_it_leaves_a_clean_line_even_after_a_failure(fails: bool, clock: Clock) -> None:
    terminal = Terminal()

    def work() -> None:
        with redirect_stderr(terminal), progress_bar("Building") as report:
            assert report is not None
            clock.pass_(PATIENCE)
            report(0.5)
            if fails:
                raise OSError("full")

    if fails:
        with pytest.raises(OSError, match="full"):
            work()
    else:
        work()
    assert terminal.getvalue().endswith("\r\x1b[K")
