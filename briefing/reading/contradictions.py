"""What an audience asks for that can't be had together."""

from __future__ import annotations

from briefing.model.audience import Audience, Depth, NoteStyle
from briefing.reading.built_in_audiences import SECTIONS
from briefing.reading.tables import Table


def tell_contradictions(audience: Audience, table: Table) -> None:
    """Note each in the findings of the file (BR320, BR321)."""
    notes = audience.notes
    if "sources" not in audience.sections and notes is not NoteStyle.NONE:
        table.fault(
            "BR320",
            "sections",
            "the audience “{name}” leaves out the sources its notes refer to",
            'add "sources" to its sections',
            name=table.place[-1],
        )
    if audience.depth is Depth.NONE and notes is not NoteStyle.NONE:
        table.fault(
            "BR321",
            "notes",
            "“{one}” quotes no extract, and “{other}” would print some",
            "leave out one of them",
            one='profondeur = "aucune"',
            other=f'notes = "{notes}"',
        )
    if audience.pages and audience.formats == ("html",) and table.has("pages"):
        table.fault(
            "BR321",
            "pages",
            "only a PDF has pages, and its formats are {formats}",
            'add "pdf" to its formats, or leave “pages” out',
            formats=", ".join(audience.formats),
        )
    for section in audience.headings:
        added = section not in SECTIONS  # it stands where it says, unless all are named
        if section not in audience.sections and (audience.ordered or not added):
            table.fault(
                "BR321",
                "intitulés",
                "“{section}” has a heading, and isn't among the sections",
                "add it to “sections”, or leave its heading out",
                section=section,
            )
