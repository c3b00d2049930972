"""What references are made of: names, titles, numbers, pages, dates, addresses.

Each piece is a list of spans, empty when the source doesn't give it; commas come later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing.model.dates import Date
from briefing.model.source import Source
from briefing.model.text import Span
from briefing.model.vocabulary import Dating, SourceType
from briefing.typesetting.characters import NO_BREAK
from briefing.typesetting.conventions import is_french
from briefing.typesetting.dates import UNDATED, format_date
from briefing.typesetting.languages import language_of
from briefing.typesetting.names import full_list

Piece = list[Span]

_ITALIC: Final = re.compile(r"\*(?=\S)([^*]+)(?<=\S)\*")
"""What Markdown stresses: the name of a book or a ship inside a title."""
_TITLED_IN_ITALICS: Final = (SourceType.BOOK, SourceType.THESIS)
_WHOLE: Final = (None, SourceType.BOOK, SourceType.REPORT, SourceType.NOTE, SourceType.THESIS)
"""Kinds whose bare number of pages is their length."""
_BARE: Final = re.compile(r"\d+")
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


def names(before: str, people: Sequence[str], after: str = "") -> Piece:
    """Return a list of people with what introduces or follows it."""
    return [Span(f"{before}{full_list(people)}{after}")] if people else []


def authors(source: Source) -> Piece:
    """Return who signs: the authors, else who directed the work, else the account of a post."""
    account = f"@{source.account.lstrip('@')}" if source.account else ""
    signed = names("", source.authors)
    if source.directors:
        signed = directors(source)
    return [*signed, Span(f" ({account})")] if signed and account else signed or words(account)


def directors(source: Source) -> Piece:
    """Return « A. Un et B. Deux (dir.) »."""
    return names("", source.editors, " (dir.)")


def title(source: Source) -> Piece:
    """Return the title: in brackets if supplied, in italics for a book, else in guillemets."""
    language = foreign_language(source)
    if source.title_supplied:
        return [Span("["), *stressed(source.title, language=language), Span("]")]
    if source.type in _TITLED_IN_ITALICS:
        return stressed(source.title, emphasis=True, language=language)
    if source.type is SourceType.LEGAL:
        return stressed(source.title, language=language)
    return [Span("« "), *stressed(source.title, language=language), Span(" »")]


def stressed(text: str, *, emphasis: bool = False, language: str = "") -> Piece:
    """Return `text`, what stands between stars in italics, or in roman amid italics."""
    parts = _ITALIC.split(text)
    return [
        Span(part, emphasis=emphasis != bool(index % 2), language=language)
        for index, part in enumerate(parts)
        if part
    ]


def foreign_language(source: Source) -> str:
    """Return the language of a source that isn't in French, or ""; English needn't be told."""
    language = language_of(source.title, source.language)
    return language if language and not is_french(language) else ""


def italic(text: str, source: Source) -> Piece:
    """Return the name of what a source appeared in, in italics and in the source's language."""
    return [Span(text, emphasis=True, language=foreign_language(source))] if text else []


def volume(source: Source) -> Piece:
    """Return « vol. 58 »; « tome II » as it stands."""
    bare = re.fullmatch(r"\d+(?:-\d+)?|[IVXLC]+", source.volume)
    return words(f"vol.{NO_BREAK}{source.volume}" if bare else source.volume)


def number(source: Source) -> Piece:
    """Return « n° 3 », « aff. C-808/18 »; « hors-série » as it stands."""
    if _CASE.match(source.number):
        return words(f"aff.{NO_BREAK}{source.number}")
    return words(f"n°{NO_BREAK}{source.number}" if source.number[:1].isdigit() else source.number)


def edition(source: Source) -> Piece:
    """Return « 2e éd. » for 2, 2e or 2ème; « édition revue » as it stands."""
    ordinal = _ORDINAL.fullmatch(source.edition)
    if not ordinal:
        return words(source.edition)
    suffix = "re" if ordinal[1] == "1" else "e"
    return words(f"{ordinal[1]}{suffix}{NO_BREAK}éd.")


def collection(source: Source) -> Piece:
    """Return the collection of a book: « coll. « Essais » », and its number there."""
    if not source.collection:
        return number(source)
    inside = [Span(", "), *number(source)] if source.number else []
    return [Span(f"coll.{NO_BREAK}« "), Span(source.collection), Span(" »"), *inside]


def translators(source: Source) -> Piece:
    """Return « traduit par A. Un »."""
    return names("traduit par ", source.translators)


def pages(source: Source) -> Piece:
    """Return « p. 12-25 », or « 320 p. » for the length of a whole work."""
    given = _RANGE.sub("-", source.pages)
    if not given:
        return []
    if "p." in given:
        return words(re.sub(r"(?<=p\.)\s+|\s+(?=p\.)", NO_BREAK, given))
    if source.type in _WHOLE and _BARE.fullmatch(given):
        return words(f"{given}{NO_BREAK}p.")
    return words(f"p.{NO_BREAK}{given}")


def date(source: Source) -> Piece:
    """Return the date; one the analyst inferred in brackets, after « s. d. »."""
    if source.date is None:
        return words(UNDATED)
    spelled = format_date(source.date)
    return words(f"{UNDATED} [{spelled}]" if source.dating is Dating.INFERRED else spelled)


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


def doi(source: Source) -> Piece:
    """Return « DOI : 10.… », linked to its resolver."""
    bare = bare_doi(source.doi)
    return [Span("DOI : "), Span(bare, link=f"https://doi.org/{bare}")] if bare else []


def address(source: Source) -> Piece:
    """Return the address and the day it was looked at; a DOI makes its resolver's needless."""
    if not source.url or (source.doi and _DOI_HOST.match(source.url)):
        return []
    return [Span("disponible sur : "), Span(source.url, link=source.url), *_access(source.accessed)]


def _access(accessed: Date | None) -> Piece:
    return [Span(f" (consulté {_on(accessed)})")] if accessed else []


def _on(date_: Date) -> str:
    """Return « le 3 mars 2025 », « en mars 2025 »."""
    spelled = format_date(date_)
    exact = date_.start is not None and date_.start.day is not None and not date_.interval
    if date_.approximate or date_.interval:
        return spelled
    return f"le {spelled}" if exact else f"en {spelled}"
