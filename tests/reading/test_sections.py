"""`[[sections]]`: what they may say, where they stand, and every fault."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.dossier import Dossier
from briefing.model.finding import Finding
from briefing.model.text import plain
from briefing.model.vocabulary import Tlp
from briefing.reading.built_in_audiences import SECTIONS
from briefing.reading.dossier import read_raw_dossier
from tests.support import CONFIG, raw_dossier, raw_file

OWN = '[[sections]]\nid = "cadre"\ntitre = "Le *cadre*"\n'
TEXT = 'texte = "Un mot."\n'
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


def told(config: str, **files: str) -> list[tuple[str, int, str]]:
    found = read(config, **files)[1]
    return [(f.code, f.line - HEAD, str(f.hint or f.message)) for f in found]


def test_a_section_follows_the_chapeau_unless_it_says_where() -> None:
    (section,) = sound(OWN + TEXT).sections
    assert (section.id, plain(section.title)) == ("cadre", "Le cadre")
    assert (section.beside, section.precedes, section.only_for) == ("chapeau", False, ())
    assert plain(section.text[0].spans) == "Un mot."


@pytest.mark.parametrize("place", SECTIONS)
def test_a_section_stands_before_any_of_ours_and_after_all_but_the_last(place: str) -> None:
    (section,) = sound(f'{OWN}{TEXT}avant = "{place.upper()}"').sections
    assert (section.beside, section.precedes) == (place, True)
    after = f'{OWN}{TEXT}apres = "{place}"'
    if place == SECTIONS[-1]:
        assert [code for code, *_ in told(after)] == ["BR204"]
    else:
        assert sound(after).sections[0].beside == place


def test_a_section_may_follow_another_one_even_one_below() -> None:
    other = f'[[sections]]\nid = "suite"\ntitre = "Suite"\n{TEXT}'
    first, second = sound(f'{OWN}{TEXT}apres = "Suite"\n{other}').sections
    assert (first.beside, second.beside) == ("suite", "chapeau")


def test_the_text_may_stand_in_a_file_with_marks_and_citations() -> None:
    text = "Un mot[@martin-2025#offre].\n\n## Titre {tlp=amber}\n\nUn autre. {tlp=red}\n"
    (section,) = sound(f'{OWN}fichier = "cadre.md"\ntlp = "green"', cadre=text).sections
    assert section.tlp is Tlp.GREEN
    assert [(p.role, p.tlp, p.line) for p in section.text] == [
        ("text", None, 1),
        ("heading", Tlp.AMBER, 3),
        ("text", Tlp.RED, 5),
    ]
    assert section.path == "cadre.md"


def test_an_audience_may_order_and_rename_it() -> None:
    config = f'{OWN}{TEXT}[publics.presse]\nsections = ["Cadre", "sources"]\n'
    audience = sound(f'{config}[publics.presse.intitules]\ncadre = "Avant"').audiences["presse"]
    assert audience.sections == ("cadre", "sources")
    assert audience.ordered
    assert audience.headings["cadre"] == "Avant"


def test_it_may_be_for_some_audiences_alone() -> None:
    config = f'{OWN}{TEXT}publics = ["Presse", "direction"]\n[publics.direction]\ntlp = "green"'
    assert sound(config).sections[0].only_for == ("presse", "direction")


@pytest.mark.parametrize(
    ("config", "code", "line", "said"),
    [
        (OWN, "BR358", 1, "write one of them"),
        (f'{OWN}{TEXT}fichier = "a.md"', "BR358", 4, "write one of them"),
        (f'{OWN}{TEXT}apres = "sources"\navant = "sources"', "BR358", 6, "write one of them"),
        (f'{OWN}{TEXT}apres = "source"', "BR204", 5, "“sources”"),
        (f'{OWN}{TEXT}avant = "cadres"', "BR204", 5, "“cadre”"),
        (f'{OWN}{TEXT}apres = "cadre"', "BR358", 5, "one of ours"),
        (f'{OWN}{TEXT}publics = ["press"]', "BR204", 1, "“presse”"),
        (f'{OWN}{TEXT}tlp = "ambre"', "BR204", 5, "“amber”"),
        (f'{OWN}{TEXT}place = "sources"', "BR201", 5, ""),
        (f'{OWN}fichier = "non.md"', "BR350", 1, "mend its name"),
        (f'{OWN}texte = "Mot[@martin-2025#ofre]."', "BR402", 1, "martin-2025#offre"),
        (f"{OWN.replace('cadre*', 'cadre*[@martin-2025#offre]')}{TEXT}", "BR405", 1, "appuie"),
        (OWN.replace("cadre", "sources", 1) + TEXT, "BR358", 2, "another"),
        (OWN.replace("cadre", "moitie", 1) + TEXT, "BR222", 1, "taken"),
        (f'{OWN}{TEXT}[publics.x]\nsections = ["cadr"]', "BR204", 6, "“cadre”"),
        (f'{OWN}{TEXT}[publics.x.intitules]\ncadr = "A"', "BR201", 6, "“cadre”"),
    ],
)
def test_every_fault_is_told_at_its_line(config: str, code: str, line: int, said: str) -> None:
    found = told(config)
    assert (code, line) in [(c, at) for c, at, _ in found], found
    assert any(said in text for c, _, text in found if c == code), found


def test_sections_that_stand_beside_one_another_alone_are_told_and_put_somewhere() -> None:
    other = f'[[sections]]\nid = "suite"\ntitre = "Suite"\n{TEXT}apres = "cadre"\n'
    dossier, findings = read(f'{OWN}{TEXT}apres = "suite"\n{other}')
    assert [finding.code for finding in findings] == ["BR358", "BR358"]
    assert {section.beside for section in dossier.sections} == {"chapeau"}


def test_an_audience_that_it_is_not_for_may_not_name_it() -> None:
    config = f'{OWN}{TEXT}publics = "presse"\n[publics.x]\nsections = ["cadre"]'
    assert "BR358" in [code for code, *_ in told(config)]


def test_an_empty_file_is_told() -> None:
    assert [code for code, *_ in told(f'{OWN}fichier = "a.md"', a=" \n")] == ["BR358"]
