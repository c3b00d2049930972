"""A session that many readers ask at once: its work in one thread, word of each change for all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from briefing.watching.overlay import Served
from briefing.watching.printing import Printed, Printer, build_command, scratch_folder
from briefing.watching.routes import Kind, Route
from briefing.watching.session import Session, Wanted
from briefing.watching.touching import Part

T = TypeVar("T")


class Live:
    """What the server asks."""

    def __init__(self, session: Session, wanted: Wanted) -> None:
        self._session = session
        self._wanted = wanted
        self._thread = ThreadPoolExecutor(1, "briefing")
        self._printer = Printer()
        self._changed = asyncio.Event()
        self.stopped = False

    async def refresh(self, parts: Collection[Part]) -> None:
        """Read again what changed, and tell those who wait."""
        if await self._do(lambda: self._session.refresh(parts)):
            self._wake()

    async def page(self, route: Route) -> Served:
        """Return a page; raises `KeyError` if there is no such audience."""
        if route.kind is Kind.INDEX:
            return await self._do(self._session.index)
        if route.kind is Kind.PAGE:
            return await self._do(lambda: self._session.page(route.audience))
        printed = await self.pdf(route.audience)
        return await self._do(
            lambda: self._session.sheets(route.audience, printed.trouble, there=bool(printed.data))
        )

    async def pdf(self, audience: str) -> Printed:
        """Return the PDF of an audience; raises `KeyError` if there is none."""
        session, wanted = self._session, self._wanted
        if audience not in dict(session.audiences):
            raise KeyError(audience)
        with scratch_folder() as out:
            command = build_command(
                wanted.folder,
                audience,
                out,
                theme=wanted.theme,
                templates=wanted.templates,
                documents=wanted.documents,
                draft=session.is_draft,
            )
            return await self._printer.pdf(audience, session.version, command, Path(out))

    async def digest(self, route: Route) -> str:
        """Return what changes with the page of `route`; "" once there is none."""
        if route.kind is Kind.SHEETS:  # the version alone: its PDF is made when it is asked for
            return str(self._session.version)
        try:
            return (await self.page(route)).digest
        except KeyError:
            return ""

    def word(self) -> asyncio.Event:
        """Return what is set at the next change; to be asked for before what may change."""
        return self._changed

    async def stop(self) -> None:
        """Let all who wait go, and end the work under way."""
        self.stopped = True
        self._wake()
        await self._printer.stop()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _wake(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def _do(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
