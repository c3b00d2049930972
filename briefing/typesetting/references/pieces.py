"""What references are made of: names, titles, numbers, pages, dates, addresses.

Each piece is a list of spans, empty when the source doesn't give it; commas come later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing.model.dates import Date, Precision
from briefing.model.source import Source
from briefing.model.text import Span
from briefing.model.vocabulary import Dating, SourceType
from briefing.typesetting.characters import NO_BREAK
from briefing.typesetting.frame import Frame, label
from briefing.typesetting.languages import language_of
from briefing.typesetting.names import full_list

Piece = list[Span]

_ITALIC: Final = re.compile(r"\*(?=\S)([^*]+)(?<=\S)\*")
"""What Markdown stresses: the name of a book or a ship inside a title."""
_TITLED_IN_ITALICS: Final = (SourceType.BOOK, SourceType.THESIS)
_WHOLE: Final = (None, SourceType.BOOK, SourceType.REPORT, SourceType.NOTE, SourceType.THESIS)
"""Kinds whose bare number of pages is their length."""
_BARE: Final = re.compile(r"\d+")
_LENGTH: Final = re.compile(r"(\d+)\s*p\.")
"""« 320 p. »: the length of a whole work."""
_FROM_PAGE: Final = re.compile(r"\Ap\.\s*(?=\d+(?:[-–]\d+)?\Z)")
_ENGLISH_RANKS: Final = {"1": "st", "2": "nd", "3": "rd"}
_UNTOLD: Final = "fr"
"""The language of a source that doesn't tell it."""
_RANGE: Final = re.compile(r"\s*(?:--?|[‐‑–—])\s*")
_ORDINAL: Final = re.compile(r"(\d+)(?:re|ère|er|e|ème)?")
_CASE: Final = re.compile(r"[CTF]-\d")
"""How the Court of Justice of the European Union numbers its cases."""
_NO_LANGUAGE: Final = "zxx"
"""BCP 47 for what is in no language: numbers and codes."""
_DOI_HOST: Final = re.compile(r"\A(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


def words(text: str, *, emphasis: bool = False) -> Piece:
    """Return `text` as a piece, if there is any."""
    return [Span(text, emphasis=emphasis)] if text else []


def names(phrase: str, people: Sequence[str], frame: Frame) -> Piece:
    """Return a list of people in a `phrase` of the frame, which has {names}."""
    return words(frame.say(phrase, names=full_list(people, frame))) if people else []


def authors(source: Source, frame: Frame) -> Piece:
    """Return who signs: the authors, else who directed the work, else the account of a post."""
    account = f"@{source.account.lstrip('@')}" if source.account else ""
    signed = words(full_list(source.authors, frame)) if source.authors else []
    if source.directors:
        signed = directors(source, frame)
    return [*signed, Span(f" ({account})")] if signed and account else signed or words(account)


def directors(source: Source, frame: Frame) -> Piece:
    """Return « A. Un et B. Deux (dir.) », "A. Un and B. Deux (eds)"."""
    return words(directed(full_list(source.editors, frame), len(source.editors), frame))


def directed(people: str, count: int, frame: Frame) -> str:
    """Return a list of `count` people with their part in the work: « (dir.) »."""
    if not count:
        return ""
    return frame.count("{names} (dir.)", "{names} (dir.)", count, names=people)


def title(source: Source, frame: Frame) -> Piece:
    """Return the title: in brackets if supplied, in italics for a book, else in quotes."""
    language = foreign_language(source, frame)
    if source.title_supplied:
        return [Span("["), *stressed(source.title, language=language), Span("]")]
    if source.type in _TITLED_IN_ITALICS:
        return stressed(source.title, emphasis=True, language=language)
    if source.type is SourceType.LEGAL:
        return stressed(source.title, language=language)
    opening, closing = frame.quotes
    return [Span(opening), *stressed(source.title, language=language), Span(closing)]


def stressed(text: str, *, emphasis: bool = False, language: str = "") -> Piece:
    """Return `text`, what stands between stars in italics, or in roman amid italics."""
    parts = _ITALIC.split(text)
    return [
        Span(part, emphasis=emphasis != bool(index % 2), language=language)
        for index, part in enumerate(parts)
        if part
    ]


def foreign_language(source: Source, frame: Frame) -> str:
    """Return the language of a source if it isn't the frame's, or ""; English needn't be told."""
    return frame.foreign(language_of(source.title, source.language) or _UNTOLD)


def italic(text: str, source: Source, frame: Frame) -> Piece:
    """Return the name of what a source appeared in, in italics and in the source's language."""
    return [Span(text, emphasis=True, language=foreign_language(source, frame))] if text else []


def volume(source: Source, frame: Frame) -> Piece:
    """Return « vol. 58 »; « tome II » as it stands."""
    bare = re.fullmatch(r"\d+(?:-\d+)?|[IVXLC]+", source.volume)
    if bare:
        return words(frame.say("vol.\u00a0{volume}", volume=_range(source.volume, frame)))
    return words(source.volume)


def number(source: Source, frame: Frame) -> Piece:
    """Return « n° 3 », « aff. C-808/18 »; « hors-série » as it stands."""
    if _CASE.match(source.number):
        return words(frame.say("aff.\u00a0{number}", number=source.number))
    if source.number[:1].isdigit():
        return words(frame.say("n°\u00a0{number}", number=_range(source.number, frame)))
    return words(source.number)


def _range(figures: str, frame: Frame) -> str:
    """Return « 112-113 », "112–113"; 2025-118 is one number."""
    first, _, last = figures.partition("-")
    counted = first.isdecimal() and last.isdecimal() and int(first) < int(last)
    return figures.replace("-", "–") if counted and frame.base != "fr" else figures


def edition(source: Source, frame: Frame) -> Piece:
    """Return « 2e éd. », "2nd ed." for 2, 2e or 2ème; « édition revue » as it stands."""
    ordinal = _ORDINAL.fullmatch(source.edition)
    if not ordinal:
        return words(source.edition)
    return words(frame.say("{ordinal}\u00a0éd.", ordinal=_ranked(ordinal[1], frame)))


def _ranked(figures: str, frame: Frame) -> str:
    """Return the ordinal of `figures`: « 2e », "2nd", "2."."""
    if frame.base == "de":
        return f"{figures}."
    if frame.base == "en":
        teen = figures[-2:-1] == "1"
        return figures + ("th" if teen else _ENGLISH_RANKS.get(figures[-1], "th"))
    return figures + ("re" if figures == "1" else "e")


def collection(source: Source, frame: Frame) -> Piece:
    """Return the collection of a book: « coll. « Essais » », and its number there."""
    if not source.collection:
        return number(source, frame)
    inside = [Span(", "), *number(source, frame)] if source.number else []
    said = frame.say("coll.\u00a0« {collection} »", collection=source.collection)
    return [Span(said), *inside]


def translators(source: Source, frame: Frame) -> Piece:
    """Return « traduit par A. Un »."""
    return names(label("traduit par {names}"), source.translators, frame)


def pages(source: Source, frame: Frame) -> Piece:
    """Return « p. 12-25 », or « 320 p. » for the length of a whole work."""
    given = _RANGE.sub("-" if frame.base == "fr" else "–", source.pages)
    length = _LENGTH.fullmatch(given)
    if length or (source.type in _WHOLE and _BARE.fullmatch(given)):
        return words(frame.say("{pages}\u00a0p.", pages=length[1] if length else given))
    if frame.base != "fr":  # the analyst's « p. » is French
        given = _FROM_PAGE.sub("", given)
    if "p." in given or not given:
        return words(re.sub(r"(?<=p\.)\s+|\s+(?=p\.)", NO_BREAK, given))
    several = 1 if _BARE.fullmatch(given) else 2
    return words(frame.count("p.\u00a0{pages}", "p.\u00a0{pages}", several, pages=given))


def date(source: Source, frame: Frame) -> Piece:
    """Return the date; one the analyst inferred in brackets, after « s. d. »."""
    spelled = frame.date(source.date)
    inferred = source.date is not None and source.dating is Dating.INFERRED
    return words(f"{frame.date(None)} [{spelled}]" if inferred else spelled)


def isbn(source: Source) -> Piece:
    """Return « ISBN 979-10-… »."""
    return [Span(f"ISBN{NO_BREAK}"), _code(source.isbn)] if source.isbn else []


def identifier(source: Source) -> Piece:
    """Return an official identifier as it is given, on one line."""
    return [_code(source.identifier)] if source.identifier else []


def _code(text: str) -> Span:
    """Return what no rule of typography may change, nor a line divide."""
    return Span(re.sub(r"\s+", NO_BREAK, text), language=_NO_LANGUAGE)


def bare_doi(text: str) -> str:
    """Return a DOI without its resolver: « 10.1000/182 »."""
    return _DOI_HOST.sub("", text.strip())


def doi(source: Source, frame: Frame) -> Piece:
    """Return « DOI : 10.… », linked to its resolver."""
    bare = bare_doi(source.doi)
    if not bare:
        return []
    return [Span(f"DOI{_colon(frame)}"), Span(bare, link=f"https://doi.org/{bare}")]


def address(source: Source, frame: Frame) -> Piece:
    """Return the address and the day it was looked at; a DOI makes its resolver's needless."""
    if not source.url or (source.doi and _DOI_HOST.match(source.url)):
        return []
    at = Span(f"{frame.say('disponible sur')}{_colon(frame)}")
    return [at, Span(source.url, link=source.url), *_access(source.accessed, frame)]


def _colon(frame: Frame) -> str:
    return " : " if frame.base == "fr" else ": "


def _access(accessed: Date | None, frame: Frame) -> Piece:
    return [Span(f" ({_looked_at(accessed, frame)})")] if accessed else []


def _looked_at(date_: Date, frame: Frame) -> str:
    """Return « consulté le 3 mars 2025 », « consulté en mars 2025 »."""
    spelled = frame.date(date_)
    if date_.approximate or date_.interval:
        return frame.say("consulté {date}", date=spelled)
    if date_.precision is Precision.DAY:
        return frame.say("consulté le {date}", date=spelled)
    if date_.precision is Precision.YEAR:
        return frame.say("consulté en {year}", year=spelled)
    return frame.say("consulté en {date}", date=spelled)
