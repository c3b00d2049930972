"""Files as the core sees them."""

from __future__ import annotations

import pytest

from briefing.model.files import RawFile


@pytest.mark.parametrize(
    ("name", "stem"),
    [("minic-2025.md", "minic-2025"), ("a.b.md", "a.b"), ("notes/c.md", "c"), ("D.MD", "D")],
)
def test_the_id_of_a_source_is_the_name_of_its_fiche(name: str, stem: str) -> None:
    assert RawFile(f"dossier/{name}", name, b"").stem == stem
