"""Small typed builders of model values, and the dossiers that hypothesis makes of them.

A test names what it is about and leaves the rest to the defaults; what is rare goes through
`dataclasses.replace`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType

from hypothesis import settings
from hypothesis import strategies as st

from briefing.assembling import assemble
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, Draft
from briefing.model.dates import Date
from briefing.model.dossier import (
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
from briefing.model.verification import Evidence, Verification
from briefing.model.vocabulary import (
    Dating,
    DivergenceKind,
    Kind,
    Reliability,
    SourceType,
    Status,
    Tlp,
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
    return Audience(id_, "Un public", "complet", sections or SECTIONS, clearance=Tlp.RED)


def assembled(
    what: Dossier, *sections: str, evidence: Evidence | None = None, draft: Draft | None = None
) -> Briefing:
    """Return the briefing of `what` for an audience of `sections`, by default all of them."""
    return assemble(what, audience(*sections), evidence=evidence, draft=draft)


def evidence_of(**verifications: Verification) -> Evidence:
    """Return what is known of extracts, named by the local part of their ids in `minic`."""
    found = {f"minic#{id_}": verification for id_, verification in verifications.items()}
    return Evidence(MappingProxyType(found), edtf("2025-03-01"))


# ---- Any dossier ---------------------------------------------------------------------------

FEW = settings(max_examples=40)
"""For laws over whole dossiers, each of which takes long to make."""

FEWER = settings(max_examples=12)
"""For laws over whole pages."""

TEXTS = (
    "Moscou veut gagner du temps.",
    "« Céder » de 15 à 20 ans ; puis le 1er mars – ou jamais – à l'OTAN ?",
    'Un *de facto* **maximaliste**, x_1_y, dit "oui" à 12:30…',
    "<script>alert(1)</script> & <b>gras</b>.",
    "{{ 7 * 7 }} {% if %} {# rien #}.",
    "Voir https://exemple.fr/a?b=1&c=2 et [ceci](https://exemple.fr).",
    "Déjà dit [@minic#x].",
    "…",
)
"""Sentences that typesetting, Markdown, HTML or Jinja might trip over."""

SOURCE_IDS = ("minic", "a-b", "a")
IDS = ("minic#x", "minic#X", "minic#a.b", "a-b#x", "a-b#long_1", "a#b-x", "a#x")
DATES = ("2025", "2025-02", "2025-02-12", "2025-21", "2025-02~", "2025-11-04/2025-11-05", "../2025")
SPEAKERS = ("", "Dimitri Minic", "Vladimir Poutine, président", "anonyme, un diplomate", "anonyme")

_FEATURES = st.fixed_dictionaries(
    {
        "statement": st.sampled_from(TEXTS),
        "quotation": st.sampled_from(TEXTS),
        "parties": st.sampled_from([(), ("russie",), ("ukraine",), ("russie", "ukraine")]),
        "issues": st.sampled_from([(), ("otan",), ("sanctions",), ("otan", "sanctions")]),
        "said_by": st.sampled_from(SPEAKERS),
        "voice": st.sampled_from([None, *Voice]),
        "status": st.sampled_from([None, *Status]),
        "via": st.sampled_from([(), ("Reuters",), ("Politico", "Reuters")]),
        "dating": st.sampled_from(Dating),
        "supports": st.sampled_from([(), ("kp",), ("pos",), ("q",), ("kp", "pos", "q")]),
        "brief": st.sampled_from(["", *TEXTS]),
    }
)
_KINDS = st.sampled_from([*Kind, Kind.POSITION, Kind.EVENT])
_DATES = st.sampled_from(DATES)


@st.composite
def extracts(draw: st.DrawFn, id_: str) -> Extract:
    """An extract with any tags; an event has a date, since reading asks for one."""
    kind = draw(_KINDS)
    date = draw(_DATES if kind is Kind.EVENT else st.just("") | _DATES)
    kinds = (Kind.POSITION, kind) if draw(st.booleans()) else (kind,)
    made = extract(id_, kinds=list(dict.fromkeys(kinds)), date=date, **draw(_FEATURES))
    figure = draw(st.sampled_from(("", "15-20 ans", *TEXTS)))
    return replace(made, figure=figure, pulled=draw(st.booleans()))


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier that its reader would accept, references resolved."""
    chosen = draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=5, unique=True))
    cited = st.lists(st.sampled_from(chosen), max_size=2)
    words = st.sampled_from(TEXTS)
    sides = st.lists(st.builds(lambda t, e: side("Moscou", t, *e), words, cited), max_size=2)
    chapeau = draw(st.lists(st.tuples(words, cited), max_size=3))
    kind = draw(st.sampled_from(DivergenceKind))
    return dossier(
        *(draw(extracts(id_)) for id_ in sorted(chosen, key=IDS.index)),
        title=draw(words),
        sources=[draw(_sources(id_)) for id_ in SOURCE_IDS],
        key_points=[key_point("kp", draw(words)), key_point("bare")],
        positions=[position("pos", draw(words))],
        questions=[question("q", *draw(sides)), question("other", *draw(sides))],
        divergences=[divergence("d", *draw(sides), kind=kind, text=draw(words))],
        introduction="".join(f"{text} {_citation(ids)} " for text, ids in chapeau),
        date=draw(st.sampled_from(["", "2025-11-21", "2025-11~"])),
    )


def _citation(ids: Sequence[str]) -> str:
    return f"[{'; '.join(f'@{id_}' for id_ in ids)}]" if ids else ""


@st.composite
def _sources(draw: st.DrawFn, id_: str) -> Source:
    bare = Source(id_, draw(st.sampled_from(TEXTS)), path=f"{id_}.md", line=1)
    full = replace(
        source(
            id_, authors=("Le <b>Monde</b>", "Dimitri Minic"), dating=draw(st.sampled_from(Dating))
        ),
        type=draw(st.sampled_from([None, *SourceType])),
        title_supplied=draw(st.booleans()),
        url="https://exemple.fr/a?b=1&c=2",
        language=draw(st.sampled_from(["fr", "en"])),
        reliability=draw(st.sampled_from([None, *Reliability])),
        note=draw(st.sampled_from(TEXTS)),
    )
    return draw(st.sampled_from([bare, full]))


def subsets_of_sections() -> st.SearchStrategy[list[str]]:
    """Sections of an audience, in any order."""
    return st.lists(st.sampled_from(SECTIONS), min_size=1, unique=True)
