"""Audiences: what is declared, what is taken from the built-in one, what is unknown."""

from __future__ import annotations

from briefing.model.dossier import Audience
from briefing.model.finding import Finding
from briefing.reading.audiences import BUILT_IN, FORMATS, SECTIONS
from briefing.reading.config import read_config
from tests.support import CONFIG, shown


def presse(lines: str) -> tuple[Audience, list[Finding]]:
    """Return `[publics.presse]` made of `lines`; its first line is 15."""
    dossier, findings = read_config(f"{CONFIG}\n[publics.presse]\n{lines}\n", "d.toml")
    assert dossier is not None
    return dossier.audiences["presse"], findings


def test_what_is_left_out_is_as_in_the_complete_edition() -> None:
    assert presse("") == (Audience("presse", "presse", "complet", SECTIONS, FORMATS), [])


def test_what_is_said_is_kept_in_its_order() -> None:
    audience, findings = presse(
        'nom = "Presse"\nsections = ["sources", "points-cles"]\nformats = "html"'
    )
    assert findings == []
    assert audience.name == "Presse"
    assert audience.sections == ("sources", "points-clés")
    assert audience.formats == ("html",)


def test_unknown_values_and_keys_are_told() -> None:
    audience, findings = presse(
        'sections = ["chapo", "sources"]\nformats = ["docx"]\ngabarit = "x"\ncouleur = "bleu"'
    )
    assert audience.sections == ("sources",)
    assert audience.formats == FORMATS
    assert sorted(shown(findings)) == [
        "d.toml:15 BR204 unknown value “chapo” for “sections” → did you mean “chapeau”?",
        "d.toml:16 BR204 unknown value “docx” for “formats” → known here: pdf, html",
        "d.toml:17 BR204 unknown value “x” for “gabarit” → known here: complet",
        "d.toml:18 BR201 unknown key “couleur” → known here: nom, gabarit, sections, formats, noms, theme",
    ]


def test_the_built_in_audiences_are_known_by_their_ids() -> None:
    assert all(name == audience.id for name, audience in BUILT_IN.items())
    assert "complet" in BUILT_IN


def test_notes_need_the_sources_they_refer_to() -> None:
    _, findings = presse('sections = ["points-cles"]')
    fault = "d.toml:15 BR320 the audience “presse” leaves out the sources its notes refer to"
    assert shown(findings) == [f'{fault} → add "sources" to its sections']


def test_an_audience_may_name_a_theme() -> None:
    audience, findings = presse('theme = " presse "')
    assert (audience.theme.name, audience.theme.line, findings) == ("presse", 15, [])
    assert presse("")[0].theme.name == ""
