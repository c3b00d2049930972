"""What is withheld from an audience and may be looked for, less what it legitimately sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.auditing.folding import Aliases, words_of
from briefing.auditing.leaves import NOWHERE, Leaf, Places, audience_leaves, leaves
from briefing.auditing.marks import Marks
from briefing.auditing.shapes import RUN, Shape, letters_of, runs_of, stretches_of
from briefing.auditing.values import Needle
from briefing.model.audience import Audience
from briefing.model.dossier import Dossier
from briefing.typesetting.names import in_full, is_body, with_initials

_PARTS = re.compile(r"\[[….]+\]|(?<=[!?…»])\s+|(?<=\w\w\.)\s+")
"""Between the parts of a quotation, and between sentences."""
_NAMES = frozenset({"authors", "editors", "translators", "interviewers", "name", "via"})
_LETTERS = 4
_SIGNS = 6
"""The fewest letters, or else letters and digits, that tell a text from what stands anywhere."""
_DIGITS = 10
"""And digits where there are no letters: those of an ISBN, not of a date."""


@dataclass(frozen=True, slots=True)
class Needles:
    """What is looked for."""

    sought: tuple[tuple[Needle, Shape], ...]
    """Each text, and one way in which it may stand in a file."""
    indistinct: tuple[Needle, ...]
    visible: str
    """All that the audience sees, its words end to end."""
    visible_letters: str
    """The same without numbers and months."""
    aliases: Aliases
    runs: dict[str, Needle]
    """Words in a row that no visible text holds."""
    stretches: dict[str, Needle]
    """The same of letters, whatever parts them."""

    @property
    def count(self) -> int:
        """How many withheld texts are looked for."""
        return len({id(needle) for needle, _shape in self.sought})

    def joined(self, others: Needles) -> Needles:
        """Return these and `others`."""
        return Needles(
            self.sought + others.sought,
            self.indistinct + others.indistinct,
            others.visible,
            others.visible_letters,
            self.aliases,
            others.runs | self.runs,
            others.stretches | self.stretches,
        )


def find_needles(
    whole: Dossier,
    cleared: Dossier,
    audience: Audience,
    *,
    ours: Iterable[str] = (),
    beside: Iterable[str] = (),
    more: Iterable[Leaf] = (),
    places: Places = NOWHERE,
) -> Needles:
    """Return what of `whole` may not be in the files that `audience` gets.

    `cleared` is `whole` without what is withheld; `ours` are the texts of every edition, as labels
    and templates; `beside` are visible quotations with the words around them in their documents,
    which excuse anything but the words of a withheld quotation; `more` are withheld texts that no
    dossier holds, as the digest of a document.
    """
    marks = Marks.of(whole, audience)
    seen = [leaf for leaf in leaves(cleared, marks) if not leaf.owner.marked]
    seen += audience_leaves(audience)
    pairs = _short_forms(cleared, marks)
    aliases = Aliases.of(pairs)
    withheld = [*_withheld(whole, seen, audience, marks, places), *more]
    if not withheld:
        return Needles((), (), "", "", aliases, {}, {})
    texts = [form for leaf in seen if not leaf.unprinted for form in _forms(leaf)]
    texts += [part for pair in pairs for part in pair]
    texts += _said_by(cleared, marks)
    seen_words = aliases.shorten(_all_words([*texts, *ours]))
    strict = Shape.of(seen_words)
    wide = Shape.of([*seen_words, *aliases.shorten(_all_words(beside))])
    quoted = [leaf for leaf in withheld if _is_quoted(leaf)]
    others = [leaf for leaf in withheld if not _is_quoted(leaf)]
    return _Sorting(strict, aliases).sort(quoted).joined(_Sorting(wide, aliases).sort(others))


def _withheld(
    whole: Dossier, seen: Sequence[Leaf], audience: Audience, marks: Marks, places: Places
) -> Iterator[Leaf]:
    """Yield the texts that are marked, or that the audience sees nowhere word for word."""
    known = {leaf.text for leaf in seen if not leaf.unprinted}
    owners = {(leaf.owner.kind, leaf.owner.id) for leaf in seen}
    done: set[tuple[str, str, str, str]] = set()
    mine = leaves(whole, marks, places)
    others = (
        leaf
        for other in whole.audiences.values()
        if other.id != audience.id
        for leaf in audience_leaves(other, places)
        if leaf.field in ("foreword", "contact", "embargo")
    )
    for leaf in (*mine, *others):
        owner = (leaf.owner.kind, leaf.owner.id)
        key = (*owner, leaf.field, leaf.text)
        if leaf.text in known or key in done or (leaf.unprinted and owner in owners):
            continue
        done.add(key)
        yield leaf


def _is_quoted(leaf: Leaf) -> bool:
    return leaf.field == "quotation"


@dataclass(frozen=True, slots=True)
class _Sorting:
    """Tells what may be looked for from what the audience sees."""

    visible: Shape
    aliases: Aliases

    def sort(self, withheld: Iterable[Leaf]) -> Needles:
        """Return what of `withheld` isn't visible."""
        sought: list[tuple[Needle, Shape]] = []
        indistinct: list[Needle] = []
        runs: dict[str, Needle] = {}
        stretches: dict[str, Needle] = {}
        for leaf in withheld:
            needle = _needle(leaf)
            shapes = [Shape.of(self.aliases.shorten(words_of(form))) for form in _forms(leaf)]
            distinct = [shape for shape in shapes if _is_distinct(shape)]
            if not distinct:
                indistinct.append(needle)
            for shape in distinct:
                if not self.visible.holds(shape):
                    sought.append((needle, shape))
                runs |= {run: needle for run, _place in runs_of(shape) if run not in runs}
                letters, _owners = letters_of(shape)
                stretches |= {s: needle for s, _ in stretches_of(letters) if s not in stretches}
        for run, _place in runs_of(self.visible):
            runs.pop(run, None)
        letters, _owners = letters_of(self.visible)
        for stretch, _place in stretches_of(letters):
            stretches.pop(stretch, None)
        glued = self.visible.glued
        return Needles(
            tuple(sought), tuple(indistinct), glued, letters, self.aliases, runs, stretches
        )


def _needle(leaf: Leaf) -> Needle:
    owner = leaf.owner
    return Needle(owner.kind, owner.id, leaf.field, leaf.text, owner.path, owner.line)


def _forms(leaf: Leaf) -> Iterator[str]:
    """Yield the ways in which a text may be told, itself first."""
    text = leaf.text
    yield text
    if leaf.field == "id" and "#" in text:
        yield text.partition("#")[2]
    elif leaf.field in ("document", "file"):
        name = text.rpartition("/")[2]
        yield from {name, name.rpartition(".")[0] or name}
    elif leaf.field in ("url", "link"):
        yield re.sub(r"^\w+://(?:www\.)?", "", text)
    elif leaf.field in _NAMES and not is_body(text):
        yield from _names(text)
    parts = (part for part in _PARTS.split(text) if part != text)
    yield from (part for part in parts if len(words_of(part)) > RUN)


def _names(text: str) -> Iterator[str]:
    """Yield the short form of a person's name, and the surname alone."""
    name = in_full(text.partition(" (")[0])
    words = name.split()
    if 2 <= len(words) <= 4 and all(word[:1].isupper() for word in (words[0], words[-1])):
        yield with_initials(name)
        yield words[-1]


def _is_distinct(shape: Shape) -> bool:
    """Say whether a text is told from what stands anywhere; dates do, and bare numbers."""
    if not shape.telling:
        return sum(sign.isdigit() for sign in shape.glued) >= _DIGITS
    letters = sum(sign.isalpha() for sign in shape.glued)
    return letters >= _LETTERS or len(shape.glued) >= _SIGNS


def _short_forms(dossier: Dossier, marks: Marks) -> list[tuple[str, str]]:
    """Return what print may write in short, and how."""
    people = [(p.name, p.short) for p in dossier.people if not marks.withhold(p)]
    acronyms = [a for a in dossier.acronyms if a.meaning and not marks.withhold(a)]
    forms = ("{0} {1}", "{1} {0}", "{0}")
    return people + [(f.format(a.meaning, a.letters), a.letters) for f in forms for a in acronyms]


def _said_by(cleared: Dossier, marks: Marks) -> list[str]:
    """Return the speakers whom the audience may know, as print names them."""
    known = [e.speaker for e in cleared.extracts if e.speaker and not marks.withhold(e)]
    return [f"{by.name}, {by.role}" for by in known if not by.anonymous]


def _all_words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in words_of(text)]
