"""No PDF of ours raises a false alarm; `make validate` asks all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.validation import dossiers
from tests.verifying.making import assert_sound

ASKED = ("tiny", "complete", "draft", "decideurs")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folders of the dossiers, by name."""
    return dossiers.write_dossiers(tmp_path_factory.mktemp("dossiers"))


@pytest.mark.slow
@pytest.mark.parametrize("name", ASKED)
def test_what_was_built_passes(name: str, written: dict[str, Path], tmp_path: Path) -> None:
    made = dossiers.build_one(name, written[name], "pdf", tmp_path)
    assert_sound(made, draft=name == "draft", quotes=name != "decideurs")
