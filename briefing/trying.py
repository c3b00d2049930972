"""Trying templates out: rendered with little, with much, and with what would break them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any, Final

from briefing.api import assemble, assemble_mail, find_audience, read_dossier, require_sound
from briefing.confinement import Limits, confined
from briefing.errors import BriefingError, DossierError, FaultyTemplateError
from briefing.houses import dress, entry_of, require_template
from briefing.model.briefing import Briefing
from briefing.model.citation_style import CitationStyle
from briefing.model.dates import Date
from briefing.model.finding import Finding, message
from briefing.model.mail import TRIAL, Mail
from briefing.model.templates import MAIL, MAIL_TEXT, Origin, Templates
from briefing.model.typography import Typography
from briefing.producing import Job
from briefing.reading.findings import error
from briefing.resources import starter_folder
from briefing.themes import built_in_theme

_KEPT: Final = frozenset(
    "id anchor audience language told_text_language template sections role see stop variant".split()
)
"""Fields that no analyst words: names of ours, ids, languages."""
_PLAIN: Final = (Enum, Date, CitationStyle, Typography)
_TRAP: Final = "<x-trap-{number}>\"'{{{{ 7*7 }}}}</script>"
_SPRUNG: Final = re.compile(r"<x-trap-(\d+)>")
FORMATS: Final = ("html", "pdf")


def try_out(name: str, templates: Templates, limits: Limits) -> list[Finding]:
    """Return what goes wrong when the template `name` is rendered with three samples."""
    entry = entry_of(name, templates).path
    ours = require_template(name, templates).origin is Origin.BUILT_IN
    try:
        theme = dress(built_in_theme(), name, templates)
    except DossierError as fault:
        return list(fault.findings)
    found: list[Finding] = []
    for kind, briefing, traps in () if ours else samples(name):
        for format_ in FORMATS if kind == "full" else FORMATS[:1]:
            job = Job(briefing, format_, theme, templates, f"{name} ({kind}).{format_}")
            found += _tried(job, limits, entry, traps)
    if {f"{name}/{file}" for file in (MAIL, MAIL_TEXT)} & templates.texts_by_name().keys():
        own = templates.find(f"{name}/{MAIL}") or templates.find(f"{name}/{MAIL_TEXT}")
        entry = own[1].path if own else entry
        for kind, briefing, traps in samples(name, mail=True):
            title = f"{name} ({kind}).{MAIL.removesuffix('.j2')}"
            letter = Mail(briefing, b"", f"{name}.pdf", 1, title)
            job = Job(briefing, TRIAL, theme, templates, title, letter)
            found += _tried(job, limits, entry, traps)
    return distinct(found)


def distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings without those that say the same of the same place."""
    told = {(f.code, f.path, f.line, str(f.message)): f for f in findings}
    return list(told.values())


def _tried(job: Job, limits: Limits, entry: str, traps: Mapping[int, str]) -> Iterator[Finding]:
    try:
        made = confined(job, limits)
    except FaultyTemplateError as fault:
        yield fault.finding
        return
    except BriefingError as fault:
        yield error("BR809", entry, 0, fault.message, fault.hint)
        return
    yield from made.findings
    if job.format in ("html", TRIAL):
        sprung = dict.fromkeys(int(n) for n in _SPRUNG.findall(made.data.decode()))
        for number in sprung:
            said = message("“{name}” is printed without escaping", name=traps.get(number, ""))
            hint = message("leave “safe” out, and set texts by our filters")
            yield error("BR806", entry, 0, said, hint)


def samples(
    template: str, *, mail: bool = False
) -> Iterator[tuple[str, Briefing, Mapping[int, str]]]:
    """Yield a tiny, a full and a hostile briefing; of the last, the field of each trap.

    Or their e-mails.
    """
    dossier = require_sound(read_dossier(starter_folder()))
    audience = replace(find_audience(dossier, "complet"), template=template)
    full = assemble(dossier, audience)
    full = assemble_mail(dossier, audience, full) if mail else full
    bare = Briefing(
        title="Essai",
        subtitle="",
        collection="",
        genre="",
        publisher="",
        authors=(),
        date=None,
        language=full.language,
        audience=full.audience,
        audience_name=full.audience_name,
        template=template,
        sections=full.sections,
    )
    yield "tiny", bare, {}
    yield "full", full, {}
    traps = _Traps({}, {})
    yield "hostile", traps.set_in(full, "briefing"), traps.places


@dataclass(frozen=True, slots=True)
class _Traps:
    """Traps by number: one for each text, so that what is named twice bears one name."""

    places: dict[int, str]
    numbers: dict[str, int]

    def set_in(self, value: Any, place: str) -> Any:  # noqa: ANN401 - any value of a briefing
        """Return `value` with a trap in each text that an analyst words."""
        if isinstance(value, _PLAIN):
            return value
        if isinstance(value, str):
            return self._text(value, place) if value else value
        if isinstance(value, tuple) and not hasattr(value, "_fields"):
            return tuple(self.set_in(item, place) for item in value)
        if is_dataclass(value) and not isinstance(value, type):
            changes = {
                field.name: self.set_in(getattr(value, field.name), f"{place}.{field.name}")
                for field in fields(value)
                if field.name not in _KEPT and field.init
            }
            return replace(value, **changes)
        return value

    def _text(self, text: str, place: str) -> str:
        number = self.numbers.setdefault(text, len(self.numbers))
        self.places.setdefault(number, place)
        return f"{text} {_TRAP.format(number=number)}"
