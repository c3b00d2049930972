"""« Ibid. »: notes that cite the same source as what stands just before them.

Lexique des règles typographiques en usage à l'Imprimerie nationale, « Bibliographie »: *ibid.*
refers to the one work that the preceding note cites. It is wrong where that note cites several.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.model.notes import Note, NoteEntry


def repeated(entries: tuple[NoteEntry, ...], previous: Note | None) -> tuple[NoteEntry, ...]:
    """Return the entries of a note, marked where « ibid. » may stand for the source.

    `previous` is the note just before, None for the first one.
    """
    return tuple(
        replace(entry, ibid=_follows(entry, entries[index - 1 : index], previous))
        for index, entry in enumerate(entries)
    )


def _follows(entry: NoteEntry, before: tuple[NoteEntry, ...], previous: Note | None) -> bool:
    cited = before or (previous.entries if previous else ())
    return {other.source.number for other in cited} == {entry.source.number}
