"""Méthode: what the briefing rests on, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.model.briefing import Event, KeyPoint, Method, Position
from briefing.model.dossier import Dossier
from briefing.model.verification import Evidence
from briefing.model.vocabulary import Dating, Kind, Voice


def method(
    dossier: Dossier,
    points: Sequence[KeyPoint],
    evidence: Evidence | None = None,
    *,
    others: Iterable[Position | Event] = (),
) -> Method:
    """Count what the reader should know before trusting the rest.

    `others` are the positions and dated facts that are printed.
    """
    voices = Counter(
        extract.voice
        for extract in dossier.extracts
        if Kind.POSITION in extract.kinds and extract.voice
    )
    sources = dossier.sources
    return Method(
        extracts=len(dossier.extracts),
        sources=len(sources),
        unsigned_sources=sum(not source.signed for source in sources),
        undated_sources=sum(s.date is None or s.dating is Dating.INFERRED for s in sources),
        anonymous_extracts=sum(extract.anonymous for extract in dossier.extracts),
        single_source_key_points=sum(point.support.single for point in points),
        translated_extracts=sum(extract.translated for extract in dossier.extracts),
        voices=tuple((voice, voices[voice]) for voice in Voice if voices[voice]),
        rated=any(source.reliability for source in sources)
        or any(extract.credibility for extract in dossier.extracts),
        text=dossier.method,
        noted=all(item.call for item in (*points, *others)),
        verified=evidence.verified if evidence else None,
        verified_earlier=evidence.earlier if evidence else 0,
        locked_on=evidence.locked_on if evidence else None,
    )
