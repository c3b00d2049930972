"""`[couverture]`, `[[figures]]` and `[[encadres]]`: what they may say, and every fault."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.dossier import Dossier
from briefing.model.finding import Finding
from briefing.model.parts import Breadth
from briefing.model.text import plain
from briefing.model.vocabulary import Tlp
from briefing.reading.dossier import read_raw_dossier
from briefing.reading.parts import DEFAULT_PLACE, PLACES, named_parts
from tests.support import CONFIG, raw_dossier, raw_file

COVER = '[couverture]\nimage = "gare.png"\nalt = "La gare"\ncredit = "Dessin"\n'
FIGURE = '[[figures]]\nid = "trace"\nfichier = "trace.svg"\nalt = "Le tracé"\ncredit = "Nous"\n'
BOX = '[[encadres]]\nid = "loi"\ntitre = "La *loi*"\n'
HEAD = CONFIG.count("\n") + 1


def read(config: str, **files: str) -> tuple[Dossier, list[Finding]]:
    parts = tuple(raw_file(f"{name}.md", text) for name, text in files.items())
    raw = replace(raw_dossier(config=f"{CONFIG}\n{config}"), parts=parts)
    reading = read_raw_dossier(raw)
    assert reading.dossier is not None
    return reading.dossier, list(reading.findings)


def sound(config: str, **files: str) -> Dossier:
    dossier, findings = read(config, **files)
    assert findings == []
    return dossier


def told(config: str, **files: str) -> list[tuple[str, int]]:
    return [(finding.code, finding.line - HEAD) for finding in read(config, **files)[1]]


def test_a_cover_says_what_it_shows_and_whose_it_is() -> None:
    cover = sound(COVER + 'legende = "La gare, *de nuit*"\ntlp = "green"\n').cover
    assert cover is not None
    assert (cover.file, cover.alt, cover.credit) == ("gare.png", "La gare", "Dessin")
    assert plain(cover.caption) == "La gare, de nuit"
    assert (cover.tlp, cover.breadth, cover.picture) == (Tlp.GREEN, Breadth.PAGE, None)


def test_a_dossier_may_have_no_parts() -> None:
    dossier = sound("")
    assert (dossier.cover, dossier.figures, dossier.boxes) == (None, (), ())


def test_a_figure_follows_the_chapeau_unless_it_says_where() -> None:
    (figure,) = sound(FIGURE).figures
    assert (figure.place, figure.breadth, figure.source) == (DEFAULT_PLACE, Breadth.COLUMN, "")


@pytest.mark.parametrize("place", PLACES)
def test_a_part_follows_any_section(place: str) -> None:
    dossier = sound(f'{FIGURE}place = "{place.upper()}"\n{BOX}texte = "Un mot."\nplace = "{place}"')
    assert {dossier.figures[0].place, dossier.boxes[0].place} == {place}


@pytest.mark.parametrize("name", ["Région", "region", "RÉGION"])
def test_a_part_may_close_the_detail_of_a_party(name: str) -> None:
    assert sound(f'{FIGURE}place = "{name}"').figures[0].place == "partie:region"


def test_a_figure_may_take_the_page_and_name_its_source() -> None:
    (figure,) = sound(f'{FIGURE}largeur = "Page"\nsource = "martin-2025"').figures
    assert (figure.breadth, figure.source) == (Breadth.PAGE, "martin-2025")


def test_a_decorative_picture_has_no_words() -> None:
    (figure,) = sound(FIGURE.replace('alt = "Le tracé"', "decorative = true")).figures
    assert figure.alt == ""


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (COVER.replace('alt = "La gare"\n', ""), [("BR351", 1)]),
        (COVER.replace("La gare", "  "), [("BR351", 3)]),
        (f"{COVER}decorative = true", [("BR351", 3)]),
        (FIGURE.replace('alt = "Le tracé"', "decorative = false"), [("BR351", 1)]),
        (COVER.replace('credit = "Dessin"\n', ""), [("BR352", 1)]),
        (FIGURE.replace("Nous", ""), [("BR352", 5)]),
        (COVER.replace("gare.png", ""), [("BR302", 2)]),
        (FIGURE.replace('id = "trace"\n', ""), [("BR302", 1)]),
        (f'{FIGURE}place = "ailleurs"', [("BR204", 6)]),
        (f'{FIGURE}place = "méthode"', [("BR204", 6)]),
        (f'{FIGURE}largeur = "géante"', [("BR204", 6)]),
        (f'{FIGURE}tlp = "mauve"', [("BR204", 6)]),
        (f'{FIGURE}source = "dupont"', [("BR401", 1)]),
        (f'{FIGURE}legende = "Vu[@martin-2025#offre]."', [("BR405", 1)]),
        (f'{COVER}hauteur = "3"', [("BR201", 5)]),
        (f"{FIGURE}{FIGURE}", [("BR222", 6)]),
        (FIGURE.replace("trace", "moitie", 1), [("BR222", 1)]),
        (BOX, [("BR356", 1)]),
        (f'{BOX}texte = "Un mot."\nfichier = "loi.md"', [("BR356", 4)]),
        (f'{BOX}fichier = "loi.md"', [("BR350", 1)]),
        (f'{BOX.replace("La *loi*", "")}texte = "Un mot."', [("BR302", 3)]),
        (f'{BOX.replace("*loi*", "loi[@martin-2025#offre]")}texte = "Un mot."', [("BR405", 1)]),
        (f'{BOX}texte = "Un mot[@martin-2025#rien]."', [("BR402", 1)]),
        (f'{BOX}texte = "Un mot[martin-2025#offre]."', [("BR406", 1)]),
    ],
)
def test_each_fault_is_told_at_its_line(config: str, expected: list[tuple[str, int]]) -> None:
    assert told(config) == expected


def test_a_box_is_prose_that_cites() -> None:
    (box,) = sound(
        f'{BOX}texte = """\nUn mot[@martin-2025#offre].\n\n## Deux\n\n- trois\n"""'
    ).boxes
    assert [block.role for block in box.text] == ["text", "heading", "item"]
    assert box.text[0].spans[1].citations == ("martin-2025#offre",)
    assert plain(box.title) == "La loi"


def test_the_text_of_a_box_may_be_a_file() -> None:
    dossier = sound(f'{BOX}fichier = "loi.md"', loi="Un *mot*.\n")
    assert [plain(block.spans) for block in dossier.boxes[0].text] == ["Un mot."]


def test_the_paragraphs_of_a_box_bear_marks() -> None:
    text = "Un mot. {tlp=amber}\n\nUn autre.\n"
    (box,) = sound(f'{BOX}fichier = "loi.md"', loi=text).boxes
    assert [(plain(p.spans), p.tlp, p.line) for p in box.text] == [
        ("Un mot.", Tlp.AMBER, 1),
        ("Un autre.", None, 3),
    ]
    (box,) = sound(f'{BOX}texte = """{text}"""').boxes
    assert [(plain(p.spans), p.tlp) for p in box.text] == [
        ("Un mot.", Tlp.AMBER),
        ("Un autre.", None),
    ]


def test_a_mark_that_is_none_is_told_in_its_file() -> None:
    dossier, findings = read(f'{BOX}fichier = "loi.md"', loi="Un.\n\nUn mot. {tlp=mauve}\n")
    assert [(f.code, f.path, f.line) for f in findings] == [("BR204", "loi.md", 3)]
    assert dossier.boxes[0].text[1].tlp is Tlp.RED, "nobody sees too much meanwhile"


def test_a_part_of_an_unknown_mark_is_for_nobody_meanwhile() -> None:
    assert read(f'{FIGURE}tlp = "mauve"')[0].figures[0].tlp is Tlp.RED


def test_a_fault_in_the_file_of_a_box_is_told_there() -> None:
    _, findings = read(f'{BOX}fichier = "loi.md"', loi="Un mot.\n\nUn autre[@martin-2025#rien].\n")
    assert [(f.code, f.path, f.line) for f in findings] == [("BR402", "loi.md", 3)]


@pytest.mark.parametrize(("text", "code"), [("", "BR356"), ("\n \n", "BR356")])
def test_a_file_without_text_is_told(text: str, code: str) -> None:
    _, findings = read(f'{BOX}fichier = "loi.md"', loi=text)
    assert [(f.code, f.path) for f in findings] == [(code, "loi.md")]


# ---- The names of files, before anything is read -------------------------------------------


def test_every_file_is_named_once() -> None:
    config = f'{COVER}{FIGURE}{FIGURE}{BOX}fichier = "loi.md"\n{BOX}texte = "Un mot."\n'
    assert named_parts(config.encode()) == ("gare.png", "trace.svg", "loi.md")


def test_keys_may_have_accents_and_capitals() -> None:
    config = '["Couverture"]\nImage = " a.png "\n[["encadrés"]]\nfichier = "b.md"\n'
    assert named_parts(config.encode()) == ("a.png", "b.md")


@pytest.mark.parametrize(
    "config",
    [
        b"",
        b"\xff",
        b"titre =",
        b"couverture = 3\nfigures = 4\nencadres = {}",
        b'figures = [1, "a", {fichier = 3}, {fichier = " "}]\n[couverture]\nimage = ["a"]',
    ],
)
def test_what_is_no_name_is_passed_over(config: bytes) -> None:
    assert named_parts(config) == ()
