"""One message given to one recipient (RFC 5321, 3.3)."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.errors import MachineError
from briefing.model.finding import Message, message
from briefing.sending.addresses import Address
from briefing.sending.outcomes import Reply, Status, Verdict, answered
from briefing.sending.outgoing import Outgoing
from briefing.sending.session import Session
from briefing.sending.wire import DisconnectedError

_END = b".\r\n"
_PATIENCE = 10
"""Times the timeout that the last answer may take, the server having the whole message: ten minutes
by default (RFC 5321, 4.5.3.2.6), for whoever gives up too soon doesn't know."""


class SenderRefusedError(MachineError):
    """The server takes nothing from this sender."""


def unfit(session: Session, outgoing: Outgoing, recipient: Address, size: int) -> Message | None:
    """Say why this server can't be given this message, before it is asked; None if it can."""
    if session.size and size > session.size:
        return message(
            "the message has {size} bytes, and the server takes {limit}",
            size=size,
            limit=session.size,
        )
    if recipient.needs_utf8 and "SMTPUTF8" not in session.features:
        return message("the server takes no address with accents before the @ (SMTPUTF8)")
    if outgoing.needs_utf8 and "SMTPUTF8" not in session.features:
        return message("the header has bare accents, and the server takes none (SMTPUTF8)")
    if outgoing.needs_8bit and "8BITMIME" not in session.features:
        return message("the body has bare accents, and the server takes none (8BITMIME)")
    return None


def transfer(
    session: Session, outgoing: Outgoing, recipient: Address, intend: Callable[[], None]
) -> Verdict:
    """Give the message; `intend` is called, and must return, before the server can have it whole.

    Raises `SenderRefusedError`, and `DisconnectedError` if the line was lost before the end of the
    message was given, which leaves nothing to doubt. Lost after it, the verdict is `UNCERTAIN`.
    """
    data = outgoing.addressed(recipient)
    reason = unfit(session, outgoing, recipient, len(data))
    if reason:
        return Verdict(Status.REFUSED, reason)
    session.given += 1
    reply = _envelope(session, outgoing, recipient, len(data))
    if reply:
        return _declined(session, reply)
    session.wire.write(stuffed(data))
    if session.wire.has_news():  # an answer to what isn't finished: the server gave up
        reply = session.wire.read()
        session.wire.close()  # RSET might be read as a line of the message
        return _refusal(reply)
    intend()
    if session.wire.has_news():
        raise DisconnectedError(message("the server closed the connection"))
    try:
        session.wire.write(_END)
        reply = session.wire.read(session.timeout * _PATIENCE)
    except DisconnectedError as fault:
        session.wire.close()
        return Verdict(Status.UNCERTAIN, fault.reason)
    return _concluded(session, reply)


def stuffed(data: bytes) -> bytes:
    r"""Return `data`, whose lines end with `\r\n`, as DATA has it (RFC 5321, 4.5.2), without the end."""
    doubled = re.sub(rb"(?m)^\.", b"..", data)
    return doubled if doubled.endswith(b"\r\n") or not doubled else doubled + b"\r\n"


def _envelope(session: Session, outgoing: Outgoing, recipient: Address, size: int) -> Reply | None:
    """Name sender and recipient; return the answer that ends the matter, if any."""
    reply = session.wire.command(_mail_from(session, outgoing, recipient, size))
    if not reply.is_yes:
        if not reply.is_transient:
            raise SenderRefusedError(
                message(
                    "the server takes nothing from {sender}: {reply}",
                    sender=outgoing.sender.mailbox,
                    reply=str(reply),
                ),
                message("check the sender, and whether the server wants a user (--user)"),
            )
        return reply
    reply = session.wire.command(f"RCPT TO:<{recipient.mailbox}>")
    if reply.is_yes:
        reply = session.wire.command("DATA")
    return None if reply.code == 354 else reply


def _mail_from(session: Session, outgoing: Outgoing, recipient: Address, size: int) -> str:
    utf8 = outgoing.needs_utf8 or recipient.needs_utf8
    parameters = [
        f"SIZE={size}" if "SIZE" in session.features else "",
        "BODY=8BITMIME" if "8BITMIME" in session.features and (utf8 or outgoing.needs_8bit) else "",
        "SMTPUTF8" if utf8 else "",
    ]
    return " ".join((f"MAIL FROM:<{outgoing.sender.mailbox}>", *filter(None, parameters)))


def _concluded(session: Session, reply: Reply) -> Verdict:
    """Return what the answer to a whole message says; one that is neither yes nor no says nothing."""
    if reply.code >= 400:
        return _declined(session, reply)
    if 200 <= reply.code < 300:
        return answered(Status.SENT, reply)
    session.wire.close()
    return Verdict(Status.UNCERTAIN, message("{reply}", reply=str(reply)))


def _declined(session: Session, reply: Reply) -> Verdict:
    """Clear the table for the next message, or leave, as the server does with 421."""
    try:
        if reply.code == 421 or not session.wire.command("RSET").is_yes:
            session.wire.close()
    except DisconnectedError:  # a late answer would be taken for that to the next command
        session.wire.close()
    return _refusal(reply)


def _refusal(reply: Reply) -> Verdict:
    return answered(Status.REFUSED if reply.code >= 500 else Status.DEFERRED, reply)
