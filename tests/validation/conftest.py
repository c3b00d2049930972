"""What the gates share: each edition is built once, and each tool runs once on all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.validation import dossiers


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folders of the dossiers, by name."""
    return dossiers.write_dossiers(tmp_path_factory.mktemp("dossiers"))


@pytest.fixture(scope="session")
def printed(written: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The PDFs, by the name of the dossier."""
    return dossiers.build(written, "pdf", tmp_path_factory.mktemp("printed"))


@pytest.fixture(scope="session")
def pages(written: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The HTML pages, by the name of the dossier."""
    return dossiers.build(written, "html", tmp_path_factory.mktemp("pages"))
