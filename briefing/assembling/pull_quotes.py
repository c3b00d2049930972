"""Exergues: quotations that the analyst has printed large as well."""

from __future__ import annotations

from dataclasses import replace

from briefing.assembling.anchors import anchor
from briefing.assembling.apparatus import Apparatus
from briefing.model.briefing import PullQuote
from briefing.model.dossier import Dossier, Party
from briefing.model.extract import Extract
from briefing.model.verification import Evidence
from briefing.model.vocabulary import Voice


def pull_quotes(
    dossier: Dossier, apparatus: Apparatus, party: Party | None = None
) -> tuple[PullQuote, ...]:
    """Return those of the first party that an extract concerns, or of extracts without any.

    Each calls the note that quotes it in full, so that it is proved and attached as any other;
    where there are no notes, there are none of these either.
    """
    place = party.id if party else ""
    if not apparatus.quotes or (apparatus.gathers and party):
        return ()
    return tuple(
        _pull_quote(extract, apparatus)
        for extract in dossier.extracts
        if extract.pulled and (apparatus.gathers or (*extract.parties, "")[0] == place)
    )


def _pull_quote(extract: Extract, apparatus: Apparatus) -> PullQuote:
    call = apparatus.call([extract])
    return PullQuote(anchor("exergue", extract.id), apparatus.entry(extract), call)


LONGEST = 320
"""Signs of a quotation that a newspaper would take up whole."""


def with_key_quotations(dossier: Dossier, most: int, evidence: Evidence | None = None) -> Dossier:
    """Return `dossier` with `most` quotations to print large: those of the analyst, then others.

    Of the others, those that a named speaker says in person, one a speaker, each proved where
    `evidence` tells: first what key points quote, then what bears them out, then the rest.
    """
    if not most:
        return dossier
    shown = [point.lead for point in dossier.key_points]
    points = {point.id for point in dossier.key_points}
    fit = [e for e in dossier.extracts if not e.pulled and _is_fit(e, evidence)]
    fit.sort(key=lambda e: (e.id not in shown, points.isdisjoint(e.supports)))
    taken = {_name(extract) for extract in dossier.extracts if extract.pulled}
    chosen = [extract.id for extract in dossier.extracts if extract.pulled]
    for extract in fit:
        if _name(extract) not in taken:
            taken.add(_name(extract))
            chosen.append(extract.id)
    kept = set(chosen[:most])
    extracts = tuple(replace(e, pulled=e.id in kept) for e in dossier.extracts)
    return replace(dossier, extracts=extracts)


def _is_fit(extract: Extract, evidence: Evidence | None) -> bool:
    found = evidence.verifications.get(extract.id) if evidence else None
    proved = evidence is None or (found is not None and found.verified)
    named = bool(_name(extract)) and not extract.anonymous
    spoken = extract.voice is Voice.DIRECT
    return spoken and named and proved and 0 < len(extract.quotation) <= LONGEST


def _name(extract: Extract) -> str:
    return extract.speaker.name if extract.speaker else ""
