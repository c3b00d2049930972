"""Starting the confined process, listening to it, stopping it."""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

from briefing.confinement import wire
from briefing.confinement.letters import write_letter
from briefing.confinement.limits import Limits
from briefing.confinement.words import Stopped, crashed, ran_out, refused
from briefing.producing import Job, Produced, Progress
from briefing.resources import PACKAGE

_START: Final = (
    "import json, sys; sys.path[:0] = json.loads(sys.argv[1]);"
    "from briefing.confinement.child import main; main()"
)
_PASSED: Final = (
    *("HOME", "XDG_CACHE_HOME", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"),
    *("DYLD_FALLBACK_LIBRARY_PATH", "SOURCE_DATE_EPOCH"),
)
"""What of the environment it needs, to find libraries and our cache; secrets stay out."""
_MOST: Final = 500_000_000
"""Bytes of an answer."""
_CHUNK: Final = 1 << 16


def confined(job: Job, limits: Limits, progress: Progress | None = None) -> Produced:
    """Make an output in a process of its own, killed with all that it started past `limits`.

    Raises the `BriefingError` that it met, or one that says what it was doing when it was stopped.
    """
    with tempfile.TemporaryDirectory() as scratch, tempfile.TemporaryFile() as letter:
        start = (job, limits, time.monotonic(), os.getpid(), scratch)
        letter.write(write_letter(start))
        letter.seek(0)
        with _process(letter) as process:
            return _Listener(job, limits, progress).listen(process)


@contextmanager
def _process(letter: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """Start a process in a group of its own, and leave none of the group alive."""
    paths = [str(PACKAGE.parent), *(path for path in sys.path if Path(path).is_absolute())]
    process = subprocess.Popen(  # noqa: S603 - our own code, by our own interpreter
        [sys.executable, "-I", "-B", "-c", _START, json.dumps(paths)],
        stdin=letter,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={name: os.environ[name] for name in _PASSED if name in os.environ},
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stdout:
            process.stdout.close()


class _Listener:
    """Reads the answer of a process until it ends or its time is over."""

    def __init__(self, job: Job, limits: Limits, progress: Progress | None) -> None:
        self._job = job
        self._limits = limits
        self._progress = progress or (lambda _: None)
        self._stage = "starting"
        self._said = b""

    def listen(self, process: subprocess.Popen[bytes]) -> Produced:
        """Return what the process made; raises the fault that it told, or that it met."""
        for chunk in self._chunks(process):
            self._said += chunk
            while b"\n" in self._said:
                first, _, self._said = self._said.partition(b"\n")
                told = json.loads(first)
                if "done" in told:
                    return self._made(told["done"], process)
                self._hear(told)
        # It said nothing of how it ended: the system, or a library in C, stopped it.
        process.wait()
        raise ran_out(self._stopped(), killed=process.returncode == -signal.SIGXCPU)

    def _made(self, about: wire.Told, process: subprocess.Popen[bytes]) -> Produced:
        size = int(about["size"])
        parts = [self._said]
        parts += self._chunks(process) if len(self._said) < size else ()
        data = b"".join(parts)
        if len(data) != size:
            raise ran_out(self._stopped(), killed=False)
        return wire.made(about, data)

    def _hear(self, told: wire.Told) -> None:
        if "stage" in told:
            self._stage = str(told["stage"])
        elif "progress" in told:
            self._progress(float(told["progress"]))
        elif "fault" in told:
            raise wire.fault(told["fault"])
        elif "memory" in told:
            raise ran_out(self._stopped(), killed=False)
        elif "refused" in told:
            raise refused(self._stopped(), str(told["refused"]))
        elif "crash" in told:
            raise crashed(self._stopped(), str(told["crash"]))

    def _chunks(self, process: subprocess.Popen[bytes]) -> Iterator[bytes]:
        """Yield what the process says, to its end; raises `BriefingError` once time is over."""
        stream, end, size = process.stdout, time.monotonic() + self._limits.timeout, 0
        if stream is None:
            return
        with selectors.DefaultSelector() as selector:
            selector.register(stream, selectors.EVENT_READ)
            while (left := end - time.monotonic()) > 0 and size < _MOST:
                if not selector.select(left):
                    continue
                chunk = os.read(stream.fileno(), _CHUNK)
                if not chunk:
                    return
                size += len(chunk)
                yield chunk
        raise ran_out(self._stopped(), killed=True)

    def _stopped(self) -> Stopped:
        return Stopped(self._job.name, self._stage, self._limits)
