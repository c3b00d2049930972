"""The sample dossier: read whole, quoted to the letter, and nobody's words put in another's mouth."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.model.briefing import Briefing
from briefing.model.dossier import Dossier
from briefing.model.extract import Extract
from briefing.model.notes import NoteEntry, Support
from briefing.model.text import plain
from briefing.model.vocabulary import DivergenceKind, Kind, Status, Voice
from briefing.outputs.export import export_json
from briefing.reading.dossier import Reading
from briefing.reading.prose import citations
from tests.assembling.walking import parts
from tests.rendering.pages import MEDIA, Node, notes_of, page_of, readable

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ROOT.parent / "shared" / "seeds"
FIVE = ("000_", "001_", "002_", "003_", "004_")


# ---- Quotations to the letter --------------------------------------------------------------

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ‛", "'"),
        **dict.fromkeys("«»“”„‟", '"'),
        **dict.fromkeys("–—‒―‑‐−", "-"),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff*_", ""),
    }
)
ELISION = re.compile(r"\[(?:…|\.\.\.)\]")


def normal(text: str) -> str:
    """Return `text` without what typography may change: spaces, quotes, dashes, ligatures."""
    letters = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    spaced = " ".join(letters.split())
    return re.sub(r'\s*(["»«])\s*', r"\1", re.sub(r"\s+([;:!?.,])", r"\1", spaced))


def found(quotation: str, document: str) -> bool:
    """Say whether every part of a quotation stands in the document, in order."""
    cursor = 0
    for part in ELISION.split(quotation):
        cursor = document.find(normal(part), cursor)
        if cursor < 0:
            return False
        cursor += len(normal(part))
    return True


@pytest.fixture(scope="module")
def documents() -> dict[str, str]:
    """The five documents, normalised, by file name."""
    if not DOCUMENTS.is_dir():
        pytest.skip("the documents aren't ours to pass on, and aren't here")
    return {path.name: normal(path.read_text("utf-8")) for path in DOCUMENTS.glob("*.txt")}


def test_every_quotation_stands_in_its_document(sample: Dossier, documents: dict[str, str]) -> None:
    names = {source.id: source.document_name for source in sample.sources}
    missing = [e.id for e in sample.extracts if not found(e.quotation, documents[names[e.source]])]
    assert missing == []


def test_every_document_is_read(sample: Dossier, documents: dict[str, str]) -> None:
    assert {source.document_name for source in sample.sources} == set(documents)


@pytest.mark.parametrize(
    ("quotation", "there"),
    [
        ("l'OTAN « recule » […] en 15-20 ans", True),
        ("l’OTAN “recule”", True),
        ("en 15-20 ans […] l'OTAN", False),
        ("en 5-20 ans", False),
        ("OTAN avance", False),
    ],
)
def test_only_type_may_differ(quotation: str, *, there: bool) -> None:
    """A misread figure or a dropped word is no typography."""
    text = normal('Ainsi\nl’OTAN "recule" encore,\u00a0*de facto* : en 15–20 ans.')
    assert found(quotation, text) is there


# ---- The dossier ---------------------------------------------------------------------------


def test_it_reads_without_a_finding(sample_reading: Reading) -> None:
    assert [str(finding) for finding in sample_reading.findings] == []


def test_it_holds_one_fiche_for_each_document(sample: Dossier) -> None:
    assert sorted(source.document_name[:4] for source in sample.sources) == list(FIVE)


def test_it_holds_enough_extracts_from_every_document(sample: Dossier) -> None:
    assert len(sample.extracts) >= 75
    for source in sample.sources:
        assert sum(extract.source == source.id for extract in sample.extracts) >= 10


@pytest.mark.parametrize("count", [str.split, re.compile(r"\w+").findall])
def test_no_quotation_is_over_thirty_words(sample: Dossier, count: object) -> None:
    assert callable(count)
    long = {e.id: len(count(e.quotation)) for e in sample.extracts if len(count(e.quotation)) > 30}
    assert long == {}


def test_every_statement_is_a_sentence_of_the_analyst(sample: Dossier) -> None:
    for extract in sample.extracts:
        statement = plain(extract.statement)
        assert re.search(r"[.!?…]( ?[»”])?$", statement), extract.id
        assert normal(statement).casefold().rstrip(".") != normal(extract.quotation).casefold()


def test_the_parties_and_issues_are_those_of_the_matter(sample: Dossier) -> None:
    parties = [party.name for party in sample.parties]
    assert {"États-Unis", "Russie", "Ukraine", "Européens"} < set(parties)
    assert any(re.search("experts|analystes", name, re.IGNORECASE) for name in parties)
    issues = " · ".join(issue.name.casefold() for issue in sample.issues)
    for word in (
        "négociation",
        "territoires",
        "otan",
        "sanctions",
        "cessez-le-feu",
        "architecture",
    ):
        assert word in issues


def test_key_points_are_few_and_each_is_borne_out(sample_briefing: Briefing) -> None:
    points = sample_briefing.key_points
    assert 4 <= len(points) <= 6
    assert all(point.support.extracts and point.call for point in points)
    assert sum(point.support.sources > 1 for point in points) > len(points) / 2


def test_every_question_tells_what_is_known_on_either_side(sample_briefing: Briefing) -> None:
    assert len(sample_briefing.questions) >= 10
    assert [q.id for q in sample_briefing.questions if len(q.sides) < 2] == []
    assert [q.id for q in sample_briefing.questions if not q.support.extracts] == []


def test_there_are_divergences_of_every_kind(sample_briefing: Briefing) -> None:
    assert {item.kind for item in sample_briefing.divergences} == set(DivergenceKind)


def test_every_divergence_rests_on_the_documents(sample_briefing: Briefing) -> None:
    assert [d.id for d in sample_briefing.divergences if not d.support.extracts] == []


# ---- Who speaks ----------------------------------------------------------------------------

RUSSIAN = re.compile(
    r"\brusses?\b|kremlin|moscou|poutine|peskov|medvedev|sloutski|patrushev|lavrov|ouchakov",
    re.IGNORECASE,
)


def said_by(extract: Extract) -> str:
    speaker = extract.speaker
    return f"{speaker.name}, {speaker.role}" if speaker else ""


def test_what_is_lent_to_moscow_is_not_printed_as_its_own_words(sample: Dossier) -> None:
    """Most « Russian » positions are intentions that analysts lend it."""
    russian = [e for e in positions(sample) if "russie" in e.parties]
    own = [e for e in russian if e.voice in (Voice.DIRECT, Voice.REPORTED)]
    assert [(e.id, said_by(e)) for e in own if not RUSSIAN.search(said_by(e))] == []
    assert len(own) < len(russian) / 2


def test_what_others_say_of_a_party_is_not_printed_as_its_own_words(sample: Dossier) -> None:
    """A Russian speaks for no other party."""
    others = [e for e in positions(sample) if "russie" not in e.parties]
    direct = [e for e in others if e.voice is Voice.DIRECT]
    assert [(e.id, said_by(e)) for e in direct if RUSSIAN.search(said_by(e))] == []


def positions(sample: Dossier) -> list[Extract]:
    return [extract for extract in sample.extracts if Kind.POSITION in extract.kinds]


def test_every_claim_has_its_speaker(sample: Dossier) -> None:
    claims = [e for e in sample.extracts if e.status is Status.CLAIM or e.voice is Voice.DIRECT]
    assert [extract.id for extract in claims if extract.speaker is None] == []


ANONYMOUS = (
    "sous couvert d'anonymat",
    "une paix mal faite",
    "la paix américaine - pas forcément",
    "possibilité réelle que poutine cherche",
    "la peur est que trump",
    "qui garantirait certains droits acquis",
    "seul homme au monde qui puisse",
)
"""Words that the documents take from people they don't name."""


def test_words_of_unnamed_people_are_tagged_so(sample: Dossier) -> None:
    heard = [
        extract
        for extract in sample.extracts
        if any(words in normal(extract.quotation).casefold() for words in ANONYMOUS)
    ]
    assert len(heard) >= 4
    assert [extract.id for extract in heard if not extract.anonymous] == []


@pytest.fixture(scope="module", params=MEDIA)
def page(sample_briefing: Briefing, request: pytest.FixtureRequest) -> Node:
    """The sample's page, in either medium."""
    return page_of(sample_briefing, request.param)


def notes(page: Node, briefing: Briefing) -> Iterator[tuple[str, tuple[NoteEntry, ...]]]:
    """Yield the words of each note with what it was made of."""
    medium = next(medium for medium in MEDIA if medium.value in page.one("body").classes)
    for node, note in zip(notes_of(page, medium), briefing.notes, strict=True):
        yield readable(node.text), note.entries


def test_every_anonymous_speaker_is_shown_as_such(page: Node, sample_briefing: Briefing) -> None:
    shown = [
        (text, entries)
        for text, entries in notes(page, sample_briefing)
        if any(entry.extract.anonymous for entry in entries)
    ]
    assert shown
    for text, entries in shown:
        assert text.casefold().count("anonyme") >= sum(e.extract.anonymous for e in entries)


def test_every_translation_says_so(page: Node, sample_briefing: Briefing) -> None:
    for text, entries in notes(page, sample_briefing):
        translated = sum(entry.extract.translated for entry in entries)
        assert len(re.findall("traduit par", text)) >= translated


def test_reported_words_are_said_to_be_reported(page: Node, sample_briefing: Briefing) -> None:
    for text, entries in notes(page, sample_briefing):
        reported = [e for e in entries if e.extract.voice is Voice.REPORTED and not e.own_words]
        assert len(re.findall("propos rapportés", text)) >= len(reported)


# ---- What is counted -----------------------------------------------------------------------


def test_many_media_named_by_one_document_are_one_source(
    sample: Dossier, sample_briefing: Briefing
) -> None:
    """Document 003 names a dozen of them without a link."""
    (chronicle,) = (s.id for s in sample.sources if s.document_name.startswith("003_"))
    alone = [
        support
        for support in (part for part in parts(sample_briefing) if isinstance(part, Support))
        if {id_.partition("#")[0] for id_ in support.extracts} == {chronicle}
    ]
    assert alone
    assert {support.sources for support in alone} == {1}


def test_nothing_has_more_sources_than_documents(sample_briefing: Briefing) -> None:
    for support in (part for part in parts(sample_briefing) if isinstance(part, Support)):
        assert support.sources <= len({id_.partition("#")[0] for id_ in support.extracts})


# ---- What is printed -----------------------------------------------------------------------


def test_gaps_are_printed_as_gaps(page: Node, sample_briefing: Briefing) -> None:
    assert sample_briefing.matrix is not None
    cells = [readable(cell.text) for cell in page.one("table").all("td")]
    assert cells.count("Pas de position relevée") == sample_briefing.matrix.gaps > 0


def test_every_date_of_the_chronology_says_whether_it_is_given(
    page: Node, sample_briefing: Briefing
) -> None:
    """In brackets where it was inferred, and the reader is told what brackets mean."""
    section = page.by_id("chronologie")
    assert sample_briefing.events
    for event in sample_briefing.events:
        text = readable(page.by_id(event.id).text)
        assert text.startswith("[") is (event.dating.value == "déduite"), event.id
    assert re.search("crochets.*déduite", readable(section.text))


def test_sources_are_described_as_they_are(page: Node, sample: Dossier) -> None:
    text = readable(page.by_id("sources").text)
    assert any(not source.signed for source in sample.sources)
    assert "document non signé" in text
    assert "s. d. [" in text


LEFT_OUT = (
    *("VOLVO", "Vélo Pliable", "Longère", "Bateau de régate", "Valenciennes", "€ par jour"),
    *("Encadré de transparence", "Positionnement éditorial", "Je ne suis pas journaliste"),
    *("Sources secondaires", "lucidité analytique", "Cet article sera mis à jour"),
    *("que vous pouvez lire dans nos pages", "pic.twitter.com", "Nous le traduisons"),
    *("style explicitement spéculatif", "cette section présente une interprétation"),
)
"""Advertisements, navigation, praise of oneself, an editor's instruction, promotion."""


@pytest.mark.parametrize("words", LEFT_OUT)
def test_what_is_no_content_is_left_out(
    words: str, page: Node, sample: Dossier, sample_briefing: Briefing
) -> None:
    exported = json.dumps(json.loads(export_json(sample_briefing)), ensure_ascii=False)
    for text in (page.text, exported):
        assert normal(words).casefold() not in normal(text).casefold()


def test_the_chapeau_is_of_the_right_length_and_cites(sample: Dossier) -> None:
    words = [
        word
        for paragraph in sample.introduction
        for word in plain(paragraph.spans).split()
        if re.search(r"\w", word)
    ]
    assert 250 <= len(words) <= 350
    cited = {id_ for paragraph in sample.introduction for id_ in citations(paragraph.spans)}
    assert {id_.partition("#")[0] for id_ in cited} == {source.id for source in sample.sources}
