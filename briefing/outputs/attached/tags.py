"""The tags of an extract in words, after the keys of a fiche: « partie : Russie »."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from briefing.model.briefing import Briefing
from briefing.model.extract import Extract, Speaker
from briefing.model.notes import NoteEntry
from briefing.model.verification import Verdict, Verification
from briefing.model.vocabulary import Dating
from briefing.typesetting import typeset

_VERDICTS: Final = {
    Verdict.VERBATIM: "mot à mot dans le document",
    Verdict.AMBIGUOUS: "mot à mot, à plusieurs endroits du document",
    Verdict.NEAR: "proche d'un passage du document",
    Verdict.ABSENT: "introuvable dans le document",
    None: "non vérifiée",
}


@dataclass(frozen=True, slots=True)
class Names:
    """How the briefing names parties and issues, by their ids."""

    parties: Mapping[str, str]
    issues: Mapping[str, str]

    @classmethod
    def of(cls, briefing: Briefing) -> Names:
        """Return the names that `briefing` gives."""
        return cls(
            {party.id: party.name for party in briefing.parties},
            {issue.id: issue.name for issue in briefing.issues},
        )


def tags(entry: NoteEntry, names: Names) -> list[str]:
    """Return the tags of one extract, typeset, each once, as « key : value »."""
    pairs = [*_matter(entry.extract, names), *_saying(entry.extract), *_proof(entry.verification)]
    return list(dict.fromkeys(_set(key, value) for key, value in pairs if value))


@lru_cache(maxsize=512)
def _set(key: str, value: str) -> str:
    """Return a tag, typeset: a dossier says few different things of many extracts."""
    return typeset(f"{key} : {value}")


def _matter(extract: Extract, names: Names) -> Iterator[tuple[str, str]]:
    """Yield what the extract is about."""
    for kind in extract.kinds:
        yield "nature", kind
    for id_ in extract.parties:
        yield "partie", names.parties.get(id_, id_)
    for id_ in extract.issues:
        yield "enjeu", names.issues.get(id_, id_)
    if extract.date:
        yield "date", extract.date.edtf
        yield "datation", extract.dating if extract.dating is Dating.INFERRED else ""


def _saying(extract: Extract) -> Iterator[tuple[str, str]]:
    """Yield who says it, and how."""
    if extract.speaker:
        yield "locuteur", _named(extract.speaker)
    yield "voix", extract.voice or ""
    for relay in extract.via:
        yield "via", relay
    yield "statut", extract.status or ""
    yield "vraisemblance", extract.likelihood or ""


def _named(speaker: Speaker) -> str:
    if speaker.anonymous:
        return f"{speaker.name} (source anonyme)" if speaker.name else "anonyme"
    return ", ".join(filter(None, (speaker.name, speaker.role)))


def _proof(verification: Verification | None) -> Iterator[tuple[str, str]]:
    if verification:
        yield "citation", _VERDICTS[verification.verdict]
