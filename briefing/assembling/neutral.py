"""One form for words that a name or an acronym may print in two: what two texts are compared in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from briefing.assembling.people import People
from briefing.assembling.running_text import SPACE, Edit, edited, loose, running
from briefing.model.naming import Acronym, Person
from briefing.model.text import Span, plain


def neutral(people: Iterable[Person], acronyms: Iterable[Acronym]) -> Callable[[str], str]:
    """Return what gives a plain text its people in short and its acronyms without their meaning.

    Quotations are left alone, as when they are printed. People who share a short form keep their
    names: they are two.
    """
    known = tuple(dict.fromkeys(people))
    shared = Counter(person.short for person in known)
    register = People([person for person in known if shared[person.short] == 1])
    whole = [acronym for acronym in dict.fromkeys(acronyms) if acronym.letters and acronym.meaning]
    spelled = [(_spelled(acronym), acronym.letters) for acronym in whole]

    def rewrite(text: str) -> str:
        spans = register.in_short((Span(text),))
        for pattern, letters in spelled:
            spans = edited(spans, _edits(pattern, letters, running(spans)))
        return plain(spans)

    return rewrite


def _edits(pattern: re.Pattern[str], letters: str, words: str) -> Iterator[Edit]:
    return (Edit(*found.span(), letters) for found in pattern.finditer(words))


def _spelled(acronym: Acronym) -> re.Pattern[str]:
    letters, meaning = loose(acronym.letters), f"(?i:{loose(acronym.meaning)})"
    after = rf"{meaning}{SPACE}*[(\[]{letters}[)\]]"
    before = rf"{letters}{SPACE}*[(\[]{meaning}[)\]]"
    return re.compile(rf"(?<!\w)(?:{after}|{before})")
