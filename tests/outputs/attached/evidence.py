"""Briefings whose quotations were looked for, in documents made for them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from briefing.assembling import assemble
from briefing.model.briefing import Briefing
from briefing.model.document import Document
from briefing.model.dossier import Dossier
from briefing.proving import prove
from tests.builders import TEXTS, audience, dossiers, subsets_of_sections

QUOTATIONS = (
    *TEXTS,
    "les pourparlers ont repris",
    "les pourparlers […] à Genève",
    "[…] les « pourparlers » [...] n'ont (…) rien donné",
    "\U0001f54a une colombe \U0001f54a",
    "[…]",
)
PASSAGES = (
    "Les pourparlers ont repris, dit-on.",
    "les pourparlers ont repris lundi, à Genève",
    "les “pourparlers”\nn’ont, \U0001f1eb\U0001f1f7 ce jour, rien donné",
    "\U0001f54a une colombe \U0001f54a",
    "Un texte d'un tout autre sujet, sans rien de cité.",
    *TEXTS[:2],
)


@dataclass(frozen=True, slots=True)
class Proved:
    """A briefing, and the documents its quotations were looked for in."""

    briefing: Briefing
    documents: Mapping[str, Document]
    """By the id of the source."""


def document(text: str, name: str = "texte.txt") -> Document:
    """Return a document of `text`, with the digest of its bytes."""
    return Document(name, text, hashlib.sha256(text.encode()).hexdigest())


def proved(what: Dossier, text: str, *sections: str, name: str = "texte.txt") -> Briefing:
    """Assemble `what`, all its sources being one document of `text`."""
    documents = {source.id: document(text, name) for source in what.sources}
    evidence = prove(what, documents).evidence(what)
    return assemble(what, audience(*sections), evidence=evidence)


@st.composite
def briefings(draw: st.DrawFn) -> Proved:
    """Any briefing: nobody asked, or its quotations stand in documents once, often or never."""
    what = draw(dossiers())
    quotation = st.sampled_from(QUOTATIONS)
    extracts = tuple(replace(e, quotation=draw(quotation)) for e in what.extracts)
    what = replace(what, extracts=extracts)
    passages = st.lists(st.sampled_from(PASSAGES), max_size=6)
    texts = {source.id: draw(passages) for source in what.sources if draw(st.booleans())}
    documents = {
        id_: document("\n\n".join(held), f"{id_}.txt") for id_, held in texts.items() if held
    }
    evidence = prove(what, documents).evidence(what) if draw(st.booleans()) else None
    sections = draw(subsets_of_sections())
    return Proved(assemble(what, audience(*sections), evidence=evidence), documents)
