"""A watch from its beginning to its end: the port, the server, the changes, the signals."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import signal
import socket
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from briefing.errors import MachineError
from briefing.model.finding import message
from briefing.watching.live import Live
from briefing.watching.noticing import bursts, roots
from briefing.watching.serving import Application, first_path
from briefing.watching.session import Session, Wanted

if TYPE_CHECKING:
    import uvicorn

PORT = 8017
"""Where the server is looked for if nobody says otherwise."""
LOOPBACK = "127.0.0.1"
PATIENCE = 2
"""Seconds for answers under way when the watch ends."""

Ready = Callable[[str], None]
"""Told the address once the server answers there."""


def watch(wanted: Wanted, port: int, ready: Ready) -> None:
    """Serve the dossier, and make it anew as it changes, until SIGINT or SIGTERM.

    Port 0 is any that is free. Raises `MachineError` if the port is taken or the extra `watch`
    isn't installed, `UsageError` if the dossier, or what is asked of it, doesn't exist.
    """
    _require_libraries()
    with contextlib.suppress(KeyboardInterrupt), _bound(port) as listening:
        session = Session(wanted)
        session.start()
        for audience, _ in session.audiences[:1]:
            session.page(audience)
        asyncio.run(_run(session, wanted, listening, ready))


def _require_libraries() -> None:
    try:
        import uvicorn
        import watchfiles
    except ImportError as fault:
        raise MachineError(
            message("“briefing watch” needs the extra “{extra}” of briefing", extra="watch"),
            message("install it: pip install 'briefing[{extra}]'", extra="watch"),
        ) from fault
    del uvicorn, watchfiles


@contextlib.contextmanager
def _bound(port: int) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((LOOPBACK, port))
        except OSError as fault:
            raise _taken(port, fault) from fault
        listening.listen()
        yield listening


def _taken(port: int, fault: OSError) -> MachineError:
    text = message("the port {port} is in use", port=str(port))
    if fault.errno != errno.EADDRINUSE:
        reason = fault.strerror or str(fault)
        text = message("the port {port} can't be used: {reason}", port=str(port), reason=reason)
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as free:
        free.bind((LOOPBACK, 0))
        other = free.getsockname()[1]
    return MachineError(text, message("choose another one: --port {port}", port=str(other)))


async def _run(session: Session, wanted: Wanted, listening: socket.socket, ready: Ready) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, stop.set)
    port = listening.getsockname()[1]
    live = Live(session, wanted)
    server = _server(Application(live, port))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    noticing = asyncio.create_task(_follow(live, wanted, stop))
    ready(f"http://{LOOPBACK}:{port}{first_path(session.audiences)}")
    try:
        ended = asyncio.create_task(stop.wait())
        await asyncio.wait({ended, serving, noticing}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stop.set()
        server.should_exit = True
        await live.stop()
        await asyncio.gather(serving, noticing)


async def _follow(live: Live, wanted: Wanted, stop: asyncio.Event) -> None:
    watched = roots(wanted.folder, wanted.templates, wanted.theme)
    async for parts in bursts(watched, stop):
        if stop.is_set():
            return
        await live.refresh(parts)


def _server(application: Application) -> uvicorn.Server:
    import uvicorn

    class Server(uvicorn.Server):
        """Leaves the signals to the watch."""

        @contextlib.contextmanager
        def capture_signals(self) -> Iterator[None]:
            yield

    config = uvicorn.Config(
        application,
        http="h11",
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        log_level="critical",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=PATIENCE,
    )
    return Server(config)
