"""The pictures that a dossier names, and every way in which they may be unfit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

import pytest
from PIL import Image

from briefing.imaging import pictured
from briefing.imaging.picturing import COARSE, COVER_SHAPE
from briefing.model.dossier import Dossier
from briefing.model.finding import Finding
from briefing.model.parts import LARGEST_PART
from briefing.reading.dossier import Reading, read_raw_dossier
from tests.imaging.pictures import saved, svg, two_halves
from tests.support import CONFIG, raw_dossier, raw_file

LARGE = saved(two_halves(3000, 1500))
COVER = '[couverture]\nimage = "gare.png"\nalt = "La gare"\ncredit = "Dessin"\n'
FIGURE = '[[figures]]\nid = "trace"\nfichier = "a/trace.svg"\nalt = "Le tracé"\ncredit = "Nous"\n'


def read(config: str, files: Mapping[str, bytes]) -> Reading:
    parts = tuple(raw_file(name, data) for name, data in files.items())
    raw = replace(raw_dossier(config=f"{CONFIG}\n{config}"), parts=parts)
    return pictured(read_raw_dossier(raw), raw)


def dossier(config: str, **files: bytes) -> Dossier:
    reading = read(config, {"gare.png": LARGE, "a/trace.svg": svg(), **files})
    assert reading.findings == ()
    assert reading.dossier is not None
    return reading.dossier


def faults(config: str, files: Mapping[str, bytes]) -> list[Finding]:
    reading = read(config, files)
    assert reading.dossier is not None
    if reading.dossier.cover:
        assert (reading.dossier.cover.picture is None) is bool(
            [finding for finding in reading.findings if finding.is_error]
        )
    return list(reading.findings)


def test_each_picture_is_read_once_its_dossier_is() -> None:
    made = dossier(COVER + FIGURE)
    assert made.cover is not None
    assert made.cover.picture is not None
    assert made.cover.picture.sha256 == sha256(LARGE).hexdigest()
    (figure,) = made.figures
    assert figure.picture is not None
    assert figure.picture.media_type == "image/svg+xml"
    assert figure.picture.sha256 == sha256(svg()).hexdigest()


def test_a_picture_has_as_many_dots_as_its_place_shows() -> None:
    widths = {"colonne": 1252, "page": 1961}
    for place, dots in widths.items():
        figure = FIGURE.replace("a/trace.svg", "gare.png") + f'largeur = "{place}"\n'
        (made,) = dossier(figure).figures
        assert made.picture is not None
        assert (made.picture.width, made.picture.height) == (dots, round(dots / 2))


def test_a_cover_is_a_band() -> None:
    cover = dossier(COVER).cover
    assert cover is not None
    assert cover.picture is not None
    assert cover.picture.width / cover.picture.height == pytest.approx(COVER_SHAPE, rel=0.01)


def test_a_drawn_cover_fills_its_band() -> None:
    cover = dossier(COVER.replace("gare.png", "a/trace.svg")).cover
    assert cover is not None
    assert cover.picture is not None
    assert b"slice" in cover.picture.data


def test_no_bytes_are_shown_where_a_picture_is() -> None:
    assert len(repr(dossier(COVER + FIGURE))) < 20_000


def test_a_dossier_without_pictures_is_left_alone() -> None:
    raw = raw_dossier()
    reading = read_raw_dossier(raw)
    assert pictured(reading, raw) is reading


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"GIF89a", "BR353"),
        (svg("<script/>"), "BR355"),
        (svg(head=""), "BR353"),
        (b"\0" * (LARGEST_PART + 1), "BR354"),
    ],
)
def test_what_is_unfit_is_told_at_its_file(data: bytes, code: str) -> None:
    (fault,) = faults(COVER, {"gare.png": data})
    assert (fault.code, fault.path, fault.is_error) == (code, "gare.png", True)


def test_a_picture_that_is_not_in_the_dossier_is_told_at_its_table() -> None:
    (fault,) = faults(COVER, {})
    line = CONFIG.count("\n") + 2
    assert (fault.code, fault.path, fault.line) == ("BR350", "dossier.toml", line)
    assert "gare.png" in str(fault.message)


@pytest.mark.parametrize(("dots", "told"), [(400, True), (1400, False)])
def test_a_coarse_picture_is_warned_of(dots: int, told: bool) -> None:
    assert (dots < 210 / 25.4 * COARSE) is told
    found = faults(COVER, {"gare.png": saved(Image.new("RGB", (dots, 100)))})
    assert [(fault.code, fault.is_error) for fault in found] == [("BR357", False)] * told


def test_faults_stand_in_the_order_of_the_files() -> None:
    config = COVER + FIGURE + 'largeur = "géante"\n'
    found = read(config, {"gare.png": b"", "a/trace.svg": b"<svg"}).findings
    assert [fault.code for fault in found] == ["BR353", "BR204", "BR353"]
    assert list(found) == sorted(found, key=lambda finding: finding.sort_key)
