"""BibTeX, through bibtexparser (the extra `bib`): each entry becomes a CSL entry, then a source."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from briefing.errors import MachineError
from briefing.model.finding import Finding, message
from briefing.model.source import Source
from briefing.reading.csl.entries import CslEntry
from briefing.reading.csl.fields import csl_source
from briefing.reading.findings import warning

if TYPE_CHECKING:
    from bibtexparser.model import Entry, Field, ParsingFailedBlock

_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "article": "article-journal",
        **dict.fromkeys(("book", "mvbook", "collection", "proceedings", "booklet"), "book"),
        **dict.fromkeys(
            ("incollection", "inbook", "inproceedings", "conference", "inreference"), "chapter"
        ),
        **dict.fromkeys(("report", "techreport", "manual"), "report"),
        **dict.fromkeys(("phdthesis", "thesis", "mastersthesis"), "thesis"),
        **dict.fromkeys(("online", "electronic", "www"), "webpage"),
        **dict.fromkeys(("legislation", "jurisdiction", "legal"), "legislation"),
        **dict.fromkeys(("video", "audio", "movie"), "broadcast"),
    }
)
_FIELDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "container-title": ("journaltitle", "journal", "booktitle"),
        "publisher": ("publisher", "institution", "school", "organization"),
        "publisher-place": ("address", "location"),
        "collection-title": ("series",),
        "volume": ("volume",),
        "issue": ("number", "issue"),
        "page": ("pages",),
        "number-of-pages": ("pagetotal",),
        "edition": ("edition",),
        "event-title": ("eventtitle",),
        "DOI": ("doi",),
        "URL": ("url",),
        "ISBN": ("isbn",),
        "language": ("langid", "language"),
        "accessed": ("urldate",),
    }
)
_LANGUAGES: Final = {"english": "en", "french": "fr", "german": "de", "russian": "ru"}
_RAW: Final = frozenset({"url", "doi", "urldate", "date"})
_PEOPLE: Final = ("author", "editor", "translator")
_EMPHASIS: Final = re.compile(r"\\(?:emph|textit)\{([^{}]*)\}")


def read_bibtex(text: str, path: str) -> tuple[dict[str, Source], list[Finding]]:
    """Return the sources of a BibTeX or BibLaTeX file by key.

    Raises `MachineError` naming the extra if bibtexparser isn't installed.
    """
    entries, failed = _parsed(text, path)
    findings = [
        warning(
            "BR342",
            path,
            (block.start_line or 0) + 1,
            message("an entry of the bibliography can't be read as BibTeX"),
            message("look for a missing brace or quotation mark, or a key that stands twice"),
        )
        for block in failed
    ]
    sources = {}
    for item in entries:
        entry = CslEntry(path, (item.start_line or 0) + 1, _csl(item))
        sources[item.key] = csl_source(entry, item.key)
        findings += entry.findings
    return sources, findings


def _parsed(text: str, path: str) -> tuple[list[Entry], list[ParsingFailedBlock]]:
    try:
        from bibtexparser import middlewares
        from bibtexparser.entrypoint import parse_string
    except ImportError as fault:
        raise MachineError(
            message(
                "reading “{name}” needs the extra “{extra}” of briefing", name=path, extra="bib"
            ),
            message("install it: pip install 'briefing[{extra}]'", extra="bib"),
        ) from fault
    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
    logging.getLogger("bibtexparser").propagate = False
    parsed = parse_string(
        text, append_middleware=[middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()]
    )
    return parsed.entries, parsed.failed_blocks


def _csl(item: Entry) -> dict[str, Any]:
    """Return a CSL entry for one of BibTeX."""
    values = {field.key.casefold(): _decoded(field) for field in item.fields}
    csl: dict[str, Any] = {
        name: next((values[key] for key in keys if values.get(key)), None)
        for name, keys in _FIELDS.items()
    }
    parts = (values.get("title"), values.get("subtitle"))
    csl["title"] = " : ".join(str(part) for part in parts if part)
    csl["type"] = _TYPES.get(item.entry_type.casefold(), "document")
    csl["issued"] = _issued(values)
    csl["language"] = _LANGUAGES.get(str(csl["language"]).casefold(), csl["language"])
    csl |= {role: [_person(name) for name in values.get(role) or ()] for role in _PEOPLE}
    return csl


def _decoded(field: Field) -> Any:  # noqa: ANN401 - a list of names, or a text
    """Return the value of a field, LaTeX decoded; an address is none."""
    name = field.key.casefold()
    return _plain(field.value) if isinstance(field.value, str) and name not in _RAW else field.value


def _plain(latex: str) -> str:
    from pylatexenc.latex2text import LatexNodes2Text

    marked = _EMPHASIS.sub(r"<i>\1</i>", latex)
    return str(LatexNodes2Text(keep_comments=True).latex_to_text(marked))


def _issued(values: Mapping[str, Any]) -> str:
    """Return BibLaTeX's `date`, else BibTeX's `year` and `month`, as EDTF."""
    if values.get("date"):
        return str(values["date"])
    month = str(values.get("month") or "").strip().casefold()[:3]
    number = _MONTHS.get(month, int(month) if month.isdigit() else 0)
    year = str(values.get("year") or "")
    return f"{year}-{number:02}" if year and number else year


_MONTHS: Final = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}


def _person(name: Any) -> dict[str, str]:  # noqa: ANN401 - untyped where names aren't split
    """Return a CSL name; one in braces is a body's."""
    family = " ".join((*name.von, *name.last, *name.jr))
    whole = not name.first and family.startswith("{") and family.endswith("}")
    if whole:
        return {"literal": _plain(family[1:-1])}
    return {"family": _plain(family), "given": _plain(" ".join(name.first))}
