"""Files that only grow, by one writer at a time, each line on the disk before the next step."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from types import TracebackType

from briefing.errors import MachineError
from briefing.files.machine import machine_error
from briefing.files.writing import make_folder
from briefing.model.finding import message


class AppendOnlyFile:
    """A file held by this process alone, for its owner's eyes, that lines are appended to.

    A last line that a crash cut off is ended, never mended: what was written stays.
    """

    def __init__(self, path: Path) -> None:
        """Open, make if need be, lock; raises `MachineError` if another process has it."""
        self.path = path
        make_folder(path.parent)
        try:
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        except OSError as fault:
            raise machine_error(fault, path) from fault
        try:
            self._lock()
            self.data = path.read_bytes()
            if self.data and not self.data.endswith(b"\n"):
                self._write(b"\n")
            _sync_folder(path.parent)
        except OSError as fault:
            self.close()
            raise machine_error(fault, path) from fault
        except MachineError:
            self.close()
            raise

    def _lock(self) -> None:
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise MachineError(
                message("another run is at work: it holds “{path}”", path=str(self.path)),
                message("wait until it ends; this one did nothing"),
            ) from fault

    def append(self, line: bytes) -> None:
        """Add `line`, which holds no line end, and return once it is on the disk."""
        try:
            self._write(line + b"\n")
        except OSError as fault:
            raise machine_error(fault, self.path) from fault

    def _write(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(self._handle, rest) :]
        os.fsync(self._handle)

    def close(self) -> None:
        """Give the file free."""
        os.close(self._handle)

    def __enter__(self) -> AppendOnlyFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _sync_folder(folder: Path) -> None:
    """Have the name of a new file survive a crash as its lines do."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
