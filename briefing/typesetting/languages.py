"""Lines in another language in a text that nothing marks as such: a message quoted whole, a title.

They keep the marks of their language. What a text says of itself (`lang`) comes first; this
is for plain text, which says nothing. A script that isn't ours tells at once; else function
words tell two languages apart surely, from some words on: Cavnar and Trenkle, *N-gram-based
text categorization*, 1994.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from briefing.typesetting.patterns import Pattern


class _Language(NamedTuple):
    """A language and the function words that tell it from French."""

    tag: str
    own: Pattern
    """Those that French hasn't; in lower case, since La Repubblica and El País are names."""
    french: Pattern
    """Those of French that it hasn't."""
    least: int = 4
    """How many of its own words a line needs."""
    distinct: int = 3
    """How many different ones: a list of newspapers repeats one."""


def _words(words: str, *triggers: str) -> Pattern:
    return Pattern(rf"\b(?:{'|'.join(words.split())})\b", *triggers)


def _french(words: str, elided: str) -> Pattern:
    return Pattern(rf"(?i)\b(?:{'|'.join(words.split())})\b|\b(?:{elided})['’]")


_FRENCH: Final = _french(
    "les? la des? du une? et est sont que qui dans pour par sur avec aux? ne pas il", "[ldnsjmc]|qu"
)
_SLAVIC: Final = "na po za tak nas nam ikh abo ili zhe yego yak kak"
_LANGUAGES: Final = (
    _Language(
        "en",
        Pattern(
            r"(?i)\b(?:the|of|and|is|are|was|were|has|have|had|that|this|with|from|who|will|would"
            r"|to|for|it)\b",
            "the ",
        ),
        _FRENCH,
        distinct=1,
    ),
    _Language(
        "de",
        _words(
            "der die das dem den und ist nicht ein eine einen einer eines zu auf für von wird"
            " werden sind im dass auch sich wir wie nach bei über durch oder aber hat haben",
            *("der ", "die ", "und ", "das "),
        ),
        _french("les? la de du une? et est que qui dans pour par sur avec aux? ne pas il", "[a-z]"),
    ),
    _Language(
        "es",
        _words(
            "el los las una por para del como más pero esta este han fue muy también según hasta"
            " desde cuando donde porque ser hay sin lo al",
            *(" el ", " los ", " las ", " una ", " del ", " por "),
        ),
        _french("le des du une et est sont qui dans pour par sur avec aux? ne pas il", "[a-z]|qu"),
    ),
    _Language(
        "it",
        _words(
            "di che della delle degli dei del nel nella con per sono gli lo alla dal dalla anche"
            " più come questo questa hanno essere ha agli dello",
            *(" di ", " che ", " della ", " del "),
        ),
        _french("les? des du de est sont que qui dans pour par sur avec aux? pas", "j|qu"),
    ),
    _Language(
        "ru-Latn",
        _words(
            f"{_SLAVIC} chto eto dlya dlia iz ot byl bylo budet my vy oni bez", " na ", " chto "
        ),
        _FRENCH,
    ),
    _Language(
        "uk-Latn",
        _words(
            f"{_SLAVIC} shcho tse dlya dlia vid iz buv bulo bude my vy vony bez ta",
            " na ",
            " shcho ",
        ),
        _FRENCH,
    ),
)
_TAG: Final = Pattern(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
"""RFC 5646: a language of two to eight letters, then subtags."""
_SHARE: Final = 4
"""Words of a language for each French one: a French line may well quote « the deal »."""

# Greek, Cyrillic, Hebrew, Arabic, then Chinese, Japanese and Korean.
_OTHER_SCRIPT: Final = Pattern(
    "[\u0370-\u03ff\u0400-\u052f\u0590-\u05ff\u0600-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]"
)
_LATIN: Final = Pattern("[A-Za-zÀ-ÖØ-öø-ÿœŒ\u3164]")
_LEAST_LETTERS: Final = 4
_SCRIPTS: Final = (
    (Pattern("[іїєґІЇЄҐ]"), "uk"),
    (Pattern("[ыэъёЫЭЪЁ]"), "ru"),
    (Pattern("[\u0400-\u052f]"), "und-Cyrl"),
    (Pattern("[\u0370-\u03ff]"), "el"),
    (Pattern("[\u0590-\u05ff]"), "he"),
    (Pattern("[\u0600-\u06ff]"), "ar"),
    (Pattern("[\u3040-\u30ff]"), "ja"),
    (Pattern("[\uac00-\ud7a3]"), "ko"),
    (Pattern("[\u4e00-\u9fff]"), "zh"),
)
"""What tells a language, or at least its script, in order."""


def foreign_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the lines that are surely in another language begin and end."""
    return ((start, end) for start, end, _ in _found(text))


def language_of(text: str, told: str = "") -> str:
    """Return the language of `text`, as `told`; else that of its first line surely foreign, or ""."""
    return told or next((tag for _, _, tag in _found(text)), "")


def language_tag(value: str) -> str:
    """Return `value` if it has the form of a language tag (BCP 47), else ""."""
    return value if _TAG.compiled.fullmatch(value) else ""


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the lines that are surely foreign, each with its language."""
    languages = [language for language in _LANGUAGES if language.own.may_match(text)]
    scripts = bool(_OTHER_SCRIPT.compiled.search(text))
    if not languages and not scripts:
        return
    start = 0
    for line in text.split("\n"):
        tag = (scripts and _script(line)) or _language(line, languages)
        if tag:
            yield start, start + len(line), tag
        start += len(line) + 1


def _script(line: str) -> str:
    """Return the language, or "und" and the script, of a line whose letters are mostly not ours."""
    other = _count(_OTHER_SCRIPT, line)
    if other < _LEAST_LETTERS or other < _SHARE * _count(_LATIN, line):
        return ""
    return next(tag for letters, tag in _SCRIPTS if letters.compiled.search(line))


def _language(line: str, languages: list[_Language]) -> str:
    """Return the language whose own words are most, if they are enough; else ""."""
    best, tag = 0, ""
    for language in languages:
        if not language.own.may_match(line):
            continue
        own = [match[0].lower() for match in language.own.finditer(line)]
        enough = len(own) >= language.least and len(set(own)) >= language.distinct
        if enough and len(own) > best and len(own) >= _SHARE * _count(language.french, line):
            best, tag = len(own), language.tag
    return tag


def _count(words: Pattern, line: str) -> int:
    return sum(1 for _ in words.finditer(line))
