"""The whole use case in one function: a dossier and an audience make a briefing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from briefing.assembling.annex import annex
from briefing.assembling.apparatus import Apparatus
from briefing.assembling.chronology import chronology
from briefing.assembling.digest import LeftOut, digest, told_short
from briefing.assembling.figures import figures
from briefing.assembling.functions import by_function, names_functions
from briefing.assembling.introduction import blocks, introduction
from briefing.assembling.key_points import key_points
from briefing.assembling.mail import highlights, mail_digest
from briefing.assembling.marking import highest_mark
from briefing.assembling.method import method
from briefing.assembling.naming_used import with_used_names
from briefing.assembling.own_sections import ordered, own_section
from briefing.assembling.parts import boxes, cover, illustrations
from briefing.assembling.positions import PositionBook, matrix, positions_by_party
from briefing.assembling.pull_quotes import pull_quotes, with_key_quotations
from briefing.assembling.sides import divergences, questions
from briefing.assembling.wording import written
from briefing.clearing import clear, cleared_evidence
from briefing.model.audience import Audience, Depth, NoteStyle
from briefing.model.briefing import Briefing, Draft, Event, Position
from briefing.model.dates import Date
from briefing.model.dossier import Dossier
from briefing.model.verification import Evidence


def assemble(
    dossier: Dossier,
    audience: Audience,
    *,
    date: Date | None = None,
    evidence: Evidence | None = None,
    draft: Draft | None = None,
) -> Briefing:
    """Assemble `dossier` for `audience`, dated `date` or as the dossier says.

    `evidence` tells how each quotation stands in its document; without it, nothing is said of
    that. A `draft` may hold errors, and says so on every page.

    It is assembled of what `audience` may see: nothing else of `dossier` reaches a briefing.
    Sections are assembled in the audience's order, since notes and sources are numbered as a
    reader meets them; a section left out calls no note.
    """
    cleared = clear(dossier, audience)
    dossier = by_function(cleared.dossier) if names_functions(audience) else cleared.dossier
    evidence = cleared_evidence(evidence, dossier, audience)
    dossier = with_key_quotations(dossier, audience.product.quotations, evidence)
    dossier, left_out = _cut(dossier, audience)
    audience = replace(audience, sections=ordered(dossier.sections, audience))
    apparatus = Apparatus(dossier, evidence, draft=draft is not None, audience=audience)
    briefing = replace(_masthead(dossier, audience, date), left_out=left_out)
    briefing = replace(briefing, foreword=blocks(cleared.foreword, apparatus))
    for name in audience.sections:
        briefing = _with_section(briefing, name, dossier, apparatus)
    whole = replace(
        briefing,
        draft=Draft() if draft and audience.is_restricted else draft,  # faults are of all files
        sources=apparatus.bibliography(),
        annex=annex(dossier, apparatus) if audience.product.annex else (),
        notes=apparatus.notes,
        method=method(dossier, briefing.key_points, evidence, others=_noted_apart(briefing)),
    )
    whole = told_short(whole) if audience.product.digest else whole
    named = with_used_names(written(_with_extracts(whole, dossier), audience.naming))
    return replace(named, tlp=highest_mark(named, dossier, cleared.foreword))


def _cut(dossier: Dossier, audience: Audience) -> tuple[Dossier, LeftOut]:
    """Return what of `dossier` the product of `audience` holds, and what it leaves out."""
    if audience.product.digest:
        return digest(dossier, audience.sections)
    return mail_digest(dossier) if audience.product.mail else dossier, ()


def _with_extracts(briefing: Briefing, dossier: Dossier) -> Briefing:
    """Return `briefing` with the extracts of the dossier, if it leaves out nothing of it."""
    whole = (
        briefing.depth is Depth.ALL
        and briefing.note_style is NoteStyle.FULL
        and set(briefing.sections).issuperset((*_SECTIONS, *(s.id for s in dossier.sections)))
    ) or (bool(briefing.annex) and briefing.note_style is not NoteStyle.SHORT)
    printed = tuple(entry.extract for note in briefing.notes for entry in note.entries)
    return replace(briefing, whole=whole, extracts=dossier.extracts if whole else printed)


def _noted_apart(briefing: Briefing) -> Iterator[Position | Event]:
    """Yield what calls notes in the detail: positions, dated facts."""
    for party in briefing.positions:
        for held in party.issues:
            yield from held.positions
    yield from briefing.events


def _masthead(dossier: Dossier, audience: Audience, date: Date | None) -> Briefing:
    """Return a briefing without its sections."""
    return Briefing(
        title=dossier.title,
        subtitle=dossier.subtitle,
        collection=dossier.collection,
        genre=dossier.genre,
        publisher=dossier.publisher,
        authors=dossier.authors,
        date=date or dossier.date,
        language=dossier.language,
        told_text_language=dossier.told_text_language,
        audience=audience.id,
        audience_name=audience.name,
        template=audience.template,
        sections=audience.sections,
        legal=dossier.legal,
        cover=cover(dossier),
        parties=dossier.parties,
        issues=dossier.issues,
        people=dossier.people,
        acronyms=dossier.acronyms,
        typography=dossier.typography,
        citation_style=dossier.citation_style,
        depth=audience.depth,
        note_style=audience.notes,
        headings=tuple(audience.headings.items()),
        contact=audience.contact,
        embargo=audience.embargo,
        mailing=dossier.mailing if audience.product.mail else None,
    )


def _with_positions(briefing: Briefing, dossier: Dossier, apparatus: Apparatus) -> Briefing:
    book = PositionBook(dossier, apparatus)
    if apparatus.mailed:
        return replace(briefing, highlights=highlights(dossier, book))
    table = matrix(dossier, book)
    shown = table if table.rows and table.parties else None
    detail = positions_by_party(dossier, book) if apparatus.details else ()
    return replace(briefing, matrix=shown, positions=detail)


def _with_section(
    briefing: Briefing, name: str, dossier: Dossier, apparatus: Apparatus
) -> Briefing:
    """Add a section, ours or one of the dossier's, and what follows it."""
    if name in _SECTIONS:
        briefing = _SECTIONS[name](briefing, dossier, apparatus)
    made = tuple(own_section(s, apparatus) for s in dossier.sections if s.id == name)
    briefing = replace(briefing, own_sections=briefing.own_sections + made)
    return _with_parts(briefing, name, dossier, apparatus)


def _with_parts(briefing: Briefing, place: str, dossier: Dossier, apparatus: Apparatus) -> Briefing:
    """Add what follows a section; without that section, it is left out as well."""
    return replace(
        briefing,
        illustrations=briefing.illustrations + illustrations(dossier, apparatus, place),
        boxes=briefing.boxes + boxes(dossier, apparatus, place),
    )


_SECTIONS: Final[dict[str, Callable[[Briefing, Dossier, Apparatus], Briefing]]] = {
    "points-clés": lambda b, d, a: replace(b, key_points=key_points(d, a)),
    "chapeau": lambda b, d, a: replace(
        b, introduction=introduction(d, a), pull_quotes=pull_quotes(d, a)
    ),
    "chiffres": lambda b, d, a: replace(b, figures=figures(d, a)),
    "positions": _with_positions,
    "chronologie": lambda b, d, a: replace(b, events=chronology(d, a)),
    "divergences": lambda b, d, a: replace(b, divergences=divergences(d, a)),
    "questions": lambda b, d, a: replace(b, questions=questions(d, a)),
}
"""How each section of an audience is filled; the others need nothing but the rest."""
