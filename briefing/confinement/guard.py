"""What the confined process denies itself before it runs what isn't ours."""

from __future__ import annotations

import contextlib
import ctypes
import mimetypes
import os
import resource
import signal
import sys
import time
from pathlib import Path
from types import FrameType
from typing import Any, Final

from briefing.confinement.limits import Limits
from briefing.files import cache_folder
from briefing.resources import PACKAGE, styles_folder, templates_folder

_FORBIDDEN: Final = (
    *("socket.", "subprocess.", "shutil.", "ftplib.", "http.", "smtplib.", "webbrowser."),
    *("os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.kill", "os.startfile"),
    *("os.link", "os.symlink", "os.rmdir", "os.chmod", "os.chown", "pty."),
    "syslog.",
)
"""Beginnings of the audit events (PEP 578) that no edition needs."""
_PDEATHSIG: Final = 1
"""The option of `prctl` (2), which is in no module of Python."""
_SHARE: Final = 0.8
"""Of its time: what a template may take of it."""
_LEAST: Final = 0.05
_PLAIN: Final = frozenset(("/dev/null", "/dev/urandom"))
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def die_with(parent: int) -> None:
    """Let the system kill this process with the one that started it, where it knows how to."""
    if sys.platform != "linux":
        return  # the limits of time stop it there
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PDEATHSIG, int(signal.SIGKILL))
    if os.getppid() != parent:  # it died before we asked
        os._exit(1)


def limit(limits: Limits) -> None:
    """Let the system stop this process past its limits, where it knows them."""
    seconds, size = max(int(limits.timeout) + 1, 1), limits.memory * 1_000_000
    wanted = ((resource.RLIMIT_AS, size), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0))
    for kind, most in wanted:
        with contextlib.suppress(ValueError, OSError):  # macOS knows no limit of address space
            resource.setrlimit(kind, (most, most))


def wake(seconds: float, began: float) -> None:
    """Interrupt what runs before `seconds` from `began` are over, to tell its line; 0: no more."""

    def late(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"{seconds:g}")

    if seconds:
        signal.signal(signal.SIGALRM, late)
    left = max(began + seconds * _SHARE - time.monotonic(), _LEAST) if seconds else 0.0
    signal.setitimer(signal.ITIMER_REAL, left)


def close_doors(refused: list[str], scratch: str | None = None) -> None:
    """Refuse files but ours, the network and other programs, and note what was asked for.

    The folder `scratch` is for files that last as long as the process.
    """
    mimetypes.init()  # it reads files of the system, once
    readable = _readable()
    writable = [os.path.realpath(place) for place in (cache_folder(), scratch) if place]

    def refuse(what: str) -> None:
        refused.append(what)
        raise PermissionError(what)

    def guard(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN):
            refuse(event)
        if event == "open" and isinstance(arguments[0], str | bytes):
            path = os.path.realpath(os.fsdecode(arguments[0]))
            writing = isinstance(arguments[2], int) and arguments[2] & _WRITING
            places = writable if writing else (*readable, *writable)
            if path not in _PLAIN and not any(_under(path, place) for place in places):
                refuse(path)

    sys.addaudithook(guard)


def _readable() -> tuple[str, ...]:
    """Return the folders of Python, of the libraries and of this program."""
    libraries = (path for path in sys.path if "-packages" in path)
    ours = (PACKAGE, templates_folder(), styles_folder())
    places = (sys.prefix, sys.base_prefix, Path(os.__file__).parent, *libraries, *ours)
    return tuple(os.path.realpath(str(place)) for place in places)


def _under(path: str, place: str) -> bool:
    return path == place or path.startswith(place + os.sep)
