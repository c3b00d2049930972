"""What one page holds: so many of each, by rule, and the rest counted."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from briefing.assembling import assemble
from briefing.assembling.digest import MOST, WATCHED, digest
from briefing.model.briefing import Briefing
from briefing.model.dossier import Dossier, Issue, Party
from briefing.model.extract import Extract
from briefing.model.parts import DeclaredSection
from briefing.model.vocabulary import DivergenceKind
from briefing.reading.audiences import BUILT_IN
from tests.builders import (
    FEW,
    divergence,
    dossier,
    dossiers,
    extract,
    key_point,
    position,
    question,
    rich,
    side,
)

ISSUES = tuple(Issue(f"e{number}", f"Enjeu {number}") for number in range(1, 9))
PARTIES = tuple(Party(f"p{number}", f"Partie {number}") for number in range(1, 9))


def page_of(what: Dossier) -> Briefing:
    return assemble(what, BUILT_IN["decideurs"])


def told(issue: str, source: str, party: str = "p1") -> Extract:
    return extract(f"{source}#{issue}-{party}", parties=(party,), issues=(issue,))


def test_key_points_and_questions_are_the_first_ones() -> None:
    full = dossier(
        extract(),
        key_points=[key_point(f"k{number}") for number in range(7)],
        questions=[question(f"q{number}") for number in range(9)],
    )
    made = page_of(full)
    assert [point.id for point in made.key_points] == [f"k{number}" for number in range(5)]
    assert [item.id for item in made.questions] == [f"q{number}" for number in range(6)]
    assert dict(made.left_out) == {"points-clés": 2, "questions": 3}


def test_the_issues_that_most_sources_bear_out_stay_in_their_order() -> None:
    two = [told(f"e{number}", source) for number in range(3, 9) for source in ("a", "b")]
    full = dossier(told("e1", "a"), told("e2", "a"), *two, issues=ISSUES, parties=PARTIES[:1])
    made = page_of(full)
    assert [issue.id for issue in made.issues] == [f"e{number}" for number in range(3, 9)]
    assert dict(made.left_out) == {"enjeux": 2}


def test_of_equals_the_analyst_s_first_stay() -> None:
    full = dossier(*(told(i.id, "a") for i in ISSUES), issues=ISSUES, parties=PARTIES[:1])
    assert [issue.id for issue in page_of(full).issues] == [f"e{n}" for n in range(1, 7)]


def test_a_declared_position_counts_for_its_party() -> None:
    joined = replace(extract("a#x", parties=(), issues=()), supports=("pos",))
    full = dossier(
        joined,
        parties=PARTIES,
        issues=ISSUES[:1],
        positions=[position("pos", party="p8", issue="e1")],
    )
    assert "p8" in {party.id for party in page_of(full).parties}


def test_an_extract_of_a_party_left_out_is_no_fault() -> None:
    many = [told("e1", "a", party.id) for party in PARTIES]
    made = page_of(dossier(*many, parties=PARTIES, issues=ISSUES[:1]))
    assert made.matrix is not None
    assert len(made.matrix.parties) == MOST["parties"]
    assert dict(made.left_out) == {"parties": 2}


def test_what_may_still_move_is_watched_and_nothing_else() -> None:
    kinds = (
        DivergenceKind.PROBABLE_ERROR,
        DivergenceKind.DISAGREEMENT,
        DivergenceKind.ANACHRONISM,
        DivergenceKind.EVOLUTION,
        DivergenceKind.DISAGREEMENT,
    )
    full = dossier(
        extract(), divergences=[divergence(f"d{n}", kind=kind) for n, kind in enumerate(kinds)]
    )
    made = page_of(full)
    assert [item.id for item in made.divergences] == ["d3", "d1", "d4"]
    assert dict(made.left_out) == {"divergences": 2}


def test_questions_and_divergences_are_bare_and_keep_their_sources() -> None:
    stand = side("Moscou", "On en sait peu.", "minic#objectifs")
    full = dossier(
        extract(), questions=[question("q", stand)], divergences=[divergence("d", stand)]
    )
    made = page_of(full)
    (asked,), (watched,) = made.questions, made.divergences
    assert (asked.sides, watched.sides, watched.text) == ((), (), ())
    assert asked.support.numbers == watched.support.numbers == (1,)


def test_a_cell_shows_its_fittest_statement_and_counts_the_others() -> None:
    made = page_of(dossier(*(extract(f"minic#{name}", statement=f"{name}.") for name in "abc")))
    assert made.matrix is not None
    cell = made.matrix.rows[0].cells[0]
    assert (len(cell.positions), cell.others) == (1, 2)


def test_a_section_of_its_own_stays_out_unless_written_for_it() -> None:
    own = DeclaredSection("glose", rich("Glose"))
    short, _ = digest(replace(dossier(extract()), sections=(own,)))
    assert short.sections == ()
    chosen = replace(own, only_for=("decideurs",))
    assert digest(replace(dossier(extract()), sections=(chosen,)))[0].sections == (chosen,)


def test_a_page_has_the_sections_that_its_audience_names_and_no_others() -> None:
    own = replace(dossier(extract()), sections=(DeclaredSection("glose", rich("Glose")),))
    page = BUILT_IN["decideurs"]
    named = replace(page, sections=("glose", *page.sections), ordered=True)
    for audience, there in ((page, ()), (named, ("glose",))):
        briefing = assemble(own, audience)
        assert tuple(section.id for section in briefing.own_sections) == there
        assert tuple(set(briefing.sections) & {"glose"}) == there


@FEW
@given(dossiers())
def test_nothing_is_more_than_a_page_holds_nor_lost_uncounted(full: Dossier) -> None:
    short, left_out = digest(full)
    sizes = {
        "points-clés": (full.key_points, short.key_points),
        "parties": (full.parties, short.parties),
        "enjeux": (full.issues, short.issues),
        "questions": (full.questions, short.questions),
        "divergences": (full.divergences, short.divergences),
    }
    for name, (all_, kept) in sizes.items():
        assert len(kept) <= MOST[name]
        assert len(kept) + dict(left_out).get(name, 0) == len(all_)
        assert set(kept) <= set(all_)
    assert {item.kind for item in short.divergences} <= set(WATCHED)


@FEW
@given(dossiers())
def test_any_dossier_makes_a_page(full: Dossier) -> None:
    made = page_of(full)
    assert made.notes == ()
    assert made.positions == ()
