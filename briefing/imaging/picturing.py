"""The pictures that a dossier names, read from its files."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import Final

from briefing.imaging.drawings import is_drawing, read_drawing
from briefing.imaging.faults import UnfitPictureError
from briefing.model.files import RawDossier, RawFile
from briefing.model.finding import Finding, message
from briefing.model.parts import LARGEST_PART, Breadth, DeclaredFigure, Picture
from briefing.reading.box_texts import missing_file
from briefing.reading.dossier import Reading
from briefing.reading.findings import error, warning
from briefing.reading.parts import COVER

SHARP: Final = 300
"""Dots per inch that print shows; what a picture has more is left out."""
COARSE: Final = 120
"""Dots per inch below which print shows the dots."""
WIDTHS: Final = {Breadth.COLUMN: 106, Breadth.PAGE: 166}
"""Millimetres, on paper; a screen shows as many points at twice their density."""
COVER_WIDTH: Final = 210
COVER_SHAPE: Final = 4.0
"""Width by height at the least: a cover is a band, and what is higher is cut off."""


def pictured(reading: Reading, raw: RawDossier) -> Reading:
    """Return `reading` with the pictures of its dossier, and what is wrong with them."""
    dossier = reading.dossier
    if dossier is None or raw.config is None or not (dossier.cover or dossier.figures):
        return reading
    findings = list(reading.findings)
    path = raw.config.path
    cover = _with_picture(dossier.cover, raw, path, findings) if dossier.cover else None
    figures = tuple(_with_picture(figure, raw, path, findings) for figure in dossier.figures)
    findings.sort(key=lambda finding: finding.sort_key)
    return Reading(replace(dossier, cover=cover, figures=figures), tuple(findings))


def _with_picture(
    figure: DeclaredFigure, raw: RawDossier, path: str, findings: list[Finding]
) -> DeclaredFigure:
    if not figure.file:
        return figure
    file = raw.part(figure.file)
    if file is None:
        findings.append(missing_file(figure.file, path, figure.line))
        return figure
    width = COVER_WIDTH if figure.id == COVER else WIDTHS[figure.breadth]
    try:
        picture, dots = read_picture(file, width, band=figure.id == COVER)
    except UnfitPictureError as fault:
        findings.append(error(fault.code, file.path, 0, fault.text, fault.hint))
        return figure
    if dots is not None and dots < width / 25.4 * COARSE:
        findings.append(_coarse(file, dots, width))
    return replace(figure, picture=picture)


def read_picture(file: RawFile, width: int, *, band: bool = False) -> tuple[Picture, int | None]:
    """Return a picture printed `width` millimetres wide, and how many dots wide its file is.

    The dots are None for a drawing. A `band` is cut to the shape of a cover. Raises
    `UnfitPictureError`.
    """
    digest = sha256(file.data).hexdigest()
    if len(file.data) > LARGEST_PART:
        limit = LARGEST_PART // 1_000_000
        text = message("“{name}” is larger than {limit} MB", name=file.name, limit=limit)
        raise UnfitPictureError("BR354", text, message("save it smaller, for print at 300 dpi"))
    if is_drawing(file.data):
        drawing = read_drawing(file.data, file.name, band=band)
        return replace(drawing, sha256=digest), None
    from briefing.imaging.photographs import read_photograph

    shape = COVER_SHAPE if band else 0.0
    photograph, dots = read_photograph(file, round(width / 25.4 * SHARP), shape)
    return replace(photograph, sha256=digest), dots


def _coarse(file: RawFile, dots: int, width: int) -> Finding:
    text = message(
        "the picture is {dots} dots wide, and {width} mm in print", dots=dots, width=width
    )
    needed = round(width / 25.4 * SHARP)
    hint = message("take one of {needed} dots or more", needed=needed)
    return warning("BR357", file.path, 0, text, hint)
