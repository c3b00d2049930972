"""A dossier larger and more careless than any that is likely: no page may break under it."""

from __future__ import annotations

from itertools import cycle, islice, product
from random import Random

from briefing.model.vocabulary import Status, Voice

PARTIES = 10
ISSUES = 6
FICHES = 8
EXTRACTS = 400
TITLE = 300
"""Letters of a title."""
WORD = "anticonstitutionnellement"
LONG_WORD = ("ultra" + WORD * 4)[:80]

TOPICS = tuple("ligne gare région voiture déficit horaire usager quai nuit billet tunnel".split())
VERBS = tuple("attend refuse demande exclut propose finance retarde conteste".split())


def config() -> str:
    """Return a `dossier.toml` without date or authors, whose titles and names are too long."""
    return "\n".join(
        (
            f'titre = "{title("Toutes les lignes de nuit", TITLE)}"',
            f'sous-titre = "{title("Et leurs correspondances", TITLE)}"',
            *(f'[[parties]]\nnom = "{party(number)}"' for number in range(PARTIES)),
            *(f'[[enjeux]]\nnom = "{issue(number)}"' for number in range(ISSUES)),
            *_key_points(),
            *_questions(),
            *_divergences(),
        )
    )


def fiches() -> dict[str, str]:
    """Return the fiches by name: unsigned, undated documents, every cell of the matrix filled."""
    dice = Random(EXTRACTS)  # noqa: S311 - chance, not secrets
    cells = cycle(product(range(PARTIES), range(ISSUES)))
    count = EXTRACTS // FICHES
    return {
        f"source-{number}": "\n".join(
            (
                f"# {title(f'Rapport {number}', TITLE)}\n- type : rapport\n",
                *(
                    _extract(dice, id_, *cell)
                    for id_, cell in enumerate(islice(cells, count), start=number * count)
                ),
            )
        )
        for number in range(FICHES)
    }


def title(start: str, letters: int) -> str:
    """Return a title of so many letters, which holds the long word."""
    words = " ".join((start, LONG_WORD, *islice(cycle(TOPICS), letters)))
    return words[:letters].rstrip().ljust(letters, "e")


def party(number: int) -> str:
    """Return the name of a party; that of the first is a word of 80 letters."""
    return LONG_WORD.capitalize() if number == 0 else f"Fédération des exploitants n° {number}"


def issue(number: int) -> str:
    """Return the name of an issue; that of the first holds a word of 80 letters."""
    return f"Le {LONG_WORD}" if number == 0 else f"Conditions d'exploitation {number}"


def _key_points() -> tuple[str, ...]:
    point = '[[points-cles]]\nid = "point-{0}"\ntexte = "Le {1}, point {0}, est long."'
    return tuple(point.format(number, LONG_WORD) for number in range(12))


def _questions() -> tuple[str, ...]:
    question = '[[questions]]\nid = "question-{0}"\ntexte = "Pourquoi la {1} numéro {0} ?"'
    return tuple(question.format(number, LONG_WORD) for number in range(12))


def _divergences() -> tuple[str, ...]:
    head = '[[divergences]]\nid = "ecart-{0}"\nnature = "désaccord"\ntitre = "Le {1}, {0}"\n'
    side = (
        '[[divergences.elements]]\ncote = "{1}"\ntexte = "Un {1}."\n'
        'extraits = ["source-{0}#e-{2}"]\n'
    )
    count = EXTRACTS // FICHES
    return tuple((head + side).format(n, LONG_WORD, n * count) for n in range(FICHES))


def _extract(dice: Random, number: int, party_: int, issue_: int) -> str:
    word = LONG_WORD if number % 40 == 0 else dice.choice(TOPICS)
    said = f"la {dice.choice(TOPICS)} {dice.choice(VERBS)} ce que le {word} {number} finance"
    return f"""\
## Selon un document, {said}.
> {said} et que personne ne paie, dit-on, dans la vallée de Valmont
- id : e-{number}
- nature : position, question, contexte
- partie : {party(party_)}
- enjeu : {issue(issue_)}
- locuteur : anonyme, un responsable
- voix : {dice.choice(tuple(Voice))}
- statut : {dice.choice(tuple(Status))}
- bref : {word.capitalize()} {dice.choice(VERBS)}.
- appuie : point-{number % 12}, question-{number % 12}
"""
