"""Requests to listmonk's API, and its answers: `{"data": …}`, or `{"message": …}` for an error."""

from __future__ import annotations

import http.client
import json
import ssl
import threading
import time
from urllib.parse import urlencode, urljoin

from briefing.errors import MachineError
from briefing.model.finding import Message, message
from briefing.sending.credentials import Credentials
from briefing.sending.listmonk.address import Address
from briefing.sending.server import is_loopback, trust
from briefing.sending.wire import cut

_LARGEST_ANSWER = 50_000_000


class ListmonkError(MachineError):
    """listmonk refused, or wasn't understood; `status` is that of HTTP, 0 without an answer."""

    def __init__(
        self,
        text: Message,
        hint: Message | None = None,
        *,
        status: int = 0,
        unanswered: bool = False,
    ) -> None:
        super().__init__(text, hint)
        self.status = status
        self.unanswered = unanswered
        """Whether the request went out and may have been obeyed."""


class Client:
    """One listmonk; a connection for each request, no redirection followed, no proxy asked."""

    def __init__(
        self, address: Address, credentials: Credentials, timeout: float, ca_file: str = ""
    ) -> None:
        self._address = address
        # As its documentation has it: “Authorization: token api_user:token”.
        self._authorization = f"token {credentials.user}:{credentials.secret}".encode()
        self._timeout = timeout
        self._ca_file = ca_file

    def whole(self, address: str) -> str:
        """Return the whole of an address that listmonk gives from its root."""
        return urljoin(f"{self._address}/", address)

    def get(self, path: str, **query: str | int) -> object:
        """Return the data of an answer."""
        return self._ask("GET", f"{path}?{urlencode(query)}" if query else path)

    def post(self, path: str, fields: dict[str, object]) -> object:
        """Post `fields` as JSON; return the data of the answer."""
        return self.send(path, "application/json", json.dumps(fields).encode())

    def send(self, path: str, kind: str, body: bytes) -> object:
        """Post `body`; return the data of the answer."""
        return self._ask("POST", path, kind, body)

    def delete(self, path: str) -> None:
        """Delete what is at `path`."""
        self._ask("DELETE", path)

    def _ask(self, method: str, path: str, kind: str = "", body: bytes | None = None) -> object:
        connection = self._connected()
        headers: dict[str, str | bytes] = {
            "Authorization": self._authorization,
            "Accept": "application/json",
        }
        if kind:
            headers["Content-Type"] = kind
        try:
            connection.request(method, f"{self._address.prefix}{path}", body, headers)
            response = self._answered(connection)
            return _data(response.status, self._read(response))
        except TimeoutError as fault:
            text = message("listmonk didn't answer in time")
            raise ListmonkError(text, unanswered=True) from fault
        except (OSError, http.client.HTTPException) as fault:
            text = message("listmonk closed the connection without an answer")
            raise ListmonkError(text, unanswered=True) from fault
        finally:
            connection.close()

    def _answered(self, connection: http.client.HTTPConnection) -> http.client.HTTPResponse:
        """Return the head of the answer, which a server could draw out for ever."""
        watch = threading.Timer(2 * self._timeout, cut, (connection.sock,))
        watch.daemon = True
        watch.start()
        try:
            return connection.getresponse()
        finally:
            watch.cancel()

    def _read(self, response: http.client.HTTPResponse) -> bytes:
        end = time.monotonic() + self._timeout
        data = b""
        while chunk := response.read1(65_536):
            data += chunk
            if len(data) > _LARGEST_ANSWER or time.monotonic() > end:
                raise TimeoutError
        return data

    def _connected(self) -> http.client.HTTPConnection:
        """Return a connection that a token may pass on."""
        place = self._address
        connection = (
            http.client.HTTPSConnection(
                place.host, place.port, timeout=self._timeout, context=trust(self._ca_file)
            )
            if place.secure
            else http.client.HTTPConnection(place.host, place.port, timeout=self._timeout)
        )
        try:
            connection.connect()
        except ssl.SSLCertVerificationError as fault:
            raise ListmonkError(
                message(
                    "the certificate of {server} isn't trusted: {reason}",
                    server=str(place),
                    reason=fault.verify_message,
                ),
                message("give that of a private authority with --ca-file FILE"),
            ) from fault
        except (OSError, UnicodeError, http.client.HTTPException) as fault:
            raise ListmonkError(
                message("listmonk can't be reached at {server}", server=str(place)),
                message("check the address and the network"),
            ) from fault
        if not place.secure and not is_loopback(connection.sock.getpeername()[0]):
            connection.close()
            raise ListmonkError(
                message(
                    "without TLS, a token is given to this machine alone, not to {server}",
                    server=str(place),
                ),
                message("write the address with https://"),
            )
        return connection


def _data(status: int, body: bytes) -> object:
    answer = _parsed(body)
    if 200 <= status < 300 and isinstance(answer, dict) and "data" in answer:
        return answer["data"]
    said = str(answer.get("message", ""))[:500] if isinstance(answer, dict) else ""
    if status in (401, 403):
        raise ListmonkError(
            message(
                "listmonk refused the user or what it asks for: {status} {reply}",
                status=status,
                reply=said,
            ),
            message("check the API user, its token and its rights: lists, media, campaigns"),
            status=status,
        )
    if status == 404 and not said:
        text = message("there is no listmonk at this address: 404")
        raise ListmonkError(text, message("check the address"), status=status)
    if 200 <= status < 400:
        text = message("the answer isn't listmonk's: {status}", status=status)
        raise ListmonkError(text, message("check the address"), status=status)
    text = message("listmonk refused: {status} {reply}", status=status, reply=said)
    raise ListmonkError(text, status=status, unanswered=status in (502, 504))


def _parsed(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None
