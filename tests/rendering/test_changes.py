"""« Ce qui a changé » on the page: few words, both wordings whole, what differs marked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.comparing import Snapshot, compare, summarise
from briefing.comparing.wording import reword
from briefing.model.changes import Change, ChangeKind, Changes, ItemKind, at_place
from briefing.model.edition import Medium
from briefing.model.typography import Space, Typography
from briefing.reading.audiences import SECTIONS
from briefing.rendering.changes import cited, day, deleted, inserted, struck, struck_citation
from tests.builders import FEWER, assembled, dossier, edtf, extract, key_point
from tests.comparing.versions import pairs
from tests.rendering.checks import faults
from tests.rendering.pages import MEDIA, Node, page_of, readable

KINDS = ChangeKind
HALF = "La région paierait la moitié du déficit."
THIRD = "La région paierait le tiers du déficit."


def page(*changes: Change, medium: Medium = Medium.SCREEN, **others: object) -> Node:
    made = assembled(dossier(extract(), key_points=[key_point("kp")]))
    told = replace(Changes(edtf("2025-03-03"), changes), **others)  # type: ignore[arg-type]
    return page_of(replace(made, changes=told), medium)


def section(*changes: Change, medium: Medium = Medium.SCREEN, **others: object) -> Node:
    return page(*changes, medium=medium, **others).by_id("changements")


def text(*changes: Change, **others: object) -> str:
    return readable(section(*changes, **others).text)  # type: ignore[arg-type]


def change(kind: ChangeKind, item: ItemKind = ItemKind.KEY_POINT, **fields: str) -> Change:
    return Change(kind, item, "x", **fields)  # type: ignore[arg-type]


REWORDED = Change(
    KINDS.REWORDED, ItemKind.KEY_POINT, "x", HALF, THIRD, rewording=reword(HALF, THIRD)
)


@pytest.mark.parametrize("medium", MEDIA)
def test_without_changes_there_is_no_such_section(medium: Medium) -> None:
    assert not page_of(dossier(extract()), medium).all(class_="changes")


@pytest.mark.parametrize("medium", MEDIA)
def test_it_stands_between_the_key_points_and_the_rest(medium: Medium) -> None:
    made = page(change(KINDS.ADDED, new=HALF), medium=medium)
    order = [node.get("id") for node in made.all("section")]
    assert order[:3] == ["points-cles", "changements", "positions"]


def test_a_changed_figure_shows_both_and_what_it_measures() -> None:
    said = {"old": "12 voitures", "new": "13 voitures", "label": "13 voitures", "text": HALF}
    told = text(change(KINDS.FIGURE, ItemKind.FIGURE, **said))
    assert f"Chiffre clé modifié 13 voitures {HALF} Auparavant : « 12 voitures »" in told


@pytest.mark.parametrize(
    ("kind", "side", "label"),
    [
        (KINDS.ADDED, "new", "Citation mise en exergue"),
        (KINDS.WITHDRAWN, "old", "N'est plus en exergue"),
    ],
)
def test_a_pull_quote_stands_between_marks(kind: ChangeKind, side: str, label: str) -> None:
    told = text(change(kind, ItemKind.PULL_QUOTE, **{side: "nous paierons"}))
    assert f"{label} « nous paierons »" in told


@pytest.mark.parametrize("medium", MEDIA)
def test_its_markup_is_sound(medium: Medium) -> None:
    changes = (REWORDED, change(KINDS.ADDED, ItemKind.QUESTION, new="<b>Et</b> après ?"))
    made = page(*changes, medium=medium, sources_added=("D. Minic", "la note"), others=2)
    assert faults(made) == []


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2025-03-03", "depuis la version du 3 mars 2025"),
        ("2025-04", "depuis une version antérieure (avril 2025)"),
        ("2025~", "depuis une version antérieure (vers 2025)"),
        ("", "depuis une version antérieure"),
    ],
)
def test_it_says_since_when(date: str, said: str) -> None:
    heading = section(REWORDED, since=edtf(date) if date else None).one("h2")
    assert readable(heading.text) == f"Ce qui a changé {said}"


@pytest.mark.parametrize("medium", MEDIA)
def test_a_rewording_prints_both_sentences_whole_and_marks_the_words(medium: Medium) -> None:
    made = section(REWORDED, medium=medium)
    assert THIRD in readable(made.text)
    assert f"Auparavant : « {HALF} »" in readable(made.text)
    assert [node.text for node in made.all("ins")] == ["le tiers"]
    assert [node.text for node in made.all("del")] == ["la moitié"]


def test_two_other_sentences_have_no_marks() -> None:
    other = "Les usagers, eux, attendent."
    made = section(replace(REWORDED, new=other, rewording=reword(HALF, other)))
    assert other in made.text
    assert made.all("ins", "del") == []


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (change(KINDS.ADDED, new=HALF), f"Point clé nouveau {HALF}"),
        (change(KINDS.WITHDRAWN, old=HALF), f"Point clé retiré {HALF}"),
        (
            change(KINDS.ADDED, ItemKind.POSITION, new=HALF, label="Région – Tarif"),
            f"Position nouvelle Région – Tarif {HALF}",
        ),
        (
            change(KINDS.WITHDRAWN, ItemKind.POSITION, old=HALF, label="Région – Tarif"),
            f"Position retirée Région – Tarif {HALF}",
        ),
        (
            change(KINDS.ADDED, ItemKind.QUESTION_SIDE, new=HALF, label="Qui paie ? – Région"),
            f"Question : élément nouveau Qui paie ? – Région {HALF}",
        ),
        (
            replace(REWORDED, item=ItemKind.DIVERGENCE_SIDE, label="Le prix"),
            f"Divergence : élément reformulé Le prix {THIRD} Auparavant : « {HALF} »",
        ),
        (change(KINDS.WITHDRAWN, ItemKind.QUESTION, old="Qui paie ?"), "Question retirée Qui paie"),
        (change(KINDS.ADDED, ItemKind.DIVERGENCE, new="Deux dates"), "Divergence nouvelle Deux"),
        (
            change(KINDS.SUPPORT, text=HALF, old="1", new="3"),
            f"Appui renforcé {HALF} Désormais trois sources distinctes, contre une auparavant.",
        ),
        (
            change(KINDS.SUPPORT, text=HALF, new="2"),
            f"Appui modifié {HALF} Désormais deux sources distinctes.",
        ),
        (
            change(KINDS.SUPPORT, text=HALF, old="2", new="1"),
            f"Appui réduit {HALF} Désormais une source unique, contre deux auparavant.",
        ),
        (
            change(KINDS.SUPPORT, text=HALF, old="20", new="0"),
            "Désormais sans source, contre 20 auparavant.",
        ),
        (change(KINDS.SUPPORT, text=HALF, old="0", new="1"), ", contre aucune auparavant."),
        (
            change(KINDS.PROOF, text=HALF, old="a#1", new="b#1"),
            f"Appui modifié {HALF} Les extraits qui l'étayent ne sont plus les mêmes.",
        ),
        (change(KINDS.MODIFIED, ItemKind.INTRODUCTION), "Chapeau remanié"),
    ],
)
def test_what_became_of_an_item_is_said(made: Change, said: str) -> None:
    assert said in text(made)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (
            change(KINDS.ADDED, ItemKind.POSITION, new=HALF),
            f"complétée Région – Tarif S'y ajoute : « {HALF} »",
        ),
        (
            change(KINDS.WITHDRAWN, ItemKind.POSITION, old=HALF),
            f"retirée Région – Tarif N'y est plus : « {HALF} »",
        ),
        (
            replace(REWORDED, item=ItemKind.POSITION),
            f"reformulée Région – Tarif {THIRD} Auparavant : « {HALF} »",
        ),
        (
            change(KINDS.VOICE, ItemKind.POSITION, text=HALF, old="propre", new="directe"),
            f"précisée Région – Tarif {HALF} Parole directe (auparavant : analyse personnelle).",
        ),
        (
            change(KINDS.DATE, ItemKind.POSITION, text=HALF, old="", new="2025-03"),
            f"{HALF} Date : mars 2025.",
        ),
        (
            change(KINDS.DATE, ItemKind.POSITION, text=HALF, old="2025-03", new=""),
            f"{HALF} Sans date (auparavant : mars 2025).",
        ),
        (
            change(KINDS.SPEAKERS, ItemKind.POSITION, text=HALF, old="J. Roche", new=""),
            f"{HALF} Sans locuteur (auparavant : J. Roche).",
        ),
        (
            change(KINDS.STATUS, ItemKind.POSITION, text=HALF, old="déclaration", new="analyse"),
            f"{HALF} Analyse (auparavant : déclaration).",
        ),
        (
            change(
                KINDS.VOICE, ItemKind.POSITION, text=HALF, old="inouïe", new="rapportée, attribuée"
            ),
            f"{HALF} Propos rapportés, intention attribuée (auparavant : inouïe).",
        ),
    ],
)
def test_what_became_of_a_position_is_said(part: Change, said: str) -> None:
    assert said in text(at_place("Région – Tarif", (part,)))


def test_a_position_in_two_ways_is_modified_and_printed_once() -> None:
    voice = change(KINDS.VOICE, ItemKind.POSITION, text=THIRD, old="rapportée", new="directe")
    who = replace(voice, kind=KINDS.SPEAKERS, old="l'exploitant", new="Paul Vidal")
    tags = (
        "Parole directe (auparavant : propos rapportés) ; "
        "locuteur : Paul Vidal (auparavant : l'exploitant)."
    )
    said = text(at_place("Région – Tarif", (voice, who)))
    assert f"Position précisée Région – Tarif {THIRD} {tags}" in said
    said = text(at_place("Région – Tarif", (replace(REWORDED, item=voice.item), voice, who)))
    assert f"Position modifiée Région – Tarif {THIRD} Auparavant : « {HALF} » {tags}" in said


@pytest.mark.parametrize("medium", MEDIA)
def test_the_mark_between_two_tags_is_spaced_as_the_house_has_it(medium: Medium) -> None:
    voice = change(KINDS.VOICE, ItemKind.POSITION, text=THIRD, old="rapportée", new="directe")
    who = replace(voice, kind=KINDS.SPEAKERS, old="l'exploitant", new="Paul Vidal")
    made = assembled(dossier(extract()))
    told = Changes(edtf("2025-03-03"), (at_place("Région – Tarif", (voice, who)),))
    house = Typography(space=Space.FULL)
    shown = page_of(replace(made, changes=told, typography=house), medium)
    said = shown.by_id("changements").text
    assert "\u00a0; locuteur" in said
    assert "\u202f;" not in said


@pytest.mark.parametrize("medium", MEDIA)
def test_what_is_withdrawn_is_struck_through(medium: Medium) -> None:
    gone = [
        change(KINDS.WITHDRAWN, old=HALF),
        change(KINDS.WITHDRAWN, ItemKind.POSITION, old=HALF, label="Région – Tarif"),
        at_place("Région – Tarif", (change(KINDS.WITHDRAWN, ItemKind.POSITION, old=HALF),)),
    ]
    made = section(*gone, medium=medium)
    assert [readable(node.text) for node in made.all("del")] == [HALF] * 3


def test_no_label_says_what_the_analyst_doesn_t() -> None:
    parts = (change(KINDS.ADDED, ItemKind.POSITION, new=HALF),)
    assert "déplac" not in text(at_place("Région – Tarif", parts))


def test_sources_are_listed_in_a_line() -> None:
    said = text(sources_added=("D. Minic", "la note"), sources_withdrawn=("l'appel",))
    assert "Sources ajoutées : D. Minic et la note." in said
    assert "Source retirée : l'appel." in said


@pytest.mark.parametrize(
    ("changes", "others", "said"),
    [
        ((REWORDED,), 1, "Et un autre changement."),
        ((REWORDED,), 4, "Et quatre autres changements."),
        ((), 1, "Un changement, qui n'est pas détaillé ici."),
        ((), 3, "Trois changements, qui ne sont pas détaillés ici."),
    ],
)
def test_the_others_are_counted(changes: tuple[Change, ...], others: int, said: str) -> None:
    assert said in text(*changes, others=others)


def test_no_other_is_counted_where_there_is_none() -> None:
    assert section(REWORDED).all(class_="others") == []


@FEWER
@given(pairs(), st.sampled_from(MEDIA))
def test_any_changes_make_a_sound_page(versions: tuple[Snapshot, Snapshot], medium: Medium) -> None:
    made = summarise(compare(*versions), *versions, SECTIONS)
    briefing = replace(assembled(dossier(extract())), changes=made)
    assert faults(page_of(briefing, medium)) == []


def test_wordings_are_set_in_french_across_their_marks() -> None:
    made = reword("Que veut Moscou ?", "Que veut donc Moscou ?")
    assert inserted(made.new) == "Que veut <ins>donc</ins> Moscou\u202f?"
    assert deleted(made.old) == "«\u202fQue veut Moscou\u202f?\u202f»"


def test_quotes_within_an_old_wording_are_inner_ones() -> None:
    assert cited("Il dit « non » à Kyiv.") == "«\u202fIl dit “non” à Kyiv.\u202f»"
    gone = struck_citation("Il dit « <non> ».")
    assert gone == "«\u202f<del>Il dit “&lt;non&gt;”.</del>\u202f»"
    assert struck("Et <alors> ?") == "<del>Et &lt;alors&gt;\u202f?</del>"


def test_wordings_are_escaped() -> None:
    made = reword("un <b> deux", "un <b> trois")
    assert inserted(made.new) == "un &lt;b&gt; <ins>trois</ins>"


def test_a_day_is_set_and_what_is_none_stays() -> None:
    assert day("2025-03-01") == "1<sup>er</sup>\u00a0mars\u00a02025"
    assert day("<jadis>") == "&lt;jadis&gt;"
