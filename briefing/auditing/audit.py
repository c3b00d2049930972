"""An audit of finished files, taken apart already."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.auditing.needles import Needles
from briefing.auditing.searching import Searcher
from briefing.auditing.values import AuditedFile, Leak, Report
from briefing.model.carrier import Opened, Piece


def audit(files: Iterable[Opened], needles: Needles, audience: str) -> Report:
    """Return where the `needles` stand in `files`."""
    searcher = Searcher(needles)
    audited = tuple(_audit(file, searcher) for file in files)
    return Report(audience, needles.count, needles.indistinct, audited)


def _audit(file: Opened, searcher: Searcher) -> AuditedFile:
    leaks: list[Leak] = []
    done: set[tuple[bool, tuple[str, ...]]] = set()
    for piece in file.pieces:
        key = _content(piece)
        if key not in done:
            done.add(key)
            leaks += searcher.search(piece)
    places = sum(len(piece.segments) for piece in file.pieces)
    return AuditedFile(file.name, tuple(leaks), file.unread, places)


def _content(piece: Piece) -> tuple[bool, tuple[str, ...]]:
    """Return what tells a text that stands twice in a file, as in a stream and its copy."""
    return piece.prose, tuple(segment.text for segment in piece.segments)
