"""Letters that French has and that a text lacks: accents of capitals, œ, « À ».

Académie française (« en français, l'accent a pleine valeur orthographique »), Imprimerie
nationale, *Lexique*, « Accentuation des capitales » and « Ligatures ». Words only that are
nothing else without their letter: « Evian », not « Emile », whom nobody asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_ACUTE = (
    "Ecart Ecarts Echange Echanges Echec Echecs Echelle Ecole Ecoles Ecologie Ecologique Economie"
    " Economies Economique Economiques Ecosse Edition Editions Education Egalement Egalité Eglise"
    " Eglises Egypte Elargissement Election Elections Electoral Electorale Elysée Emirats Emission"
    " Emissions Energie Energies Energétique Energétiques Epoque Equateur Equilibre Equipe Equipes"
    " Erythrée Etablissement Etablissements Etape Etapes Etat Etats Ethiopie Etranger Etrangère"
    " Etrangères Etrangers Etude Etudes Evaluation Evénement Evénements Evêque Evian Evidemment"
    " Evolution Evolutions"
).split()
_CIRCUMFLEX = "Ile Iles Etre".split()
_LIGATURES = (
    "boeuf boeufs choeur choeurs coeur coeurs contrecoeur désoeuvré désoeuvrés désoeuvrement"
    " écoeurant écoeurante écoeurement foetus manoeuvre manoeuvres manoeuvrer manoeuvré moeurs"
    " noeud noeuds oecuménique oecuméniques oedème oeil oeillet oesophage oeuf oeufs oeuvre oeuvres"
    " oeuvrer oeuvrent rancoeur rancoeurs soeur soeurs voeu voeux"
).split()

_RIGHT = {word: f"É{word[1:]}" for word in _ACUTE}
_RIGHT |= {word: ("Î" if word[0] == "I" else "Ê") + word[1:] for word in _CIRCUMFLEX}
_RIGHT |= {word: word.replace("oe", "œ") for word in _LIGATURES}
_RIGHT |= {word.capitalize(): word.replace("oe", "œ").capitalize() for word in _LIGATURES}
_WRONG = re.compile(rf"(?<![\w@#/._-])(?:{'|'.join(_RIGHT)})(?![\w@#/_])")
# At the head of a sentence only: elsewhere A may be a grade, a plan or a road. « A priori » is
# Latin.
_PREPOSITION = re.compile(
    r"(?:\A|(?<=[.!?…] )|(?<=\n))(?:[-*]\s+)?(?P<word>A)(?=[ \u00a0](?!priori|posteriori|fortiori"
    r"|contrario|minima|maxima|cappella)(?:[\w’']{2}|[«“\"]))"
)
_CEDILLA = re.compile(r"(?:\A|(?<=[.!?…] )|(?<=\n))(?P<word>Ca)(?=[ \u00a0][a-zé])")


class Lack(NamedTuple):
    """A word that lacks a letter, where it stands, and what to write."""

    offset: int
    word: str
    right: str


def lacks(text: str) -> Iterator[Lack]:
    """Yield the words of `text` that lack a letter."""
    for found in _WRONG.finditer(text):
        yield Lack(found.start(), found[0], _RIGHT[found[0]])
    for pattern, right in ((_PREPOSITION, "À"), (_CEDILLA, "Ça")):
        for found in pattern.finditer(text):
            yield Lack(found.start("word"), found["word"], right)
