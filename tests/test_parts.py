"""Cover, figures and boxes from files to editions."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from briefing.files import load_dossier
from briefing.model.parts import LARGEST_PART
from briefing.verification import check
from tests.imaging.pictures import saved, svg, two_halves
from tests.outputs.tagging.structure import read_structure
from tests.support import CONFIG, SILENCED, invoke, write_dossier

PARTS = """
[couverture]
image = "images/gare.png"
alt = "La gare de Valmont"
credit = "Dessin : l'Atelier"

[[figures]]
id = "trace"
fichier = "images/trace.svg"
alt = "Le tracé"
legende = "Le tracé de la ligne."
credit = "Schéma : l'Atelier"

[[encadres]]
id = "loi"
titre = "Ce que dit la loi"
fichier = "loi.md"
place = "Région"
"""


def written(folder: Path) -> Path:
    write_dossier(folder, config=CONFIG + PARTS + SILENCED, chapeau="Un mot.\n")
    (folder / "images").mkdir()
    image = Image.new("RGBA", (1400, 500), (20, 60, 90, 120))
    (folder / "images" / "gare.png").write_bytes(saved(image))
    drawn = '<path d="M0 0 40 30" opacity=".5" stroke="#123"/>'
    (folder / "images" / "trace.svg").write_bytes(svg(drawn))
    (folder / "loi.md").write_text("La loi le dit[@martin-2025#offre].\n", "utf-8")
    return folder


def codes(folder: Path) -> list[str]:
    return [finding.code for finding in check(folder).findings]


def test_the_files_of_parts_are_read_and_are_no_fiches(tmp_path: Path) -> None:
    raw = load_dossier(written(tmp_path))
    names = [file.name for file in raw.parts]
    assert names == ["images/gare.png", "images/trace.svg", "loi.md"]
    assert [file.name for file in raw.fiches] == ["martin-2025.md"]
    assert raw.part("loi.md") is raw.parts[2]
    assert raw.part("autre.md") is None


def test_a_dossier_with_every_part_is_sound(tmp_path: Path) -> None:
    assert codes(written(tmp_path)) == []


def test_nothing_outside_of_the_dossier_is_read(tmp_path: Path) -> None:
    folder = written(tmp_path / "d")
    secret = tmp_path / "secret.png"
    secret.write_bytes(saved(two_halves()))
    (folder / "images" / "gare.png").unlink()
    (folder / "images" / "gare.png").symlink_to(secret)
    config = (folder / "dossier.toml").read_text("utf-8")
    (folder / "dossier.toml").write_text(
        config.replace("images/trace.svg", "../secret.png"), "utf-8"
    )
    assert [file.name for file in load_dossier(folder).parts] == ["loi.md"]
    assert codes(folder) == ["BR350", "BR350"]


@pytest.mark.parametrize("name", ["", "images", "images/\\u0000.png", "..", "/etc/passwd"])
def test_what_names_no_file_is_told(name: str, tmp_path: Path) -> None:
    folder = written(tmp_path)
    config = (folder / "dossier.toml").read_text("utf-8")
    (folder / "dossier.toml").write_text(config.replace("images/gare.png", name), "utf-8")
    assert codes(folder) == (["BR350"] if name else ["BR302"])


def test_no_more_is_read_of_a_file_than_shows_that_it_is_too_large(tmp_path: Path) -> None:
    folder = written(tmp_path)
    with (folder / "images" / "gare.png").open("r+b") as file:
        file.truncate(LARGEST_PART + 10**9)  # sparse: takes no room
    assert len(load_dossier(folder).parts[0].data) == LARGEST_PART + 1
    assert codes(folder) == ["BR354"]


def test_the_editions_hold_their_parts_and_ask_for_nothing(tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = invoke("build", written(tmp_path / "d"), "--out", out)
    assert result.exit_code == 0, result.output
    (page,) = (path.read_text("utf-8") for path in out.glob("*.html"))
    assert len(re.findall(r'<img src="data:image/(?:png|svg\+xml);base64,', page)) == 2
    assert "img-src data:" in page
    assert not re.search(r'(?:src|href)="(?:https?:)?//(?!schema)', page)
    (pdf,) = (path.read_bytes() for path in out.glob("*.pdf"))
    figures = [*read_structure(pdf).all("Figure")]
    assert [str(e.value["/Alt"]) for e in figures] == ["La gare de Valmont", "Le tracé"]
    read = re.sub(r"\W", "", read_structure(pdf).text)
    assert "Cequeditlaloi" in read
    assert "Letracédelaligne" in read


def test_no_picture_is_smoothed_in_print(tmp_path: Path) -> None:
    """PDF/A forbids it (ISO 19005-3, 6.2.8.1)."""
    out = tmp_path / "out"
    invoke("build", written(tmp_path / "d"), "--out", out, "--format", "pdf")
    (pdf,) = (path.read_bytes() for path in out.glob("*.pdf"))
    objects = [x.get_object() for sheet in PdfReader(io.BytesIO(pdf)).pages for x in images(sheet)]
    assert objects
    for image in objects:
        assert str(image.get("/Interpolate", False)) == "False"
        assert "/SMask" not in image


def images(sheet: Any) -> list[Any]:
    held = sheet["/Resources"].get("/XObject", {})
    return [held[name] for name in held if held[name].get("/Subtype") == "/Image"]


def test_the_printed_words_of_parts_are_verified(tmp_path: Path) -> None:
    folder, out = written(tmp_path / "d"), tmp_path / "out"
    invoke("build", folder, "--out", out, "--format", "pdf")
    (pdf,) = out.iterdir()
    told = invoke("verify", pdf, "--documents", folder).output
    assert "items printed as they are attached" in told
    assert not re.search(r"^ *(?:loi|trace): ", told, re.MULTILINE)


def test_the_same_dossier_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        folder = written(tmp_path / name)
        invoke("build", folder, "--out", tmp_path / f"{name}-out")
    for path in (tmp_path / "a-out").iterdir():
        assert path.read_bytes() == (tmp_path / "b-out" / path.name).read_bytes()
