"""Audiences: what is declared, what is taken from the built-in one, what is unknown."""

from __future__ import annotations

import pytest

from briefing.model.audience import Anonymous, Audience, Depth, NoteStyle
from briefing.model.dossier import Dossier
from briefing.model.finding import Finding
from briefing.model.naming import Naming
from briefing.model.text import plain
from briefing.model.vocabulary import Tlp
from briefing.reading.audiences import BUILT_IN, FORMATS, SECTIONS
from briefing.reading.config import read_config
from tests.support import CONFIG, shown


def read(lines: str) -> tuple[Dossier, list[Finding]]:
    """Return the dossier with `lines` under its others; the first one is line 14."""
    dossier, findings = read_config(f"{CONFIG}\n{lines}\n", "d.toml")
    assert dossier is not None
    return dossier, findings


def direction(lines: str) -> tuple[Audience, list[Finding]]:
    """Return `[publics.direction]` made of `lines`; its first line is 15."""
    dossier, findings = read(f"[publics.direction]\n{lines}")
    return dossier.audiences["direction"], findings


def test_what_is_left_out_is_as_in_the_complete_edition_but_for_marks() -> None:
    audience, findings = direction("")
    assert findings == []
    assert audience == Audience("direction", "direction", "complet", SECTIONS, ("pdf", "html"))
    assert (audience.clearance, BUILT_IN["complet"].clearance) == (Tlp.CLEAR, Tlp.RED)


def test_what_is_said_is_kept_in_its_order() -> None:
    audience, findings = direction(
        'nom = "Direction"\nsections = ["sources", "points-cles"]\nformats = "html"'
    )
    assert findings == []
    assert audience.name == "Direction"
    assert audience.sections == ("sources", "points-clés")
    assert audience.formats == ("html",)


def test_every_key_is_read() -> None:
    audience, findings = direction(
        'gabarit = "maison"\ntlp = "TLP:AMBER+STRICT"\nanonymes = "resumes"\nprofondeur = "une"\n'
        'notes = "courtes"\ncotation = false\nnoms = "fonctions"\nlangue = "en"\npages = 2\n'
        'fichier = "{date}-{titre}_{public}"\ncontact = ["A", "b@c.fr"]\nembargo = "demain, 6 h"\n'
        'avant-propos = "Un *mot*.\\n\\nDeux. {tlp=green}"\n'
        '[publics.direction.intitules]\npoints-cles = "L\'essentiel"'
    )
    assert shown(findings) == [
        "d.toml:16 BR204 unknown value “TLP:AMBER+STRICT” for “tlp” → did you mean “amber+strict”?"
    ]
    assert audience.template == "maison"
    assert audience.anonymous is Anonymous.SUMMARISED
    assert (audience.depth, audience.notes, audience.rating) == (
        Depth.ONE,
        NoteStyle.SHORT,
        False,
    )
    assert (audience.naming, audience.language, audience.pages) == (Naming.FUNCTIONS, "en", 2)
    assert audience.file == "{date}-{titre}_{public}"
    assert (audience.contact, audience.embargo) == (("A", "b@c.fr"), "demain, 6 h")
    assert audience.headings == {"points-clés": "L'essentiel"}
    assert [(plain(p.spans), p.tlp) for p in audience.foreword] == [
        ("Un mot.", None),
        ("Deux.", Tlp.GREEN),
    ]


def test_unknown_values_and_keys_are_told() -> None:
    audience, findings = direction(
        'sections = ["chapo", "sources"]\nformats = ["docx"]\nprofondeur = "un"\nfichiers = "x"'
    )
    assert audience.sections == ("sources",)
    assert audience.formats == ("pdf", "html")
    assert audience.depth is Depth.ALL
    assert sorted(shown(findings)) == [
        "d.toml:15 BR204 unknown value “chapo” for “sections” → did you mean “chapeau”?",
        f"d.toml:16 BR204 unknown value “docx” for “formats” → known here: {', '.join(FORMATS)}",
        "d.toml:17 BR204 unknown value “un” for “profondeur” → did you mean “une”?",
        "d.toml:18 BR201 unknown key “fichiers” → did you mean “fichier”?",
    ]


def test_the_built_in_audiences_are_known_by_their_ids() -> None:
    assert all(name == audience.id for name, audience in BUILT_IN.items())
    assert list(BUILT_IN) == ["complet", "decideurs", "presse", "chercheur"]


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_dossier_may_change_what_it_likes_of_a_built_in_audience(name: str) -> None:
    dossier, findings = read(f'[publics.{name}]\nnom = "Autrement"\ncontact = "moi"')
    assert findings == []
    audience = dossier.audiences[name]
    assert (audience.name, audience.contact) == ("Autrement", ("moi",))
    assert (audience.sections, audience.clearance, audience.anonymous, audience.pages) == (
        BUILT_IN[name].sections,
        BUILT_IN[name].clearance,
        BUILT_IN[name].anonymous,
        BUILT_IN[name].pages,
    )


def test_nobody_but_the_complete_edition_sees_what_is_marked_unless_told() -> None:
    restricted = {name for name, audience in BUILT_IN.items() if audience.is_restricted}
    assert restricted == {"decideurs", "presse", "chercheur"}


def test_notes_need_the_sources_they_refer_to() -> None:
    _, findings = direction('sections = ["points-cles"]')
    fault = "d.toml:15 BR320 the audience “direction” leaves out the sources its notes refer to"
    assert shown(findings) == [f'{fault} → add "sources" to its sections']
    assert direction('sections = ["points-cles"]\nnotes = false')[1] == []


@pytest.mark.parametrize(
    ("value", "style"),
    [("true", NoteStyle.FULL), ("false", NoteStyle.NONE), ('"courtes"', NoteStyle.SHORT)],
)
def test_notes_are_a_style_or_a_yes_or_no(value: str, style: NoteStyle) -> None:
    audience, findings = direction(f"notes = {value}")
    assert (audience.notes, findings) == (style, [])


def test_where_nothing_is_quoted_there_are_no_notes() -> None:
    audience, findings = direction('profondeur = "aucune"')
    assert (audience.notes, findings) == (NoteStyle.NONE, [])


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (
            'profondeur = "aucune"\nnotes = true',
            (
                'd.toml:16 BR321 “profondeur = "aucune"” quotes no extract, and “notes ='
                ' "complètes"” would print some → leave out one of them'
            ),
        ),
        (
            'pages = 1\nformats = "html"',
            (
                'd.toml:15 BR321 only a PDF has pages, and its formats are html → add "pdf" to its'
                " formats, or leave “pages” out"
            ),
        ),
        (
            'sections = ["sources"]\n[publics.direction.intitules]\nchapeau = "Prélude"',
            (
                "d.toml:16 BR321 “chapeau” has a heading, and isn't among the sections → add it to"
                " “sections”, or leave its heading out"
            ),
        ),
        ("pages = 0", "d.toml:15 BR330 “pages” must be a whole number of pages"),
        ("pages = 1.5", "d.toml:15 BR330 “pages” must be a whole number of pages"),
        (
            'fichier = "{titres}"',
            "d.toml:15 BR322 unknown field “titres” in “fichier” → did you mean “titre”?",
        ),
        (
            '[publics.direction.intitules]\nchapo = "Prélude"',
            "d.toml:16 BR201 unknown key “chapo” → did you mean “chapeau”?",
        ),
        (
            'avant-propos = "Un mot {tlp=red} de trop."',
            (
                "d.toml:15 BR325 a mark {tlp=…} stands at the end of the paragraph or heading it marks"
                " → the region paid in cash. {tlp=amber}"
            ),
        ),
    ],
)
def test_what_cannot_be_met_is_told(lines: str, fault: str) -> None:
    assert shown(direction(lines)[1]) == [fault]


@pytest.mark.parametrize("name", ["../x", "a/b", "a\\\\b", ".cache", "été", "a.pdf", "a b"])
def test_a_file_name_leads_nowhere_else(name: str) -> None:
    audience, findings = direction(f'fichier = "{name}"')
    assert audience.file == ""
    assert [finding.code for finding in findings] == ["BR322"]


@pytest.mark.parametrize("name", ["../x", "a/b", "-x", "é"])
def test_a_template_is_named_by_its_folder_alone(name: str) -> None:
    audience, findings = direction(f'gabarit = "{name}"')
    assert audience.template == "complet"
    assert [finding.code for finding in findings] == ["BR322"]


def test_an_audience_may_name_a_theme() -> None:
    audience, findings = direction('theme = " presse "')
    assert (audience.theme.name, audience.theme.line, findings) == ("presse", 15, [])
    assert direction("")[0].theme.name == ""


def test_all_that_is_declared_may_bear_a_mark() -> None:
    dossier, findings = read(
        '[[parties]]\nnom = "Cabinet"\ntlp = "amber"\n'
        '[[enjeux]]\nnom = "Secret"\ntlp = "red"\n'
        '[[personnes]]\nnom = "Jeanne Roche"\nfonction = "la  présidente"\ntlp = "green"\n'
        '[[divergences]]\nid = "d"\nnature = "désaccord"\ntitre = "T"\ntlp = "clear"\n'
        '[[divergences.elements]]\ntexte = "Un."\ntlp = "amber+strict"\n'
        '[[questions]]\nid = "q"\ntexte = "Qui ?"\ntlp = "ambre"\n'
    )
    assert [f.code for f in findings] == ["BR204"]
    assert dossier.parties[-1].tlp is Tlp.AMBER
    assert dossier.issues[-1].tlp is Tlp.RED
    assert (dossier.people[0].tlp, dossier.people[0].function) == (Tlp.GREEN, "la présidente")
    assert dossier.divergences[0].tlp is Tlp.CLEAR
    assert dossier.divergences[0].sides[0].tlp is Tlp.AMBER_STRICT
    assert dossier.questions[-1].tlp is Tlp.RED, "a mark that can't be read withholds"


def test_who_takes_a_built_in_template_takes_what_it_is_made_of() -> None:
    audience, _ = direction('gabarit = "chercheur"')
    assert audience.product == BUILT_IN["chercheur"].product


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("decideur", "decideurs"),
        ("press", "presse"),
        ("Complet", "complet"),
        ('"décideurs"', "decideurs"),
    ],
)
def test_a_name_that_is_all_but_a_built_in_one_is_doubted(name: str, other: str) -> None:
    _, (found,) = read(f"[publics.{name}]\ntlp = 'green'")
    assert (found.code, found.line, found.is_error) == ("BR323", 14, False)
    assert f"[publics.{other}]" in str(found.hint)


@pytest.mark.parametrize("name", ["direction", "membres", "benevoles", "chefs"])
def test_a_name_of_its_own_is_not(name: str) -> None:
    assert read(f"[publics.{name}]")[1] == []


def test_nor_is_one_that_says_what_it_stands_on() -> None:
    assert read('[publics.press]\ngabarit = "complet"')[1] == []
