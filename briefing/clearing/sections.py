"""Sections of a dossier's own that an audience may see, standing as if there were no others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from briefing.clearing.prose import clear_prose
from briefing.clearing.withheld import Consequence, Going
from briefing.model.audience import Audience
from briefing.model.parts import DeclaredSection
from briefing.model.text import Paragraph, plain


@dataclass(frozen=True, slots=True)
class ClearedSections:
    """Sections, and what went of them and out of them."""

    kept: tuple[DeclaredSection, ...]
    gone: tuple[DeclaredSection, ...]
    passages: tuple[Paragraph, ...]
    consequences: tuple[Consequence, ...]


def clear_sections(
    sections: Iterable[DeclaredSection], audience: Audience, hidden: Collection[str]
) -> ClearedSections:
    """Return `sections` without those marked, nor what of their texts cites `hidden` extracts.

    A section goes with the last of its text. What stood beside one that goes stands where that
    one did.
    """
    kept: list[DeclaredSection] = []
    gone: dict[str, DeclaredSection] = {}
    passages: list[Paragraph] = []
    consequences: list[Consequence] = []
    for section in sections:
        if not audience.may_see(section.tlp):
            gone[section.id] = section
            continue
        text = clear_prose(section.text, audience, hidden)
        passages += text.gone
        consequences += (replace(one, path=section.path) for one in text.consequences)
        if section.text and not text.kept:
            gone[section.id] = section
            name = section.id or plain(section.title)
            consequences.append(Consequence(Going.SECTION, name, section.line))
        else:
            kept.append(replace(section, text=text.kept))
    return ClearedSections(
        tuple(_moved(section, gone) for section in kept),
        tuple(gone.values()),
        tuple(passages),
        tuple(consequences),
    )


def _moved(section: DeclaredSection, gone: Mapping[str, DeclaredSection]) -> DeclaredSection:
    """Return `section` beside what is left."""
    met: set[str] = set()
    while section.beside in gone and section.beside not in met:
        met.add(section.beside)
        place = gone[section.beside]
        section = replace(section, beside=place.beside, precedes=place.precedes)
    return section
