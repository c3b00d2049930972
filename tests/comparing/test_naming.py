"""A first mention that moves is no change; another name is one."""

from __future__ import annotations

from dataclasses import replace

from briefing.comparing import Snapshot, compare, read_snapshot
from briefing.model.changes import Change, ChangeKind, ItemKind
from briefing.model.dossier import Dossier
from briefing.model.naming import Acronym, Person
from briefing.outputs.attached.structure import to_json
from tests.builders import assembled, dossier, extract, key_point, question, rich, side

PEOPLE = (Person("Donald Trump", "D. Trump"), Person("Jean Dupont", "J. Dupont"))
ACRONYMS = (Acronym("OTAN", "Organisation du traité"),)


def version(*texts: str, declared: bool = True, title: str = "T") -> Snapshot:
    """Return the version whose key points, and known sides, say `texts`."""
    points = [key_point(f"k{text}", text) for text in texts]
    asked = question("q", *(side(f"c{text}", text) for text in texts))
    what = dossier(extract("a#1"), title=title, key_points=points, questions=[asked])
    if declared:
        what = replace(what, people=PEOPLE, acronyms=ACRONYMS)
    return snapshot(what)


def snapshot(what: Dossier) -> Snapshot:
    return read_snapshot(to_json(assembled(what)), "essai")


def told(old: Snapshot, new: Snapshot) -> list[tuple[ChangeKind, ItemKind, str]]:
    return [(c.kind, c.item, c.new or c.old) for c in compare(old, new)]


AFTER = "D. Trump voit l'OTAN."


def test_an_item_before_another_moves_its_first_mention_and_changes_nothing_in_it() -> None:
    old, new = version(AFTER), version("D. Trump sort de l'OTAN.", AFTER)
    first = "Donald Trump voit l'Organisation du traité (OTAN)."
    assert [first in {entry.text for entry in made.entries} for made in (old, new)] == [True, False]
    assert {kind for kind, _, _ in told(old, new)} == {ChangeKind.ADDED}
    assert {kind for kind, _, _ in told(new, old)} == {ChangeKind.WITHDRAWN}


def test_people_declared_since_change_nothing() -> None:
    assert told(version(AFTER, declared=False), version(AFTER)) == []


def test_what_is_told_has_people_in_short() -> None:
    (added, *_) = told(version(), version("Donald Trump sort de l'OTAN."))
    assert added == (ChangeKind.ADDED, ItemKind.KEY_POINT, "D. Trump sort de l'OTAN.")


def reworded(old: str, new: str) -> list[Change]:
    one, other = (
        replace(
            dossier(extract("a#1", statement=text, brief=text), key_points=[key_point("k", text)]),
            people=PEOPLE,
        )
        for text in (old, new)
    )
    return list(compare(snapshot(one), snapshot(other)))


def test_another_person_is_a_change() -> None:
    changes = reworded("J. Dupont part.", "D. Trump part.")
    assert {change.kind for change in changes} == {ChangeKind.REWORDED}


def test_another_form_within_a_quotation_is_a_change() -> None:
    changes = reworded("Il dit « J. Dupont ».", "Il dit « Jean Dupont ».")
    assert ChangeKind.REWORDED in {change.kind for change in changes}


def test_titles_and_references_are_compared_as_they_stand() -> None:
    found = told(version(title="D. Trump"), version(title="Donald Trump"))
    assert found == [(ChangeKind.REWORDED, ItemKind.TITLE, "Donald Trump")]


def test_the_sample_doesnt_change_when_its_first_key_point_goes(sample: Dossier) -> None:
    """It holds the first mentions of four people."""
    shorter = replace(sample, key_points=sample.key_points[1:])
    changes = compare(snapshot(sample), snapshot(shorter))
    (gone, *others) = [change for change in changes if change.kind is not ChangeKind.PROOF]
    assert (gone.kind, gone.id or gone.old_id) == (ChangeKind.WITHDRAWN, sample.key_points[0].id)
    assert [change for change in others if change.kind is ChangeKind.REWORDED] == []


def test_the_sample_doesnt_change_when_nobody_is_declared(sample: Dossier) -> None:
    bare = replace(sample, people=(), acronyms=())
    assert compare(snapshot(bare), snapshot(sample)) == ()
    assert compare(snapshot(sample), snapshot(bare)) == ()


def test_statements_are_rich_or_plain() -> None:
    what = replace(dossier(extract("a#1", statement="*D. Trump* part.")), people=PEOPLE)
    other = replace(what, extracts=(replace(what.extracts[0], statement=rich("D. Trump part.")),))
    assert compare(snapshot(what), snapshot(other)) == ()
