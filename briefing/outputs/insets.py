"""The cover, figures, boxes and own sections of a briefing as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from briefing.model.briefing import Briefing
from briefing.model.insets import Illustration, OwnSection, TextBox, all_boxes, all_illustrations
from briefing.model.notes import Block
from briefing.model.text import plain

Json = dict[str, Any]


def insets(briefing: Briefing) -> Json:
    """Return what the dossier adds to our sections, as far as there is any."""
    made: Json = {}
    if briefing.cover:
        made["cover"] = _picture(briefing.cover)
    if figures := all_illustrations(briefing):
        made["illustrations"] = [_illustration(figure) for figure in figures]
    if boxes := all_boxes(briefing):
        made["boxes"] = [_box(box) for box in boxes]
    if briefing.own_sections:
        made["own_sections"] = [_section(section) for section in briefing.own_sections]
    return made


def paragraphs(blocks: Iterable[Block]) -> list[Json]:
    """Return blocks of prose without the calls of their notes."""
    return [{"role": block.role, "text": _words(block)} for block in blocks]


def _words(block: Block) -> str:
    return "".join(plain(passage.spans) + passage.stop for passage in block.passages)


def _picture(item: Illustration) -> Json:
    return {
        "file": item.file,
        "sha256": item.picture.sha256,
        "alt": item.alt,
        "caption": plain(item.caption),
        "credit": item.credit,
    }


def _illustration(item: Illustration) -> Json:
    return {
        "id": item.id,
        **_picture(item),
        "source": item.source.source.id if item.source else None,
        "place": item.place,
    }


def _box(box: TextBox) -> Json:
    return {
        "id": box.id,
        "title": plain(box.title),
        "text": paragraphs(box.blocks),
        "extracts": list(box.extracts),
        "place": box.place,
    }


def _section(section: OwnSection) -> Json:
    return {
        "id": section.id,
        "title": plain(section.title),
        "text": paragraphs(section.blocks),
        "extracts": list(section.extracts),
    }
