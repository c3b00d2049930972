"""The PDF of a watched dossier: made when asked for, by `briefing build` in a process of its own.

So it is the very PDF that a build writes, and its making slows no page.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from briefing.model.finding import message
from briefing.watching.boxes import Trouble


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, the last that could be made, and why there is no newer one."""

    data: bytes = b""
    trouble: Trouble | None = None


def build_command(
    folder: Path,
    audience: str,
    out: str,
    *,
    theme: str = "",
    templates: Sequence[str] = (),
    documents: Sequence[str] = (),
    draft: bool = False,
) -> list[str]:
    """Return the command that builds the PDF of one audience into `out`."""
    options = ["--audience", audience, "--format", "pdf", "--out", out]
    options += ["--theme", theme] if theme else []
    options += [word for name in templates for word in ("--templates", name)]
    options += [word for name in documents for word in ("--documents", name)]
    options += ["--draft"] if draft else []
    # -P: nothing is imported from the folder where the command runs.
    return [sys.executable, "-P", "-m", "briefing", "build", *options, "--", str(folder)]


class Printer:
    """Makes PDFs one at a time, and keeps the last of each audience."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[int, Printed]] = {}
        self._turn = asyncio.Lock()
        self._child: asyncio.subprocess.Process | None = None
        self._stopped = False

    async def pdf(self, audience: str, version: int, command: Sequence[str], out: Path) -> Printed:
        """Return the PDF of an audience as of `version`, made by `command` into `out` if need be."""
        async with self._turn:
            made, printed = self._kept.get(audience, (-1, Printed()))
            if made == version or self._stopped:
                return printed
            data, trouble = await self._run(command, out)
            printed = Printed(data or printed.data, trouble)
            self._kept[audience] = (version, printed)
            return printed

    async def _run(self, command: Sequence[str], out: Path) -> tuple[bytes, Trouble | None]:
        child = self._child = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            _, said = await child.communicate()
            made = sorted(out.glob("*.pdf"))
            if child.returncode == 0 and made:
                return made[0].read_bytes(), None
            told = said.decode("utf-8", "replace").strip()
            return b"", Trouble(message("the PDF can't be made"), None, told)
        finally:
            await self._end()

    async def _end(self) -> None:
        child, self._child = self._child, None
        if child and child.returncode is None:
            with suppress(ProcessLookupError):
                child.kill()
            await child.wait()

    async def stop(self) -> None:
        """End what is being made."""
        self._stopped = True
        await self._end()


def scratch_folder() -> tempfile.TemporaryDirectory[str]:
    """Return a folder that goes when it is left."""
    return tempfile.TemporaryDirectory(prefix="briefing-watch-", ignore_cleanup_errors=True)
