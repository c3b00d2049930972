"""What of a dossier one page holds, by rules that its print tells.

What is cut is cut before anything is assembled: numbers and attachments are those of what is left.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Final

from briefing.model.briefing import Briefing
from briefing.model.dossier import DeclaredDivergence, Dossier
from briefing.model.extract import Extract
from briefing.model.vocabulary import DivergenceKind, Kind

MOST: Final = {
    "points-clés": 5,
    "parties": 6,
    "enjeux": 6,
    "questions": 6,
    "divergences": 4,
}
"""The most of each kind; key points and questions are the first, as the analyst ranks them."""

WATCHED: Final = (DivergenceKind.EVOLUTION, DivergenceKind.DISAGREEMENT)
"""What may still move: what has moved already, then what actors contest. The other kinds are of
the documents themselves."""

LeftOut = tuple[tuple[str, int], ...]


def digest(dossier: Dossier, named: Collection[str] = ()) -> tuple[Dossier, LeftOut]:
    """Return what one page holds of `dossier`, and how many items of which section it leaves out.

    Of the matrix, it holds the issues and parties that most sources bear out, in their order; of
    divergences, those that may still move. Pictures, boxes and sections stay out,
    but for sections written for chosen audiences, or `named` by this one.
    """
    watched = _watched(dossier.divergences)
    parties = _most_told(dossier, "parties", [party.id for party in dossier.parties])
    issues = _most_told(dossier, "enjeux", [issue.id for issue in dossier.issues])
    short = replace(
        dossier,
        key_points=dossier.key_points[: MOST["points-clés"]],
        parties=tuple(party for party in dossier.parties if party.id in parties),
        issues=tuple(issue for issue in dossier.issues if issue.id in issues),
        questions=dossier.questions[: MOST["questions"]],
        divergences=tuple(watched[: MOST["divergences"]]),
        extracts=tuple(_within(extract, parties, issues) for extract in dossier.extracts),
        cover=None,
        figures=(),
        boxes=(),
        sections=tuple(s for s in dossier.sections if s.only_for or s.id in named),
    )
    return short, tuple(_left_out(dossier, short))


def told_short(briefing: Briefing) -> Briefing:
    """Return `briefing` with its questions and divergences as bare sentences."""
    return replace(
        briefing,
        questions=tuple(replace(question, sides=()) for question in briefing.questions),
        divergences=tuple(replace(item, text=(), sides=()) for item in briefing.divergences),
    )


def _watched(divergences: Iterable[DeclaredDivergence]) -> list[DeclaredDivergence]:
    kept = [item for item in divergences if item.kind in WATCHED]
    return sorted(kept, key=lambda item: WATCHED.index(item.kind))


def _most_told(dossier: Dossier, kind: str, ids: Sequence[str]) -> frozenset[str]:
    """Return the ids of the parties or issues whose positions most sources, then extracts, tell."""
    told: dict[str, list[str]] = {id_: [] for id_ in ids}
    declared = {position.id: position for position in dossier.positions}
    for extract in dossier.extracts:
        joined = [declared[id_] for id_ in extract.supports if id_ in declared]
        own = Kind.POSITION in extract.kinds
        if kind == "parties":
            named = {position.party for position in joined} | set(extract.parties if own else ())
        else:
            named = {position.issue for position in joined} | set(extract.issues if own else ())
        for id_ in named & told.keys():
            told[id_].append(extract.source)
    ranked = sorted(ids, key=lambda id_: (-len(set(told[id_])), -len(told[id_])))
    return frozenset(ranked[: MOST[kind]])


def _within(extract: Extract, parties: frozenset[str], issues: frozenset[str]) -> Extract:
    return replace(
        extract,
        parties=tuple(id_ for id_ in extract.parties if id_ in parties),
        issues=tuple(id_ for id_ in extract.issues if id_ in issues),
    )


def _left_out(dossier: Dossier, short: Dossier) -> Iterable[tuple[str, int]]:
    pairs: dict[str, tuple[Sequence[object], Sequence[object]]] = {
        "points-clés": (dossier.key_points, short.key_points),
        "parties": (dossier.parties, short.parties),
        "enjeux": (dossier.issues, short.issues),
        "questions": (dossier.questions, short.questions),
        "divergences": (dossier.divergences, short.divergences),
    }
    for name, (all_, kept) in pairs.items():
        if len(all_) > len(kept):
            yield name, len(all_) - len(kept)
