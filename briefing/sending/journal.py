"""The journal of one message: on the disk before the server may believe that it has it."""

from __future__ import annotations

from pathlib import Path

from briefing.files import AppendOnlyFile, load_single, state_folder
from briefing.sending.addresses import Address
from briefing.sending.outcomes import Reply, Status
from briefing.sending.recording import INTENT, NO_HISTORY, History, read_history, record


def journal_path(fingerprint: str) -> Path:
    """Return where the journal of a message is kept, whatever folder its file is in.

    Beside the message it would go with the next clean-up of the build, and all be sent again.
    """
    return state_folder() / "sent" / f"{fingerprint[:32]}.jsonl"


def peek(path: Path, fingerprint: str) -> History:
    """Read a journal that may be in use, or not be there yet."""
    return read_history(load_single(path).data, fingerprint) if path.exists() else NO_HISTORY


class Journal:
    """The open journal of one message; lines are on the disk when a method returns."""

    def __init__(self, file: AppendOnlyFile, fingerprint: str) -> None:
        self._file = file
        self._fingerprint = fingerprint
        self.history = read_history(file.data, fingerprint)

    def intend(self, recipient: Address) -> None:
        """Note that the end of a message is about to be given."""
        self._file.append(record(self._fingerprint, recipient.key, INTENT))

    def conclude(self, recipient: Address, status: Status, reply: Reply) -> None:
        """Note what the server answered."""
        self._file.append(record(self._fingerprint, recipient.key, status.value, reply))
