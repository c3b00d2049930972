"""What a change touches."""

from __future__ import annotations

import pytest

from briefing.houses import PLACE
from briefing.watching.touching import TEMPLATES, Part, touched


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("dossier.toml", Part.TEXTS),
        ("martin-2025.md", Part.TEXTS),
        ("documents/martin-2025.pdf", Part.TEXTS),
        ("dossier.lock.json", Part.TEXTS),
        ("themes/maison/tokens.css", Part.THEMES),
        ("styles/themes/maison/print.css", Part.THEMES),
        ("gabarits/maison/briefing.html.j2", Part.TEMPLATES),
        ("gabarits/maison/logo.svg", Part.TEMPLATES),
        ("essai.j2", Part.TEMPLATES),
    ],
)
def test_a_file_is_part_of_one_thing(path: str, part: Part) -> None:
    assert touched(path) is part


@pytest.mark.parametrize(
    "path",
    [
        ".git/index",
        "documents/.hidden.pdf",
        "martin-2025.md~",
        ".martin-2025.md.swp",
        ".#martin-2025.md",
        "#martin-2025.md#",
        "4913",
        "___jb_tmp___",
        "gabarits/__pycache__/a.pyc",
        "rapport.pdf.part",
    ],
)
def test_what_an_editor_leaves_touches_nothing(path: str) -> None:
    assert touched(path) is None


def test_templates_stand_where_a_dossier_has_them() -> None:
    assert TEMPLATES == PLACE
