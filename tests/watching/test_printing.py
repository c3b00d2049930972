"""PDFs are made by a build of their own, once for each version, and ended when the watch ends."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from briefing.watching.printing import Printed, Printer, build_command

WRITING = (
    "import pathlib, sys; pathlib.Path(sys.argv[1], 'a.pdf').write_bytes(sys.argv[2].encode())"
)
FAILING = "import sys; sys.exit('no such thing')"


def command(out: Path, data: str) -> list[str]:
    return [sys.executable, "-c", WRITING, str(out), data]


def ask(out: Path, *asked: tuple[int, Sequence[str]]) -> list[Printed]:
    async def run() -> list[Printed]:
        printer = Printer()
        return [await printer.pdf("a", version, words, out) for version, words in asked]

    return asyncio.run(run())


def test_a_version_is_made_once(tmp_path: Path) -> None:
    first, same, next_ = ask(
        tmp_path,
        (1, command(tmp_path, "un")),
        (1, command(tmp_path, "deux")),
        (2, command(tmp_path, "trois")),
    )
    assert (first.data, same.data, next_.data) == (b"un", b"un", b"trois")


def test_what_fails_leaves_the_last_and_says_why(tmp_path: Path) -> None:
    _, after = ask(tmp_path, (1, command(tmp_path, "un")), (2, [sys.executable, "-c", FAILING]))
    assert after.data == b"un"
    assert after.trouble
    assert after.trouble.told == "no such thing"
    assert ask(tmp_path, (1, [sys.executable, "-c", FAILING]))[0].data == b""


def test_stopping_ends_what_is_being_made(tmp_path: Path) -> None:
    async def run() -> tuple[Printed, Printed]:
        printer = Printer()
        waiting = [sys.executable, "-c", "import time; time.sleep(600)"]
        task = asyncio.create_task(printer.pdf("a", 1, waiting, tmp_path))
        while printer._child is None:
            await asyncio.sleep(0.01)
        child = printer._child
        await printer.stop()
        first = await asyncio.wait_for(task, 20)
        assert child.returncode
        return first, await printer.pdf("a", 2, waiting, tmp_path)

    first, second = asyncio.run(run())
    assert (first.data, second.data) == (b"", b"")


def test_the_command_is_that_of_a_build() -> None:
    words = build_command(
        Path("-d"),
        "presse",
        "/out",
        theme="maison",
        templates=["g", "h"],
        documents=["t"],
        draft=True,
    )
    told = " ".join(words)
    assert "-m briefing build --audience presse --format pdf --out /out" in told
    assert "--theme maison --templates g --templates h --documents t --draft -- -d" in told
