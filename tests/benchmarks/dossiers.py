"""Dossiers of any size, as an analyst might write them: the same ones every time."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from briefing.model.files import RawDossier, RawFile
from briefing.model.vocabulary import Status

PARTIES = ("États-Unis", "Russie", "Ukraine", "Européens", "Experts et analystes")
ISSUES = (
    "Négociation et format",
    "Territoires",
    "OTAN et garanties de sécurité",
    "Sanctions",
    "Cessez-le-feu",
    "Architecture européenne",
)
POINTS = tuple(f"point-{number}" for number in range(8))
QUESTIONS = tuple(f"question-{number}" for number in range(12))
SPEAKERS = (
    "Dimitri Minic",
    "Vladimir Poutine, président russe",
    "Donald Trump, président des États-Unis",
    "Volodymyr Zelensky",
    "anonyme, un haut responsable français",
)
SUBJECTS = ("Moscou", "Washington", "Kyiv", "l'Union européenne", "le Kremlin", "l'Alliance")
VERBS = ("exclut", "demande", "écarte", "propose", "conteste", "prépare", "diffère", "redoute")
OBJECTS = (
    "toute cession de territoires sans garanties vérifiables",
    "un cessez-le-feu préalable à l'ouverture de négociations",
    "la levée par étapes des sanctions prises depuis 2022",
    "l'envoi d'une force européenne sur la ligne de contact",
    "un format qui laisserait les Européens hors de la table",
)
RELAYS = ("AFP", "Reuters", "Bloomberg", "Bild", "TASS", "BFMTV, Le Figaro", "Die Welt")
NATURES = ("position", "position, question", "événement", "contexte", "chiffre", "point clé")

EMPHASISED = 10
"""One statement in so many holds emphasis."""


def generated_dossier(extracts: int, *, fiches: int) -> RawDossier:
    """Return a sound dossier of so many extracts, dealt out to so many fiches."""
    dice = Random(extracts)  # noqa: S311 - chance, not secrets
    files = tuple(_fiche(dice, number, extracts // fiches) for number in range(fiches))
    config = RawFile("dossier.toml", "dossier.toml", _config().encode())
    return RawDossier(path=".", config=config, introduction=None, fiches=files)


def _config() -> str:
    return "\n".join(
        (
            'titre = "Un dossier engendré"\ndate = "2025-11-21"',
            *(f'[[parties]]\nnom = "{name}"' for name in PARTIES),
            *(f'[[enjeux]]\nnom = "{name}"' for name in ISSUES),
            *(f'[[points-cles]]\nid = "{id_}"\ntexte = "Un point clé."' for id_ in POINTS),
            *(f'[[questions]]\nid = "{id_}"\ntexte = "Et ensuite ?"' for id_ in QUESTIONS),
            *_positions(),
        )
    )


def _positions() -> Iterator[str]:
    for party in PARTIES:
        yield (
            f'[[positions]]\nid = "{position_id(party)}"\npartie = "{party}"\n'
            f'enjeu = "{ISSUES[0]}"\ntexte = "Une position tenue par plusieurs extraits."'
        )


def position_id(party: str) -> str:
    """Return the id of the position declared for `party`."""
    return f"position-{PARTIES.index(party)}"


def _fiche(dice: Random, number: int, extracts: int) -> RawFile:
    name = f"source-{number:05}.md"
    text = "\n".join((_header(dice, number), *(_extract(dice, id_) for id_ in range(extracts))))
    return RawFile(name, name, text.encode())


def _header(dice: Random, number: int) -> str:
    return f"""\
# Logiques et perspectives d'une négociation, {number}
- type : rapport
- auteur : Dimitri Minic ; Tatiana Kastouéva-Jean
- éditeur : Ifri
- collection : Briefings de l'Ifri
- date : {_date(dice)}
- document : documents/{number:05}.txt
- fiabilité : {dice.choice("ABC")}
"""


def _extract(dice: Random, number: int) -> str:
    party = dice.choice(PARTIES)
    statement = _statement(dice, emphasised=dice.randrange(EMPHASISED) == 0)
    return f"""\
## {statement}
> {_words(dice)} […] {_words(dice)}
- id : extrait-{number}
- nature : {dice.choice(NATURES)}
- partie : {party}
- enjeu : {", ".join(dice.sample(ISSUES, dice.randrange(1, 3)))}
- locuteur : {dice.choice(SPEAKERS)}
- voix : {dice.choice(("directe", "rapportée", "attribuée"))}
- statut : {dice.choice(tuple(Status))}
- date : {_date(dice)}
- bref : {dice.choice(OBJECTS).capitalize()}.
- appuie : {dice.choice(POINTS)}, {dice.choice(QUESTIONS)}, {position_id(party)}
- {_origin(dice)}
- note : {_words(dice)}

Un commentaire libre de l'analyste, qui tient sur une ligne.
"""


def _origin(dice: Random) -> str:
    """Return where the words stand or, one time in five, who relays them."""
    page = f"page : {dice.randrange(1, 300)}"
    return dice.choice((page, page, page, page, f"via : {dice.choice(RELAYS)}"))


def _statement(dice: Random, *, emphasised: bool) -> str:
    words = _words(dice)
    return f"Selon D. Minic, *{words}*, dit-il." if emphasised else f"Selon D. Minic, {words}."


def _words(dice: Random) -> str:
    return f"{dice.choice(SUBJECTS)} {dice.choice(VERBS)} {dice.choice(OBJECTS)}"


def _date(dice: Random) -> str:
    day = f"{dice.randrange(2014, 2026)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"
    return dice.choice((day, day, day[:7], f"{day}~", f"{day[:4]}-01/{day}"))
