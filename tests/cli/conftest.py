"""What the tests of the command line share: its messages in English."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask for English, whatever the machine speaks."""
    monkeypatch.setenv("LANGUAGE", "en")
