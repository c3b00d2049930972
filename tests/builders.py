"""Small typed builders of model values, and the dossiers that hypothesis makes of them.

A test names what it is about and leaves the rest to the defaults; what is rare goes through
`dataclasses.replace`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import MappingProxyType

from hypothesis import strategies as st

from briefing.assembling import assemble
from briefing.model.briefing import Briefing
from briefing.model.dates import Date
from briefing.model.dossier import (
    Audience,
    Author,
    DeclaredDivergence,
    DeclaredKeyPoint,
    DeclaredPosition,
    DeclaredQuestion,
    Dossier,
    Issue,
    Legal,
    Party,
    Side,
)
from briefing.model.extract import Extract, Speaker
from briefing.model.source import Source
from briefing.model.text import RichText
from briefing.model.vocabulary import (
    Dating,
    DivergenceKind,
    Kind,
    Reliability,
    SourceType,
    Status,
    Voice,
)
from briefing.reading.audiences import SECTIONS
from briefing.reading.dates import parse_date
from briefing.reading.prose import parse_blocks, parse_inline

PARTIES = (Party("russie", "Russie"), Party("ukraine", "Ukraine"))
ISSUES = (Issue("otan", "OTAN"), Issue("sanctions", "Sanctions"))


def rich(text: str) -> RichText:
    """Return prose as a fiche would give it: `*emphasis*`, `[@s#a]`."""
    return parse_inline(text)


def edtf(text: str) -> Date:
    """Return the date that `text` writes."""
    date = parse_date(text)
    assert date is not None, text
    return date


def speaker(text: str) -> Speaker:
    """Return a speaker from « Name, role », or « anonyme, description »."""
    name, _, role = text.partition(", ")
    return Speaker(role, anonymous=True) if name == "anonyme" else Speaker(name, role)


def source(
    id_: str = "minic",
    *,
    title: str = "Logiques d'une négociation",
    authors: Sequence[str] = ("Dimitri Minic",),
    date: str = "2025-02-13",
    dating: Dating = Dating.GIVEN,
    type_: SourceType | None = SourceType.REPORT,
    label: str = "",
) -> Source:
    """Return a signed and dated source; empty values make it lack them."""
    return Source(
        id=id_,
        title=title,
        type=type_,
        authors=tuple(authors),
        date=edtf(date) if date else None,
        dating=dating,
        document=f"documents/{id_}.txt",
        label=label,
        path=f"{id_}.md",
        line=1,
    )


def extract(
    id_: str = "minic#objectifs",
    *,
    statement: str = "Les objectifs restent maximalistes.",
    quotation: str = "dont les objectifs restent maximalistes",
    kinds: Sequence[Kind] = (Kind.POSITION,),
    parties: Sequence[str] = ("russie",),
    issues: Sequence[str] = ("otan",),
    said_by: str = "Dimitri Minic",
    voice: Voice | None = Voice.ATTRIBUTED,
    status: Status | None = Status.ANALYSIS,
    via: Sequence[str] = (),
    date: str = "",
    dating: Dating = Dating.GIVEN,
    supports: Sequence[str] = (),
    brief: str = "",
) -> Extract:
    """Return a position that an analyst lends to Russia on NATO."""
    return Extract(
        id=id_,
        source=id_.partition("#")[0],
        statement=rich(statement),
        quotation=quotation,
        kinds=tuple(kinds),
        parties=tuple(parties),
        issues=tuple(issues),
        speaker=speaker(said_by) if said_by else None,
        voice=voice,
        status=status,
        via=tuple(via),
        date=edtf(date) if date else None,
        dating=dating,
        supports=tuple(supports),
        brief=rich(brief),
        path=f"{id_.partition('#')[0]}.md",
        line=12,
    )


def event(id_: str, date: str, *, dating: Dating = Dating.GIVEN, statement: str = "") -> Extract:
    """Return a dated fact that is no position."""
    return extract(
        id_,
        statement=statement or f"Il se passe {id_}.",
        kinds=(Kind.EVENT,),
        parties=(),
        issues=(),
        voice=Voice.OWN,
        status=Status.FACT,
        date=date,
        dating=dating,
    )


def key_point(id_: str, text: str = "Un point clé.", *, lead: str = "") -> DeclaredKeyPoint:
    """Return a key point."""
    return DeclaredKeyPoint(id_, rich(text), lead)


def position(
    id_: str,
    text: str = "Les objectifs n'ont pas changé.",
    *,
    party: str = "russie",
    issue: str = "otan",
    brief: str = "",
) -> DeclaredPosition:
    """Return a position that several extracts may hold together."""
    return DeclaredPosition(id_, party, issue, rich(text), rich(brief))


def side(label: str, text: str = "On en sait peu.", *extracts: str) -> Side:
    """Return one side of a question or divergence, with the ids it rests on."""
    return Side(label, rich(text), extracts)


def question(id_: str, *sides: Side, text: str = "Que veut Moscou ?") -> DeclaredQuestion:
    """Return an open question."""
    return DeclaredQuestion(id_, rich(text), sides)


def divergence(
    id_: str, *sides: Side, kind: DivergenceKind = DivergenceKind.DISAGREEMENT, text: str = ""
) -> DeclaredDivergence:
    """Return a divergence."""
    return DeclaredDivergence(id_, kind, rich("Deux lectures"), rich(text), sides)


def dossier(
    *extracts: Extract,
    title: str = "Négocier sans l'Ukraine ?",
    sources: Iterable[Source] | None = None,
    parties: Sequence[Party] = PARTIES,
    issues: Sequence[Issue] = ISSUES,
    key_points: Sequence[DeclaredKeyPoint] = (),
    positions: Sequence[DeclaredPosition] = (),
    questions: Sequence[DeclaredQuestion] = (),
    divergences: Sequence[DeclaredDivergence] = (),
    introduction: str = "",
    date: str = "2025-11-21",
) -> Dossier:
    """Return a dossier of `extracts`; without `sources`, one for each that they name."""
    named = dict.fromkeys(item.source for item in extracts)
    held = [source(id_) for id_ in named] if sources is None else sources
    return Dossier(
        title=title,
        authors=(Author("Claire Martin", rich("suit la région.")),),
        date=edtf(date) if date else None,
        parties=tuple(parties),
        issues=tuple(issues),
        key_points=tuple(key_points),
        positions=tuple(positions),
        questions=tuple(questions),
        divergences=tuple(divergences),
        introduction=parse_blocks(introduction),
        legal=Legal(disclaimer=rich("Ces opinions n'engagent que leur auteur.")),
        audiences=MappingProxyType({}),
        sources=tuple(held),
        extracts=tuple(extracts),
    )


def audience(*sections: str, id_: str = "complet") -> Audience:
    """Return an audience for `sections`, by default all of them."""
    return Audience(id_, "Un public", "complet", sections or SECTIONS)


def assembled(what: Dossier, *sections: str) -> Briefing:
    """Return the briefing of `what` for an audience of `sections`, by default all of them."""
    return assemble(what, audience(*sections))


# ---- Any dossier ---------------------------------------------------------------------------

WORDS = (
    *("accord", "l'OTAN", "« céder »", "15 à 20 ans", "1er mars", "Washington – ou Moscou –"),
    *("*de facto*", "x_1_y", 'dit "oui"', "<script>alert(1)</script>", "{{ 7 * 7 }}", "{% if %}"),
    *("&amp;", "[@minic#a]", "https://exemple.fr/a?b=1&c=2", "fin ; suite", "vraiment ?", "…"),
)
"""Words that typesetting, Markdown, HTML or Jinja might trip over."""

SOURCE_IDS = ("minic", "appel-2025", "a-b", "a")
LOCAL_IDS = ("x", "b-x", "X", "a.b", "long_1")
ITEMS = ("kp-1", "kp-2", "pos-1", "pos-2", "q-1", "q-2")
DATES = ("2025", "2025-02", "2025-02-12", "2025-21", "2025-02~", "2025-11-04/2025-11-05", "../2025")
SPEAKERS = ("", "Dimitri Minic", "Vladimir Poutine, président", "anonyme, un diplomate", "anonyme")


def texts() -> st.SearchStrategy[str]:
    """Sentences made of awkward words."""
    words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4)
    return st.builds(lambda parts, stop: " ".join(parts) + stop, words, st.sampled_from(".?…"))


def _some(values: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True)


@st.composite
def extracts(draw: st.DrawFn, id_: str) -> Extract:
    """An extract with any tags; an event has a date, since `check` asks for one."""
    kinds = draw(st.lists(st.sampled_from(Kind), min_size=1, max_size=2, unique=True))
    dated = Kind.EVENT in kinds or draw(st.booleans())
    return extract(
        id_,
        statement=draw(texts()),
        quotation=draw(texts()),
        kinds=kinds,
        parties=draw(_some([party.id for party in PARTIES])),
        issues=draw(_some([issue.id for issue in ISSUES])),
        said_by=draw(st.sampled_from(SPEAKERS)),
        voice=draw(st.sampled_from([None, *Voice])),
        status=draw(st.sampled_from([None, *Status])),
        via=draw(_some(["Reuters", "Politico"])),
        date=draw(st.sampled_from(DATES)) if dated else "",
        dating=draw(st.sampled_from(Dating)),
        supports=draw(st.lists(st.sampled_from(ITEMS), max_size=3, unique=True)),
        brief=draw(st.just("") | texts()),
    )


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier that its reader would accept, references resolved."""
    ids = [f"{name}#{local}" for name in SOURCE_IDS for local in LOCAL_IDS]
    chosen = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=6, unique=True))
    held = [draw(extracts(id_)) for id_ in sorted(chosen, key=lambda id_: id_.partition("#")[0])]
    cited = st.lists(st.sampled_from(chosen), max_size=2)
    views = st.lists(st.builds(lambda t, e: side("Moscou", t, *e), texts(), cited), max_size=2)
    chapeau = draw(st.lists(st.tuples(texts(), cited), max_size=3))
    return dossier(
        *held,
        title=draw(texts()),
        sources=[draw(_sources(id_)) for id_ in SOURCE_IDS],
        key_points=[key_point(id_, draw(texts())) for id_ in ITEMS[:2]],
        positions=[position(id_, draw(texts())) for id_ in ITEMS[2:4]],
        questions=[question(id_, *draw(views), text=draw(texts())) for id_ in ITEMS[4:]],
        divergences=[
            divergence("d-1", *draw(views), kind=draw(st.sampled_from(DivergenceKind)))
        ],
        introduction="".join(f"{text} {_citation(ids)} " for text, ids in chapeau),
        date=draw(st.sampled_from(["", "2025-11-21", "2025-11~"])),
    )


def _citation(ids: Sequence[str]) -> str:
    return f"[{'; '.join(f'@{id_}' for id_ in ids)}]" if ids else ""


@st.composite
def _sources(draw: st.DrawFn, id_: str) -> Source:
    return Source(
        id=id_,
        title=draw(texts()),
        type=draw(st.sampled_from([None, *SourceType])),
        title_supplied=draw(st.booleans()),
        authors=tuple(draw(_some(["Dimitri Minic", "Le <b>Monde</b>"]))),
        date=draw(st.none() | st.sampled_from(DATES).map(edtf)),
        dating=draw(st.sampled_from(Dating)),
        document=draw(st.sampled_from(["", "documents/a.txt"])),
        url=draw(st.sampled_from(["", "https://exemple.fr/a?b=1&c=2"])),
        language=draw(st.sampled_from(["", "fr", "en"])),
        reliability=draw(st.sampled_from([None, *Reliability])),
        note=draw(st.just("") | texts()),
        path=f"{id_}.md",
        line=1,
    )


def subsets_of_sections() -> st.SearchStrategy[list[str]]:
    """Sections of an audience, in any order."""
    return st.lists(st.sampled_from(SECTIONS), min_size=1, unique=True)
