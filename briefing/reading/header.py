"""The header of a fiche: the reference of its document."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.model.finding import Finding, message
from briefing.model.source import Source
from briefing.model.vocabulary import Dating, Reliability, SourceType, Tlp
from briefing.reading.bibliography import Bibliography, complete
from briefing.reading.blocks import Block
from briefing.reading.findings import did_you_mean, error, fold, warning
from briefing.reading.tags import TagReader

HEADER_KEYS = (
    "type",
    "auteur",
    "organisme",
    "direction",
    "traducteur",
    "intervieweur",
    "compte",
    "dans",
    "volume",
    "numéro",
    "édition",
    "événement",
    "lieu",
    "éditeur",
    "collection",
    "pages",
    "date",
    "datation",
    "document",
    "url",
    "consulté",
    "isbn",
    "doi",
    "identifiant",
    "clé",
    "langue",
    "abrégé",
    "fiabilité",
    "tlp",
    "note",
)
_HEADER_NAMES = {fold(key): key for key in HEADER_KEYS}
_NO_BIBLIOGRAPHY = message('name one in dossier.toml: bibliographie = "zotero.json"').template
_AND_ANOTHER = re.compile(r"[^\s,]+(?: [^\s,]+)+, [^\s,]+(?: [^\s,]+)+\Z")
"""Two names of at least two words each."""
_DOI = re.compile(r"(?:\A|/|\s|:)10\.\d{4,9}/\S")


def read_header(
    block: Block,
    id_: str,
    path: str,
    bibliography: Bibliography | None,
    findings: list[Finding],
) -> Source:
    """Read what stands under the title: the reference of the document `id_`.

    `bibliography` completes a header that names a key; without one, keys are taken as they stand.
    """
    tags = TagReader(block, _HEADER_NAMES, path, findings)
    source = _header_source(tags, id_)
    return source if bibliography is None else _completed(source, tags, bibliography)


def _header_source(tags: TagReader, id_: str) -> Source:
    block = tags.block
    if block.quotation:
        tags.fault(
            "BR213",
            block.quotation_line,
            "a quotation before the first statement",
            "put “## ” and the statement above it",
        )
    bodies = tuple(name for name, _ in tags.items("organisme", ";"))
    supplied = block.heading.startswith("[") and block.heading.endswith("]")
    source = Source(
        id=id_,
        title=block.heading[1:-1].strip() if supplied else block.heading,
        type=tags.choice("type", SourceType),
        title_supplied=supplied,
        authors=tuple(author for author in _people(tags, "auteur") if author not in bodies)
        + bodies,
        bodies=bodies,
        editors=_people(tags, "direction"),
        translators=_people(tags, "traducteur"),
        interviewers=_people(tags, "intervieweur"),
        account=tags.text("compte"),
        date=tags.date("date"),
        dating=tags.choice("datation", Dating) or Dating.GIVEN,
        document=tags.text("document"),
        document_line=tags.line("document") if tags.text("document") else 0,
        key=tags.text("clé"),
        language=tags.text("langue"),
        label=tags.text("abrégé"),
        reliability=tags.choice("fiabilité", Reliability),
        tlp=tags.choice("tlp", Tlp),
        note=tags.text("note"),
        comment="\n".join(block.comment).rstrip(),
        path=tags.path,
        line=block.line,
    )
    return _published(source, tags)


def _published(source: Source, tags: TagReader) -> Source:
    """Return `source` with where it appeared, and where it is found."""
    return replace(
        source,
        container=tags.text("dans"),
        volume=tags.text("volume"),
        number=tags.text("numéro"),
        edition=tags.text("édition"),
        event=tags.text("événement"),
        place=tags.text("lieu"),
        publisher=tags.text("éditeur"),
        collection=tags.text("collection"),
        pages=tags.text("pages"),
        url=tags.text("url"),
        accessed=tags.date("consulté"),
        isbn=tags.text("isbn"),
        doi=_doi(tags),
        identifier=tags.text("identifiant"),
    )


def _people(tags: TagReader, key: str) -> tuple[str, ...]:
    """Return the people of `key`; warns where commas seem to part them."""
    people = tags.items(key, ";")
    for name, line in people:
        if _AND_ANOTHER.match(name):
            text = message("“{name}” is read as one person, surname first", name=name)
            hint = message("part several people by “;”: - {key} : Anne Un ; Paul Deux", key=key)
            tags.findings.append(warning("BR217", tags.path, line, text, hint))
    return tuple(name for name, _ in people)


def _doi(tags: TagReader) -> str:
    value = tags.text("doi")
    if value and not _DOI.search(value):
        tags.fault(
            "BR218",
            tags.line("doi"),
            "“{value}” isn't a DOI",
            "a DOI begins with “10.” and holds a slash: 10.1000/182",
            value=value,
        )
    return value


def _completed(source: Source, tags: TagReader, bibliography: Bibliography) -> Source:
    """Return `source` with what its header leaves out and the bibliography knows."""
    if not source.key:
        return source
    entry = bibliography.get(source.key)
    if entry is None:
        text = message("the bibliography has no entry “{key}”", key=source.key)
        hint = did_you_mean(source.key, bibliography) if bibliography else message(_NO_BIBLIOGRAPHY)
        tags.findings.append(error("BR408", tags.path, tags.line("clé"), text, hint))
        return source
    return complete(source, entry)
