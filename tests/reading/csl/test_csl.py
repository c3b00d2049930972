"""CSL-JSON: what Zotero and Better BibTeX export, and what nobody should."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.source import Source
from briefing.model.vocabulary import SourceType
from briefing.reading.csl import read_csl
from briefing.reading.csl.fields import TYPES, surname_first
from briefing.typesetting.names import in_full, parted
from briefing.typesetting.references import reference
from tests.support import shown


def read(*entries: Any) -> tuple[dict[str, Source], list[str]]:
    sources, findings = read_csl(json.dumps(entries, indent=1), "z.json")
    assert sources is not None
    return sources, shown(findings)


def one(**values: Any) -> Source:
    sources, findings = read({"id": "a", **values})
    assert findings == []
    return sources["a"]


def test_an_entry_of_zotero() -> None:
    source = one(
        **{
            "citation-key": "ferrand2023",
            "type": "article-journal",
            "title": "Tarifer la nuit",
            "container-title": "Revue des transports",
            "volume": "58",
            "issue": 3,
            "page": "45-62",
            "DOI": "10.5555/rt.2023",
            "language": "fr-FR",
            "author": [{"family": "Ferrand", "given": "Nadia"}, {"literal": "Ifri"}],
            "issued": {"date-parts": [["2023", 9]]},
            "accessed": {"date-parts": [["2025", "3", "1"]]},
            "abstract": "Peu importe.",
            "note": "tex.x: y",
        }
    )
    assert source.type is SourceType.ARTICLE
    assert (source.title, source.container) == ("Tarifer la nuit", "Revue des transports")
    assert (source.volume, source.number, source.pages) == ("58", "3", "45-62")
    assert (source.authors, source.bodies) == (("Nadia Ferrand", "Ifri"), ("Ifri",))
    assert source.date is not None
    assert source.accessed is not None
    assert (source.date.edtf, source.accessed.edtf) == ("2023-09", "2025-03-01")
    assert (source.doi, source.language, source.note) == ("10.5555/rt.2023", "fr-FR", "")


def test_both_keys_of_an_entry_find_it() -> None:
    sources, _ = read({"id": "http://zotero.example/1", "citation-key": "un2025", "title": "T"})
    assert sources["un2025"] is sources["http://zotero.example/1"]


def test_the_object_of_zoteros_server_holds_the_list() -> None:
    sources, findings = read_csl('{"items": [\n{"id": "a"},\n3]}', "z.json")
    assert sources is not None
    assert list(sources) == ["a"]
    assert [finding.line for finding in findings] == [3]


@pytest.mark.parametrize(
    ("issued", "edtf"),
    [
        ({"date-parts": [[2025, 2, 13]]}, "2025-02-13"),
        ({"date-parts": [["2025", "02", "13"]]}, "2025-02-13"),
        ({"date-parts": [[2025, 2], [2025, 3]]}, "2025-02/2025-03"),
        ({"date-parts": [[2025]], "season": 3}, "2025-23"),
        ({"date-parts": [[2025]], "season": "21"}, "2025-21"),
        ({"date-parts": [[2025, 2]], "circa": True}, "2025-02~"),
        ({"date-parts": [[2025, 0, 0]]}, "2025"),
        ({"date-parts": [[812]]}, "0812"),
        ({"raw": "2025-02-13"}, "2025-02-13"),
        ({"literal": "2025"}, "2025"),
        ("2025-02~", "2025-02~"),
        (2025, "2025"),
        ({}, None),
        ("", None),
        (None, None),
    ],
)
def test_dates_of_every_shape(issued: Any, edtf: str | None) -> None:
    date = one(issued=issued).date
    assert (date.edtf if date else None) == edtf


@pytest.mark.parametrize(
    "issued",
    [
        {"date-parts": [[]]},
        {"date-parts": [[2025, 13]]},
        {"date-parts": [[2025, 2, 30]]},
        {"date-parts": [[-50]]},
        {"date-parts": [[[2025]]]},
        {"date-parts": [[2025, 1, 1, 1]]},
        {"date-parts": [2025]},
        {"literal": "février 2025"},
        {"year": 2025},
        [2025],
        True,
        2.5,
        "٢٠٢٥",
    ],
)
def test_a_date_that_cant_be_read_is_told_at_its_line(issued: Any) -> None:
    sources, findings = read({"id": "a", "title": "T", "issued": issued})
    assert sources["a"].date is None
    assert findings == [
        (
            "z.json:5 BR344 “issued” holds no date that can be read"
            " → give the date in the fiche: - date : 2025-02-13"
        )
    ]


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Relire <i>La Bête</i>", "Relire *La Bête*"),
        ('Le <span class="nocase">TGV</span> au XXI<sup>e</sup> siècle', "Le TGV au XXIe siècle"),
        ("R&amp;D : a &lt; b", "R&D : a < b"),
        ("<b>Gras</b>\n  et suite", "Gras et suite"),
        ("<script>x</script>", "<script>x</script>"),
    ],
)
def test_markup_in_a_title(title: str, plain: str) -> None:
    assert one(title=title).title == plain


@pytest.mark.parametrize(
    ("person", "name", "body"),
    [
        ({"family": "Minic", "given": "Dimitri"}, "Dimitri Minic", False),
        (
            {"family": "Gaulle", "given": "Ch.", "non-dropping-particle": "de"},
            "Ch. de Gaulle",
            False,
        ),
        ({"family": "García Márquez", "given": "Gabriel"}, "García Márquez, Gabriel", False),
        ({"family": "Voltaire"}, "Voltaire", False),
        ({"given": "Colette"}, "Colette", False),
        ({"literal": "Cour des comptes"}, "Cour des comptes", True),
        ({"literal": "A ; B"}, "A B", True),
    ],
)
def test_names(person: dict[str, str], name: str, *, body: bool) -> None:
    source = one(author=[person])
    assert (source.authors, source.bodies) == ((name,), (name,) if body else ())


NAME = st.text(alphabet="ABab-' é", min_size=1, max_size=12).map(lambda n: " ".join(n.split()))


@given(NAME.filter(bool), NAME.filter(bool))
def test_forenames_and_surname_are_found_again(forenames: str, surname: str) -> None:
    name = surname_first(forenames, surname)
    assert parted(name) in ((forenames, surname), None)
    assert in_full(name) == f"{forenames} {surname}"


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"type": "article-newspaper"}, SourceType.ARTICLE),
        ({"type": "post"}, SourceType.POST),
        ({"type": "legal_case"}, SourceType.LEGAL),
        ({"type": "thesis", "genre": "Thèse de doctorat"}, SourceType.THESIS),
        ({"type": "document", "genre": "communiqué"}, SourceType.PRESS_RELEASE),
        ({"type": "document"}, None),
        ({}, None),
    ],
)
def test_kinds(values: dict[str, str], kind: SourceType | None) -> None:
    assert one(**values).type is kind


def test_every_kind_but_ours_alone_has_a_csl_type() -> None:
    ours = {SourceType.NOTE, SourceType.COLUMN, SourceType.PRESS_RELEASE}
    assert {*SourceType} - set(TYPES.values()) == ours


def test_a_court_signs_its_judgements() -> None:
    source = one(type="legal_case", authority="Cour de cassation", number="22-10.333")
    assert (source.authors, source.bodies) == (("Cour de cassation",), ("Cour de cassation",))


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (3, "2 BR342 an entry of the bibliography isn't an object"),
        (
            {"title": "T"},
            (
                "2 BR342 an entry of the bibliography has no citation key"
                " → give it an “id” or a “citation-key”"
            ),
        ),
        ({"id": "a", "type": "reprot"}, "4 BR343 unknown type “reprot” → did you mean “report”?"),
        ({"id": "a", "title": ["T"]}, '4 BR343 “title” must be "…"'),
        ({"id": "a", "volume": True}, '4 BR343 “volume” must be "…"'),
        (
            {"id": "a", "author": ["Anne Un"]},
            (
                "4 BR343 “author” holds a name that can't be read"
                ' → write {"family": "…", "given": "…"} or {"literal": "…"}'
            ),
        ),
    ],
)
def test_what_is_malformed_is_told_at_its_line(entry: Any, told: str) -> None:
    _, findings = read(entry)
    assert findings == [f"z.json:{told}"]


def test_of_two_entries_with_one_key_the_first_counts() -> None:
    sources, findings = read({"id": "a", "title": "Un"}, {"id": "a", "title": "Deux"})
    assert sources["a"].title == "Un"
    assert findings == ["z.json:6 BR342 the citation key “a” stands twice; the first entry counts"]


@pytest.mark.parametrize(
    "text", ["", "{", "3", "null", '{"id": "a"}', "[" * 5000, "9" * 5000, '{"items": {}}']
)
def test_what_is_no_list_is_an_error(text: str) -> None:
    sources, findings = read_csl(text, "z.json")
    assert sources is None
    assert [(finding.code, finding.is_error) for finding in findings] == [("BR341", True)]


NAMES = st.sampled_from(
    [
        "id",
        "citation-key",
        "type",
        "title",
        "author",
        "issued",
        "accessed",
        "page",
        "language",
        "genre",
        "authority",
        "date-parts",
        "season",
        "circa",
        "raw",
        "family",
        "given",
        "literal",
    ]
)
LEAF = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6)
JSON = st.recursive(
    LEAF | st.sampled_from(["2025", "report", "<i>a</i>", "a; b"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=20,
)


@given(JSON)
def test_any_json_gives_sources_that_print_or_findings(value: Any) -> None:
    text = json.dumps(value, indent=1)
    sources, findings = read_csl(text, "z.json")
    assert sources is not None or findings
    assert all(0 <= finding.line <= text.count("\n") + 1 for finding in findings)
    assert all(reference(source) for source in (sources or {}).values())


@given(st.text(alphabet='[]{}",:0a\n ', max_size=30))
def test_any_text_gives_sources_or_findings(text: str) -> None:
    sources, findings = read_csl(text, "z.json")
    assert sources is not None or findings
