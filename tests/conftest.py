"""What all tests share: no network, one reading of each dossier, one PDF."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

import briefing
from briefing import resources
from briefing.model.briefing import Briefing
from briefing.model.dossier import Dossier
from briefing.model.edition import Edition
from briefing.outputs.pdf import PrintedPdf
from briefing.reading.dossier import Reading
from tests.remembered_fonts import remembered_fonts
from tests.unwatched import unwatched_engine

ROOT = Path(__file__).resolve().parent.parent

# A busy machine is no fault of the program.
settings.register_profile("briefing", deadline=None, max_examples=40)
settings.register_profile("thorough", deadline=None, max_examples=400)
settings.load_profile("briefing")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that takes the present editions for the right ones."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite tests/golden with what the program makes now",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Measure coverage by examples: laws and whole builds go again where these have been."""
    if config.getoption("no_cov", default=False):
        return  # pytest-cov 7 stumbles over the mark where it is told to measure nothing
    for item in items:
        is_law = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        if is_law or item.get_closest_marker("slow"):
            item.add_marker("no_cover")


@pytest.fixture(autouse=True, scope="session")
def spared_engine() -> Iterator[None]:
    """Spare the whole suite, which measures coverage, what WeasyPrint would do again and again."""
    if sys.gettrace() is None:
        yield
        return
    with unwatched_engine(), remembered_fonts():
        yield


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Refuse every connection: nothing here has a reason to make one."""

    def refuse(self: socket.socket, address: object) -> NoReturn:
        raise AssertionError(f"a test connects to {address!r}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        patch.setattr(socket.socket, "connect_ex", refuse)
        yield


@pytest.fixture(scope="session")
def sample_reading() -> Reading:
    """The sample dossier and what was found wrong in it."""
    return briefing.read_dossier(ROOT / "seeds")


@pytest.fixture(scope="session")
def sample(sample_reading: Reading) -> Dossier:
    """The sample dossier."""
    assert sample_reading.dossier is not None
    return sample_reading.dossier


@pytest.fixture(scope="session")
def sample_briefing(sample: Dossier) -> Briefing:
    """The sample, assembled for its complete edition."""
    return briefing.assemble(sample)


@pytest.fixture(scope="session")
def sample_print(sample_briefing: Briefing) -> Edition:
    """The sample, rendered for print."""
    return briefing.render(sample_briefing, "print")


@pytest.fixture(scope="session")
def sample_pdf(sample_print: Edition) -> PrintedPdf:
    """The sample, drawn once for all tests that look at its pages."""
    return briefing.print_pdf(sample_print)


@pytest.fixture(scope="session")
def starter() -> Dossier:
    """The dossier that a newcomer starts from."""
    dossier = briefing.read_dossier(resources.starter_folder()).dossier
    assert dossier is not None
    return dossier


@pytest.fixture(scope="session")
def starter_briefing(starter: Dossier) -> Briefing:
    """The starter, assembled."""
    return briefing.assemble(starter)


@pytest.fixture(scope="session")
def starter_print(starter_briefing: Briefing) -> Edition:
    """The starter, rendered for print."""
    return briefing.render(starter_briefing, "print")


@pytest.fixture(scope="session")
def starter_pdf(starter_print: Edition) -> PrintedPdf:
    """The starter, drawn once for all tests that look at a PDF."""
    return briefing.print_pdf(starter_print)
