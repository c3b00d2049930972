"""Lines to and from a server of mail, each answer within its time.

Why not smtplib: it gives the end of a message with the message, so that nothing could be written
down between the two; it encodes passwords in ASCII; and a server that trickles keeps it waiting.
"""

from __future__ import annotations

import re
import select
import socket
import ssl
import time
from contextlib import suppress

from briefing.model.finding import Message, message
from briefing.sending.outcomes import Reply

_REPLY = re.compile(rb"(\d{3})(?:([ -])(.*))?")
_LARGEST_REPLY = 64_000
_CHUNK = 65_536


class DisconnectedError(Exception):
    """The line is lost, or of no more use."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


class Wire:
    """A connection; whatever goes wrong on it is a `DisconnectedError`, after which it is dead."""

    def __init__(self, sock: socket.socket, timeout: float) -> None:
        """Take a connected `sock`; `timeout` is in seconds, for each answer and each chunk."""
        # The end of a message is a small piece after a large one, which must not wait for it.
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket = sock
        self._timeout = timeout
        self._buffer = b""

    @property
    def here(self) -> str:
        """The IP address of this end."""
        return str(self._socket.getsockname()[0])

    @property
    def there(self) -> str:
        """The IP address of the other end."""
        return str(self._socket.getpeername()[0])

    def secure(self, context: ssl.SSLContext, host: str) -> None:
        """Speak TLS from now on; what was said in clear and not read yet is forgotten.

        Raises `ssl.SSLError` if the certificate isn't trusted or isn't of `host`.
        """
        self._socket.settimeout(self._timeout)
        self._socket = context.wrap_socket(self._socket, server_hostname=host)
        self._buffer = b""

    def command(self, line: str, within: float | None = None) -> Reply:
        """Send one line and return the answer; a line end inside is a fault of the program."""
        if re.search(r"[\r\n\0]", line):
            raise ValueError("a command of several lines")
        self.write(f"{line}\r\n".encode())
        return self.read(within)

    def write(self, data: bytes) -> None:
        """Send `data`, chunk by chunk, each within the timeout."""
        try:
            self._socket.settimeout(self._timeout)
            for start in range(0, len(data), _CHUNK):
                self._socket.sendall(data[start : start + _CHUNK])
        except OSError as fault:
            raise lost(fault) from fault

    def read(self, within: float | None = None) -> Reply:
        """Return the next answer, however many lines it has, within so many seconds."""
        end = time.monotonic() + (self._timeout if within is None else within)
        lines: list[bytes] = []
        code = b""
        while True:
            match = _REPLY.fullmatch(self._line(end))
            if not match or code not in (b"", match[1]):  # one code for all (RFC 5321, 4.2.1)
                raise DisconnectedError(message("the server doesn't speak SMTP"))
            code = match[1]
            lines.append(match[3] or b"")
            if sum(map(len, lines)) > _LARGEST_REPLY or len(lines) > 1000:
                raise DisconnectedError(message("the server's answer has no end"))
            if match[2] != b"-":
                return Reply(int(match[1]), b"\n".join(lines).decode("utf-8", "replace"))

    def _line(self, end: float) -> bytes:
        while b"\n" not in self._buffer:
            left = end - time.monotonic()
            if left <= 0:
                raise lost(TimeoutError())
            if len(self._buffer) > _LARGEST_REPLY:
                raise DisconnectedError(message("the server's answer has no end"))
            self._buffer += self._receive(left)
        line, _, self._buffer = self._buffer.partition(b"\n")
        return line.rstrip(b"\r")

    def _receive(self, within: float) -> bytes:
        try:
            self._socket.settimeout(within)
            data = self._socket.recv(4096)
        except OSError as fault:
            raise lost(fault) from fault
        if not data:
            raise DisconnectedError(message("the server closed the connection"))
        return data

    def has_news(self) -> bool:
        """Say whether the server said something, or hung up, when it was to listen."""
        pending = self._socket.pending() if isinstance(self._socket, ssl.SSLSocket) else 0
        poll = select.poll()
        poll.register(self._socket, select.POLLIN)
        return bool(self._buffer or pending or poll.poll(0))

    @property
    def closed(self) -> bool:
        """Whether this end has hung up."""
        return self._socket.fileno() < 0

    def close(self) -> None:
        """Hang up."""
        self._socket.close()


def lost(fault: OSError) -> DisconnectedError:
    """Say in words how the line was lost."""
    if isinstance(fault, TimeoutError):
        return DisconnectedError(message("the server didn't answer in time"))
    if isinstance(fault, ConnectionError | ssl.SSLError):
        return DisconnectedError(message("the server closed the connection"))
    return DisconnectedError(message("the connection failed: {reason}", reason=str(fault)))


def cut(line: socket.socket) -> None:
    """End what comes in, TLS or not; whoever reads sees the end."""
    with suppress(OSError):
        socket.socket.shutdown(line, socket.SHUT_RDWR)
