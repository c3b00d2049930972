"""The answers of the server, as an ASGI application: to this machine's own pages, and to no other.

Nothing is kept by a browser, read by a page from elsewhere or framed by one, and no script runs
but the one that reloads.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from briefing.watching.dressing import SCRIPT
from briefing.watching.live import Live
from briefing.watching.policy import served_policy
from briefing.watching.routes import Kind, Route, address, is_foreign, is_ours, route

Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]

HEARTBEAT = 15.0
"""Seconds between two signs of life of a stream of events."""
RETRY = 500
"""Milliseconds after which a browser asks for a lost stream again."""
HTML = "text/html; charset=utf-8"
STREAM: Mapping[str, str] = {"content-type": "text/event-stream"}
ALWAYS: Mapping[str, str] = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back at once."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


class Application:
    """Answers requests on `port`."""

    def __init__(self, live: Live, port: int) -> None:
        self._live = live
        self._port = port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        asked, answer = self._admitted(scope)
        if asked and asked.kind is Kind.EVENTS and scope["method"] == "GET":
            await self._stream(_told_of(asked, scope), receive, send)
            return
        if asked:
            answer = await self._answer(asked)
        await _send(answer, send, body=scope["method"] != "HEAD")

    def _admitted(self, scope: Scope) -> tuple[Route | None, Answer]:
        """Return what is asked for; if it is refused, why."""
        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        if len(hosts) != 1 or not is_ours(hosts[0], self._port):
            return None, Answer(421, b"not the Host of this server\n")
        if scope["method"] not in ("GET", "HEAD"):
            return None, Answer(405, b"GET or HEAD\n", {"allow": "GET, HEAD"})
        told = {n.decode("latin-1"): v.decode("latin-1") for n, v in scope["headers"]}
        if is_foreign(told, self._port):
            return None, Answer(403, b"not for pages from elsewhere\n")
        return route(scope["path"]), Answer(404, b"there is nothing here\n")

    async def _answer(self, asked: Route) -> Answer:
        if asked.kind is Kind.EVENTS:
            return Answer(200, headers=STREAM)
        try:
            if asked.kind is Kind.PDF:
                printed = await self._live.pdf(asked.audience)
                framed = {"content-security-policy": "frame-ancestors 'self'"}
                kind = {"content-type": "application/pdf"} | framed
                return Answer(200, printed.data, kind) if printed.data else Answer(404)
            served = await self._live.page(asked)
        except KeyError:
            served = await self._live.page(Route(Kind.INDEX))
            return _page(404, served.html)
        return _page(200, served.html)

    async def _stream(self, asked: Route, receive: Receive, send: Send) -> None:
        """Tell the digest of a page, now and whenever it changes."""
        await _start(Answer(200, headers=STREAM), send)
        await _more(f"retry: {RETRY}\n\n", send)
        gone = asyncio.ensure_future(_gone(receive))
        told = None
        while not self._live.stopped and not gone.done():
            word = self._live.word()
            digest = await self._live.digest(asked)
            await _more(": \n\n" if digest == told else f"data: {digest}\n\n", send)
            told = digest
            waiting = asyncio.ensure_future(word.wait())
            await asyncio.wait(
                {gone, waiting}, timeout=HEARTBEAT, return_when=asyncio.FIRST_COMPLETED
            )
            waiting.cancel()
        gone.cancel()
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def _told_of(asked: Route, scope: Scope) -> Route:
    """Return the page that a stream is about."""
    if not asked.audience:
        return Route(Kind.INDEX)
    kind = Kind.SHEETS if scope["query_string"] == b"pdf" else Kind.PAGE
    return Route(kind, asked.audience)


def _page(status: int, html: str) -> Answer:
    policy = {"content-security-policy": served_policy(SCRIPT)}
    return Answer(status, html.encode(), {"content-type": HTML} | policy)


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _send(answer: Answer, send: Send, *, body: bool) -> None:
    length = {"content-length": str(len(answer.body))}
    await _start(Answer(answer.status, b"", {**answer.headers, **length}), send)
    await send({"type": "http.response.body", "body": answer.body if body else b""})


async def _start(answer: Answer, send: Send) -> None:
    headers = {"content-type": "text/plain; charset=utf-8", **ALWAYS, **answer.headers}
    told = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": answer.status, "headers": told})


async def _more(text: str, send: Send) -> None:
    await send({"type": "http.response.body", "body": text.encode(), "more_body": True})


def first_path(live_audiences: tuple[tuple[str, str], ...]) -> str:
    """Return the path to open first: the page of the one audience, else the index."""
    if len(live_audiences) == 1:
        return address(Kind.PAGE, live_audiences[0][0])
    return "/"
