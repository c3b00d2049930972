"""The shape of a fiche: what belongs to which heading, and at which line."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.blocks import Block, Tag, split_blocks

FICHE = """\
# Titre
- type : note

## Premier énoncé
> une citation
> sur deux lignes
- id : a
- nature : contexte

Un commentaire
sur deux lignes.

## Second énoncé
> autre
- id : b
"""


def only(text: str) -> Block:
    """Return the one extract of `text`."""
    (block,) = split_blocks(text).extracts
    return block


def test_a_fiche_is_a_header_and_its_extracts() -> None:
    blocks = split_blocks(FICHE)
    assert blocks.header is not None
    assert (blocks.header.heading, blocks.header.line) == ("Titre", 1)
    assert blocks.header.tags == [Tag("type", "note", 2)]
    first, second = blocks.extracts
    assert (first.heading, first.line) == ("Premier énoncé", 4)
    assert first.quotation == ["une citation", "sur deux lignes"]
    assert first.quotation_line == 5
    assert first.tags == [Tag("id", "a", 7), Tag("nature", "contexte", 8)]
    assert "\n".join(first.comment).rstrip() == "Un commentaire\nsur deux lignes."
    assert (second.heading, second.line, second.comment) == ("Second énoncé", 13, [])


@pytest.mark.parametrize(
    ("line", "tag"),
    [
        ("- id : a", Tag("id", "a", 2)),
        ("- id: a", Tag("id", "a", 2)),
        ("- id :a", Tag("id", "a", 2)),
        ("* id : a", Tag("id", "a", 2)),
        ("+ id : a  ", Tag("id", "a", 2)),
        ("-   id   :   a", Tag("id", "a", 2)),
        ("-\tid\t:\ta", Tag("id", "a", 2)),
        ("- id\u00a0: a", Tag("id", "a", 2)),
        ("- id\u202f:\u00a0a", Tag("id", "a", 2)),
        ("-\u00a0id : a", Tag("id", "a", 2)),
        ("- url : https://exemple.org/a:b", Tag("url", "https://exemple.org/a:b", 2)),
        ("- type de source : note", Tag("type de source", "note", 2)),
        ("- id :", Tag("id", "", 2)),
        ("- id", Tag("id", None, 2)),
        ("- : a", Tag("", "a", 2)),
    ],
)
def test_a_tag_is_a_key_and_what_follows_the_first_colon(line: str, tag: Tag) -> None:
    assert only(f"## É\n{line}\n").tags == [tag]


@pytest.mark.parametrize("mark", ["#", "##"])
@pytest.mark.parametrize("space", [" ", "\u00a0", "\t", "  "])
def test_a_heading_may_follow_any_space(mark: str, space: str) -> None:
    """A French Mac keyboard types a no-break space after « # » unless one takes care."""
    blocks = split_blocks(f"{mark}{space}Énoncé ")
    found = blocks.header if mark == "#" else blocks.extracts[0]
    assert found is not None
    assert found.heading == "Énoncé"


@pytest.mark.parametrize("line", ["#1 de la liste", "#Énoncé", "Énoncé\n-----", " ## Énoncé"])
def test_what_only_looks_like_a_heading_is_text(line: str) -> None:
    blocks = split_blocks(f"# T\n{line}\n")
    assert (blocks.extracts, blocks.odd_heading_lines) == ([], [])


@pytest.mark.parametrize("line", ["##Énoncé", "### Énoncé", "###Énoncé", "###### Énoncé ##"])
def test_a_heading_of_another_shape_is_a_statement_and_noticed(line: str) -> None:
    blocks = split_blocks(f"# T\n## A\n{line}\n> q\n- id : a\n{line}\n")
    assert blocks.odd_heading_lines == [3, 6]
    assert [(b.heading, b.line) for b in blocks.extracts] == [
        ("A", 2),
        ("Énoncé", 3),
        ("Énoncé", 6),
    ]
    assert (blocks.extracts[1].quotation, blocks.extracts[1].tags) == (["q"], [Tag("id", "a", 5)])


@pytest.mark.parametrize("line", ["---", "-5 degrés", "*de facto* est latin", "**Note**", "1. un"])
def test_what_only_looks_like_a_tag_is_commentary(line: str) -> None:
    block = only(f"## É\n{line}\n")
    assert block.tags == []
    assert block.comment[0] == line


@pytest.mark.parametrize(
    ("lines", "quotation"),
    [
        ("> a", ["a"]),
        (">a", ["a"]),
        ("> a\n>\n> b", ["a", "b"]),
        (">", []),
        ("> > a", ["> a"]),
        ("> - a : b", ["- a : b"]),
    ],
)
def test_a_quotation_is_the_lines_of_the_block_quote(lines: str, quotation: list[str]) -> None:
    assert only(f"## É\n{lines}\n").quotation == quotation


def test_a_second_block_quote_is_noticed_once() -> None:
    block = only("## É\n> a\n- id : a\n> b\n\n> c\n")
    assert block.second_quotation_line == 4


def test_a_list_in_the_commentary_is_commentary_and_kept_as_suspect() -> None:
    block = only("## É\n> a\n\nVoir :\n- page : 12\n")
    assert block.tags == []
    assert block.comment[:2] == ["Voir :", "- page : 12"]
    assert block.late_tags == [Tag("page", "12", 5)]


@pytest.mark.parametrize(
    ("lines", "line"),
    [("", 0), ("> a\n- id : a\n\n", 0), ("a\nb", 2), ("> a\n\nb\n\nc", 4), ("> a\nb\n> c\nd", 3)],
)
def test_the_line_where_free_text_begins_is_known(lines: str, line: int) -> None:
    assert only(f"## É\n{lines}").comment_line == line


def test_text_before_the_title_and_a_second_title_are_noticed() -> None:
    blocks = split_blocks("\nstray\nmore\n# A\n## É\n# B\n# C\n")
    assert (blocks.stray_line, blocks.second_title_line) == (2, 6)
    assert blocks.header is not None
    assert blocks.header.heading == "A"


def test_a_title_after_an_extract_comes_too_late() -> None:
    blocks = split_blocks("## É\n# A\n")
    assert blocks.header is None
    assert blocks.second_title_line == 2


def test_an_empty_text_has_neither_header_nor_extracts() -> None:
    blocks = split_blocks("")
    assert (blocks.header, blocks.extracts) == (None, [])


@pytest.mark.parametrize("mark", ["#", "##"])
def test_a_bare_mark_is_an_empty_heading(mark: str) -> None:
    blocks = split_blocks(mark)
    found = [blocks.header] if mark == "#" else blocks.extracts
    assert [block.heading for block in found if block] == [""]


def test_a_line_of_spaces_costs_no_more_than_its_length() -> None:
    began = time.process_time()
    only("## É\n- id" + " " * 200_000 + "\n")
    assert time.process_time() - began < 1


@given(st.text(alphabet="#>-*: ab\n\u00a0", max_size=60))
def test_every_line_is_kept_where_it_stands(text: str) -> None:
    """No line is lost: each is a heading, a tag, a quotation, commentary, blank or stray."""
    blocks = split_blocks(text)
    lines = text.split("\n")
    found = [block for block in (blocks.header, *blocks.extracts) if block]
    for block in found:
        assert lines[block.line - 1].startswith("#")
        for tag in block.tags + block.late_tags:
            assert tag.key in lines[tag.line - 1]
