"""`sources.json`: the sources as reference managers read them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from briefing.model.briefing import Briefing
from briefing.model.source import Source
from briefing.model.vocabulary import Dating, Reliability, SourceType
from briefing.outputs.attached.bibliography import to_csl
from briefing.reading.csl import read_csl
from briefing.typesetting.references.csl import TYPES
from tests.builders import FEW, assembled, dossier, edtf, extract, source
from tests.outputs.attached.evidence import Proved, briefings, document, proved
from tests.outputs.attached.linked_data import Json, faults

SCHEMA = "csl.schema.json"


def items(briefing: Briefing) -> list[Json]:
    made = json.loads(to_csl(briefing))
    assert isinstance(made, list)
    return made


def item(held: Source) -> Json:
    """Return the item of a source from which the dossier takes one extract."""
    (made,) = items(assembled(dossier(extract(f"{held.id}#x"), sources=[held])))
    assert isinstance(made, dict)
    return made


def full() -> Source:
    return replace(
        source(),
        collection="Briefings de l'Ifri",
        publisher="Ifri",
        url="https://exemple.fr/a",
        accessed=edtf("2025-03-01"),
        isbn="979-10-373-0997-6",
        language="fr",
        note="Note sans référence.",
    )


# ---- One source ----------------------------------------------------------------------------


def test_a_source_has_all_that_its_fiche_says() -> None:
    assert item(full()) == {
        "id": "minic",
        "type": "report",
        "genre": "rapport",
        "title": "Logiques d'une négociation",
        "author": [{"family": "Minic", "given": "Dimitri"}],
        "collection-title": "Briefings de l'Ifri",
        "publisher": "Ifri",
        "issued": {"date-parts": [[2025, 2, 13]]},
        "accessed": {"date-parts": [[2025, 3, 1]]},
        "URL": "https://exemple.fr/a",
        "ISBN": "979-10-373-0997-6",
        "language": "fr",
        "note": "Note sans référence.",
        "custom": {"document": "minic.txt"},
    }


def test_what_a_source_lacks_is_left_out() -> None:
    assert item(Source("a", "Un titre", path="a.md", line=1)) == {
        "id": "a",
        "type": "document",
        "title": "Un titre",
    }


def test_a_document_that_was_read_has_its_digest() -> None:
    (made,) = items(proved(dossier(extract(quotation="un mot")), "Pas un mot de plus."))
    assert made["custom"]["sha256"] == document("Pas un mot de plus.").sha256


def test_an_inferred_date_is_said_to_be() -> None:
    assert item(replace(full(), dating=Dating.INFERRED))["custom"]["dating"] == "déduite"
    undated = replace(full(), dating=Dating.INFERRED, date=None)
    assert "dating" not in item(undated)["custom"]


def test_a_supplied_title_stands_in_brackets() -> None:
    assert item(replace(source(), title_supplied=True))["title"] == "[Logiques d'une négociation]"


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Dimitri Minic", {"family": "Minic", "given": "Dimitri"}),
        ("Charles de Gaulle", {"family": "de Gaulle", "given": "Charles"}),
        ("Minic, Dimitri", {"family": "Minic", "given": "Dimitri"}),
        ("Jean-Pierre LE BRUN", {"family": "LE BRUN", "given": "Jean-Pierre"}),
        ("Ministère des Affaires étrangères", {"literal": "Ministère des Affaires étrangères"}),
        ("Voltaire", {"literal": "Voltaire"}),
        ("Minic,", {"literal": "Minic,"}),
    ],
)
def test_a_person_has_two_names_and_a_body_one(author: str, name: Json) -> None:
    made = item(replace(source(), authors=(author,)))
    assert made["author"] == [name]
    assert faults(SCHEMA, [made]) == []


@pytest.mark.parametrize("type_", SourceType)
def test_every_kind_of_document_has_a_type_of_csl(type_: SourceType) -> None:
    made = item(replace(full(), type=type_))
    assert (made["type"], made["genre"]) == (TYPES[type_], type_.value)
    assert faults(SCHEMA, [made]) == []


@pytest.mark.parametrize(
    ("type_", "collection", "held"),
    [
        (SourceType.BOOK, "Essais", {"collection-title": "Essais", "publisher": "Ifri"}),
        (SourceType.CHAPTER, "Un livre", {"container-title": "Un livre", "publisher": "Ifri"}),
        (SourceType.WEB_PAGE, "Un site", {"container-title": "Un site", "publisher": "Ifri"}),
        (SourceType.WEB_PAGE, "", {"publisher": "Ifri"}),
        (SourceType.ARTICLE, "Revue", {"container-title": "Revue", "publisher": "Ifri"}),
        (SourceType.ARTICLE, "", {"container-title": "Ifri"}),
        (None, "Essais", {"collection-title": "Essais", "publisher": "Ifri"}),
    ],
)
def test_a_periodical_contains_and_a_collection_gathers(
    type_: SourceType | None, collection: str, held: Json
) -> None:
    made = item(replace(full(), type=type_, collection=collection))
    names = ("container-title", "collection-title", "publisher")
    assert {name: made[name] for name in names if name in made} == held


def test_a_part_tells_what_it_is_in() -> None:
    held = replace(
        full(),
        type=SourceType.CHAPTER,
        authors=("Anne Un",),
        editors=("Paul Deux", "Institut des mers"),
        translators=("Zoé Trois",),
        container="Un livre",
        collection="Essais",
        volume="II",
        number="12",
        edition="2e",
        pages="p. 12-25",
        place="Paris",
        doi="https://doi.org/10.1000/182",
        key="un2025",
    )
    made = item(held)
    assert faults(SCHEMA, [made]) == []
    expected = {
        "citation-key": "un2025",
        "editor": [{"family": "Deux", "given": "Paul"}, {"literal": "Institut des mers"}],
        "translator": [{"family": "Trois", "given": "Zoé"}],
        "container-title": "Un livre",
        "collection-title": "Essais",
        "collection-number": "12",
        "volume": "II",
        "edition": "2e",
        "page": "12-25",
        "publisher-place": "Paris",
        "DOI": "10.1000/182",
    }
    assert {name: made.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("type_", "pages", "held"),
    [
        (SourceType.BOOK, "320", {"number-of-pages": "320"}),
        (SourceType.BOOK, "12-25", {"page": "12-25"}),
        (SourceType.ARTICLE, "4", {"page": "4"}),
        (SourceType.SPEECH, "12 p.", {"number-of-pages": "12"}),
    ],
)
def test_pages_are_those_of_a_part_or_the_length_of_a_whole(
    type_: SourceType, pages: str, held: Json
) -> None:
    made = item(replace(full(), type=type_, pages=pages))
    assert {name: made[name] for name in ("page", "number-of-pages") if name in made} == held


@pytest.mark.parametrize(
    ("type_", "collection", "variable"),
    [
        (SourceType.ARTICLE, "", "issue"),
        (SourceType.REPORT, "Études", "number"),
        (SourceType.BOOK, "Essais", "collection-number"),
        (SourceType.BOOK, "", "number"),
        (SourceType.CHAPTER, "Un livre", "number"),
        (SourceType.LEGAL, "", "number"),
    ],
)
def test_a_number_counts_what_it_stands_with(
    type_: SourceType, collection: str, variable: str
) -> None:
    made = item(replace(full(), type=type_, collection=collection, number="3"))
    numbers = ("issue", "number", "collection-number")
    assert {name: made[name] for name in numbers if name in made} == {variable: "3"}


def test_a_speech_has_its_occasion_and_its_place() -> None:
    held = replace(full(), type=SourceType.SPEECH, event="Conférence de Munich", place="Munich")
    made = item(held)
    assert (made["event-title"], made["event-place"]) == ("Conférence de Munich", "Munich")
    assert faults(SCHEMA, [made]) == []


def test_who_directs_a_thesis_has_not_edited_it() -> None:
    made = item(replace(full(), type=SourceType.THESIS, editors=("Paul Deux",)))
    assert made["contributor"] == [{"family": "Deux", "given": "Paul"}]
    assert "editor" not in made


def test_a_body_that_the_fiche_names_has_one_name() -> None:
    made = item(replace(source(), authors=("Croix Rouge",), bodies=("Croix Rouge",)))
    assert made["author"] == [{"literal": "Croix Rouge"}]


def test_italics_in_a_title_are_those_of_csl() -> None:
    made = item(replace(source(), title="Le procès du *Rainbow Warrior* à Auckland"))
    assert made["title"] == "Le procès du <i>Rainbow Warrior</i> à Auckland"


def test_what_csl_has_no_variable_for_is_kept() -> None:
    made = item(replace(source(), identifier="ECLI:EU:C:2020:1", account="@exemple"))
    assert made["custom"] == {
        "document": "minic.txt",
        "identifier": "ECLI:EU:C:2020:1",
        "account": "@exemple",
    }


READ_BACK = (
    *("authors", "bodies", "editors", "translators", "interviewers", "container", "volume"),
    *("number", "edition", "pages", "event", "place", "publisher", "collection", "type", "title"),
    *("url", "isbn", "doi", "language"),
)


@pytest.mark.parametrize("type_", [t for t in SourceType if t is not SourceType.THESIS])
def test_a_source_can_be_read_back(type_: SourceType) -> None:
    held = replace(
        source(),
        type=type_,
        title="Le procès du *Rainbow Warrior*",
        authors=("Anne Un", "Croix Rouge"),
        bodies=("Croix Rouge",),
        editors=("Paul Deux",),
        translators=("Zoé Trois",),
        interviewers=("Luc Quatre",),
        container="Un recueil",
        volume="II",
        number="12",
        edition="2",
        pages="12-25",
        event="Une conférence",
        place="Paris",
        publisher="Ifri",
        collection="Essais",
        url="https://exemple.fr/a",
        isbn="979-10-373-0997-6",
        doi="10.1000/182",
        language="fr",
    )
    found, findings = read_csl(json.dumps([item(held)]), "sources.json")
    assert findings == []
    assert found is not None
    back = found[held.id]
    assert {n: getattr(back, n) for n in READ_BACK} == {n: getattr(held, n) for n in READ_BACK}


# ---- Which sources -------------------------------------------------------------------------


def two_sources() -> Any:
    other = replace(source("autre"), note="Une remarque.", reliability=Reliability.B)
    return dossier(extract(), sources=[source(), other])


def test_all_sources_of_the_list_are_there_in_its_order() -> None:
    assert [made["id"] for made in items(assembled(two_sources()))] == ["minic", "autre"]


def test_without_a_list_only_the_sources_of_the_notes_are_there() -> None:
    (made,) = items(assembled(two_sources(), "positions"))
    assert made["id"] == "minic"


def test_without_a_list_a_remark_on_a_source_is_left_out() -> None:
    what = dossier(extract(), sources=[full()])
    assert "note" in items(assembled(what))[0]
    assert "note" not in items(assembled(what, "positions"))[0]


@FEW
@given(briefings())
def test_any_briefing_follows_the_data_model(made: Proved) -> None:
    found = items(made.briefing)
    assert faults(SCHEMA, found) == []
    noted = {entry.extract.source for note in made.briefing.notes for entry in note.entries}
    assert noted <= {one["id"] for one in found}
    assert len({one["id"] for one in found}) == len(found)


# ---- The schema can fail -------------------------------------------------------------------

SPOILT: dict[str, Callable[[Json], object]] = {
    "no id": lambda i: i.pop("id"),
    "no type": lambda i: i.pop("type"),
    "a type of ours": lambda i: i.update(type="rapport"),
    "a variable of ours": lambda i: i.update(sha256="00"),
    "an empty variable": lambda i: i.update(publisher=""),
    "an author in one text": lambda i: i.update(author="Dimitri Minic"),
    "an author without family": lambda i: i["author"][0].pop("family"),
    "a body with a family": lambda i: i["author"][0].update(literal="Ifri"),
    "a month 13": lambda i: i["issued"].update({"date-parts": [[2025, 13]]}),
    "a day 32": lambda i: i["issued"].update({"date-parts": [[2025, 1, 32]]}),
    "a year 0": lambda i: i["issued"].update({"date-parts": [[0]]}),
    "three moments": lambda i: i["issued"].update({"date-parts": [[2023], [2024], [2025]]}),
    "parts in words": lambda i: i["issued"].update({"date-parts": [["2025"]]}),
    "a season 21": lambda i: i["issued"].update(season=21),
    "a season without year": lambda i: i.update(issued={"season": 1, "literal": "x"}),
    "an empty date": lambda i: i.update(issued={}),
    "a doubt alone": lambda i: i.update(issued={"circa": True}),
}


@pytest.mark.parametrize("fault", SPOILT)
def test_the_schema_refuses(fault: str) -> None:
    made = item(full())
    assert faults(SCHEMA, [made]) == []
    SPOILT[fault](made)
    assert faults(SCHEMA, [made]) != []


def test_the_schema_refuses_an_item_alone() -> None:
    assert faults(SCHEMA, item(full())) != []
