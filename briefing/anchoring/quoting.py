"""What a quotation asks for: its parts around `[…]`, each in the form that is searched."""

from __future__ import annotations

import re

from briefing.anchoring.normalising import Normalised, normalise

ELISION = re.compile(r"[\[(]\s*(?:…|\.(?:\s?\.){2,3})\s*[\])]")
"""An elision: `[…]`, `[...]`, `(…)`."""


def wordings(quotation: str) -> list[Normalised]:
    """Return the forms in which a quotation may stand: as it is, then without its own marks.

    Around it, guillemets, a bullet or a dash may be the analyst's.
    """
    whole = normalise(quotation)
    bare = re.sub(r"^\s*[-–—•▪►]\s+", "", quotation.strip())
    if re.match(r"[«“\"‹„].*[»”\"›]\Z", bare, re.DOTALL) and _encloses(bare):
        bare = bare[1:-1].strip()
    return [whole] if bare == quotation.strip() or not bare else [whole, normalise(bare)]


def parts(quotation: str) -> list[str]:
    """Return what stands between the elisions of a quotation, the empty left out."""
    return [part for part in ELISION.split(quotation) if re.search(r"\w", part)]


def _encloses(text: str) -> bool:
    """Whether the first and last marks of `text` are a pair, not two quotations side by side."""
    inside = text[1:-1]
    if text[0] == '"':
        return '"' not in inside
    depth = 0
    for sign in inside:
        depth += (sign in "«“‹„") - (sign in "»”›")
        if depth < 0:
            return False
    return depth == 0
