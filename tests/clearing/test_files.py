"""The same law on files: the dossier with the marked blocks, and with them cut out of its text."""

from __future__ import annotations

import re

import pytest

from briefing.api import assemble, render
from briefing.model.dossier import Dossier
from briefing.outputs.attached import attachments
from briefing.outputs.export import export_json
from briefing.reading.dossier import read_raw_dossier
from tests.support import raw_dossier

CONFIG = """\
titre = "Un train de nuit pour Valmont"
date = "2025-06-02"

⟦[[parties]]
nom = "Cabinet noir"
tlp = "amber"

⟧[[parties]]
nom = "Région"

[[parties]]
nom = "Exploitant"

[[enjeux]]
nom = "Financement"

⟦[[personnes]]
nom = "Max Muet"
tlp = "red"

⟧[[points-cles]]
id = "moitie"
texte = "La région paierait la moitié du déficit."
⟦
[[points-cles]]
id = "caisse"
texte = "Une caisse secrète paierait le reste."
⟧
[[questions]]
id = "qui"
texte = "Qui paierait ?"
⟦
[[questions.elements]]
texte = "Le cabinet, par la caisse."
extraits = ["martin-2025#caisse"]
⟧
[[questions.elements]]
texte = "La région, en partie."
extraits = ["martin-2025#offre"]
⟦
[[divergences]]
id = "caisse-ou-non"
nature = "désaccord"
titre = "Caisse ou non"
tlp = "amber"

[[divergences.elements]]
texte = "La caisse."
extraits = ["martin-2025#offre"]
⟧
[publics.dehors]
nom = "Dehors"
anonymes = "retires"
"""
MARTIN = """\
# Valmont attend son train de nuit
- type : article
- auteur : Claire Martin
- date : 2025-05-20

⟦## Une caisse secrète de 3 millions existe.
> il existe une caisse
- id : caisse
- nature : position, chiffre, événement
- chiffre : 3 millions
- exergue : oui
- partie : Région
- enjeu : Financement
- locuteur : Luc Silence, trésorier
- voix : directe
- statut : déclaration
- date : 2025-01-03
- tlp : amber
- appuie : moitie, caisse

⟧## La région accepte de payer la moitié du déficit.
> nous prendrons en charge la moitié du déficit
- id : offre
- nature : position
- partie : Région
- enjeu : Financement
- locuteur : Jeanne Roche, présidente de la région
- voix : directe
- statut : déclaration
- appuie : moitie
⟦
## Un proche doute.
> je n'y crois pas
- id : doute
- nature : contexte
- locuteur : anonyme, un proche du dossier
- statut : déclaration

## Le cabinet décide.
> le cabinet décide seul
- id : cabinet
- nature : position
- partie : Cabinet noir
- enjeu : Financement
- voix : propre
- statut : analyse
⟧"""
BLANK = """\
⟦# Note blanche
- type : note
- tlp : red

## La caisse est vide.
> la caisse est vide
- id : vide
- nature : contexte
- statut : fait
⟧"""
CHAPEAU = """\
La région paierait[@martin-2025#offre].⟦ Le reste viendrait d'une caisse[@martin-2025#caisse].⟧ Nul
ne sait quand.⟦ Elle serait vide, dit-on[@secret-2025#vide].⟧

⟦## La caisse

Elle existe[@martin-2025#caisse; @secret-2025#vide].

⟧## La suite⟦

À garder pour soi. {tlp=green}⟧

Un mot de la région⟦ [@martin-2025#caisse]⟧ [@martin-2025#offre].
"""
HIDDEN = (
    *("caisse", "Cabinet", "Muet", "Silence", "doute", "proche", "Note blanche", "secret-2025"),
    *("millions", "garder pour soi", "trésorier"),
)
BLOCK = re.compile("⟦(.*?)⟧", re.DOTALL)


def dossier(*, cut: bool) -> Dossier:
    """Return the dossier of the files above, with its marked blocks or without them."""

    def text(template: str) -> str:
        return BLOCK.sub("" if cut else r"\1", template)

    fiches = {"martin-2025": text(MARTIN), "secret-2025": text(BLANK)}
    raw = raw_dossier(
        config=text(CONFIG),
        chapeau=text(CHAPEAU),
        fiches={name: content for name, content in fiches.items() if content.strip()},
    )
    reading = read_raw_dossier(raw)
    assert reading.dossier is not None
    assert [str(f.message) for f in reading.findings if f.is_error] == []
    return reading.dossier


def made(what: Dossier) -> dict[str, str]:
    briefing = assemble(what, "dehors")
    files = {file.name: file.data.decode() for file in attachments(briefing)}
    return {
        "export": export_json(briefing),
        "screen": render(briefing, "screen").html,
        "print": render(briefing, "print").html,
        **files,
    }


def test_what_is_withheld_might_as_well_be_cut_out_of_the_files() -> None:
    assert made(dossier(cut=False)) == made(dossier(cut=True))


@pytest.mark.parametrize("word", HIDDEN)
def test_nothing_tells_of_it(word: str) -> None:
    told = made(dossier(cut=False))
    assert [name for name, text in told.items() if word.casefold() in text.casefold()] == []


def test_the_complete_edition_tells_it_all_and_bears_its_label() -> None:
    briefing = assemble(dossier(cut=False))
    page = render(briefing, "screen").html
    for word in ("caisse", "Cabinet noir", "Luc Silence", "Note blanche", "garder pour soi"):
        assert word in page
    assert "TLP:RED" in page
    assert "TLP:" not in made(dossier(cut=False))["screen"]
