"""One extract: every tag becomes a field, and whatever print would lack is refused."""

from __future__ import annotations

import pytest

from briefing.model.dates import Date, Moment
from briefing.model.extract import Extract, Speaker
from briefing.model.finding import Finding
from briefing.model.text import Span
from briefing.model.vocabulary import Credibility, Dating, Kind, Likelihood, Status, Tlp, Voice
from briefing.reading.extracts import EXTRACT_KEYS
from briefing.reading.fiche import read_fiche
from briefing.reading.names import Names, name_table
from tests.support import extract_text, fiche_text, shown, told

NAMES = Names(
    parties=name_table([("region", "Région"), ("exploitant", "Exploitant")]),
    issues=name_table([("financement", "Financement")]),
    supports=name_table([("moitie", "moitie"), ("qui-paie", "qui-paie")]),
)
FIRST = 7
"""The line of the first extract of a fiche."""


def read_extracts(*texts: str) -> tuple[tuple[Extract, ...], list[Finding]]:
    fiche, findings = read_fiche(fiche_text(*texts), source="a", path="a.md", names=NAMES)
    assert fiche is not None
    return fiche.extracts, findings


def sound(**tags: str) -> Extract:
    """Return the one extract with `tags`, which must have no fault."""
    (extract,), findings = read_extracts(extract_text(**tags))
    assert shown(findings) == []
    return extract


def test_every_tag_has_its_field() -> None:
    (extract,), findings = read_extracts(
        extract_text(
            "La région *paie*.",
            "nous paierons",
            comment="Un doute.\n\nSecond paragraphe.",
            nature="position, événement",
            via="AFP, Reuters",
            date="2025-05-19",
            datation="déduite",
            appuie="moitie, qui-paie",
            bref="La *moitié*.",
            véracité="2",
            vraisemblance="très probable",
            tlp="amber+strict",
            page="p. 12",
            repère="§ 3",
            langue="en-GB",
            traduction="oui",
            note="coquille : [sic]",
        )
    )
    assert findings == []
    assert extract == Extract(
        id="a#offre",
        source="a",
        statement=(Span("La région "), Span("paie", emphasis=True), Span(".")),
        quotation="nous paierons",
        kinds=(Kind.POSITION, Kind.EVENT),
        parties=("region",),
        issues=("financement",),
        speaker=Speaker("Jeanne Roche", "présidente de la région"),
        voice=Voice.DIRECT,
        via=("AFP", "Reuters"),
        status=Status.CLAIM,
        date=Date("2025-05-19", Moment(2025, 5, 19)),
        dating=Dating.INFERRED,
        supports=("moitie", "qui-paie"),
        brief=(Span("La "), Span("moitié", emphasis=True), Span(".")),
        credibility=Credibility.TWO,
        likelihood=Likelihood.VERY_LIKELY,
        tlp=Tlp.AMBER_STRICT,
        page="p. 12",
        locator="§ 3",
        language="en-GB",
        translated=True,
        note="coquille : [sic]",
        comment="Un doute.\n\nSecond paragraphe.",
        path="a.md",
        line=FIRST,
    )


def test_the_quotation_is_kept_as_it_stands() -> None:
    text = "«\u00a0L'été *de facto* <b> & \\ […] d’« hier »\u202f»  deux  espaces"
    (extract,), _ = read_extracts(extract_text(quotation=text))
    assert extract.quotation == text


def test_the_lines_of_a_quotation_are_joined_by_a_space() -> None:
    (extract,), _ = read_extracts(extract_text(quotation="a\n>  b\n>\n> c"))
    assert extract.quotation == "a b c"


@pytest.mark.parametrize(
    ("value", "speaker"),
    [
        ("Dimitri Minic", Speaker("Dimitri Minic")),
        ("Jeanne Roche, présidente, élue", Speaker("Jeanne Roche", "présidente, élue")),
        ("anonyme", Speaker("", anonymous=True)),
        ("Anonyme, un haut responsable", Speaker("un haut responsable", anonymous=True)),
        ("anonymes : des officiers", Speaker("des officiers", anonymous=True)),
        ("anonyme (un élu)", Speaker("un élu", anonymous=True)),
        ("anonyme, un élu (Sud)", Speaker("un élu (Sud)", anonymous=True)),
        ("Anonymus Bosch", Speaker("Anonymus Bosch")),
        ("un document non signé", Speaker("un document non signé")),
    ],
)
def test_who_speaks(value: str, speaker: Speaker) -> None:
    extract = sound(locuteur=value)
    assert extract.speaker == speaker
    assert extract.anonymous == speaker.anonymous


def test_an_extract_may_have_no_speaker_unless_it_claims() -> None:
    extract = sound(locuteur="", statut="analyse")
    assert (extract.speaker, extract.anonymous) == (None, False)


@pytest.mark.parametrize(
    "value",
    [
        "un haut responsable français",
        "Des diplomates",
        "plusieurs sources",
        "source anonyme",
        "anonyme – un élu",
    ],
)
def test_a_speaker_that_seems_anonymous_is_a_warning(value: str) -> None:
    (extract,), (finding,) = read_extracts(extract_text(locuteur=value))
    assert not extract.anonymous
    assert not finding.is_error
    assert told(finding) == (
        f"a.md:13 BR230 the speaker “{value}” seems anonymous",
        f"write “- locuteur : anonyme, {value}”",
    )


@pytest.mark.parametrize("voice", ["directe", "rapportée", "attribuée", "propre"])
@pytest.mark.parametrize("parties", ["Région, Exploitant", "Région, region", "Région"])
def test_words_of_several_parties_as_their_own_are_a_warning(voice: str, parties: str) -> None:
    (extract,), findings = read_extracts(extract_text(partie=parties, voix=voice))
    if voice != "directe" or parties != "Région, Exploitant":
        assert findings == []
        return
    (finding,) = findings
    assert extract.parties == ("region", "exploitant")
    assert not finding.is_error
    assert told(finding) == (
        "a.md:14 BR232 words given as the party's own, for 2 parties",
        "“partie” is whom it concerns: keep the speaker's own, or change “voix”",
    )


def test_parties_on_two_lines_are_several_too() -> None:
    text = extract_text().replace("- enjeu", "- partie : Exploitant\n- enjeu")
    assert [finding.code for finding in read_extracts(text)[1]] == ["BR232"]


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("voix", "voi"),
        ("nature", "natures"),
        ("statut", "status"),
        ("partie", "parti"),
        ("enjeu", "enjeux"),
        ("locuteur", "locutteur"),
    ],
)
def test_a_key_misspelt_isnt_missing_besides(key: str, typed: str) -> None:
    text = extract_text().replace(f"- {key} :", f"- {typed} :")
    (finding,) = read_extracts(text)[1]
    assert finding.code == "BR201"
    assert str(finding.hint) == f"did you mean “{key}”?"


def test_a_quotation_without_its_mark_hides_no_tag() -> None:
    (extract,), findings = read_extracts(extract_text().replace("> ", "", 1))
    assert (extract.id, extract.parties) == ("a#offre", ("region",))
    assert [(finding.code, finding.line) for finding in findings] == [("BR207", 9), ("BR224", 7)]


def test_a_tag_without_its_dash_is_one_fault_of_its_line() -> None:
    text = extract_text().replace("- partie : Région", "partie : Région")
    (extract,), findings = read_extracts(text)
    assert [told(finding) for finding in findings] == [
        (
            "a.md:11 BR209 line 11 looks like a tag without its dash",
            "write “- partie : Région”; before a commentary of your own, leave a line empty",
        )
    ]
    assert extract.parties == ("region",)


def test_each_tag_without_its_dash_is_told() -> None:
    text = (
        extract_text().replace("- id", "id").replace("- nature", "nature").replace("- voix", "voix")
    )
    assert [(f.code, f.line) for f in read_extracts(text)[1]] == [
        ("BR209", 9),
        ("BR209", 10),
        ("BR209", 14),
    ]


@pytest.mark.parametrize(
    "comment", ["\nnote : à relire", "remarque : à relire", "date\nnote : x", "Un mot.\nid : x"]
)
def test_a_commentary_may_look_like_a_tag(comment: str) -> None:
    assert read_extracts(f"{extract_text()}{comment}\n")[1] == []


def test_a_tag_without_its_colon_is_one_fault() -> None:
    text = extract_text().replace("- partie : Région", "- partie Région")
    assert [told(finding) for finding in read_extracts(text)[1]] == [
        ("a.md:11 BR208 “partie Région” has no colon", "write “- partie : Région”")
    ]


POSITION = "add “- {key} : ” so that it finds its place in the matrix"
FORMS = "write 2025-02-12, 2025-02, 2025, 2025-11-04/2025-11-05, or 2025-02-13~ for “around”"


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        (
            extract_text(""),
            "a.md:7 BR223 the extract has no statement",
            "write after “## ” what the extract says, in your own words",
        ),
        (
            extract_text(quotation=""),
            "a.md:7 BR224 the extract has no quotation",
            "add a line “> ” with the passage, word for word",
        ),
        (
            extract_text() + "> encore\n",
            "a.md:17 BR225 a second quotation in one extract",
            "join the parts with “[…]”, or make another extract",
        ),
        (
            extract_text(id=""),
            "a.md:7 BR220 the extract has no id",
            "add “- id : un-nom-court” under it",
        ),
        (
            extract_text(id="médiation"),
            "a.md:9 BR221 “médiation” can't be an id",
            "use letters without accents, digits, hyphens: “objectifs-russes”",
        ),
        (
            extract_text(nature=""),
            "a.md:7 BR226 the extract has no “nature”",
            "add “- nature : ” and position, événement, chiffre, question, contexte or point clé",
        ),
        (
            extract_text(statut=""),
            "a.md:7 BR227 the extract has no “statut”",
            "add “- statut : ” and fait, déclaration, analyse or hypothèse",
        ),
        (
            extract_text(locuteur=""),
            "a.md:14 BR228 a claim (“déclaration”) without its speaker",
            "add “- locuteur : ” and who says it, or “anonyme, …”",
        ),
        (
            extract_text(partie=""),
            "a.md:10 BR229 a position without “partie”",
            POSITION.format(key="partie"),
        ),
        (
            extract_text(enjeu=""),
            "a.md:10 BR229 a position without “enjeu”",
            POSITION.format(key="enjeu"),
        ),
        (
            extract_text(voix=""),
            "a.md:10 BR229 a position without “voix”",
            "add “- voix : ” and directe, rapportée, attribuée or propre",
        ),
        (
            extract_text(nature="position, événement"),
            "a.md:10 BR231 an event without a date",
            "add “- date : ” (2025-02-12, 2025-02, 2025-02~), or remove “événement”",
        ),
        (
            extract_text(partie="Regoin"),
            "a.md:11 BR401 the dossier declares no party “Regoin”",
            "did you mean “Région”?",
        ),
        (
            extract_text(enjeu="Calendrier"),
            "a.md:12 BR401 the dossier declares no issue “Calendrier”",
            "known here: Financement",
        ),
        (
            extract_text(appuie="moitie, moite"),
            "a.md:16 BR401 no key point, question or position has the id “moite”",
            "did you mean “moitie”?",
        ),
        (
            extract_text(voix="indirecte"),
            "a.md:14 BR204 unknown value “indirecte” for “voix”",
            "did you mean “directe”?",
        ),
        (
            extract_text(date="hier"),
            "a.md:17 BR205 “hier” isn't a date of the form YYYY-MM-DD",
            FORMS,
        ),
        (
            extract_text(speaker="Zoé"),
            "a.md:17 BR201 unknown key “speaker”",
            f"known here: {', '.join(EXTRACT_KEYS)}",
        ),
    ],
)
def test_each_fault_is_told_where_it_stands(text: str, place: str, hint: str) -> None:
    findings = read_extracts(text)[1]
    assert (place, hint) in [told(finding) for finding in findings]
    assert len(findings) == 1


def test_several_faults_of_one_extract_come_together() -> None:
    found = read_extracts(extract_text("", "", id="", nature="", statut="", partie="Xyz"))[1]
    assert [finding.code for finding in found] == [
        "BR220",
        "BR223",
        "BR224",
        "BR401",
        "BR226",
        "BR227",
    ]


def test_an_id_is_taken_once_in_a_fiche() -> None:
    extracts, (finding,) = read_extracts(extract_text(), extract_text("Autre"))
    assert [extract.id for extract in extracts] == ["a#offre"]
    assert told(finding) == (
        "a.md:20 BR222 the id “offre” is already taken at line 9",
        "give each extract of a fiche an id of its own",
    )


@pytest.mark.parametrize("id_", ["a", "A.1", "objectifs-russes_2", "2025"])
def test_what_an_id_may_be(id_: str) -> None:
    assert sound(id=id_).id == f"a#{id_}"


@pytest.mark.parametrize("id_", ["médiation", "a b", "-a", "a#b", "a,b", "a/b"])
def test_what_an_id_may_not_be(id_: str) -> None:
    assert [finding.code for finding in read_extracts(extract_text(id=id_))[1]] == ["BR221"]


def test_a_context_needs_neither_party_nor_voice_nor_speaker() -> None:
    sound(nature="contexte", partie="", enjeu="", voix="", locuteur="", statut="fait", appuie="")


def test_names_are_found_whatever_their_accents_and_said_once() -> None:
    extract = sound(partie="region, REGION, exploitant", voix="rapportée")
    assert extract.parties == ("region", "exploitant")


def test_without_a_dossier_names_are_taken_as_they_stand() -> None:
    text = fiche_text(extract_text(partie="Lune", enjeu="Marées", appuie="x"))
    fiche, findings = read_fiche(text, source="a", path="a.md")
    assert fiche is not None
    assert findings == []
    extract = fiche.extracts[0]
    assert (extract.parties, extract.issues, extract.supports) == (("Lune",), ("Marées",), ("x",))


def test_a_comment_keeps_the_indent_of_its_first_line() -> None:
    (extract,), _ = read_extracts(extract_text(comment="   - une liste : en retrait"))
    assert extract.comment == "   - une liste : en retrait"
