"""What typesetting doesn't mend in the analyst's own text: told, never rewritten.

Spaces, quotation marks and apostrophes are no fault: the typesetting sets them. Letters, points
and the choice of a graphy are the analyst's. Rules: Imprimerie nationale, *Lexique*,
« Accentuation des capitales », « Adjectifs numéraux ordinaux », « Et cetera », « Nombres ».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TypeAlias

from briefing.checking.letters import lacks
from briefing.checking.own_text import OwnText, own_texts
from briefing.checking.variants import variants
from briefing.model.files import RawDossier
from briefing.model.finding import Finding, Message, message
from briefing.reading.findings import fold, warning
from briefing.typesetting.balance import unbalanced

Fault: TypeAlias = tuple[str, int, Message, Message]
"""A code, an offset, what is said and what to write."""

_ET_CETERA = re.compile(r"\b[Ee]tc\.?(?:\.\.|…)[.…]*")
_SPACES = re.compile(r"(?<=[^\s|*+-])(?<![0-9]\.)[ \u00a0\u202f]{2,}(?=[^\s|])")
_WORD = 40
"""Characters of a word, to say after which one the spaces stand."""
_POINT = re.compile(
    r"(?<![\w.,])[0-9]+\.[0-9]+(?=[ \u00a0\u202f]?"
    r"(?:[%‰€$£]|(?:milli(?:ard|on)s?|km|kg|tonnes?|euros?|dollars?|points?|pour cent)\b))"
)
_GLUED = re.compile(r"(?<![\w.,])[0-9]+(?:[.,][0-9]+)?[%‰€$£](?!\w)")
_CURRENCY_FIRST = re.compile(r"[€$£][ \u00a0]?[0-9]+(?:[.,][0-9]+)*")
_ORDINAL = re.compile(r"(?<![\w.,-])(?:[0-9]+|[IVX]+)(?:i?[èée]mes?|[èe]res?)(?!\w)")


def typography_findings(raw: RawDossier, language: str = "fr") -> list[Finding]:
    """Return what typography is doubtful in the analyst's text; none in another language."""
    if not fold(language).startswith("fr"):
        return []
    texts = list(own_texts(raw))
    following = [*texts[1:], OwnText("", 0, "")]
    found = [
        finding
        for text, after in zip(texts, following, strict=False)
        for finding in _findings(text, after.text[:1] if after.path == text.path else "")
    ]
    return [*found, *_variants(texts)]


def _findings(text: OwnText, following: str) -> Iterator[Finding]:
    """Yield the faults of a paragraph in order, each once a line.

    `following` is what the next paragraph begins with: « takes up a quotation.
    """
    if not text.text.strip():
        return
    plain = text.unquoted()
    faults = [
        *_unbalanced(text.prose(), following),
        *_doubtful(plain),
    ]
    told: set[tuple[int, str, str]] = set()
    last = (0, 0)
    for code, offset, said, hint in sorted(faults, key=lambda fault: (fault[1], fault[0])):
        line = text.line_of(offset, since=last)
        last = (offset, line)
        key = (line, code, str(said))
        if key not in told:
            told.add(key)
            yield warning(code, text.path, line, said, hint)


@lru_cache(4096)
def _doubtful(text: str) -> tuple[Fault, ...]:
    """Return what every check says of a text; kept, since a dossier is checked again and again."""
    return tuple(fault for check in _CHECKS for fault in check(text))


def _letters(text: str) -> Iterator[Fault]:
    for lack in lacks(text):
        said = message("“{word}” lacks a letter of French", word=lack.word)
        yield "BR710", lack.offset, said, message("write “{word}”", word=lack.right)


def _et_cetera(text: str) -> Iterator[Fault]:
    for found in _ET_CETERA.finditer(text):
        said = message("“{word}”: “etc.” says already that the list goes on", word=found[0])
        yield "BR711", found.start(), said, message("write “{word}”", word=f"{found[0][:3]}.")


def _spaces(text: str) -> Iterator[Fault]:
    for found in _SPACES.finditer(text):
        before = text[max(0, found.start() - _WORD) : found.start()].rsplit(maxsplit=1)[-1]
        said = message("two spaces after “{word}”", word=before)
        yield "BR712", found.start(), said, message("leave one")


def _figures(text: str) -> Iterator[Fault]:
    for found in _POINT.finditer(text):
        said = message("“{word}”: French has a decimal comma", word=found[0])
        right = found[0].replace(".", ",")
        yield "BR713", found.start(), said, message("write “{word}”", word=right)
    for found in _GLUED.finditer(text):
        said = message("“{word}”: a space parts a number from its sign", word=found[0])
        right = f"{found[0][:-1]} {found[0][-1]}"
        yield "BR713", found.start(), said, message("write “{word}”", word=right)
    for found in _CURRENCY_FIRST.finditer(text):
        said = message("“{word}”: in French the currency follows its number", word=found[0])
        right = f"{found[0][1:].strip()} {found[0][0]}"
        yield "BR713", found.start(), said, message("write “{word}”", word=right)


def _ordinals(text: str) -> Iterator[Fault]:
    for found in _ORDINAL.finditer(text):
        said = message("“{word}” isn't how French abbreviates an ordinal", word=found[0])
        yield "BR714", found.start(), said, message("write “{word}”", word=_ordinal(found[0]))


def _ordinal(word: str) -> str:
    """Return 2e for 2ème, 1re for 1ère, 2es for 2èmes."""
    number = word.rstrip("ièéemrs")
    plural = "s" if word.endswith("s") else ""
    return f"{number}{'re' if 'r' in word else 'e'}{plural}"


def _unbalanced(text: str, following: str) -> Iterator[Fault]:
    for offset in unbalanced(f"{text}\n\n{following}"):
        if offset >= len(text):
            break
        said = message("the quotation mark “{mark}” has no partner", mark=text[offset])
        yield "BR715", offset, said, message("close the quotation, or leave the mark out")


def _variants(texts: list[OwnText]) -> Iterator[Finding]:
    for path, line, name, preferred in variants(texts):
        said = message("“{name}” here, “{other}” elsewhere", name=name, other=preferred)
        yield warning("BR716", path, line, said, message("choose one of them"))


_CHECKS: tuple[Callable[[str], Iterator[Fault]], ...] = (
    _letters,
    _et_cetera,
    _spaces,
    _figures,
    _ordinals,
)
