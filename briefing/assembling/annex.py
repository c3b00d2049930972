"""The annex of a research edition: every extract, source by source."""

from __future__ import annotations

from briefing.assembling.apparatus import Apparatus
from briefing.model.dossier import Dossier
from briefing.model.extract import Extract
from briefing.model.notes import AnnexEntry, SourceExtracts


def annex(dossier: Dossier, apparatus: Apparatus) -> tuple[SourceExtracts, ...]:
    """Return the extracts of each source in the order of the list of sources, then of its fiche."""
    notes = {entry.extract.id: note.number for note in apparatus.notes for entry in note.entries}
    of_source: dict[str, list[Extract]] = {}
    for extract in dossier.extracts:
        of_source.setdefault(extract.source, []).append(extract)
    return tuple(
        SourceExtracts(
            source,
            tuple(
                AnnexEntry(apparatus.entry(extract), notes.get(extract.id, 0))
                for extract in of_source[source.source.id]
            ),
        )
        for source in apparatus.bibliography()
        if source.source.id in of_source
    )
