"""Writing a fiche: what is read again is the same, and a tool that adds leaves the rest alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.extract import Extract
from briefing.model.text import Span, plain
from briefing.reading.decoding import decode, normalise_newlines
from briefing.reading.fiche import Fiche, read_fiche
from briefing.reading.prose import parse_inline
from briefing.reading.writing import append_extract, write_extract, write_fiche, write_prose
from tests.support import HEADER, ROOT, extract_text, fiche_text, raw_file

FICHES = sorted(
    path for folder in ("seeds", "briefing/starter") for path in (ROOT / folder).glob("*-*.md")
)


def read(text: str) -> Fiche:
    fiche, _ = read_fiche(text, source="a", path="a.md")
    assert fiche is not None
    return fiche


def unplaced(fiche: Fiche) -> Fiche:
    """Return `fiche` without its line numbers: those of what is written are its own."""
    extracts = tuple(replace(extract, line=0) for extract in fiche.extracts)
    return Fiche(replace(fiche.source, line=0), extracts)


# ---- Fiches as an analyst writes them, careless spaces and difficult characters included ----

SPECIAL = "ab é’'«»\u00a0\u202f*_[]<>&\\~`!#;:()@-"
WORDS = st.text(alphabet="abcé’'\u00a0\u202f«»,.-–(;!", min_size=1, max_size=8)
LITERAL = st.text(alphabet=SPECIAL, min_size=1, max_size=6).map(
    lambda text: "".join(f"\\{c}" if c in "*_[]<>&\\~`!" else c for c in text)
)
MARKED = st.sampled_from(
    [
        "*de facto*",
        "**net**",
        "_iter_",
        "***x***",
        "**gras *et* fin**",
        "*a **b** c*",
        "[Ifri](https://ifri.org/a_(b))",
        "[*Ifri*](https://ifri.org)",
        "[@a#b]",
        "*en [@a#b; @c#d] italique*",
        "`2 * 3`",
        "<b>",
        "AT&T &eacute; &amp;lt;",
        "« *x* »",
        "snake_case",
        "2 * 3",
        "https://exemple.org/*_a_*",
        "l’*iter*.",
    ]
)
PROSE = st.lists(st.one_of(WORDS, LITERAL, MARKED), max_size=6).map(" ".join)
QUOTATION = st.lists(st.text(alphabet=SPECIAL, max_size=12), min_size=1, max_size=3)
COLON = st.sampled_from([" : ", ": ", ":", "\u00a0: ", "\u202f:\u00a0", "  :\t"])
EXTRACT_TAGS = {
    "id": st.sampled_from(["a", "b-2", "c.3"]),
    "nature": st.sampled_from(["position", "Evenement, chiffre", "point clé", "faux"]),
    "partie": st.sampled_from(["Russie", "Côte d’Ivoire, Côte d'Azur"]),
    "locuteur": st.sampled_from(
        ["V. Poutine", "anonyme", "Anonyme (un élu)", "anonyme : un élu (Sud)", "A, b, c", "L’Un"]
    ),
    "voix": st.sampled_from(["directe", "attribuee"]),
    "via": st.sampled_from(["AFP", "AFP , Reuters"]),
    "statut": st.sampled_from(["fait", "Déclaration"]),
    "date": st.sampled_from(["2025-02~", "../2025", "2025-02-12/2025-02-13", "hier"]),
    "datation": st.sampled_from(["déduite", "donnee"]),
    "bref": PROSE,
    "chiffre": st.text(alphabet=SPECIAL, max_size=10),
    "exergue": st.sampled_from(["oui", "non"]),
    "vraisemblance": st.sampled_from(["à chances égales"]),
    "tlp": st.sampled_from(["amber+strict"]),
    "page": st.sampled_from(["p. 12"]),
    "traduction": st.sampled_from(["oui", "non"]),
    "note": st.text(alphabet=SPECIAL, max_size=10),
}
HEADER_TAGS = {
    "type": st.sampled_from(["rapport", "Communique"]),
    "auteur": st.sampled_from(["Zoé Ay", "Zoé Ay ; D’Ax, Bo"]),
    "organisme": st.sampled_from(["Ifri", "Zoé Ay ; Ifri"]),
    "direction": st.sampled_from(["Zoé Ay", "A ; B"]),
    "dans": st.text(alphabet=SPECIAL, max_size=10),
    "clé": st.just("Minic_2025"),
    "date": st.sampled_from(["2025", "2025-21"]),
    "url": st.just("https://exemple.org/a:b#c"),
    "abrégé": st.text(alphabet=SPECIAL, max_size=10),
    "fiabilité": st.sampled_from(["B", "b"]),
}
COMMENT = st.sampled_from(
    ["", "Un mot.", "Voir :\n- page : 3\n\n  en retrait\n", "   - a : b", "---"]
)


@st.composite
def tags(draw: st.DrawFn, known: dict[str, st.SearchStrategy[str]]) -> str:
    keys = draw(st.lists(st.sampled_from(sorted(known)), unique=True))
    return "".join(f"- {key}{draw(COLON)}{draw(known[key])}\n" for key in keys)


@st.composite
def extracts(draw: st.DrawFn) -> str:
    quoted = "".join(f"> {line}\n" for line in draw(QUOTATION))
    body = f"## {draw(PROSE)}\n{quoted}{draw(tags(EXTRACT_TAGS))}"
    comment = draw(COMMENT)
    return f"{body}\n{comment}\n" if comment else body


@st.composite
def fiches(draw: st.DrawFn) -> str:
    title = draw(st.text(alphabet=SPECIAL, max_size=12))
    header = f"# {title}\n{draw(tags(HEADER_TAGS))}"
    return "\n".join([header, *draw(st.lists(extracts(), max_size=3))])


# ---- The laws -------------------------------------------------------------------------------


@given(fiches())
def test_reading_what_was_written_gives_the_same_fiche(text: str) -> None:
    fiche = read(text)
    assert unplaced(read(write_fiche(fiche))) == unplaced(fiche)


@given(fiches())
def test_writing_settles_at_once(text: str) -> None:
    written = write_fiche(read(text))
    assert write_fiche(read(written)) == written


@given(PROSE)
def test_prose_is_the_same_once_written(text: str) -> None:
    spans = parse_inline(text)
    assert parse_inline(write_prose(spans)) == spans


@given(st.text(alphabet=SPECIAL, max_size=30))
def test_no_word_is_lost_nor_run_whatever_was_typed(text: str) -> None:
    spans = parse_inline(text)
    assert plain(parse_inline(write_prose(spans))) == plain(spans)


@given(st.text(alphabet=SPECIAL, min_size=1, max_size=30))
def test_any_text_can_be_a_statement(text: str) -> None:
    """A program that writes extracts need escape nothing."""
    statement = (Span(text),)
    fiche = read(f"# T\n\n## {write_prose(statement)}\n> q\n- id : a\n")
    assert fiche.extracts[0].statement == statement


@given(
    fiches(),
    extracts().map(lambda text: text.replace("- id", "- note") + "- id : neuf\n"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "\n", "\n\n", "\n\n\n"]),
)
def test_an_extract_added_is_the_same_and_the_rest_untouched(
    text: str, added: str, end: str, last: str
) -> None:
    found = read(f"# T\n\n{added}").extracts
    if not found:  # the tag landed in the commentary
        return
    before = (text.rstrip("\n") + last).replace("\n", end)
    after = append_extract(before, found[0])
    assert after.startswith(before)
    if end in before:
        assert not {"\r", "\n"} & set(after.replace(end, ""))
    known, all_ = (unplaced(read(normalise_newlines(t))) for t in (before, after))
    assert all_.source == known.source
    assert all_.extracts[:-1] == known.extracts
    assert all_.extracts[-1] == replace(found[0], line=0)


# ---- Cases ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", FICHES, ids=lambda path: path.stem)
def test_the_fiches_that_come_with_the_program_survive(path: Path) -> None:
    text, findings = decode(raw_file(path.name, path.read_bytes()))
    assert findings == []
    fiche = read(text)
    assert unplaced(read(write_fiche(fiche))) == unplaced(fiche)


def test_keys_are_written_in_their_order_and_empty_ones_are_not() -> None:
    text = fiche_text(extract_text(date="2025-05-19"), header={"langue": "fr", **HEADER})
    assert (
        write_fiche(read(text))
        == """\
# Valmont attend son train de nuit
- type : article
- auteur : Claire Martin
- éditeur : Le Courrier de Valmont
- date : 2025-05-20
- langue : fr

## La région accepte de payer la moitié du déficit.
> nous prendrons en charge la moitié du déficit
- id : offre
- nature : position
- partie : Région
- enjeu : Financement
- locuteur : Jeanne Roche, présidente de la région
- voix : directe
- statut : déclaration
- date : 2025-05-19
- appuie : moitie
"""
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("un *mot*", "un *mot*"),
        ("**gras *et* fin**", "**gras *et* fin**"),
        ("*a **b** c*", "*a **b** c*"),
        ("*a*__b__", "*a*__b__"),
        ("[a *b*](https://c.d)", "[a *b*](<https://c.d>)"),
        ("[@a#b;@c#d]", "[@a#b; @c#d]"),
        ("2 * 3 < 7 & x_y", r"2 \* 3 \< 7 \& x\_y"),
    ],
)
def test_prose_is_written_as_a_person_would(text: str, written: str) -> None:
    assert write_prose(parse_inline(text)) == written


@pytest.mark.parametrize(
    ("before", "gap"),
    [("# T\n", "\n"), ("# T\n\n", ""), ("# T", "\n\n"), ("", "\n\n"), ("# T\r\n", "\r\n")],
)
def test_one_blank_line_parts_what_is_added(before: str, gap: str) -> None:
    extract = read(fiche_text()).extracts[0]
    added = append_extract(before, extract)
    assert added[len(before) :].startswith(f"{gap}## ")
    assert added.count("\n") == before.count("\n") + gap.count("\n") + len(
        write_extract(extract).splitlines()
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda extract: replace(extract, comment="Un mot.\n\n- la page : 3"),
        lambda extract: replace(extract, statement=(Span(" au bord "),)),
        lambda extract: replace(extract, statement=(Span("- id : x"),)),
        lambda extract: replace(extract, quotation="> - id : x"),
        lambda extract: replace(extract, speaker=None),
    ],
    ids=["comment", "spaces", "like-a-tag", "like-a-quotation", "no-speaker"],
)
def test_what_looks_like_the_shape_of_a_fiche_is_content(
    change: Callable[[Extract], Extract],
) -> None:
    extract = change(read(fiche_text()).extracts[0])
    assert read(f"# T\n\n{write_extract(extract)}").extracts == (replace(extract, line=3),)
