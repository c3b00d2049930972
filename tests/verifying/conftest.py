"""One small PDF for all tests."""

from __future__ import annotations

import pytest

from briefing.model.finished import FinishedPdf
from tests.verifying.making import read_back, small_pdf


@pytest.fixture(scope="session")
def pdf_bytes() -> bytes:
    """An edition of two extracts."""
    return small_pdf()


@pytest.fixture(scope="session")
def finished(pdf_bytes: bytes) -> FinishedPdf:
    """The same, read back."""
    return read_back(pdf_bytes)
