"""What these tests may do besides: connect to this machine."""

from __future__ import annotations

import _socket
import socket

import pytest


@pytest.fixture
def loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let connections to 127.0.0.1 through, and no other."""

    def connect(self: socket.socket, address: tuple[str, int]) -> None:
        assert address[0] == "127.0.0.1"
        _socket.socket.connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
