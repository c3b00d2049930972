"""Random dossiers with random marks.

Each thing bears a word of its own, so that a test can ask whether anything tells of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from hypothesis import strategies as st
from PIL import Image

from briefing.model.audience import Anonymous, Audience, Depth, NoteStyle, Product
from briefing.model.dossier import (
    DeclaredDivergence,
    DeclaredKeyPoint,
    DeclaredPosition,
    DeclaredQuestion,
    Dossier,
    Issue,
    Party,
    Side,
)
from briefing.model.extract import Extract, Speaker
from briefing.model.mailing import Address, Mailing
from briefing.model.naming import Acronym, Naming, Person
from briefing.model.parts import (
    PARTY_PLACE,
    Breadth,
    DeclaredBox,
    DeclaredFigure,
    DeclaredSection,
    Picture,
)
from briefing.model.source import Source
from briefing.model.text import Paragraph, Span
from briefing.model.verification import Evidence, Fragment, Verdict, Verification
from briefing.model.vocabulary import (
    Credibility,
    Dating,
    DivergenceKind,
    Kind,
    Reliability,
    Status,
    Tlp,
    Voice,
)
from briefing.reading.audiences import SECTIONS
from briefing.reading.parts import COVER, PLACES
from tests.builders import edtf, rich
from tests.imaging.pictures import saved

MAILING = Mailing(sender=Address("redaction@exemple.fr", "La rédaction"))
MARKS = st.sampled_from((None, None, *Tlp))
PARTIES = ("pa", "pb", "pc")
ISSUES = ("ia", "ib")
POINTS = ("ka", "kb")
HELD = ("ha", "hb")
QUESTIONS = ("qa", "qb")
DIVERGENCES = ("da", "db")
SOURCES = ("sa", "sb", "sc")
EXTRACTS = ("sa#ea", "sa#eb", "sb#ec", "sb#ed", "sc#ee")
FIGURES = ("fa", "fb")
BOXES = ("ba", "bb")
OWN = ("oa", "ob")
TEMPLATES = ("complet", "decideurs", "presse", "chercheur")
PRODUCTS = (Product(), Product(digest=True), Product(annex=True), Product(quotations=2))


@dataclass(frozen=True)
class Sentence:
    text: str
    cites: tuple[str, ...] = ()


@dataclass(frozen=True)
class Prose:
    """A paragraph or a heading by its sentences."""

    sentences: tuple[Sentence, ...]
    role: str = "text"
    mark: Tlp | None = None


Texts = dict[str, tuple[Prose, ...]]
"""The chapeau, under no id, and the texts of boxes and sections by theirs."""


@dataclass(frozen=True)
class Case:
    """A dossier, its prose told apart, and an audience."""

    bare: Dossier
    texts: Texts
    audience: Audience

    @property
    def dossier(self) -> Dossier:
        return with_texts(self.bare, self.texts)


def with_texts(dossier: Dossier, texts: Texts) -> Dossier:
    return replace(
        dossier,
        introduction=tuple(map(_paragraph, texts[""])),
        boxes=tuple(
            replace(box, text=tuple(map(_paragraph, texts[box.id]))) for box in dossier.boxes
        ),
        sections=tuple(
            replace(s, text=tuple(map(_paragraph, texts[s.id]))) for s in dossier.sections
        ),
    )


def _paragraph(prose: Prose) -> Paragraph:
    spans: list[Span] = []
    for index, sentence in enumerate(prose.sentences):
        before = " " if index else ""
        spans.append(Span(f"{before}{sentence.text}"))
        spans += [Span("", citations=sentence.cites)] if sentence.cites else []
        spans.append(Span("." if prose.role == "text" else ""))
    merged: list[Span] = []
    for span in spans:
        if merged and not span.citations and not merged[-1].citations:
            merged[-1] = Span(merged[-1].text + span.text)
        else:
            merged.append(span)
    return Paragraph(tuple(s for s in merged if s.text or s.citations), prose.role, prose.mark)


def word(id_: str) -> str:
    """Return the word that tells of a thing, found in nothing else."""
    return f"Zq{''.join(sign for sign in id_ if sign.isalnum())}zq"


def letters(id_: str) -> str:
    """Return the acronym that the statement of an extract uses, and no other text."""
    return f"ZQ{id_.partition('#')[2].upper()}Q"


def digest(id_: str) -> str:
    return hashlib.sha256(id_.encode()).hexdigest()


@cache
def pixels(id_: str) -> bytes:
    """Return a picture of its own for every figure."""
    colour = tuple(hashlib.sha256(id_.encode()).digest()[:3])
    return saved(Image.new("RGB", (4, 3), colour))


# ---- Strategies ----------------------------------------------------------------------------


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A dossier with marks, in any part of it, and an audience that may see some of them."""
    chosen = draw(st.lists(st.sampled_from(EXTRACTS), min_size=1, max_size=5, unique=True))
    ids = sorted(chosen)
    used = sorted({id_.partition("#")[0] for id_ in ids})
    cited = st.lists(st.sampled_from(ids), max_size=2, unique=True).map(tuple)
    bare = Dossier(
        title="Une note",
        date=edtf("2025-11-21"),
        parties=tuple(Party(i, word(i), draw(LINES), draw(MARKS)) for i in PARTIES),
        issues=tuple(Issue(i, word(i), draw(LINES), draw(MARKS)) for i in ISSUES),
        people=(
            Person(f"Jeanne {word('ja')}", f"J. {word('ja')}", 3, "la présidente", draw(MARKS)),
            Person(f"Paul {word('jb')}", f"P. {word('jb')}", 4, "", draw(MARKS)),
        ),
        acronyms=tuple(Acronym(letters(i), f"Société {word(f'{i}s')}") for i in EXTRACTS),
        mailing=MAILING,
        cover=draw(st.sampled_from((None, draw(_figures(COVER, used))))),
        figures=tuple(draw(_figures(id_, used)) for id_ in draw(_some(FIGURES))),
        boxes=tuple(draw(_boxes(id_)) for id_ in draw(_some(BOXES))),
        sections=tuple(draw(_own_sections(id_)) for id_ in draw(_some(OWN))),
        key_points=tuple(
            DeclaredKeyPoint(
                i, rich(f"Le point {word(i)}."), draw(st.sampled_from(("", *ids))), 1, draw(MARKS)
            )
            for i in POINTS
        ),
        positions=tuple(
            DeclaredPosition(
                i,
                draw(st.sampled_from(PARTIES)),
                draw(st.sampled_from(ISSUES)),
                rich(f"La position {word(i)}."),
                (),
                2,
                draw(MARKS),
            )
            for i in HELD
        ),
        questions=tuple(
            DeclaredQuestion(i, rich(f"Que {word(i)} ?"), draw(_sides(i, cited)), 3, draw(MARKS))
            for i in QUESTIONS
        ),
        divergences=tuple(
            DeclaredDivergence(
                i,
                draw(st.sampled_from(DivergenceKind)),
                rich(f"Le titre {word(i)}"),
                rich(f"Le texte {word(i)}."),
                draw(_sides(i, cited)),
                4,
                draw(MARKS),
            )
            for i in DIVERGENCES
        ),
        sources=tuple(draw(_sources(id_)) for id_ in used),
        extracts=tuple(draw(_extracts(id_)) for id_ in ids),
    )
    named = [box.id for box in bare.boxes] + [section.id for section in bare.sections]
    texts = {id_: draw(_prose(cited, id_, least=1)) for id_ in named}
    return Case(bare, {"": draw(_prose(cited)), **texts}, draw(audiences()))


LINES = st.integers(1, 900)


@st.composite
def _sources(draw: st.DrawFn, id_: str) -> Source:
    w = word(id_)
    return Source(
        id=id_,
        title=f"Titre {w}",
        authors=draw(st.sampled_from(((), (f"Anne {w}",)))),
        date=draw(st.sampled_from((None, edtf("2025-02")))),
        document=f"documents/{w}.txt",
        url=f"https://exemple.fr/{w}",
        label=draw(st.sampled_from(("", f"la note {w}"))),
        reliability=draw(st.sampled_from((None, Reliability.B))),
        tlp=draw(MARKS),
        note=f"Remarque {w}",
        path=f"{id_}.md",
        line=draw(LINES),
    )


@st.composite
def _extracts(draw: st.DrawFn, id_: str) -> Extract:
    w = word(id_)
    kinds = draw(st.lists(st.sampled_from(Kind), min_size=1, max_size=3, unique=True))
    speakers = (
        None,
        Speaker(f"Luc {w}", "porte-parole"),
        Speaker(f"Jeanne {word('ja')}"),
        Speaker(f"un proche {word(f'{id_}d')}", anonymous=True),
    )
    several = st.lists(st.sampled_from(PARTIES), max_size=2, unique=True).map(tuple)
    return Extract(
        id=id_,
        source=id_.partition("#")[0],
        statement=rich(f"Un énoncé {w} de {letters(id_)}."),
        quotation=f"une citation {word(f'{id_}q')} mot à mot",
        kinds=tuple(kinds),
        parties=draw(several),
        issues=draw(st.lists(st.sampled_from(ISSUES), max_size=2, unique=True).map(tuple)),
        speaker=draw(st.sampled_from(speakers)),
        voice=draw(st.sampled_from((None, *Voice))),
        via=draw(st.sampled_from(((), (f"Agence {w}",)))),
        status=draw(st.sampled_from((None, *Status))),
        date=edtf("2025-02-12"),
        dating=draw(st.sampled_from(Dating)),
        supports=draw(
            st.lists(st.sampled_from((*POINTS, *HELD, *QUESTIONS)), max_size=3, unique=True).map(
                tuple
            )
        ),
        figure=draw(st.sampled_from(("", f"15 {w}"))),
        pulled=draw(st.booleans()),
        credibility=draw(st.sampled_from((None, Credibility.TWO))),
        tlp=draw(MARKS),
        page=draw(st.sampled_from(("", "12"))),
        note=f"note {w}",
        comment=f"commentaire {w}",
        path=f"{id_.partition('#')[0]}.md",
        line=draw(LINES),
    )


@st.composite
def _sides(draw: st.DrawFn, of: str, cited: st.SearchStrategy[tuple[str, ...]]) -> tuple[Side, ...]:
    count = draw(st.integers(0, 2))
    names = [f"{of}{'xy'[index]}" for index in range(count)]
    return tuple(
        Side(word(name), rich(f"On sait {word(name)}."), draw(cited), 5, draw(MARKS))
        for name in names
    )


def _some(ids: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(ids), max_size=len(ids), unique=True).map(sorted)


ANY_PLACE = st.sampled_from((*PLACES, *(PARTY_PLACE + id_ for id_ in PARTIES)))


@st.composite
def _figures(draw: st.DrawFn, id_: str, sources: Sequence[str]) -> DeclaredFigure:
    w = word(id_)
    is_cover = id_ == COVER
    return DeclaredFigure(
        id=id_,
        file=f"images/{w}.png",
        alt=draw(st.sampled_from(("", f"On voit {w}"))),
        caption=rich(f"La légende {w}."),
        credit=f"Photo {w}",
        source="" if is_cover else draw(st.sampled_from(("", *sources))),
        place="" if is_cover else draw(ANY_PLACE),
        breadth=draw(st.sampled_from(Breadth)),
        tlp=draw(MARKS),
        picture=Picture("image/png", pixels(id_), 4, 3, digest(id_)),
        line=draw(LINES),
    )


@st.composite
def _boxes(draw: st.DrawFn, id_: str) -> DeclaredBox:
    title, file = rich(f"Encadré {word(id_)}"), draw(st.sampled_from(("", f"{word(id_)}.md")))
    return DeclaredBox(
        id_, title, (), file, place=draw(ANY_PLACE), tlp=draw(MARKS), line=draw(LINES)
    )


@st.composite
def _own_sections(draw: st.DrawFn, id_: str) -> DeclaredSection:
    return DeclaredSection(
        id_,
        rich(f"Partie {word(id_)}"),
        beside=draw(st.sampled_from(("chapeau", "questions"))),
        precedes=draw(st.booleans()),
        tlp=draw(MARKS),
        line=draw(LINES),
    )


@st.composite
def _prose(
    draw: st.DrawFn, cited: st.SearchStrategy[tuple[str, ...]], of: str = "", least: int = 0
) -> tuple[Prose, ...]:
    found: list[Prose] = []
    for number in range(draw(st.integers(least, 2 if of else 4))):
        if draw(st.integers(0, 3)) == 0:
            title = (Sentence(f"Section {word(f'{of}t{number}')}"),)
            found.append(Prose(title, "heading", draw(MARKS)))
            continue
        names = [f"{of}c{number}{'abc'[index]}" for index in range(draw(st.integers(1, 3)))]
        sentences = tuple(Sentence(f"La phrase {word(n)} se lit ici", draw(cited)) for n in names)
        found.append(Prose(sentences, mark=draw(MARKS)))
    return tuple(found)


@st.composite
def audiences(draw: st.DrawFn) -> Audience:
    """Any audience that a dossier may declare."""
    sections = draw(st.lists(st.sampled_from(SECTIONS), min_size=1, unique=True))
    whole = draw(st.booleans())
    depth = draw(st.sampled_from(Depth))
    return Audience(
        id="essai",
        name="Essai",
        template=draw(st.sampled_from(TEMPLATES)),
        sections=SECTIONS if whole else tuple(sections),
        naming=draw(st.sampled_from(Naming)),
        clearance=draw(st.sampled_from(Tlp)),
        anonymous=draw(st.sampled_from(Anonymous)),
        depth=depth,
        notes=NoteStyle.NONE if depth is Depth.NONE else draw(st.sampled_from(NoteStyle)),
        rating=draw(st.booleans()),
        language=draw(st.sampled_from(("", "en"))),
        contact=("Une adresse",),
        product=draw(st.sampled_from(PRODUCTS)),
        mailed=draw(st.sampled_from(((), ("positions",), ("sources", "questions", "positions")))),
    )


def evidence(dossier: Dossier) -> Evidence:
    """Return proofs of all quotations, each among others in its document.

    In the midst of one, the foot of a page quotes another.
    """
    found = {}
    for extract in dossier.extracts:
        place = EXTRACTS.index(extract.id)
        before, after = (word(f"{EXTRACTS[(place + step) % 5]}q") for step in (-1, 1))
        exact = extract.quotation
        if place == 2:
            exact = exact.replace(" mot", f"\n\n1. Voir {after}.\n\fmot")
        fragment = Fragment(40, 80, exact, f"avant {before} ", f" après {after}")
        found[extract.id] = Verification(
            Verdict.VERBATIM, document=f"{word(extract.source)}.txt", page=3, fragments=(fragment,)
        )
    return Evidence(MappingProxyType(found), edtf("2025-03-01"))
