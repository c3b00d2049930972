"""What these tests may do besides: connect to this machine; and the certificates of its servers."""

from __future__ import annotations

import _socket
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme

from tests.sending.posting import Office, opened


@pytest.fixture
def loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let connections to 127.0.0.1 through, and no other."""

    def connect(self: socket.socket, address: tuple[str, int]) -> None:
        assert address[0] == "127.0.0.1"
        _socket.socket.connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)


@dataclass(frozen=True)
class Authority:
    """A private authority, and what a server of its shows."""

    file: Path
    context: ssl.SSLContext
    stranger: ssl.SSLContext
    """Of the same authority, for another host."""


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    file = tmp_path_factory.mktemp("authority") / "ca.pem"
    ca = trustme.CA()
    ca.cert_pem.write_to_path(str(file))
    contexts = []
    for name in ("localhost", "elsewhere.example"):
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        ca.issue_cert(name).configure_cert(context)
        contexts.append(context)
    return Authority(file, *contexts)


@pytest.fixture
def office(loopback: None) -> Iterator[Office]:
    """A server of mail in clear."""
    with opened() as server:
        yield server


@pytest.fixture(autouse=True)
def no_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Have neither credentials nor journals of the user."""
    for service in ("SMTP_USER", "SMTP_PASSWORD", "LISTMONK_USER", "LISTMONK_TOKEN"):
        monkeypatch.delenv(f"BRIEFING_{service}", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
