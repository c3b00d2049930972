"""What a quotation asks for: its parts around `[…]`, each in the form that is searched.

What is proved is what is printed: of its marks, a quotation loses its emphasis and nothing else. A
document also loses its tags, links and calls of notes, since they are no words of a reader's; those
of a quotation are printed, and could hold words of the analyst's.
"""

from __future__ import annotations

import re

from briefing.anchoring.normalising import Normalised, normalise
from briefing.model.text import plain
from briefing.reading.prose import parse_quotation

ELISION = re.compile(r"[\[(]\s*(?:…|\.(?:\s?\.){2,3})\s*[\])]")
"""An elision: `[…]`, `[...]`, `(…)`."""


_LITERAL = re.compile(r"[*_~<>&#^\\⁰¹²³⁴-⁹•▪►‣◦●■]|\]\(")
"""Signs that a document may lose as its markup, though they be its own."""


def as_printed(quotation: str) -> str:
    """Return the text that print shows for a quotation."""
    return plain(parse_quotation(quotation))


def normalise_quotation(quotation: str) -> Normalised:
    """Return the form of a quotation in which only typography makes no difference."""
    return normalise(as_printed(quotation), markup=False)


def literally(quotation: str) -> list[str]:
    """Return the forms in which a document may hold a quotation with its marks.

    Its emphasis may be the document's too: if it only surrounds words, both forms have the same.
    """
    printed = as_printed(quotation)
    forms = (
        [printed]
        if printed == quotation or not _same_words(printed, quotation)
        else [printed, quotation]
    )
    return [form for form in forms if _LITERAL.search(form)]


def _same_words(one: str, other: str) -> bool:
    words = re.compile(r"[^\W_]+")
    return words.findall(one) == words.findall(other)


def wordings(printed: str) -> list[Normalised]:
    """Return the forms in which a printed text may stand: as it is, then without its own marks.

    Around it, guillemets, a bullet or a dash may be the analyst's.
    """
    whole = normalise(printed, markup=False)
    bare = re.sub(r"^\s*[-–—•▪►]\s+", "", printed.strip())
    if re.match(r"[«“\"‹„].*[»”\"›]\Z", bare, re.DOTALL) and _encloses(bare):
        bare = bare[1:-1].strip()
    return (
        [whole] if bare == printed.strip() or not bare else [whole, normalise(bare, markup=False)]
    )


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
