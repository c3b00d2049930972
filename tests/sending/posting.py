"""A server of mail on this machine (aiosmtpd), and a message to give it."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

SUBJECT = "Un train de nuit pour Valmont"
Answer = Callable[[str], str | None]
"""Takes an address and returns what the server says, None to go along, "" to hang up."""


def message(**fields: str) -> bytes:
    """Return a finished message, with a part of text, one of HTML and a PDF."""
    built = EmailMessage()
    for name, value in {
        "From": "Institut Valmont <lettre@valmont.example>",
        "Subject": SUBJECT,
        "Date": "Mon, 02 Jun 2025 06:00:00 +0000",
        "To": "undisclosed@valmont.example",
        "Bcc": "secret@valmont.example",
        "Message-ID": "<fait@valmont.example>",
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }.items():
        built[name] = value
    built.set_content("Bonjour,\n.\n..deux points\nœuvre\n")
    built.add_alternative("<p>Bonjour</p>", subtype="html")
    built.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="Été.pdf")
    for number, part in enumerate(part for part in built.walk() if part.is_multipart()):
        part.set_boundary(f"limite-{number}")  # the same at each build
    return built.as_bytes()


@dataclass
class Office:
    """A server that takes what nobody told it to refuse, and remembers it."""

    users: dict[bytes, bytes] = field(default_factory=dict)
    mail: Answer = lambda _address: None
    rcpt: Answer = lambda _address: None
    data: Answer = lambda _address: None
    """Before the message is taken."""
    taken: Answer = lambda _address: None
    """After it is."""
    delay: float = 0.0
    """Seconds before the answer to a message."""
    during: Answer = lambda _address: None
    """Hang up once the message has begun."""
    greeting: Callable[[], bool] = lambda: True
    """Whether a new session is let in."""
    closed: Callable[[], None] = lambda: None
    """Called when it has hung up so."""
    port: int = 0
    received: list[tuple[str, bytes]] = field(default_factory=list)
    """Recipient and message, in order."""
    options: list[list[str]] = field(default_factory=list)
    """Of each MAIL command."""
    sessions: int = 0
    loop: asyncio.AbstractEventLoop | None = None
    line: asyncio.Transport | None = None
    """That of the last session."""
    hellos: list[str] = field(default_factory=list)

    def hang_up(self) -> None:
        """Cut the line of the last session, whatever it is in the middle of."""
        assert self.loop
        assert self.line
        self.loop.call_soon_threadsafe(self.line.abort)

    @property
    def copies(self) -> Counter[str]:
        return Counter(address for address, _data in self.received)

    # ---- as aiosmtpd calls its handler ----

    async def handle_EHLO(  # noqa: N802
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        hostname: str,
        responses: list[str],
    ) -> list[str]:
        session.host_name = hostname
        self.hellos.append(hostname)
        return responses

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        said = self.mail(address)
        if said is not None:
            return _said(server, said)
        envelope.mail_from = address
        self.options.append(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        said = self.rcpt(address)
        if said is not None:
            return _said(server, said)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        (address,) = envelope.rcpt_tos
        await asyncio.sleep(self.delay)
        said = self.data(address)
        if said is not None:
            return _said(server, said)
        assert isinstance(envelope.content, bytes)
        self.received.append((address, envelope.content))
        said = self.taken(address)
        return _said(server, said) if said is not None else "250 taken"

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: Any
    ) -> AuthResult:
        assert isinstance(given, LoginPassword)
        return AuthResult(success=self.users.get(given.login) == given.password, handled=False)


def _said(server: SMTP, answer: str) -> str:
    if not answer:
        assert isinstance(server.transport, asyncio.Transport)
        server.transport.abort()
    return answer or "421 never seen"


class _Server(SMTP):
    """Hangs up in the middle of a message where it is told to."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        office = self.event_handler
        assert isinstance(office, Office)
        assert isinstance(transport, asyncio.Transport)
        office.line = transport
        if not office.greeting():
            transport.abort()
            return
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        office = self.event_handler
        assert isinstance(office, Office)
        office.closed()
        if self.transport is not None:
            super().connection_lost(error)

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        office = self.event_handler
        assert isinstance(office, Office)
        assert self.envelope
        if self.envelope.rcpt_tos and office.during(self.envelope.rcpt_tos[0]) is not None:
            await self.push("354 go on")
            assert isinstance(self.transport, asyncio.Transport)
            self.transport.close()
            return
        await super().smtp_DATA(arg)


@contextmanager
def opened(
    office: Office | None = None, context: ssl.SSLContext | None = None, **options: Any
) -> Iterator[Office]:
    """Serve on a free port until the end of the block; `implicit=True` for TLS at once."""
    office = office or Office()
    implicit = context if options.pop("implicit", False) else None
    settings = {"hostname": "bureau.example", "enable_SMTPUTF8": True, "timeout": 30, **options}
    if context and not implicit:
        settings |= {"tls_context": context, "require_starttls": True}
    if office.users:
        settings |= {"authenticator": office.authenticate, "auth_required": True}

    def session() -> SMTP:
        office.sessions += 1
        return _Server(office, loop=loop, **settings)

    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(loop.create_server(session, "127.0.0.1", 0, ssl=implicit))
    office.loop = loop
    office.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield office
    finally:
        asyncio.run_coroutine_threadsafe(_closed(server, office), loop).result(30)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(30)
        loop.close()


async def _closed(server: asyncio.Server, office: Office) -> None:
    """Close, and wait for those who still speak: a task that is left would warn."""
    await asyncio.sleep(0.01)  # whoever has just come is let in first
    server.close()
    if office.line:
        office.line.abort()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    await asyncio.sleep(0.01)
