"""A whole briefing written: in the order of its sections, and nowhere but in running text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given

from briefing.assembling import assemble
from briefing.assembling.neutral import neutral
from briefing.model.briefing import Briefing, Position
from briefing.model.dossier import Dossier
from briefing.model.naming import Acronym, Naming, Person
from briefing.model.text import RichText, plain
from briefing.model.vocabulary import Kind
from briefing.reading.prose import parse_blocks
from tests.assembling.walking import parts
from tests.builders import (
    FEW,
    assembled,
    audience,
    divergence,
    dossier,
    dossiers,
    extract,
    key_point,
    position,
    question,
    rich,
    side,
    source,
)

MINIC = Person("Dimitri Minic", "D. Minic")
OTAN = Acronym("OTAN", "Organisation du traité")
FULL, SHORT = "Dimitri Minic", "D. Minic"
SPELLED = "l'Organisation du traité (OTAN)"


def declaring(what: Dossier) -> Dossier:
    return replace(what, people=(MINIC,), acronyms=(OTAN,))


def whole(*, words: str = "D. Minic cite l'OTAN.") -> Dossier:
    """Return a dossier that says `words` wherever it may."""
    made = dossier(
        extract("a#1", statement=words, kinds=(Kind.POSITION, Kind.EVENT), date="2025-01-02"),
        extract("a#2", statement=f"Puis {words}", parties=("ukraine",), brief=words),
        sources=[replace(source("a", title=words, authors=(FULL,)), note=words)],
        title=words,
        key_points=[key_point("k", words)],
        positions=[position("p", f"Enfin {words}", issue="sanctions")],
        questions=[question("q", side("D. Minic", words), text=words)],
        divergences=[replace(divergence("d", side("OTAN", words), text=words), title=rich(words))],
        introduction=f"# {words}\n\n{words} Bien[@a#1]. {words}",
    )
    return declaring(replace(made, method=parse_blocks(f"# {words}\n\n{words}")))


def printed(briefing: Briefing) -> dict[str, str]:
    """Return the texts of a briefing by where they stand."""
    return {place: plain(text) for place, text in _texts(briefing)}


def _texts(briefing: Briefing) -> Iterator[tuple[str, RichText]]:
    yield from (("point", point.text) for point in briefing.key_points)
    for index, block in enumerate(briefing.introduction):
        yield f"chapeau {index}", tuple(s for p in block.passages for s in p.spans)
    for stance in _stances(briefing):
        yield f"position {stance.id}", stance.text
        yield f"brief {stance.id}", stance.brief
    yield from (("event", event.text) for event in briefing.events)
    for item in briefing.divergences:
        yield from (("divergence", item.text), ("divergence title", item.title))
        yield from (("divergence side", view.text) for view in item.sides)
    for asked in briefing.questions:
        yield "question", asked.text
        yield from (("question side", view.text) for view in asked.sides)
    for index, paragraph in enumerate(briefing.method.text if briefing.method else ()):
        yield f"method {index}", paragraph.spans


def _stances(briefing: Briefing) -> Iterator[Position]:
    for held in (held for party in briefing.positions for held in party.issues):
        yield from (*held.positions, *held.also)


def test_each_section_names_people_in_full_once_and_the_briefing_spells_an_acronym_once() -> None:
    texts = printed(assemble(whole(), audience()))
    first = f"{FULL} cite l'OTAN."
    assert texts == {
        "point": f"{FULL} cite {SPELLED}.",
        "chapeau 0": "D. Minic cite l'OTAN.",
        "chapeau 1": f"{first} Bien {SHORT} cite l'OTAN.",
        "position a#1/russie/otan": first,
        "brief a#1/russie/otan": "D. Minic cite l'OTAN.",
        "position p": "Enfin D. Minic cite l'OTAN.",
        "brief p": "Enfin D. Minic cite l'OTAN.",
        "position a#2/ukraine/otan": f"Puis {first}",
        "brief a#2/ukraine/otan": "D. Minic cite l'OTAN.",
        "event": first,
        "divergence title": "D. Minic cite l'OTAN.",
        "divergence": first,
        "divergence side": "D. Minic cite l'OTAN.",
        "question": "D. Minic cite l'OTAN.",
        "question side": first,
        "method 0": "D. Minic cite l'OTAN.",
        "method 1": first,
    }


def test_what_is_no_running_text_stays() -> None:
    briefing = assemble(whole(), audience())
    assert briefing.title == "D. Minic cite l'OTAN."
    assert briefing.sources[0].source.title == "D. Minic cite l'OTAN."
    assert briefing.sources[0].source.note == f"{FULL} cite l'OTAN."
    assert [view.label for view in briefing.questions[0].sides] == ["D. Minic"]
    statements = {plain(e.extract.statement) for note in briefing.notes for e in note.entries}
    assert "D. Minic cite l'OTAN." in statements


def test_the_order_is_that_of_the_audience() -> None:
    texts = printed(assemble(whole(), audience("questions", "points-clés", "sources")))
    assert texts["question side"] == f"{FULL} cite {SPELLED}."
    assert texts["point"] == f"{FULL} cite l'OTAN."


@pytest.mark.parametrize(
    ("naming", "said"),
    [
        (Naming.SHORT, f"Enfin {SHORT} cite l'OTAN."),
        (Naming.FULL, f"Enfin {FULL} cite l'OTAN."),
        (Naming.TYPED, "Enfin D. Minic cite l'OTAN."),
    ],
)
def test_an_audience_chooses(naming: Naming, said: str) -> None:
    texts = printed(assemble(whole(), replace(audience(), naming=naming)))
    assert texts["position p"] == said
    assert texts["brief p"] == "Enfin D. Minic cite l'OTAN."


def test_the_matrix_and_the_detail_have_the_same_words() -> None:
    briefing = assemble(whole(words="Dimitri Minic parle."), audience())
    assert briefing.matrix
    cells = [s for row in briefing.matrix.rows for cell in row.cells for s in cell.positions]
    detail = {s.id: s for p in briefing.positions for held in p.issues for s in held.positions}
    assert cells
    assert {(s.id, s.text, s.brief) for s in cells} == {
        (s.id, detail[s.id].text, detail[s.id].brief) for s in cells
    }
    assert {plain(s.brief).replace("Puis ", "").replace("Enfin ", "") for s in cells} == {
        "D. Minic parle."
    }


def test_a_statement_told_again_has_the_words_that_it_is_printed_in() -> None:
    what = declaring(
        dossier(extract("a#1", statement="D. Minic voit l'OTAN.", issues=("otan", "sanctions")))
    )
    (russie, _) = assembled(what).positions
    first, again = russie.issues[0].positions[0], russie.issues[1].also[0]
    assert first.text == again.text == rich(f"{FULL} voit {SPELLED}.")


def test_a_quotation_may_go_beyond_the_call_of_a_note() -> None:
    words = "Il dit « avec D. Minic[@a#1] et D. Minic » de D. Minic."
    briefing = assembled(declaring(dossier(extract("a#1"), introduction=words)), "chapeau")
    (block,) = briefing.introduction
    text = "".join(plain(passage.spans) + passage.stop for passage in block.passages)
    assert text == "Il dit « avec D. Minic et D. Minic » de Dimitri Minic."


def unnamed(briefing: Briefing) -> Briefing:
    return replace(briefing, people=(), acronyms=())


@FEW
@given(dossiers())
def test_only_words_change(any_dossier: Dossier) -> None:
    """Notes, numbers and calls are what they were."""
    before, after = assembled(any_dossier), assembled(declaring(any_dossier))
    assert before.notes == after.notes
    assert [type(part) for part in parts(unnamed(after))] == [type(part) for part in parts(before)]
    assert [part for part in parts(unnamed(after)) if isinstance(part, int)] == [
        part for part in parts(before) if isinstance(part, int)
    ]


@FEW
@given(dossiers())
def test_what_names_nobody_is_left_alone(any_dossier: Dossier) -> None:
    stranger = replace(any_dossier, people=(Person("Zoé Quidam", "Z. Quidam"),))
    assert unnamed(assembled(stranger)) == assembled(any_dossier)


WORDED = ("points-clés", "chapeau", "positions", "chronologie", "divergences", "questions")


@pytest.mark.parametrize("section", WORDED)
def test_the_sample_says_the_same_with_its_names_as_without(sample: Dossier, section: str) -> None:
    bare = replace(sample, people=(), acronyms=())
    before = list(_texts(assemble(bare, audience(section, "sources"))))
    after = list(_texts(assemble(sample, audience(section, "sources"))))
    one = neutral(sample.people, sample.acronyms)
    assert before != after
    assert [(at, one(plain(text))) for at, text in before] == [
        (at, one(plain(text))) for at, text in after
    ]


def test_the_label_of_an_event_names_people_in_short() -> None:
    event = extract("a#1", kinds=(Kind.EVENT,), date="2025-01-02", brief=f"{FULL}, OTAN.")
    (made,) = assembled(declaring(dossier(event, sources=[source("a")]))).events
    assert plain(made.brief) == f"{SHORT}, OTAN."
