"""`extraits.jsonld`: the printed extracts as Web Annotations, whoever reads them."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import given

from briefing.model.dossier import Author
from briefing.model.verification import Verdict
from briefing.model.vocabulary import Dating, Likelihood, Voice
from briefing.outputs.attached.annotations import to_annotations
from briefing.outputs.attached.identity import named_by_hash
from tests.builders import FEW, assembled, dossier, edtf, extract, key_point, source
from tests.outputs.attached.evidence import Proved, briefings, document, proved
from tests.outputs.attached.linked_data import Json, faults
from tests.outputs.attached.readers import QUOTATION, SCHEMA, TEXT, annotated, only, read


def tagged(annotation: Json) -> list[str]:
    """Return the tags, with plain spaces."""
    bodies = (body for body in annotation["body"] if body["purpose"] == "tagging")
    return [body["value"].replace("\u00a0", " ") for body in bodies]


# ---- One annotation ------------------------------------------------------------------------


def test_a_verified_quotation_has_its_words_its_place_and_its_document() -> None:
    said = extract(quotation=QUOTATION)
    (target,) = only(proved(dossier(said), TEXT))["target"]
    start = TEXT.index("dont")
    end = TEXT.index(", et que")
    assert target == {
        "type": "SpecificResource",
        "source": {
            "id": named_by_hash(document(TEXT).sha256),
            "type": "Text",
            "format": "text/plain",
            "language": "fr",
            "dcterms:identifier": "minic",
            "dcterms:title": "Logiques d'une négociation",
            "dcterms:bibliographicCitation": (
                "Dimitri Minic, «\u202fLogiques d’une négociation\u202f», s.\u00a0l., "
                "13\u00a0février\u00a02025."
            ),
        },
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": "dont les objectifs\nrestent maximalistes",
                "prefix": "Minic écrit : ",
                "suffix": ", et que Moscou n’y renonce pas."[:32],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }


def test_each_part_around_an_elision_has_its_own_target() -> None:
    said = extract(quotation="dont les objectifs […] Moscou n'y renonce pas")
    targets = only(proved(dossier(said), TEXT))["target"]
    assert [t["selector"][0]["exact"] for t in targets] == [
        "dont les objectifs",
        "Moscou n’y renonce pas",
    ]
    assert [t["selector"][1]["start"] for t in targets] == [14, TEXT.index("Moscou")]
    assert targets[0]["source"] == targets[1]["source"]


@pytest.mark.parametrize(
    ("quotation", "exact"),
    [
        ("les objectifs sont modestes", ["les objectifs sont modestes"]),
        ("tout autre chose […] sans rapport", ["tout autre chose", "sans rapport"]),
        ("[…]", ["[…]"]),
    ],
)
@pytest.mark.parametrize("asked", [True, False])
def test_what_is_not_verified_has_words_and_no_place(
    quotation: str, exact: list[str], asked: bool
) -> None:
    what = dossier(extract(quotation=quotation))
    targets = only(proved(what, TEXT) if asked else assembled(what))["target"]
    assert [t["selector"] for t in targets] == [
        [{"type": "TextQuoteSelector", "exact": words}] for words in exact
    ]


def test_words_that_stand_at_several_places_have_the_first() -> None:
    briefing = proved(dossier(extract(quotation=QUOTATION)), f"{TEXT} Et puis : {QUOTATION}.")
    (entry,) = briefing.notes[0].entries
    assert entry.verification is not None
    assert entry.verification.verdict is Verdict.AMBIGUOUS
    (target,) = only(briefing)["target"]
    assert target["selector"][1] == {"type": "TextPositionSelector", "start": 14, "end": 53}


def test_places_count_code_points_not_bytes_nor_utf_16() -> None:
    (target,) = only(proved(dossier(extract(quotation=QUOTATION)), "\U0001f54aé" + TEXT))["target"]
    assert target["selector"][1]["start"] == 2 + TEXT.index("dont")


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.txt", "text/plain"),
        ("a.MD", "text/markdown"),
        ("a.b.html", "text/html"),
        ("a.pdf", "application/pdf"),
        ("a.odt", None),
        ("txt", "text/plain"),
    ],
)
def test_the_format_is_that_of_the_document(name: str, media_type: str | None) -> None:
    briefing = proved(dossier(extract(quotation=QUOTATION)), TEXT, name=name)
    (target,) = only(briefing)["target"]
    assert target["source"].get("format") == media_type


def test_a_document_that_was_not_read_has_the_name_of_its_address() -> None:
    held = replace(source(), url="https://exemple.fr/a?b=1")
    (target,) = only(assembled(dossier(extract(), sources=[held])))["target"]
    assert target["source"]["id"] == target["source"]["schema:url"] == "https://exemple.fr/a?b=1"


@pytest.mark.parametrize(
    "url", ["", "exemple.fr", "https://a b", "http://x/<y>", "file:///etc", "https://a/%zz"]
)
def test_an_address_that_is_none_names_nothing(url: str) -> None:
    held = replace(source(), url=url)
    made = read(assembled(dossier(extract(), sources=[held])))
    (annotation,) = made["first"]["items"]
    assert annotation["target"][0]["source"]["id"].startswith("urn:uuid:")
    assert faults(SCHEMA, made) == []


def test_a_supplied_title_stands_in_brackets_and_a_false_language_is_left_out() -> None:
    held = replace(source(), title_supplied=True, language="du français")
    (target,) = only(assembled(dossier(extract(), sources=[held])))["target"]
    assert target["source"]["dcterms:title"] == "[Logiques d'une négociation]"
    assert "language" not in target["source"]


# ---- Its bodies ----------------------------------------------------------------------------


def test_the_statement_describes_and_the_tags_are_those_of_the_fiche() -> None:
    said = replace(
        extract(
            statement="Un *de facto* maximaliste, dit-il ?",
            said_by="Dimitri Minic, chercheur",
            parties=("russie", "ukraine"),
            via=("Reuters", "Politico"),
            date="2025-02-12",
            dating=Dating.INFERRED,
        ),
        likelihood=Likelihood.LIKELY,
    )
    annotation = only(proved(dossier(said), TEXT))
    first = annotation["body"][0]
    assert (first["purpose"], first["value"]) == (
        "describing",
        "Un de facto maximaliste, dit-il\u202f?",
    )
    assert {(b["type"], b["format"], b["language"]) for b in annotation["body"]} == {
        ("TextualBody", "text/plain", "fr")
    }
    assert tagged(annotation) == [
        *("nature : position", "partie : Russie", "partie : Ukraine", "enjeu : OTAN"),
        *("date : 2025-02-12", "datation : déduite", "locuteur : Dimitri Minic, chercheur"),
        *("voix : attribuée", "via : Reuters", "via : Politico", "statut : analyse"),
        *("vraisemblance : probable", "citation : mot à mot dans le document"),
    ]


@pytest.mark.parametrize(
    ("said_by", "tag"),
    [
        ("anonyme, un diplomate", "locuteur : un diplomate (source anonyme)"),
        ("anonyme", "locuteur : anonyme"),
    ],
)
def test_an_anonymous_speaker_is_said_to_be(said_by: str, tag: str) -> None:
    assert tag in tagged(only(assembled(dossier(extract(said_by=said_by)))))


def test_what_an_extract_lacks_gives_no_tag() -> None:
    bare = extract(kinds=(), parties=(), issues=(), said_by="", voice=None, status=None)
    briefing = assembled(dossier(replace(bare, supports=("kp",)), key_points=[key_point("kp")]))
    assert tagged(only(briefing)) == []


@pytest.mark.parametrize(
    ("quotation", "words"),
    [
        (QUOTATION, "mot à mot dans le document"),
        ("Moscou", "mot à mot, à plusieurs endroits du document"),
        ("dont les objectifs restent minimalistes", "proche d’un passage du document"),
        ("rien de tel n'est écrit", "introuvable dans le document"),
    ],
)
def test_how_the_quotation_stands_is_a_tag(quotation: str, words: str) -> None:
    briefing = proved(dossier(extract(quotation=quotation)), TEXT + " Moscou attend.")
    assert tagged(only(briefing))[-1] == f"citation : {words}"


def test_a_voice_is_a_tag_in_the_words_of_the_fiche() -> None:
    for voice in Voice:
        said = only(assembled(dossier(extract(voice=voice))))
        assert f"voix : {voice.value}" in tagged(said)


# ---- The collection ------------------------------------------------------------------------


def test_the_collection_says_of_what_by_whom_and_when() -> None:
    made = read(
        assembled(replace(dossier(extract()), authors=(Author("Le Bureau"), Author("A B"))))
    )
    assert made["label"] == "Extraits cités\u00a0: Négocier sans l’Ukraine\u202f?"
    assert [(a["type"], a["name"]) for a in made["creator"]] == [
        ("Organization", "Le Bureau"),
        ("Person", "A B"),
    ]
    assert made["created"] == "2025-11-21T00:00:00Z"
    (annotation,) = made["first"]["items"]
    assert annotation["creator"] == [agent["id"] for agent in made["creator"]]
    assert annotation["created"] == made["created"]
    assert made["generator"]["name"].startswith("briefing ")
    assert (made["total"], made["last"]) == (1, made["first"]["id"])
    assert made["first"]["partOf"] == made["id"]


@pytest.mark.parametrize("date", ["", "2025-11", "2025-11-21/2025-11-22", "../2025-11-21"])
def test_a_date_that_is_no_day_gives_no_moment(date: str) -> None:
    made = read(assembled(replace(dossier(extract()), date=edtf(date) if date else None)))
    assert "created" not in made
    assert faults(SCHEMA, made) == []


def test_without_notes_there_is_a_collection_of_nothing() -> None:
    made = read(assembled(dossier(extract()), "sources"))
    assert (made["total"], made["first"]["items"]) == (0, [])
    assert faults(SCHEMA, made) == []


def test_an_annotation_keeps_its_name_when_it_is_reworded_or_verified() -> None:
    one = extract(quotation=QUOTATION)
    name = only(assembled(dossier(one)))["id"]
    reworded = replace(one, statement=extract(statement="Autrement dit.").statement)
    assert only(assembled(dossier(reworded)))["id"] == name
    assert only(proved(dossier(one), TEXT))["id"] == name
    other = replace(one, quotation="dont les objectifs")
    assert only(assembled(dossier(other)))["id"] != name


# ---- Any briefing --------------------------------------------------------------------------


@FEW
@given(briefings())
def test_any_briefing_follows_the_model(made: Proved) -> None:
    assert faults(SCHEMA, read(made.briefing)) == []


@FEW
@given(briefings())
def test_what_the_notes_quote_is_annotated_and_nothing_else(made: Proved) -> None:
    printed = [entry.extract.id for note in made.briefing.notes for entry in note.entries]
    found = annotated(made.briefing)
    assert [annotation["dcterms:identifier"] for annotation in found] == printed
    assert len({annotation["id"] for annotation in found}) == len(found)
    assert read(made.briefing)["total"] == len(printed)


@FEW
@given(briefings())
def test_every_place_holds_the_words_and_what_is_around_them(made: Proved) -> None:
    texts = {named_by_hash(held.sha256): held.text for held in made.documents.values()}
    for annotation in annotated(made.briefing):
        for target in annotation["target"]:
            words, *places = target["selector"]
            for place in places:
                text = texts[target["source"]["id"]]
                start, end = place["start"], place["end"]
                assert text[start:end] == words["exact"]
                assert text[max(0, start - 32) : start] == words.get("prefix", "")
                assert text[end : end + 32] == words.get("suffix", "")


@FEW
@given(briefings())
def test_a_place_is_given_where_the_quotation_stands_and_nowhere_else(made: Proved) -> None:
    entries = [entry for note in made.briefing.notes for entry in note.entries]
    for entry, annotation in zip(entries, annotated(made.briefing), strict=True):
        placed = [len(target["selector"]) == 2 for target in annotation["target"]]
        verified = entry.verification is not None and entry.verification.verified
        assert set(placed) == {verified}


@FEW
@given(briefings())
def test_the_same_briefing_gives_the_same_bytes(made: Proved) -> None:
    assert to_annotations(made.briefing) == to_annotations(deepcopy(made.briefing))
