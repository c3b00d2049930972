"""4xx: what one part of a dossier says of another."""

from __future__ import annotations

from briefing.checking.pages.page import ERROR, WARNING, Page
from briefing.model.finding import message

_ONE_SIDE = (
    '[[divergences]]\nid = "date"\nnature = "désaccord"\ntitre = "Qui paie"\n\n'
    '[[divergences.elements]]\ncote = "Région"\ntexte = "Elle paierait la moitié."\n'
    'extraits = ["martin-2025#offre"]'
)

REFERENCES = (
    Page(
        "BR401",
        ERROR,
        message("A name that the dossier doesn't declare"),
        message(
            "Parties, issues and what an extract bears out are declared in dossier.toml, so that"
            " a slip of the pen doesn't make a new party. Declare it, or mend the name."
        ),
        wrong="- partie : Régions",
        right="- partie : Région",
    ),
    Page(
        "BR402",
        ERROR,
        message("An extract that doesn't exist"),
        message(
            "A citation names an extract by its fiche and its id, “fiche#id”. One that leads"
            " nowhere would leave its sentence without proof."
        ),
        wrong="La région paiera la moitié[@martin-2025#ofre].",
        right="La région paiera la moitié[@martin-2025#offre].",
    ),
    Page(
        "BR403",
        ERROR,
        message("A key point or a position without support"),
        message(
            "What the briefing asserts rests on extracts. Name the key point or the position"
            " under “appuie” in the extracts that bear it out, or take it back."
        ),
        wrong="[[points-cles]]\n"
        'id = "peu"\ntexte = "Elle paierait peu."            (et aucun extrait n’a « appuie : peu »)',
        right="- appuie : peu",
    ),
    Page(
        "BR404",
        WARNING,
        message("A question of which nothing is known"),
        message(
            "An open question is useful with what is known on either side. Name it under"
            " “appuie” in an extract, or add [[questions.elements]]."
        ),
        wrong='[[questions]]\nid = "date"\ntexte = "Quand roulera-t-il ?"',
        right='[[questions]]\nid = "date"\ntexte = "Quand roulera-t-il ?"\n\n'
        '[[questions.elements]]\ncote = "Région"\ntexte = "Pas avant 2027."\n'
        'extraits = ["martin-2025#offre"]',
    ),
    Page(
        "BR405",
        ERROR,
        message("A citation where no note is made"),
        message(
            "“[@fiche#id]” makes a note in the chapeau. Elsewhere an item gets its notes from the"
            " extracts that name it under “appuie”, or from “extraits”; a citation in its text"
            " would vanish from print."
        ),
        wrong='[[questions]]\nid = "date"\ntexte = "Quand roulera-t-il[@martin-2025#offre] ?"',
        right='[[questions]]\nid = "date"\ntexte = "Quand roulera-t-il ?"',
    ),
    Page(
        "BR406",
        ERROR,
        message("A citation without its @"),
        message("Without @, the name of the extract would be printed in the chapeau as it stands."),
        wrong="La région paie la moitié[martin-2025#offre].",
        right="La région paie la moitié[@martin-2025#offre].",
    ),
    Page(
        "BR407",
        WARNING,
        message("A divergence that cites no extract"),
        message("The reader is told that documents part, and is shown none of them."),
        wrong='[[divergences]]\nid = "date"',
        right='[[divergences.elements]]\nextraits = ["martin-2025#offre"]',
    ),
    Page(
        "BR408",
        ERROR,
        message("A key that the bibliography doesn't have"),
        message(
            "“clé” names an entry of the file that dossier.toml names under “bibliographie”: in"
            " CSL-JSON its “citation-key” or its “id”, in BibTeX what follows the brace. Capitals"
            " count."
        ),
        wrong="# Valmont attend son train\n- clé : Minic2025",
        right="# Valmont attend son train\n- clé : minic2025",
    ),
    Page(
        "BR409",
        WARNING,
        message("A divergence with one side"),
        message(
            "A disagreement, a change or a contradiction is between two statements. With one of"
            " them alone, the reader can't see what it parts from. A probable error or an"
            " anachronism may stand alone."
        ),
        wrong=_ONE_SIDE,
        right=_ONE_SIDE + '\n\n[[divergences.elements]]\ncote = "Exploitant"\n'
        'texte = "Elle paierait tout."',
    ),
)
