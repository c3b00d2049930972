"""Random dossiers with random marks, and the same with what is withheld deleted by hand.

Each thing bears a word of its own, so that a test can ask whether anything tells of it. What is
deleted is reckoned here from the rules as README tells them, not by the code under test.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from hypothesis import strategies as st

from briefing.model.audience import Anonymous, Audience, Depth, NoteStyle
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
from briefing.model.naming import Naming, Person
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
from tests.builders import edtf, rich

MARKS = st.sampled_from((None, None, *Tlp))
PARTIES = ("pa", "pb", "pc")
ISSUES = ("ia", "ib")
POINTS = ("ka", "kb")
HELD = ("ha", "hb")
QUESTIONS = ("qa", "qb")
DIVERGENCES = ("da", "db")
SOURCES = ("sa", "sb", "sc")
EXTRACTS = ("sa#ea", "sa#eb", "sb#ec", "sb#ed", "sc#ee")


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


@dataclass(frozen=True)
class Case:
    """A dossier, its chapeau told apart, and an audience."""

    bare: Dossier
    chapeau: tuple[Prose, ...]
    audience: Audience

    @property
    def dossier(self) -> Dossier:
        return with_chapeau(self.bare, self.chapeau)


def with_chapeau(dossier: Dossier, chapeau: Sequence[Prose]) -> Dossier:
    return replace(dossier, introduction=tuple(map(_paragraph, chapeau)))


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
    return Case(bare, draw(_chapeaux(cited)), draw(audiences()))


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
        statement=rich(f"Un énoncé {w}."),
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


@st.composite
def _chapeaux(draw: st.DrawFn, cited: st.SearchStrategy[tuple[str, ...]]) -> tuple[Prose, ...]:
    found: list[Prose] = []
    for number in range(draw(st.integers(0, 4))):
        if draw(st.integers(0, 3)) == 0:
            title = (Sentence(f"Section {word(f't{number}')}"),)
            found.append(Prose(title, "heading", draw(MARKS)))
            continue
        names = [f"c{number}{'abc'[index]}" for index in range(draw(st.integers(1, 3)))]
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
        template="complet",
        sections=SECTIONS if whole else tuple(sections),
        naming=draw(st.sampled_from(Naming)),
        clearance=draw(st.sampled_from(Tlp)),
        anonymous=draw(st.sampled_from(Anonymous)),
        depth=depth,
        notes=NoteStyle.NONE if depth is Depth.NONE else draw(st.sampled_from(NoteStyle)),
        rating=draw(st.booleans()),
        language=draw(st.sampled_from(("", "en"))),
        contact=("Une adresse",),
    )


def evidence(dossier: Dossier) -> Evidence:
    """Return proofs of all quotations, each with the words around it in its document."""
    found = {}
    for extract in dossier.extracts:
        w = word(f"{extract.id}q")
        fragment = Fragment(40, 80, extract.quotation, f"avant {w} ", f" après {w}")
        found[extract.id] = Verification(
            Verdict.VERBATIM, document=f"{word(extract.source)}.txt", page=3, fragments=(fragment,)
        )
    return Evidence(MappingProxyType(found), edtf("2025-03-01"))


# ---- What is withheld, deleted -------------------------------------------------------------


def deleted(case: Case) -> Dossier:
    """Return the dossier of `case` with all that its audience may not see taken out by hand."""
    return _Deletion(case).dossier()


def secrets(case: Case) -> set[str]:
    """Return the words that tell of what is withheld, and of nothing else."""
    return _Deletion(case).words()


class _Deletion:
    def __init__(self, case: Case) -> None:
        self.case, self.audience, self.whole = case, case.audience, case.dossier
        ranks = list(Tlp)
        limit = ranks.index(self.audience.clearance)
        self.closed = {None: False} | {mark: ranks.index(mark) > limit for mark in ranks}
        whole = self.whole
        self.parties = {p.id for p in whole.parties if self.closed[p.tlp]}
        self.issues = {i.id for i in whole.issues if self.closed[i.tlp]}
        self.people = {p.name for p in whole.people if self.closed[p.tlp]}
        marked = {s.id for s in whole.sources if self.closed[s.tlp]}
        self.extracts = {e.id for e in whole.extracts if self._goes(e, marked)}
        left = {e.source for e in whole.extracts if e.id not in self.extracts}
        self.sources = {s.id for s in whole.sources if s.id in marked or s.id not in left}

    def _goes(self, extract: Extract, sources: set[str]) -> bool:
        name = extract.speaker.name if extract.speaker else ""
        hides_unnamed = self.audience.anonymous is Anonymous.WITHHELD
        return (
            self.closed[extract.tlp]
            or extract.source in sources
            or (extract.anonymous and hides_unnamed)
            or (bool(extract.parties) and set(extract.parties) <= self.parties)
            or (bool(extract.issues) and set(extract.issues) <= self.issues)
            or name in self.people
        )

    def _unproved(self, id_: str) -> bool:
        by = {e.id for e in self.whole.extracts if id_ in e.supports}
        return bool(by) and by <= self.extracts

    def dossier(self) -> Dossier:
        whole = self.whole
        points = [k for k in whole.key_points if not (self.closed[k.tlp] or self._unproved(k.id))]
        held = [
            p
            for p in whole.positions
            if not (self.closed[p.tlp] or self._unproved(p.id))
            and p.party not in self.parties
            and p.issue not in self.issues
        ]
        questions = [
            replace(q, sides=self._sides(q.sides))
            for q in whole.questions
            if not self.closed[q.tlp]
        ]
        divergences = [
            replace(d, sides=self._sides(d.sides))
            for d in whole.divergences
            if not self.closed[d.tlp] and (self._sides(d.sides) or not d.sides)
        ]
        known = {k.id for k in points} | {p.id for p in held} | {q.id for q in questions}
        bare = replace(
            self.case.bare,
            parties=tuple(p for p in whole.parties if p.id not in self.parties),
            issues=tuple(i for i in whole.issues if i.id not in self.issues),
            people=tuple(p for p in whole.people if p.name not in self.people),
            key_points=tuple(
                replace(k, lead="" if k.lead in self.extracts else k.lead) for k in points
            ),
            positions=tuple(held),
            questions=tuple(questions),
            divergences=tuple(divergences),
            sources=tuple(
                replace(s, line=1 if self.audience.is_restricted else s.line)
                for s in whole.sources
                if s.id not in self.sources
            ),
            extracts=tuple(
                self._extract(e, known) for e in whole.extracts if e.id not in self.extracts
            ),
        )
        return with_chapeau(bare, self._chapeau())

    def _extract(self, extract: Extract, known: set[str]) -> Extract:
        return replace(
            extract,
            parties=tuple(p for p in extract.parties if p not in self.parties),
            issues=tuple(i for i in extract.issues if i not in self.issues),
            supports=tuple(s for s in extract.supports if s in known),
            line=1 if self.audience.is_restricted else extract.line,
        )

    def _sides(self, sides: Sequence[Side]) -> tuple[Side, ...]:
        left = []
        for side in sides:
            gone = bool(side.extracts) and set(side.extracts) <= self.extracts
            if not gone and not self.closed[side.tlp]:
                kept = tuple(e for e in side.extracts if e not in self.extracts)
                left.append(replace(side, extracts=kept))
        return tuple(left)

    def _chapeau(self) -> tuple[Prose, ...]:
        left: list[Prose] = []
        sections: list[list[Prose]] = []
        for prose in self.case.chapeau:
            if prose.role == "heading" or not sections:
                sections.append([])
            sections[-1].append(prose)
        for section in sections:
            heading = section[0] if section[0].role == "heading" else None
            if heading and self.closed[heading.mark]:
                continue
            body = section[1:] if heading else section
            kept = [made for prose in body if (made := self._prose(prose))]
            if heading and (kept or not body):
                left.append(heading)
            left += kept
        return tuple(left)

    def _prose(self, prose: Prose) -> Prose | None:
        if self.closed[prose.mark]:
            return None
        sentences = tuple(
            Sentence(s.text, tuple(id_ for id_ in s.cites if id_ not in self.extracts))
            for s in prose.sentences
            if not (s.cites and set(s.cites) <= self.extracts)
        )
        return replace(prose, sentences=sentences) if sentences else None

    def words(self) -> set[str]:
        before, after = repr(self.whole), repr(self.dossier())
        names = (
            *(*PARTIES, *ISSUES, *POINTS, *HELD, *QUESTIONS, *DIVERGENCES, *SOURCES, *EXTRACTS),
            *("ja", "jb"),
            *(f"{of}{end}" for of in (*QUESTIONS, *DIVERGENCES) for end in "xy"),
            *(f"t{number}" for number in range(4)),
            *(f"c{number}{end}" for number in range(4) for end in "abc"),
        )
        gone = {word(n) for n in names if word(n) in before and word(n) not in after}
        return gone | set(self._unquoted())

    def _unquoted(self) -> Iterator[str]:
        """Yield the words of quotations that aren't shown, and of those who say them."""
        summarises = self.audience.anonymous is Anonymous.SUMMARISED
        for extract in self.whole.extracts:
            if extract.id in self.extracts or (extract.anonymous and summarises):
                yield from (word(f"{extract.id}q"), word(f"{extract.id}d"))
            elif self.audience.notes is NoteStyle.NONE or (
                self.audience.notes is NoteStyle.SHORT and not extract.pulled
            ):
                yield word(f"{extract.id}q")
