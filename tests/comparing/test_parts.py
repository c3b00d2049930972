"""The cover, figures and boxes of two versions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefing.comparing import SnapshotError, compare
from briefing.model.changes import Change, ChangeKind, ItemKind
from briefing.model.dossier import Dossier
from briefing.model.naming import Person
from briefing.model.parts import DeclaredBox, DeclaredFigure, Picture
from briefing.reading.prose import parse_blocks
from tests.builders import dossier, extract, rich
from tests.comparing.versions import exported, snapshot

PICTURE = Picture("image/png", b"\x89PNG", 4, 3, "a" * 64)


def figure(
    id_: str = "trace", *, caption: str = "Le tracé", sha256: str = "a" * 64
) -> DeclaredFigure:
    picture = replace(PICTURE, sha256=sha256)
    return DeclaredFigure(
        id_, "trace.png", "Une ligne", rich(caption), "Nous", place="chapeau", picture=picture
    )


def box(text: str = "Un mot.\n\nUn autre.") -> DeclaredBox:
    return DeclaredBox("loi", rich("La loi"), parse_blocks(text), place="chapeau")


def dossier_with(
    *parts: DeclaredFigure | DeclaredBox, cover: DeclaredFigure | None = None
) -> Dossier:
    figures = tuple(part for part in parts if isinstance(part, DeclaredFigure))
    boxes = tuple(part for part in parts if isinstance(part, DeclaredBox))
    return replace(dossier(extract("minic#x")), figures=figures, boxes=boxes, cover=cover)


def changes(old: Dossier, new: Dossier) -> list[tuple[ItemKind, ChangeKind, str, str]]:
    found: tuple[Change, ...] = compare(snapshot(exported(old)), snapshot(exported(new)))
    return [(change.item, change.kind, change.old, change.new) for change in found]


def test_nothing_changed() -> None:
    what = dossier_with(figure(), box(), cover=figure("couverture"))
    assert changes(what, what) == []


def test_parts_come_and_go_in_one_order() -> None:
    full = dossier_with(figure(), box(), cover=figure("couverture"))
    kinds = [ItemKind.COVER, ItemKind.ILLUSTRATION, ItemKind.BOX]
    come, gone = changes(dossier_with(), full), changes(full, dossier_with())
    assert [(item, kind) for item, kind, *_ in come] == [(kind, ChangeKind.ADDED) for kind in kinds]
    assert [(item, kind) for item, kind, *_ in gone] == [
        (kind, ChangeKind.WITHDRAWN) for kind in kinds
    ]


def test_a_box_is_reworded_by_a_word_of_its_title_or_text() -> None:
    ((item, kind, old, new),) = changes(dossier_with(box()), dossier_with(box("Un mot.\n\nRien.")))
    assert (item, kind) == (ItemKind.BOX, ChangeKind.REWORDED)
    assert (old, new) == ("La loi – Un mot. – Un autre.", "La loi – Un mot. – Rien.")


def test_another_file_is_another_picture() -> None:
    found = changes(dossier_with(figure()), dossier_with(figure(sha256="b" * 64)))
    assert found == [(ItemKind.ILLUSTRATION, ChangeKind.PICTURE, "a" * 12, "b" * 12)]


def test_what_is_said_of_a_picture_changes_apart() -> None:
    other = replace(figure(caption="L'ancien tracé"), alt="Deux lignes", credit="Eux")
    found = changes(dossier_with(figure()), dossier_with(other))
    assert {kind for _, kind, *_ in found} == {
        ChangeKind.REWORDED,
        ChangeKind.ALTERNATIVE,
        ChangeKind.CREDIT,
    }


def test_a_box_borne_out_by_another_extract_has_another_proof() -> None:
    whole = dossier(extract("minic#x"), extract("minic#y"))
    old, new = (replace(whole, boxes=(box(f"Un mot[@minic#{id_}]."),)) for id_ in ("x", "y"))
    found = [change for change in changes(old, new) if change[0] is ItemKind.BOX]
    assert found == [(ItemKind.BOX, ChangeKind.PROOF, "minic#x", "minic#y")]


def test_a_name_in_another_form_is_no_change() -> None:
    people = (Person("Jeanne Roche", "J. Roche"),)
    full = replace(
        dossier_with(box("Jeanne Roche parle."), figure(caption="Jeanne Roche")), people=people
    )
    short = replace(dossier_with(box("J. Roche parle."), figure(caption="J. Roche")), people=people)
    assert changes(full, short) == []


@pytest.mark.parametrize("cover", [3, "gare.png", [1]])
def test_a_cover_of_another_shape_is_told(cover: Any) -> None:
    with pytest.raises(SnapshotError, match="cover"):
        snapshot({"version": 1, "title": "Essai", "cover": cover})
