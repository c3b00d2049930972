"""Where and how a leak is told."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from briefing.auditing import Form, audit
from briefing.auditing.searching import Searcher
from briefing.documents.opening import open_file
from briefing.model.carrier import Opened, Piece, Segment, Unread
from briefing.model.finding import message
from briefing.model.vocabulary import Tlp
from tests.auditing.auditing import HIDDEN, leaks, needles, secretive
from tests.auditing.carriers import PDF, page
from tests.builders import dossier, source

WHAT = needles(secretive())


def told(name: str, data: bytes) -> list[tuple[str, str, list[str]]]:
    return [
        (leak.needle.field, leak.form.value, [str(step) for step in leak.where])
        for leak in leaks(WHAT, name, data)
        if leak.needle.field == "quotation"
    ]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (HIDDEN, Form.EXACT),
        (HIDDEN.upper(), Form.RESHAPED),
        (HIDDEN.partition(" à ")[0], Form.PARTIAL),
    ],
)
def test_the_form_is_told(text: str, form: Form) -> None:
    assert [kind for _field, kind, _where in told("a.txt", text.encode())] == [form]


def test_a_part_is_shown() -> None:
    (leak,) = leaks(WHAT, "a.txt", f"Ainsi {HIDDEN.partition(' à ')[0]} hier".encode())
    assert leak.found == "le prefet aurait cache la note du ministere"


def test_the_place_in_a_page_is_told() -> None:
    name, data = page(f"<p>x</p>\n<img alt='{HIDDEN}'>")
    assert ("quotation", "exact", ["attribute alt of <img>, line 2"]) in told(name, data)


def test_the_place_in_json_is_told() -> None:
    data = json.dumps({"notes": [{}, {"texte": HIDDEN}]}).encode()
    assert told("a.json", data) == [("quotation", "exact", ["value $.notes[1].texte"])]


def test_the_place_in_an_archive_in_a_pdf_is_told() -> None:
    wheres = [where for _field, _form, where in told(*PDF["in zip in pdf"](HIDDEN))]
    assert ["attachment “dossier.zip”", "member “a/b.pdf”", "page 1"] in wheres


def test_a_text_over_two_segments_is_found_where_it_begins() -> None:
    words = HIDDEN.split()
    halves = (" ".join(words[:5]), " ".join(words[5:]))
    segments = tuple(
        Segment(half, message("page {page}", page=n)) for n, half in enumerate(halves, 1)
    )
    (leak,) = Searcher(WHAT).search(Piece((), segments, flowing=True))
    assert [str(step) for step in leak.where] == ["page 1"]


def test_one_title_told_of_three_sources_isnt_a_text_that_says_it_thrice() -> None:
    title = "Les navettes de nuit coûteraient trop cher"
    red = replace(source("rouge", title=f"{title}, {title}, {title}"), tlp=Tlp.RED)
    what = needles(dossier(sources=(source(title=title), red)))
    told_thrice = json.dumps([{"title": title}] * 3).encode()
    assert leaks(what, "a.json", told_thrice) == ()
    assert leaks(what, "a.json", json.dumps([f"{title}, {title}, {title}"]).encode())
    set_ = json.dumps([f"2025. {title}", title.upper(), f"{title}, Notes"]).encode()
    assert leaks(what, "a.json", set_) == ()


def test_short_names_are_left_alone_in_what_isnt_prose() -> None:
    segment = (Segment("xx quesnoy xx"),)
    assert Searcher(WHAT).search(Piece((), segment))
    assert Searcher(WHAT).search(Piece((), segment, prose=False)) == []


def test_one_text_that_stands_twice_in_a_file_is_told_once() -> None:
    piece = Piece((), (Segment(HIDDEN),))
    (file,) = audit([Opened("a", (piece, piece))], WHAT, "public").files
    assert len(file.leaks) == 1
    assert file.places == 2


def test_a_place_that_cant_be_read_isnt_clean() -> None:
    opened = Opened("a", (), (Unread((), message("it is encrypted")),))
    report = audit([opened], WHAT, "public")
    assert not report.clean
    assert report.files[0].leaks == ()


def test_a_clean_file_is_clean() -> None:
    report = audit([open_file("a.txt", "Rien à dire.".encode())], WHAT, "public")
    assert report.clean
    assert report.needles == WHAT.count > 5
