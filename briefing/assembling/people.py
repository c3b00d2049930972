"""Names of people: in full at their first mention in a section, then in short.

So do the notes of French think tanks; whoever quotes keeps the name that stands there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from briefing.assembling.elision import agrees
from briefing.assembling.function_edits import with_function
from briefing.assembling.running_text import APOSTROPHE, SPACE, Edit, edited, loose, running
from briefing.model.naming import Naming, Person
from briefing.model.text import RichText
from briefing.typesetting.names import is_body

_HYPHENS: Final = "‐‑–-"
# « Trump-Poutine », « J. D. Trump » and « Donald Trump Jr. » are no mention of him.
_BEFORE: Final = rf"(?<![\w.{_HYPHENS}])(?<!\b[A-LN-ZÀ-Þ]\.{SPACE})"
_NAMESAKE: Final = rf"{SPACE}(?:(?:Jr|Sr|junior|senior)\b|[IVX]{{1,4}}(?![\w.]))"
_AFTER: Final = rf"(?![\w{_HYPHENS}]|{_NAMESAKE})"
_TITLE = re.compile(rf"(?<!\w)(?:MM?\.|Mmes?|Mlles?|Mgr|Drs?|Prs?|Me){SPACE}\Z")
"""« M. D. Trump » isn't French: after a title, a name stays as it is typed."""
_CONTEXT: Final = 60
"""Characters before a name that say whether it is one."""
_WORD_BEFORE = re.compile(rf"([\w-]+){SPACE}\Z")
_PLACES: Final = frozenset(
    "aéroport avenue boulevard centre collège fondation fonds hôpital institut lycée musée place"
    " pont porte-avions prix quai rue square stade tribunal".split()
)

Chooser = Callable[[Person], str]
"""The form in which a person is named here."""


class People:
    """The people of a briefing, and who of them the present section has named."""

    def __init__(self, people: Sequence[Person], naming: Naming = Naming.SHORT) -> None:
        self._naming = naming
        self._forms = {_key(form): person for person in people for form in _forms(person)}
        self._pattern = _pattern(people)
        self._named: set[str] = set()

    def begin_section(self) -> None:
        """Forget who was named: the next section names them in full again."""
        self._named.clear()

    def in_text(self, text: RichText) -> RichText:
        """Return running text with its people named as the audience has it."""
        return self._written(text, self._next_form)

    def in_short(self, text: RichText) -> RichText:
        """Return `text` with its people named in short: it is narrow, or read out of order."""
        return self._written(text, lambda person: person.short)

    def named_in(self, text: RichText) -> Iterator[Person]:
        """Yield the people whom `text` names, as often as it does."""
        for found in self._pattern.finditer(running(text)) if self._pattern else ():
            yield self._forms[_key(found[0])]

    def _next_form(self, person: Person) -> str:
        first = person.name not in self._named
        self._named.add(person.name)
        return person.name if first or self._naming is Naming.FULL else person.short

    def _written(self, text: RichText, form: Chooser) -> RichText:
        if self._pattern is None or self._naming is Naming.TYPED:
            return text
        return edited(text, self._edits(running(text), form))

    def _edits(self, words: str, form: Chooser) -> Iterator[Edit]:
        for found in self._pattern.finditer(words) if self._pattern else ():
            before = words[max(0, found.start() - _CONTEXT) : found.start()]
            if _names_a_place(before):
                continue
            person = self._forms[_key(found[0])]
            if self._naming is Naming.FUNCTIONS and person.function:
                yield with_function(words, found.start(), found.end(), person.function)
                continue
            wanted = form(person)
            same = _key(wanted) == _key(found[0])
            if not same and not _TITLE.search(before) and agrees(before, wanted):
                yield Edit(found.start(), found.end(), wanted)


def _forms(person: Person) -> set[str]:
    return {" ".join(form.split()) for form in (person.name, person.short)} - {""}


def _pattern(people: Iterable[Person]) -> re.Pattern[str] | None:
    """Return what finds every form of every person, however spaced; the longest goes first."""
    forms = {form for person in people for form in _forms(person)}
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    if not longest_first:
        return None
    return re.compile(f"{_BEFORE}(?:{'|'.join(map(_loose, longest_first))}){_AFTER}")


def _loose(form: str) -> str:
    """Return an expression for `form` however spaced, even as « D.Trump »."""
    return loose(form).replace(rf"\.{SPACE}+", rf"\.{SPACE}*")


def _key(form: str) -> str:
    """Return `form` without what may vary where it is typed."""
    spaced = re.sub(rf"\.{SPACE}*", ". ", re.sub(f"{SPACE}+", " ", form)).strip()
    return re.sub("[-‐‑]", "-", re.sub(APOSTROPHE, "'", spaced))


def _names_a_place(before: str) -> bool:
    """Say whether what follows is a part of a name, as in « Fondation Robert Schuman »."""
    found = _WORD_BEFORE.search(before)
    if not found:
        return False
    word = found[1]
    return word.casefold() in _PLACES or (word[0].isupper() and len(word) > 3 and is_body(word))
