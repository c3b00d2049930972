"""Tags a PDF that is about to be written."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from briefing.outputs.tagging import boxes
from briefing.outputs.tagging.building import Structure, build
from briefing.outputs.tagging.content import set_aside
from briefing.outputs.tagging.painting import Painting
from briefing.outputs.tagging.writing import Writer
from briefing.typesetting.frame import Frame


def tag_pages(
    pdf: Any,  # noqa: ANN401 - pydyf
    painting: Painting,
    language: str,
    frame: Frame,
) -> list[str]:
    """Give `pdf` the structure of what was painted; return the pictures without alternative."""
    import pydyf

    made = build(
        (
            (boxes.page_box(page), {box: held["mcid"] for box, held in marks.items()})
            for page, marks in zip(painting.pages, painting.marks, strict=True)
        ),
        language,
        frame,
    )
    places = _set_aside_artifacts(pdf, painting, made)
    root = Writer(pdf, painting.streams, places).write(made.root)
    pdf.catalog["StructTreeRoot"] = root.reference
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    return made.mute


def _set_aside_artifacts(
    pdf: Any,  # noqa: ANN401 - pydyf
    painting: Painting,
    made: Structure,
) -> dict[tuple[int, int], Any]:
    """Mark the artifacts in the streams; return in which stream each other mark stands."""
    by_page: dict[int, dict[int, str]] = defaultdict(dict)
    for (page, number), kind in made.artifacts.items():
        by_page[page][number] = kind
    pages = {id(marks): page for page, marks in enumerate(painting.marks)}
    places: dict[tuple[int, int], Any] = {}
    for item in pdf.objects:  # groups drawn apart, as what is half transparent, are streams too
        marked = id(getattr(item, "_tags", None))
        if marked in pages:
            for number in set_aside(item, by_page[pages[marked]]):
                places[pages[marked], number] = item
    return places
