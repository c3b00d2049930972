"""Sending a finished message by SMTP: prepared, shown, done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from briefing.errors import BriefingError, UsageError
from briefing.files import AppendOnlyFile, load_single
from briefing.model.finding import Message, message
from briefing.sending.addresses import Address, parse_address
from briefing.sending.credentials import SMTP, find_credentials
from briefing.sending.journal import Journal, journal_path, peek
from briefing.sending.outcomes import Result, Verdict
from briefing.sending.outgoing import Outgoing, read_message
from briefing.sending.recipients import Place, Recipients, Remark, gather, list_lines
from briefing.sending.recording import History
from briefing.sending.running import Patience, World, run, settled
from briefing.sending.server import Server
from briefing.sending.session import open_session


class RecipientsError(BriefingError):
    """Some addresses are none; `faults` are all of them."""

    def __init__(self, text: Message, faults: Sequence[Remark]) -> None:
        hint = message(
            "write address or Name <address>, one a line; # at its head leaves a line out"
        )
        super().__init__(text, hint)
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asks for."""

    file: Path
    server: Server
    to: tuple[str, ...] = ()
    list_file: Path | None = None
    sender: str = ""
    """Where bounces go, if not to the author."""
    user: str = ""
    journal: Path | None = None
    timeout: float = 60.0
    patience: Patience = field(default_factory=Patience)


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be done, with all that can be known before a server is asked."""

    request: Request
    outgoing: Outgoing
    recipients: Recipients
    journal: Path
    history: History

    @property
    def kept(self) -> dict[Address, Verdict]:
        """Those whom an earlier run has settled."""
        before = self.history.verdicts
        pairs = ((one, before.get(one.key)) for one in self.recipients.addresses)
        patience = self.request.patience
        return {one: verdict for one, verdict in pairs if verdict and settled(verdict, patience)}

    @property
    def left(self) -> int:
        """How many messages are to be sent."""
        return len(self.recipients.addresses) - len(self.kept)


def prepare(request: Request) -> Plan:
    """Read message, recipients and journal; no server is asked.

    Raises `UsageError` if a file is missing or nobody is written to, `UnfitMessageError` if the
    message can't be sent, `RecipientsError` with every address that is none.
    """
    if request.file.is_dir():
        raise UsageError(
            message("“{path}” is a folder, not a message", path=str(request.file)),
            message(
                "name a file made by “build --format eml”; --listmonk takes a newsletter folder"
            ),
        )
    recipients = _recipients(request)
    outgoing = read_message(request.file.name, load_single(request.file).data, _sender(request))
    path = request.journal or journal_path(outgoing.fingerprint)
    return Plan(request, outgoing, recipients, path, peek(path, outgoing.fingerprint))


def perform(plan: Plan, progress: Callable[[float], None] | None = None) -> Result:
    """Send what is left to send, alone with the journal; what stops the run is in the result.

    Raises `MachineError` if another run has the journal, and what `find_credentials` does.
    """
    request = plan.request
    credentials = find_credentials(SMTP, request.server.host, request.user)
    world = World(
        partial(open_session, request.server, credentials, request.timeout), progress=progress
    )
    with AppendOnlyFile(plan.journal) as file:
        journal = Journal(file, plan.outgoing.fingerprint)
        addresses = plan.recipients.addresses
        return run(plan.outgoing, addresses, journal, request.patience, world)


def _sender(request: Request) -> Address | None:
    if not request.sender:
        return None
    address = parse_address(request.sender)
    if isinstance(address, Message):
        raise UsageError(message("“{text}” isn't an address", text=request.sender))
    return address


def _recipients(request: Request) -> Recipients:
    recipients = gather(_lines(request))
    if recipients.faults:
        raise RecipientsError(message("nothing was sent"), recipients.faults)
    if not recipients.addresses:
        raise UsageError(message("nobody to send to"), message("give --to ADDRESS, or --list FILE"))
    return recipients


def _lines(request: Request) -> Iterator[tuple[Place, str | None]]:
    yield from ((Place("--to", 0), text) for text in request.to)
    if request.list_file:
        data = load_single(request.list_file).data
        yield from list_lines(str(request.list_file), data)
