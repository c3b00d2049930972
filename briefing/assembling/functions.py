"""Speakers named by what they do, for an audience that is told no names (`noms = "fonctions"`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefing.assembling.own_words import own_words
from briefing.model.audience import Audience
from briefing.model.dossier import Dossier
from briefing.model.extract import Extract, Speaker
from briefing.model.naming import Naming
from briefing.model.source import Source
from briefing.reading.findings import fold


def names_functions(audience: Audience) -> bool:
    """Say whether `audience` has people named by their functions."""
    return audience.naming is Naming.FUNCTIONS


def by_function(dossier: Dossier) -> Dossier:
    """Return `dossier` with the speakers of its extracts named by their functions.

    The function is that of `[[personnes]]`, else the role that the fiche tells. Authors keep their
    names where their own document is quoted: its reference tells them; so does who has no function.
    """
    functions = {
        fold(name): person.function
        for person in dossier.people
        if person.function
        for name in (person.name, person.short)
    }
    sources = {source.id: source for source in dossier.sources}
    extracts = (_extract(e, functions, sources.get(e.source)) for e in dossier.extracts)
    return replace(dossier, extracts=tuple(extracts))


def _extract(extract: Extract, functions: Mapping[str, str], source: Source | None) -> Extract:
    speaker = extract.speaker
    if speaker is None or speaker.anonymous or (source and own_words(extract, source)):
        return extract
    function = functions.get(fold(speaker.name)) or speaker.role
    return replace(extract, speaker=Speaker(function)) if function else extract
