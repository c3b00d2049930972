"""A dossier without what an audience may not see: nothing downstream knows that it was there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from briefing.clearing.hidden import Hidden, hidden_from, is_withheld
from briefing.clearing.items import ItemClearer
from briefing.clearing.parts import ClearedParts, clear_parts
from briefing.clearing.places import without_lines
from briefing.clearing.prose import ClearedProse, clear_prose
from briefing.clearing.sections import ClearedSections, clear_sections
from briefing.clearing.withheld import Consequence, Going, Withheld
from briefing.model.audience import Anonymous, Audience
from briefing.model.dossier import CheckSettings, DeclaredItem, Dossier
from briefing.model.extract import Extract, Speaker
from briefing.model.source import Source
from briefing.model.text import Paragraph


@dataclass(frozen=True, slots=True)
class Cleared:
    """A dossier for one audience, and what it isn't told."""

    dossier: Dossier
    """As if what is withheld had never existed."""
    withheld: Withheld
    foreword: tuple[Paragraph, ...] = ()
    """That of the audience, cleared as well."""


def clear(dossier: Dossier, audience: Audience) -> Cleared:
    """Return `dossier` as `audience` may see it.

    The frame is in its language, ratings go if it isn't shown any, and places in files, which
    count what stood above them, are told to those alone from whom nothing can be withheld.
    """
    hidden = hidden_from(audience, dossier)
    items = ItemClearer(audience, hidden)
    seen = _framed(items.cleared(dossier), audience)
    left: tuple[DeclaredItem, ...] = (*seen.key_points, *seen.positions, *seen.questions)
    supported = {item.id for item in left}
    introduction = clear_prose(
        dossier.introduction, audience, hidden.extracts, in_introduction=True
    )
    method = clear_prose(dossier.method, audience, hidden.extracts)
    foreword = clear_prose(audience.foreword, audience, hidden.extracts)
    sections = clear_sections(dossier.sections, audience, hidden.extracts)
    parts = clear_parts(dossier, audience, hidden)
    extracts = [extract for extract in dossier.extracts if extract.id not in hidden.extracts]
    whole = replace(
        seen,
        introduction=introduction.kept,
        method=method.kept,
        sections=sections.kept,
        cover=parts.cover,
        figures=parts.figures,
        boxes=parts.boxes,
        parties=tuple(party for party in dossier.parties if party.id not in hidden.parties),
        issues=tuple(issue for issue in dossier.issues if issue.id not in hidden.issues),
        people=tuple(person for person in dossier.people if audience.may_see(person.tlp)),
        sources=tuple(_unrated(s, audience) for s in dossier.sources if s.id not in hidden.sources),
        extracts=tuple(_extract(extract, audience, hidden, supported) for extract in extracts),
    )
    gone = _withheld(dossier, audience, hidden, items, parts, (introduction, method, foreword))
    gone = _with_sections(gone, sections)
    placed = without_lines(whole) if audience.is_restricted else whole
    return Cleared(placed, gone, foreword.kept)


def _framed(dossier: Dossier, audience: Audience) -> Dossier:
    """Return `dossier` in the language of its audience, without what concerns others."""
    language = audience.language or dossier.language
    told = dossier.told_text_language
    if language != dossier.language:
        told = dossier.text_language  # it may have followed from the frame
    return replace(
        dossier,
        language=language,
        told_text_language=told,
        audiences=MappingProxyType({}),
        checks=CheckSettings(),
    )


def _unrated(source: Source, audience: Audience) -> Source:
    return source if audience.rating else replace(source, reliability=None)


def _extract(extract: Extract, audience: Audience, hidden: Hidden, supported: set[str]) -> Extract:
    """Return an extract without the names of what is hidden."""
    seen = replace(
        extract,
        parties=tuple(id_ for id_ in extract.parties if id_ not in hidden.parties),
        issues=tuple(id_ for id_ in extract.issues if id_ not in hidden.issues),
        supports=tuple(id_ for id_ in extract.supports if id_ in supported),
        credibility=extract.credibility if audience.rating else None,
    )
    return summarised(seen) if _is_summarised(extract, audience) else seen


def _is_summarised(extract: Extract, audience: Audience) -> bool:
    return extract.anonymous and audience.anonymous is Anonymous.SUMMARISED


def summarised(extract: Extract) -> Extract:
    """Return an extract of which the statement alone stays: no quotation, nobody described."""
    return replace(
        extract,
        quotation="",
        speaker=Speaker("", anonymous=True),
        pulled=False,
        page="",
        locator="",
        note="",
        comment="",
        translated=False,
    )


def _withheld(
    dossier: Dossier,
    audience: Audience,
    hidden: Hidden,
    items: ItemClearer,
    parts: ClearedParts,
    prose: Iterable[ClearedProse],
) -> Withheld:
    texts = (*prose, *parts.texts)
    sources = tuple(source for source in dossier.sources if source.id in hidden.sources)
    extracts = tuple(extract for extract in dossier.extracts if extract.id in hidden.extracts)
    left = (e for e in dossier.extracts if e.id not in hidden.extracts)
    return Withheld(
        sources=sources,
        extracts=extracts,
        quotations=tuple(e for e in left if _is_summarised(e, audience)),
        items=tuple(items.gone),
        passages=tuple(paragraph for text in texts for paragraph in text.gone),
        parties=tuple(party for party in dossier.parties if party.id in hidden.parties),
        issues=tuple(issue for issue in dossier.issues if issue.id in hidden.issues),
        people=tuple(person for person in dossier.people if not audience.may_see(person.tlp)),
        parts=parts.gone,
        consequences=(
            *_of_fiches(sources, extracts, audience),
            *items.consequences,
            *parts.consequences,
            *(going for text in texts for going in text.consequences),
        ),
    )


def _with_sections(gone: Withheld, sections: ClearedSections) -> Withheld:
    return replace(
        gone,
        sections=sections.gone,
        passages=gone.passages + sections.passages,
        consequences=gone.consequences + sections.consequences,
    )


def _of_fiches(
    sources: Iterable[Source], extracts: Iterable[Extract], audience: Audience
) -> Iterator[Consequence]:
    """Yield the unmarked sources that go, and the unmarked extracts of others."""
    gone = {source.id: source for source in sources}
    for source in gone.values():
        if audience.may_see(source.tlp):
            yield Consequence(Going.SOURCE, source.id, source.line, source.path)
    for extract in extracts:
        of_marked = extract.source in gone and not audience.may_see(gone[extract.source].tlp)
        if not of_marked and not is_withheld(extract, audience):
            yield Consequence(Going.EXTRACT, extract.id, extract.line, extract.path)
