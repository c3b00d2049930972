"""Exergues: quotations that the analyst has printed large as well."""

from __future__ import annotations

from briefing.assembling.anchors import anchor
from briefing.assembling.apparatus import Apparatus
from briefing.model.briefing import PullQuote
from briefing.model.dossier import Dossier, Party
from briefing.model.extract import Extract


def pull_quotes(
    dossier: Dossier, apparatus: Apparatus, party: Party | None = None
) -> tuple[PullQuote, ...]:
    """Return those of the first party that an extract concerns, or of extracts without any.

    Each calls the note that quotes it in full, so that it is proved and attached as any other;
    where there are no notes, there are none of these either.
    """
    place = party.id if party else ""
    if not apparatus.quotes:
        return ()
    return tuple(
        _pull_quote(extract, apparatus)
        for extract in dossier.extracts
        if extract.pulled and (*extract.parties, "")[0] == place
    )


def _pull_quote(extract: Extract, apparatus: Apparatus) -> PullQuote:
    call = apparatus.call([extract])
    return PullQuote(anchor("exergue", extract.id), apparatus.entry(extract), call)
