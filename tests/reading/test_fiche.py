"""A fiche: the reference of a source, its extracts, and the shape both must have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.dates import Date, Moment
from briefing.model.source import Source
from briefing.model.text import plain
from briefing.model.vocabulary import Dating, Reliability, SourceType, Tlp
from briefing.reading.fiche import HEADER_KEYS, Fiche, read_fiche
from tests.support import extract_text, fiche_text, shown, told


def read(text: str) -> tuple[Fiche | None, list[str]]:
    fiche, findings = read_fiche(text, source="a", path="a.md")
    return fiche, shown(findings)


def source(text: str) -> Source:
    fiche, findings = read(text)
    assert findings == []
    assert fiche is not None
    return fiche.source


HEADER = {
    "type": "Rapport",
    "auteur": "Dimitri Minic ; Zoé Ay, Ifri",
    "organisme": "Ifri ; Cour des comptes",
    "direction": "Ana Bo",
    "traducteur": "Cy Do ; El Fa",
    "intervieweur": "Gi Ho",
    "compte": "@ifri",
    "dans": "Revue : suite",
    "volume": "58",
    "numero": "3",
    "edition": "2",
    "événement": "Assises",
    "lieu": "Paris",
    "editeur": "Ifri",
    "collection": "Briefings : de l’Ifri",
    "pages": "12-25",
    "date": "2025-02~",
    "datation": "déduite",
    "document": "documents/000.txt",
    "url": "https://ifri.org/a:b",
    "consulté": "2025-03-01",
    "isbn": "979-10",
    "doi": "10.1000/182",
    "identifiant": "CELEX:32022R2065",
    "cle": "minic2025",
    "langue": "fr",
    "abrégé": "Minic",
    "fiabilité": "B",
    "tlp": "green",
    "note": "sans date",
}


def test_every_tag_of_the_header_has_its_field() -> None:
    assert source(fiche_text(title="Un *titre* : suite", header=HEADER)) == Source(
        id="a",
        title="Un *titre* : suite",
        type=SourceType.REPORT,
        authors=("Dimitri Minic", "Zoé Ay, Ifri", "Ifri", "Cour des comptes"),
        bodies=("Ifri", "Cour des comptes"),
        editors=("Ana Bo",),
        translators=("Cy Do", "El Fa"),
        interviewers=("Gi Ho",),
        account="@ifri",
        container="Revue : suite",
        volume="58",
        number="3",
        edition="2",
        event="Assises",
        place="Paris",
        pages="12-25",
        publisher="Ifri",
        collection="Briefings : de l’Ifri",
        date=Date("2025-02~", Moment(2025, 2), approximate=True),
        dating=Dating.INFERRED,
        document="documents/000.txt",
        url="https://ifri.org/a:b",
        accessed=Date("2025-03-01", Moment(2025, 3, 1)),
        isbn="979-10",
        doi="10.1000/182",
        identifier="CELEX:32022R2065",
        key="minic2025",
        language="fr",
        label="Minic",
        reliability=Reliability.B,
        tlp=Tlp.GREEN,
        note="sans date",
        path="a.md",
        line=1,
    )


def test_the_least_a_fiche_may_be() -> None:
    fiche, findings = read("# Titre")
    assert findings == []
    assert fiche is not None
    assert (fiche.source.title, fiche.extracts) == ("Titre", ())


@pytest.mark.parametrize(
    ("heading", "title", "supplied"),
    [
        ("# Titre", "Titre", False),
        ("# [Note sur Valmont]", "Note sur Valmont", True),
        ("# [ Note ] ", "Note", True),
        ("# [Note] sur Valmont", "[Note] sur Valmont", False),
        ("#\u00a0Titre", "Titre", False),
    ],
)
def test_a_title_in_brackets_is_the_analysts_own(heading: str, title: str, supplied: bool) -> None:
    found = source(heading)
    assert (found.title, found.title_supplied) == (title, supplied)


def test_authors_may_stand_on_several_lines() -> None:
    assert source("# T\n- auteur : A\n- auteur : B ; C\n").authors == ("A", "B", "C")


def test_a_body_named_twice_is_one() -> None:
    found = source("# T\n- organisme : Ifri\n- auteur : Ifri ; Anne Un\n")
    assert (found.authors, found.bodies) == (("Anne Un", "Ifri"), ("Ifri",))


BEGIN = (
    "begin with “# Title of the document”, then its reference; a file that is no fiche takes a"
    " name that begins with “_”"
)
SUPPLY = "if the document has none, supply one in brackets: “# [Note sur …]”"


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("", "a.md:1 BR210 the fiche has no title", BEGIN),
        (extract_text(), "a.md:1 BR210 the fiche has no title", BEGIN),
        ("Titre\n=====\n", "a.md:1 BR210 the fiche has no title", BEGIN),
        ("#Titre", "a.md:1 BR210 the fiche has no title", BEGIN),
        ("#", "a.md:1 BR210 the title of the document is empty", SUPPLY),
        ("\n# []", "a.md:2 BR210 the title of the document is empty", SUPPLY),
        (
            "---\ntitle: x\n---\n# T",
            "a.md:1 BR211 text before the title of the fiche",
            "begin with “# Title of the document”",
        ),
        (
            "# T\n\n# U",
            "a.md:3 BR212 a second title: one fiche is one document",
            "write “## ” for a statement, or begin another file",
        ),
        (
            "# T\n\n> une citation",
            "a.md:3 BR213 a quotation before the first statement",
            "put “## ” and the statement above it",
        ),
        (
            f"# T\n\n{extract_text().replace('## ', '### ')}",
            "a.md:3 BR215 a heading that isn't a statement's",
            "write “## ” and the statement",
        ),
        (
            f"# T\n\n{extract_text().replace('## ', '##')}",
            "a.md:3 BR215 a heading that isn't a statement's",
            "write “## ” and the statement",
        ),
        (
            "# T\nUn mot.\n- type : note\n- auteur : Z",
            "a.md:3 BR207 the tag “type” stands after the free text of line 2",
            (
                "each line of the quotation begins with “> ”, each tag with “- ”;"
                " a commentary comes last"
            ),
        ),
        (
            "# T\n- type : rapports",
            "a.md:2 BR204 unknown value “rapports” for “type”",
            "did you mean “rapport”?",
        ),
        (
            "# T\n- auteur : Anne Un, Paul Deux",
            "a.md:2 BR217 “Anne Un, Paul Deux” is read as one person, surname first",
            "part several people by “;”: - auteur : Anne Un ; Paul Deux",
        ),
        (
            "# T\n- doi : revue/10",
            "a.md:2 BR218 “revue/10” isn't a DOI",
            "a DOI begins with “10.” and holds a slash: 10.1000/182",
        ),
        ("# T\n- auteurs : Z", "a.md:2 BR201 unknown key “auteurs”", "did you mean “auteur”?"),
        (
            "# T\n- id : a",
            "a.md:2 BR201 unknown key “id”",
            f"known here: {', '.join(HEADER_KEYS)}",
        ),
    ],
)
def test_each_fault_is_told_where_it_stands(text: str, place: str, hint: str) -> None:
    _, findings = read_fiche(text, source="a", path="a.md")
    assert [told(finding) for finding in findings] == [(place, hint)]


def test_each_heading_of_another_level_is_told_and_read_as_a_statement() -> None:
    fiche, findings = read(
        fiche_text(
            extract_text("Un.").replace("## ", "### "),
            extract_text("Deux.", id="b"),
            extract_text("Trois.", id="c").replace("## ", "##"),
        )
    )
    assert fiche is not None
    assert [(e.id, plain(e.statement)) for e in fiche.extracts] == [
        ("a#offre", "Un."),
        ("a#b", "Deux."),
        ("a#c", "Trois."),
    ]
    assert [line.split()[:2] for line in findings] == [["a.md:7", "BR215"], ["a.md:29", "BR215"]]


def test_a_fiche_without_title_gives_no_value_and_all_its_faults() -> None:
    fiche, findings = read(extract_text(id="", statut=""))
    assert fiche is None
    assert [line.split()[1] for line in findings] == ["BR210", "BR220", "BR227"]


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["# T", "## É", "> q", "- id : a", "- nature : position", "- date : 2025-13", ""]
            ),
            st.text(alphabet="#>-*: aé[]@\\\u00a0", max_size=8),
        ),
        max_size=12,
    )
)
def test_any_lines_give_a_fiche_or_a_fault_in_them(lines: list[str]) -> None:
    fiche, findings = read_fiche("\n".join(lines), source="a", path="a.md")
    assert fiche or findings
    assert all(1 <= finding.line <= max(1, len(lines)) for finding in findings)
