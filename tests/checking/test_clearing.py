"""What the analyst is told of what goes, and of what still names it."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from briefing.checking.clearing import clearing_findings
from briefing.model.audience import Audience
from briefing.model.dossier import Dossier, Party
from briefing.model.files import RawFile
from briefing.model.mailing import Mailing
from briefing.model.naming import Naming, Person
from briefing.model.parts import DeclaredBox, DeclaredFigure
from briefing.model.text import Paragraph
from briefing.model.vocabulary import Tlp
from tests.builders import PARTIES, dossier, extract, key_point, rich, source
from tests.support import raw_dossier, shown

SECRET = replace(extract("minic#secret", supports=("kp",)), tlp=Tlp.AMBER)
OPEN = extract("minic#x")


def audience(id_: str = "dehors", naming: Naming = Naming.SHORT) -> Audience:
    return Audience(id_, id_, "complet", ("points-clés", "sources"), naming=naming)


def told(what: Dossier, *audiences: Audience) -> list[str]:
    chosen = MappingProxyType({a.id: a for a in audiences or (audience(),)})
    return shown(clearing_findings(replace(what, audiences=chosen), raw_dossier(chapeau="Un.")))


def test_a_dossier_without_marks_or_audiences_has_nothing_to_tell() -> None:
    assert told(dossier(OPEN)) == []
    assert clearing_findings(dossier(OPEN, SECRET), raw_dossier()) == []


def test_what_goes_along_is_told_once_for_all_audiences() -> None:
    point = replace(key_point("kp"), line=9)
    what = dossier(OPEN, SECRET, key_points=[point])
    assert told(what, audience(), audience("presse")) == [
        (
            "dossier.toml:9 BR620 for “dehors”, “presse”, the key point “kp” goes with its extracts →"
            " reword it or bear it out otherwise; or mark it with a tlp, to say so"
        )
    ]


def test_sentences_are_told_at_their_line_of_the_chapeau() -> None:
    words = "Le reste viendrait d'une caisse dont personne ne sait vraiment rien du tout"
    chapeau = (Paragraph(rich(f"Un mot. {words}[@minic#secret]."), line=3),)
    (text,) = told(replace(dossier(OPEN, SECRET), introduction=chapeau))
    assert text.startswith(
        f"chapeau.md:3 BR620 for “dehors”, “{words[:60]}…” goes with the extracts"
    )


def test_a_text_that_names_what_is_withheld_is_told() -> None:
    what = replace(
        dossier(
            extract("minic#x", statement="Le Cabinet paie Jeanne Roche."),
            extract("minic#y", statement="Les cabinets médicaux ferment."),
            parties=(*PARTIES, Party("c", "Cabinet", tlp=Tlp.AMBER)),
        ),
        people=(Person("Jeanne Roche", "J. Roche", tlp=Tlp.RED),),
    )
    assert told(what) == [
        (
            "minic.md:12 BR621 this text names “Cabinet”, withheld from “dehors” → reword it, or mark"
            " it with a tlp as well"
        )
    ]


def test_a_text_that_is_withheld_itself_may_name_it() -> None:
    hidden = replace(extract("minic#y", statement="Le Cabinet paie."), tlp=Tlp.RED)
    parties = (*PARTIES, Party("c", "Cabinet", tlp=Tlp.AMBER))
    assert told(dossier(OPEN, hidden, parties=parties)) == []


def test_a_speaker_without_function_is_told_where_names_are_not() -> None:
    by_function = audience(naming=Naming.FUNCTIONS)
    what = replace(
        dossier(
            extract("minic#a", said_by="Luc Un"),
            extract("minic#b", said_by="Luc Un"),
            extract("minic#c", said_by="Anne Deux, maire"),
            extract("minic#d", said_by="Dimitri Minic"),
            extract("minic#e", said_by="J. Roche"),
            extract("minic#f", said_by="anonyme, un proche"),
            extract("minic#g", said_by="le gouvernement"),
        ),
        people=(Person("Jeanne Roche", "J. Roche", function="la présidente"),),
    )
    assert told(what, by_function) == [
        (
            "minic.md:12 BR622 “dehors” will read the name of “Luc Un” → tell the role after the name,"
            " or a “fonction” under [[personnes]]"
        )
    ]
    assert told(what) == []


def test_parts_that_go_along_are_told_at_their_places() -> None:
    text = (Paragraph(rich("Un mot. Une caisse[@minic#secret]."), line=3),)
    what = replace(
        dossier(OPEN, SECRET, sources=[source("minic"), replace(source("a"), tlp=Tlp.RED)]),
        figures=(DeclaredFigure("fig", "f.png", source="a", place="chapeau", line=7),),
        boxes=(
            DeclaredBox("loi", rich("La loi"), text, "loi.md", "chapeau", line=9),
            DeclaredBox("tout", rich("Tout"), (Paragraph(rich("A[@minic#secret].")),), line=12),
        ),
    )
    raw = replace(raw_dossier(), parts=(RawFile("d/loi.md", "loi.md", b""),))
    who = MappingProxyType({"dehors": audience()})
    found = clearing_findings(replace(what, audiences=who), raw)
    assert [(f.path, f.line, str(f.message)) for f in found] == [
        ("dossier.toml", 7, "for “dehors”, the figure “fig” goes with its source or its party"),
        ("dossier.toml", 12, "for “dehors”, the box “tout” goes with its text or its party"),
        ("d/loi.md", 3, "for “dehors”, “Une caisse.” goes with the extracts that it cites"),
        ("dossier.toml", 0, "for “dehors”, “A.” goes with the extracts that it cites"),
    ]


def test_parts_that_name_what_is_withheld_are_told() -> None:
    figure = DeclaredFigure("f", "f.png", "Vu du Cabinet", rich("Au Cabinet"), "Cabinet", line=7)
    box = DeclaredBox("loi", rich("Le Cabinet"), (Paragraph(rich("Cabinet."), line=2),), "loi.md")
    what = replace(
        dossier(OPEN, parties=(*PARTIES, Party("c", "Cabinet", tlp=Tlp.AMBER))),
        figures=(replace(figure, place="chapeau"),),
        cover=replace(figure, id="couverture", line=5),
        boxes=(replace(box, line=9, place="chapeau"),),
    )
    places = [text.split(" BR621")[0] for text in told(what) if "BR621" in text]
    assert sorted(set(places)) == ["dossier.toml:5", "dossier.toml:7", "dossier.toml:9", "loi.md:2"]


def test_an_email_that_names_what_is_withheld_is_told() -> None:
    what = replace(
        dossier(OPEN, parties=(*PARTIES, Party("c", "Cabinet", tlp=Tlp.AMBER))),
        mailing=Mailing(subject="Le Cabinet paie", preheader="Tout le reste", line=4),
    )
    assert [text.split(" BR621")[0] for text in told(what)] == ["dossier.toml:4"]
