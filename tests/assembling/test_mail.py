"""What of a dossier an e-mail holds, and what it leaves to the briefing."""

from __future__ import annotations

from dataclasses import replace

from briefing.api import assemble, assemble_mail
from briefing.assembling.mail import mailed, shortened
from briefing.model.audience import Audience, Depth, NoteStyle
from briefing.model.briefing import Briefing, Draft
from briefing.model.dossier import Dossier
from briefing.model.mailing import Mailing
from briefing.model.text import plain
from briefing.model.vocabulary import Kind, Tlp, Voice
from briefing.reading.audiences import BUILT_IN
from tests.builders import audience, dossier, edtf, extract, key_point, question


def mail(what: Dossier, to: Audience | None = None, draft: Draft | None = None) -> Briefing:
    chosen = to or audience()
    return assemble_mail(what, chosen, assemble(what, chosen, draft=draft))


def stance(id_: str, party: str, *, issue: str = "otan", voice: Voice = Voice.OWN) -> object:
    return extract(id_, statement=f"Il dit {id_}.", parties=[party], issues=[issue], voice=voice)


def told(briefing: Briefing) -> list[tuple[str, str]]:
    return [(position.party.id, plain(position.text)) for position in briefing.highlights]


def test_an_audience_has_the_sections_of_an_email_that_its_edition_has() -> None:
    assert mailed(audience()).sections == ("points-clés", "positions", "questions", "sources")
    assert mailed(BUILT_IN["presse"]).sections == ("points-clés", "sources")
    chosen = replace(BUILT_IN["presse"], mailed=("questions", "points-clés"))
    assert mailed(chosen).sections == ("questions", "points-clés")


def test_an_email_quotes_nothing_and_sees_what_its_audience_sees() -> None:
    found = mailed(replace(BUILT_IN["presse"], clearance=Tlp.AMBER))
    assert found.depth is Depth.NONE
    assert found.notes is NoteStyle.NONE
    assert found.clearance is Tlp.AMBER
    assert found.anonymous is BUILT_IN["presse"].anonymous
    assert mail(dossier(extract())).notes == ()


def test_it_holds_the_first_five_points_and_the_first_question_and_counts_the_others() -> None:
    what = dossier(
        extract(),
        key_points=[key_point(f"k{i}", f"Le point {i}.") for i in range(7)],
        questions=[question(f"q{i}") for i in range(3)],
    )
    found = mail(what)
    assert [point.id for point in found.key_points] == ["k0", "k1", "k2", "k3", "k4"]
    assert [item.id for item in found.questions] == ["q0"]
    assert found.left_out == (("points-clés", 2), ("questions", 2))
    assert mail(dossier(extract(), key_points=[key_point("k")])).left_out == ()


def test_it_counts_what_its_own_edition_holds_besides() -> None:
    what = dossier(extract(), questions=[question(f"q{i}") for i in range(9)])
    assert mail(what, BUILT_IN["decideurs"]).left_out == (("questions", 5),)
    alone = replace(BUILT_IN["presse"], mailed=("questions",))
    assert mail(what, alone).left_out == ()


def test_it_names_one_position_a_party_that_most_sources_bear_out() -> None:
    what = dossier(
        stance("a#un", "ukraine"),  # type: ignore[arg-type]
        stance("a#deux", "ukraine", issue="sanctions", voice=Voice.DIRECT),  # type: ignore[arg-type]
        stance("b#trois", "russie"),  # type: ignore[arg-type]
    )
    assert told(mail(what)) == [("russie", "Il dit b#trois."), ("ukraine", "Il dit a#deux.")]


def test_three_positions_are_the_most() -> None:
    parties = [replace(dossier().parties[0], id=id_, name=id_) for id_ in "abcd"]
    extracts = [stance(f"s{id_}#x", id_) for id_ in "abcd"]
    what = dossier(*extracts, parties=parties)  # type: ignore[arg-type]
    assert [party for party, _ in told(mail(what))] == ["a", "b", "c"]


def test_what_two_parties_share_is_said_once() -> None:
    both = extract("a#un", parties=["russie", "ukraine"])
    assert [party for party, _ in told(mail(dossier(both)))] == ["russie"]


def test_sources_are_numbered_as_the_email_cites_them() -> None:
    last = extract("z#un", kinds=[Kind.CONTEXT], supports=["k"])
    what = dossier(extract("a#un", kinds=[Kind.CONTEXT]), last, key_points=[key_point("k")])
    found = mail(what)
    assert found.key_points[0].support.numbers == (1,)
    assert [(entry.number, entry.source.id, entry.cited) for entry in found.sources] == [
        (1, "z", True),
        (2, "a", False),
    ]


def test_it_bears_date_label_and_draft_of_what_it_carries() -> None:
    what = dossier(replace(extract(), tlp=Tlp.GREEN), date="")
    chosen = audience()
    whole = assemble(what, chosen, date=edtf("2025-03"), draft=Draft(2))
    found = assemble_mail(replace(what, mailing=Mailing("Objet")), chosen, whole)
    assert found.date == edtf("2025-03")
    assert found.tlp is Tlp.GREEN
    assert found.draft == Draft(2)
    assert found.mailing == Mailing("Objet")
    assert whole.mailing is None


def test_it_is_shortened_in_an_order_that_is_told() -> None:
    what = dossier(
        extract(),
        key_points=[key_point(f"k{i}", f"Le point {i}.") for i in range(5)],
        questions=[question("q")],
    )
    steps = list(shortened(mail(what)))
    assert [name for name, _ in steps] == ["sources", "positions", "questions", "points-clés"]
    assert steps[0][1].sections == ("points-clés", "positions", "questions")
    assert steps[2][1].sections == ("points-clés",)
    assert [point.id for point in steps[3][1].key_points] == ["k0", "k1", "k2"]
    assert steps[3][1].left_out == (("points-clés", 2),)
    assert list(shortened(steps[3][1])) == []
