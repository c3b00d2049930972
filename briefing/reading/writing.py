"""A fiche back to text: reading what is written gives the same fiche."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model.dates import Date
from briefing.model.extract import Extract, Speaker
from briefing.model.source import Source
from briefing.model.text import RichText, Span
from briefing.model.vocabulary import Dating
from briefing.reading.fiche import Fiche

_SPECIAL = re.compile(r"([\\`*_\[\]<>&!~])")
_EDGE = re.compile(r"\A\s|\s\Z")
"""A space that a heading or a tag would lose."""

_ATTRIBUTES = ("strong", "emphasis", "link")
"""What a run of spans may have in common."""

Pair = tuple[str, str]
"""A key of a fiche and its value; an empty value isn't written."""


def write_fiche(fiche: Fiche) -> str:
    """Return the text of `fiche`, keys in their canonical order."""
    parts = [_write_source(fiche.source), *map(write_extract, fiche.extracts)]
    return "\n".join(parts)


def append_extract(text: str, extract: Extract) -> str:
    """Return `text` with `extract` at its end, every other character as it was."""
    newline = next((end for end in ("\r\n", "\n", "\r") if end in text), "\n")
    gap = next(newline * n for n in range(3) if (text + newline * n).endswith(newline * 2))
    return text + gap + write_extract(extract).replace("\n", newline)


def write_extract(extract: Extract) -> str:
    """Return one extract as the fiche holds it."""
    lines = [f"## {write_prose(extract.statement)}", f"> {extract.quotation}"]
    lines += _tag_lines(_extract_pairs(extract))
    if extract.comment:
        lines += ["", extract.comment]
    return "\n".join(lines) + "\n"


def write_prose(text: RichText) -> str:
    """Return prose as Markdown."""
    return _EDGE.sub(lambda space: f"&#{ord(space[0])};", _write_spans(text, frozenset()))


def _write_source(source: Source) -> str:
    title = f"[{source.title}]" if source.title_supplied else source.title
    comment = ["", source.comment] if source.comment else []
    return "\n".join([f"# {title}", *_tag_lines(_source_pairs(source)), *comment]) + "\n"


def _tag_lines(pairs: Iterator[Pair]) -> list[str]:
    return [f"- {key} : {value}" for key, value in pairs if value]


def _source_pairs(source: Source) -> Iterator[Pair]:
    yield "type", source.type or ""
    yield "auteur", " ; ".join(name for name in source.authors if name not in source.bodies)
    yield "organisme", " ; ".join(source.bodies)
    yield "direction", " ; ".join(source.editors)
    yield "traducteur", " ; ".join(source.translators)
    yield "intervieweur", " ; ".join(source.interviewers)
    yield "compte", source.account
    yield "dans", source.container
    yield "volume", source.volume
    yield "numéro", source.number
    yield "édition", source.edition
    yield "événement", source.event
    yield "lieu", source.place
    yield "éditeur", source.publisher
    yield "collection", source.collection
    yield "pages", source.pages
    yield from _dates(source.date, source.dating)
    yield "document", source.document
    yield "url", source.url
    yield "consulté", source.accessed.edtf if source.accessed else ""
    yield "isbn", source.isbn
    yield "doi", source.doi
    yield "identifiant", source.identifier
    yield "clé", source.key
    yield "langue", source.language
    yield "abrégé", source.label
    yield "fiabilité", source.reliability or ""
    yield "tlp", source.tlp or ""
    yield "note", source.note


def _extract_pairs(extract: Extract) -> Iterator[Pair]:
    yield "id", extract.id.partition("#")[2]
    yield "nature", ", ".join(extract.kinds)
    yield "partie", ", ".join(extract.parties)
    yield "enjeu", ", ".join(extract.issues)
    yield "locuteur", _speaker(extract.speaker)
    yield "voix", extract.voice or ""
    yield "via", ", ".join(extract.via)
    yield "statut", extract.status or ""
    yield from _dates(extract.date, extract.dating)
    yield "appuie", ", ".join(extract.supports)
    yield "bref", write_prose(extract.brief)
    yield "chiffre", extract.figure
    yield "exergue", "oui" if extract.pulled else ""
    yield "véracité", extract.credibility or ""
    yield "vraisemblance", extract.likelihood or ""
    yield "tlp", extract.tlp or ""
    yield "page", extract.page
    yield "repère", extract.locator
    yield "langue", extract.language
    yield "traduction", "oui" if extract.translated else ""
    yield "note", extract.note


def _dates(date: Date | None, dating: Dating) -> Iterator[Pair]:
    yield "date", date.edtf if date else ""
    yield "datation", dating if dating is Dating.INFERRED else ""


def _speaker(speaker: Speaker | None) -> str:
    if speaker is None:
        return ""
    if speaker.anonymous:
        return f"anonyme, {speaker.name}" if speaker.name else "anonyme"
    return f"{speaker.name}, {speaker.role}" if speaker.role else speaker.name


def _write_spans(spans: RichText, opened: frozenset[str]) -> str:
    """Write `spans`, the mark that reaches furthest outermost; those in `opened` stand already."""
    written = ""
    while spans:
        runs = {mark: _run(spans, mark) for mark in _ATTRIBUTES if mark not in opened}
        mark = max(runs, key=lambda name: runs[name], default="")
        length = runs.get(mark, 0)
        if length:
            inner = _write_spans(spans[:length], opened | {mark})
            before, after = _marks(mark, spans[0].link, beside=written[-2:])
            written += before + inner + after
        else:
            written += _write_span(spans[0])
        spans = spans[length or 1 :]
    return written


def _marks(name: str, link: str, *, beside: str) -> tuple[str, str]:
    """Return what stands before and after a run, other stars than those right `beside` it."""
    if name == "link":
        return "[", f"](<{link}>)"
    star = "_" if beside.endswith("*") and beside != r"\*" else "*"
    mark = star if name == "emphasis" else star * 2
    return mark, mark


def _run(spans: RichText, mark: str) -> int:
    """Return how many of the first spans bear `mark`; a citation between two of them may."""
    length = 0
    for index, span in enumerate(spans):
        if getattr(span, mark) and getattr(span, mark) == getattr(spans[0], mark):
            length = index + 1
        elif not span.citations:
            break
    return length


def _write_span(span: Span) -> str:
    if span.citations:
        return f"[{'; '.join(f'@{id_}' for id_ in span.citations)}]"
    return _SPECIAL.sub(r"\\\1", span.text)
