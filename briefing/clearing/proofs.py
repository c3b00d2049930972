"""What is known of quotations, as far as an audience may know it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType
from unicodedata import normalize

from briefing.model.audience import Audience
from briefing.model.dossier import Dossier
from briefing.model.extract import Extract
from briefing.model.verification import Evidence, Fragment, Verification


def cleared_evidence(
    evidence: Evidence | None, cleared: Dossier, audience: Audience
) -> Evidence | None:
    """Return what is known of the quotations of a cleared dossier, and of no others.

    The words around them in their documents may be those of a withheld quotation: an audience from
    which anything may be withheld is told of none, so that their want betrays nothing.
    """
    if evidence is None:
        return None
    known = evidence.verifications
    left = {
        extract.id: _seen(known[extract.id], extract, audience)
        for extract in cleared.extracts
        if extract.id in known
    }
    return replace(evidence, verifications=MappingProxyType(left))


def _seen(verification: Verification, extract: Extract, audience: Audience) -> Verification:
    if not extract.quotation:
        return replace(verification, fragments=(), page=None)
    if not audience.is_restricted:
        return verification
    fragments = verification.fragments
    if _letters(fragment.exact for fragment in fragments) != _letters([extract.quotation]):
        return replace(verification, fragments=())  # a note at a foot of page, say, in the midst
    return replace(verification, fragments=tuple(map(_alone, fragments)))


def _alone(fragment: Fragment) -> Fragment:
    return replace(fragment, prefix="", suffix="")


def _letters(texts: Iterable[str]) -> str:
    """Return the letters and figures of texts, whatever their typography."""
    told = normalize("NFKC", "".join(texts)).casefold()
    return "".join(sign for sign in told if sign.isalnum())
