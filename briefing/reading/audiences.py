"""For whom editions are made: `[publics.NOM]`, on the ground of what is built in."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeVar

from briefing.model.audience import Anonymous, Audience, Depth, NoteStyle
from briefing.model.finding import message
from briefing.model.naming import Naming
from briefing.model.text import Paragraph
from briefing.model.theme import NamedTheme
from briefing.model.vocabulary import Tlp
from briefing.reading.built_in_audiences import BUILT_IN, COMPLETE, MAILED, SECTIONS
from briefing.reading.contradictions import tell_contradictions
from briefing.reading.findings import did_you_mean, error, fold, warning
from briefing.reading.languages import frame_language
from briefing.reading.marks import marked
from briefing.reading.prose import parse_located_blocks
from briefing.reading.tables import Table
from briefing.reading.tags import members_of

__all__ = ["BUILT_IN", "COMPLETE", "FORMATS", "SECTIONS", "read_audience", "read_theme_name"]

FORMATS: Final = ("pdf", "html", "eml", "newsletter")
FILE_FIELDS: Final = ("titre", "public", "langue", "date")
"""What a pattern of file names may hold between braces."""
_FIELD: Final = re.compile(r"\{([^{}]*)\}")
_SAFE: Final = re.compile(r"(?:[A-Za-z0-9_-]|\{[^{}]*\})+")
_ALIKE: Final = 0.8
"""From which ratio of `difflib` on a name is taken for a misspelling of another."""
_TEMPLATE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")

Choice = TypeVar("Choice", bound=StrEnum)


def read_audience(name: str, table: Table, known: tuple[str, ...] = SECTIONS) -> Audience:
    """Read `[publics.NAME]`; what it leaves out is as in the built-in audience of that name.

    Without one, as in `complet`, but for what is marked: it then sees nothing above `clear`.
    `known` are the names of all sections that there are.
    """
    ground = BUILT_IN.get(name) or Audience(name, name, COMPLETE.template, SECTIONS)
    template = _template(table, ground.template)
    audience = replace(
        ground,
        name=table.text("nom") or ground.name,
        template=template,
        product=BUILT_IN.get(template, ground).product,
        sections=_known(table, "sections", known, ground.sections),
        ordered=table.has("sections"),
        formats=_known(table, "formats", FORMATS, ground.formats),
        naming=_choice(table, "noms", Naming, ground.naming),
        theme=read_theme_name(table),
        clearance=_choice(table, "tlp", Tlp, ground.clearance),
        anonymous=_choice(table, "anonymes", Anonymous, ground.anonymous),
        depth=_choice(table, "profondeur", Depth, ground.depth),
        rating=_flag(table, "cotation", default=ground.rating),
        language=frame_language(table, default=ground.language),
        file=_file(table) or ground.file,
        pages=_pages(table, ground.pages),
        foreword=_foreword(table) or ground.foreword,
        contact=table.texts("contact") or ground.contact,
        embargo=table.text("embargo").strip() or ground.embargo,
        mailed=_known(table, "courriel", MAILED, ground.mailed),
    )
    headings = _headings(table, audience, known)
    audience = replace(audience, notes=_notes(table, audience), headings=headings)
    tell_contradictions(audience, table)
    _tell_misspelt(name, table)
    table.close()
    return audience


def _tell_misspelt(name: str, table: Table) -> None:
    """Warn of an audience whose name is all but that of a built-in one: it would be `complet`."""
    if name in BUILT_IN or table.has("gabarit"):
        return
    for other in get_close_matches(fold(name), BUILT_IN, n=1, cutoff=_ALIKE):
        said = message("the audience “{name}” isn't the built-in “{other}”", name=name, other=other)
        hint = message(
            'write [publics.{other}]; if it is another one, gabarit = "complet" says so',
            other=other,
        )
        table.file.findings.append(warning("BR323", table.file.path, table.line(), said, hint))


def read_theme_name(table: Table) -> NamedTheme:
    """Read `theme = "…"`; that there is one of this name, the disk knows."""
    name = table.text("thème").strip()
    return NamedTheme(name, table.line("thème")) if name else NamedTheme()


def _template(table: Table, default: str) -> str:
    """Read `gabarit`, the name of a folder; that there is one, those know who look for it."""
    name = table.text("gabarit").strip()
    if not name or _TEMPLATE.fullmatch(name):
        return name or default
    table.fault(
        "BR322",
        "gabarit",
        "“{name}” can't be the name of a template",
        "it is that of a folder: letters without accents, digits, hyphens",
        name=name,
    )
    return default


def _known(
    table: Table, key: str, known: tuple[str, ...], default: tuple[str, ...]
) -> tuple[str, ...]:
    names = {fold(name): name for name in known}
    chosen = []
    for value in table.texts(key):
        if fold(value) in names:
            chosen.append(names[fold(value)])
        else:
            _tell_unknown(table, key, value, known)
    return tuple(dict.fromkeys(chosen)) or default


def _choice(table: Table, key: str, kind: type[Choice], default: Choice) -> Choice:
    """Read one of the values of `kind`."""
    value = table.text(key).strip()
    chosen = members_of(kind).get(fold(value))
    if value and chosen is None:
        _tell_unknown(table, key, value, tuple(member.value for member in kind))
    return chosen or default


def _tell_unknown(table: Table, key: str, value: str, known: tuple[str, ...]) -> None:
    text = message("unknown value “{name}” for “{key}”", name=value, key=key)
    hint = did_you_mean(value, known)
    table.file.findings.append(error("BR204", table.file.path, table.line(key), text, hint))


def _flag(table: Table, key: str, *, default: bool) -> bool:
    given = table.flag(key)
    return default if given is None else given


def _notes(table: Table, audience: Audience) -> NoteStyle:
    """Read `notes`, which may also be true or false; where nothing is quoted, there are none."""
    default = NoteStyle.NONE if audience.depth is Depth.NONE else audience.notes
    if table.is_false("notes"):
        return NoteStyle.NONE
    if table.is_true("notes"):
        return NoteStyle.FULL
    return _choice(table, "notes", NoteStyle, default)


def _pages(table: Table, default: int) -> int:
    given = table.number("pages", "1")
    if given is None:
        return default
    if given < 1 or given % 1:
        table.fault("BR330", "pages", "“{key}” must be a whole number of pages", key="pages")
        return default
    return int(given)


def _file(table: Table) -> str:
    """Read `fichier`, a pattern of file names; nothing of it may lead out of the folder."""
    pattern = table.text("fichier").strip()
    if not pattern:
        return ""
    unknown = [name for name in _FIELD.findall(pattern) if name not in FILE_FIELDS]
    if unknown:
        text = message("unknown field “{name}” in “{key}”", name=unknown[0], key="fichier")
        hint = did_you_mean(unknown[0], FILE_FIELDS)
        table.file.findings.append(
            error("BR322", table.file.path, table.line("fichier"), text, hint)
        )
        return ""
    if _SAFE.fullmatch(pattern):
        return pattern
    table.fault(
        "BR322",
        "fichier",
        "“{name}” can't be the pattern of a file name",
        'letters without accents, digits, hyphens and fields, no suffix: "{{date}}-{{titre}}"',
        name=pattern,
    )
    return ""


def _headings(
    table: Table, audience: Audience, known: tuple[str, ...]
) -> MappingProxyType[str, str]:
    """Read `[publics.X.intitules]`: what sections are called here."""
    inner = table.table("intitulés")
    names = {fold(section): section for section in known}
    found = dict(audience.headings)
    for key in inner.names():
        text = inner.text(key).strip()
        section = names.get(fold(key))
        if section is None:
            unknown = message("unknown key “{key}”", key=key)
            hint = did_you_mean(key, known)
            table.file.findings.append(
                error("BR201", table.file.path, inner.line(key), unknown, hint)
            )
        elif text:
            found[section] = text
    inner.close()
    return MappingProxyType(found)


def _foreword(table: Table) -> tuple[Paragraph, ...]:
    """Read `avant-propos`; each of its paragraphs is told at the line of the key."""
    located = parse_located_blocks(table.text("avant-propos"))
    line = table.line("avant-propos")
    paragraphs = [replace(paragraph, line=line) for paragraph, _ in located]
    return tuple(marked(paragraphs, table.file.path, table.file.findings))
