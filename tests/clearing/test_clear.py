"""What an audience may see, rule by rule, and what is told of the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.clearing import Going, clear
from briefing.model.audience import Anonymous, Audience
from briefing.model.dossier import Dossier, Issue, Party
from briefing.model.extract import Extract
from briefing.model.naming import Person
from briefing.model.text import Paragraph, plain
from briefing.model.vocabulary import Credibility, Reliability, Tlp
from tests.builders import (
    PARTIES,
    audience,
    divergence,
    dossier,
    extract,
    key_point,
    position,
    question,
    rich,
    side,
    source,
)

PUBLIC = replace(audience(), clearance=Tlp.CLEAR)
SECRET = replace(extract("minic#secret"), tlp=Tlp.AMBER)
OPEN = extract("minic#x")


def ids(what: Dossier) -> list[str]:
    return [extract.id for extract in what.extracts]


def going(what: Dossier, who: Audience = PUBLIC) -> list[tuple[Going, str]]:
    return [(c.what, c.name) for c in clear(what, who).withheld.consequences]


@pytest.mark.parametrize("mark", [None, *Tlp])
@pytest.mark.parametrize("clearance", Tlp)
def test_an_audience_sees_what_is_marked_no_higher_than_its_clearance(
    mark: Tlp | None, clearance: Tlp
) -> None:
    order = list(Tlp)
    seen = mark is None or order.index(mark) <= order.index(clearance)
    what = dossier(OPEN, replace(extract("a#y"), tlp=mark))
    assert ("a#y" in ids(clear(what, replace(PUBLIC, clearance=clearance)).dossier)) is seen


def test_what_bears_no_mark_is_for_everybody() -> None:
    what = dossier(OPEN, key_points=[key_point("kp")])
    cleared = clear(what, replace(PUBLIC, clearance=Tlp.RED))
    assert cleared.dossier == what
    assert cleared.withheld.extracts == ()


def test_an_extract_goes_with_its_source() -> None:
    what = dossier(
        OPEN, extract("a#y"), sources=[source("minic"), replace(source("a"), tlp=Tlp.RED)]
    )
    cleared = clear(what, PUBLIC)
    assert ids(cleared.dossier) == ["minic#x"]
    assert [s.id for s in cleared.withheld.sources] == ["a"]
    assert going(what) == [], "its mark says so"


def test_a_source_goes_with_the_last_of_its_extracts() -> None:
    what = dossier(OPEN, replace(extract("a#y"), tlp=Tlp.AMBER))
    assert [s.id for s in clear(what, PUBLIC).dossier.sources] == ["minic"]
    assert going(what) == [(Going.SOURCE, "a")]


def test_a_source_that_never_had_an_extract_stays() -> None:
    what = dossier(OPEN, sources=[source("minic"), source("bare")])
    assert [s.id for s in clear(what, PUBLIC).dossier.sources] == ["minic", "bare"]


def test_an_extract_goes_with_the_last_of_its_parties_and_issues() -> None:
    parties = (*PARTIES, Party("cabinet", "Cabinet", tlp=Tlp.AMBER))
    issues = (Issue("otan", "OTAN"), Issue("caisse", "Caisse", tlp=Tlp.AMBER))
    what = dossier(
        extract("minic#x", parties=("russie", "cabinet"), issues=("otan", "caisse")),
        extract("minic#y", parties=("cabinet",)),
        extract("minic#z", issues=("caisse",)),
        parties=parties,
        issues=issues,
        positions=[position("p", party="cabinet"), position("q", issue="caisse")],
    )
    cleared = clear(what, PUBLIC).dossier
    (left,) = cleared.extracts
    assert (left.id, left.parties, left.issues) == ("minic#x", ("russie",), ("otan",))
    assert cleared.positions == ()
    assert [p.id for p in cleared.parties] == ["russie", "ukraine"]
    assert going(what) == [
        (Going.EXTRACT, "minic#y"),
        (Going.EXTRACT, "minic#z"),
        (Going.POSITION, "p"),
        (Going.POSITION, "q"),
    ]


def test_an_extract_goes_with_its_speaker() -> None:
    what = replace(
        dossier(OPEN, extract("minic#y", said_by="J. ROCHE, présidente")),
        people=(Person("Jeanne Roche", "J. Roche", tlp=Tlp.RED),),
    )
    assert ids(clear(what, PUBLIC).dossier) == ["minic#x"]
    assert clear(what, PUBLIC).dossier.people == ()


def test_what_nothing_bears_out_any_more_goes() -> None:
    marked = replace(SECRET, supports=("kp", "both", "p"))
    what = dossier(
        marked,
        extract("minic#x", supports=("both",)),
        key_points=[key_point("kp"), key_point("both", lead="minic#secret"), key_point("bare")],
        positions=[position("p")],
        questions=[question("q", side("A", "Un.", "minic#secret"), side("B", "Deux."))],
        divergences=[
            divergence("d", side("A", "Un.", "minic#secret")),
            divergence("e", side("A", "Un.", "minic#secret", "minic#x"), side("B", "Deux.")),
        ],
    )
    left = clear(what, PUBLIC).dossier
    assert [(point.id, point.lead) for point in left.key_points] == [("both", ""), ("bare", "")]
    assert left.positions == ()
    assert [s.label for s in left.questions[0].sides] == ["B"]
    assert [d.id for d in left.divergences] == ["e"]
    assert left.divergences[0].sides[0].extracts == ("minic#x",)
    assert [name for name, _ in going(what)] == [
        Going.KEY_POINT,
        Going.POSITION,
        Going.SIDE,
        Going.SIDE,
        Going.DIVERGENCE,
    ]


def test_what_bears_a_mark_itself_is_no_surprise() -> None:
    what = dossier(
        OPEN,
        key_points=[replace(key_point("kp"), tlp=Tlp.AMBER)],
        questions=[replace(question("q"), tlp=Tlp.AMBER)],
        divergences=[replace(divergence("d"), tlp=Tlp.AMBER)],
    )
    cleared = clear(what, PUBLIC)
    assert (cleared.dossier.key_points, cleared.dossier.questions) == ((), ())
    assert len(cleared.withheld.items) == 3
    assert cleared.withheld.consequences == ()


def test_no_tag_names_what_has_gone() -> None:
    what = dossier(
        extract("minic#x", supports=("kp", "kq")),
        key_points=[replace(key_point("kp"), tlp=Tlp.RED), key_point("kq")],
    )
    assert clear(what, PUBLIC).dossier.extracts[0].supports == ("kq",)


ANONYMOUS = replace(
    extract("minic#nobody", said_by="anonyme, un diplomate", quotation="je doute"),
    pulled=True,
    page="12",
    note="à voir",
)


def test_an_unnamed_speaker_may_be_withheld() -> None:
    who = replace(PUBLIC, anonymous=Anonymous.WITHHELD)
    assert ids(clear(dossier(OPEN, ANONYMOUS), who).dossier) == ["minic#x"]


def test_an_unnamed_speaker_may_be_left_with_the_statement_alone() -> None:
    who = replace(PUBLIC, anonymous=Anonymous.SUMMARISED)
    cleared = clear(dossier(OPEN, ANONYMOUS), who)
    left: Extract = cleared.dossier.extracts[1]
    assert plain(left.statement) == plain(ANONYMOUS.statement)
    assert (left.quotation, left.pulled, left.page, left.note) == ("", False, "", "")
    assert left.anonymous
    assert left.speaker is not None
    assert left.speaker.name == ""
    assert [e.id for e in cleared.withheld.quotations] == ["minic#nobody"]


def test_ratings_go_where_they_are_not_shown() -> None:
    rated = replace(OPEN, credibility=Credibility.TWO)
    what = dossier(rated, sources=[replace(source("minic"), reliability=Reliability.B)])
    shown = clear(what, PUBLIC).dossier
    hidden = clear(what, replace(PUBLIC, rating=False)).dossier
    assert (shown.sources[0].reliability, shown.extracts[0].credibility) == ("B", "2")
    assert (hidden.sources[0].reliability, hidden.extracts[0].credibility) == (None, None)


def test_places_in_files_are_for_those_from_whom_nothing_is_withheld() -> None:
    what = dossier(OPEN)
    assert clear(what, audience()).dossier.extracts[0].line == 12
    assert clear(what, PUBLIC).dossier.extracts[0].line == 0


def test_the_texts_keep_their_language_in_another_frame() -> None:
    swiss = replace(dossier(OPEN), language="fr-CH")
    left = clear(swiss, replace(PUBLIC, language="en")).dossier
    assert (left.language, left.text_language) == ("en", "fr-CH")
    assert clear(swiss, PUBLIC).dossier.language == "fr-CH"


def marked(text: str, mark: Tlp | None = None, role: str = "text") -> Paragraph:
    return Paragraph(rich(text), role, mark, 7)


def test_paragraphs_and_headings_go_with_their_mark_and_what_they_head() -> None:
    what = replace(
        dossier(SECRET, OPEN),
        introduction=(
            marked("Rien. Deux[@minic#secret]."),
            marked("Caché.", Tlp.GREEN),
            marked("Titre caché", Tlp.RED, "heading"),
            marked("Sous lui."),
            marked("Titre vide", None, "heading"),
            marked("Trois[@minic#secret]."),
            marked("Seul", None, "heading"),
        ),
    )
    cleared = clear(what, PUBLIC)
    assert [plain(p.spans) for p in cleared.dossier.introduction] == ["Rien.", "Seul"]
    assert going(what) == [
        (Going.SENTENCE, "Deux."),
        (Going.SENTENCE, "Trois."),
        (Going.HEADING, "Titre vide"),
    ]
    assert {c.line for c in cleared.withheld.consequences} == {7}
    assert len(cleared.withheld.passages) == 6


def test_the_foreword_is_cleared_too() -> None:
    who = replace(PUBLIC, foreword=(marked("Un[@minic#secret]. Deux."), marked("T.", Tlp.RED)))
    cleared = clear(dossier(SECRET, OPEN), who)
    assert [plain(p.spans) for p in cleared.foreword] == ["Deux."]
