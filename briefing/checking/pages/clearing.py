"""62x: what audiences aren't told."""

from __future__ import annotations

from briefing.checking.pages.page import WARNING, Page
from briefing.model.finding import message

CLEARING = (
    Page(
        "BR620",
        WARNING,
        message("It goes along with what is withheld"),
        message(
            "Whatever rests on withheld extracts alone is withheld as well: a key point, a position,"
            " a side, a sentence of the chapeau or of a box. So is an extract of withheld parties or"
            " issues alone, a figure of a withheld source, what is placed under a withheld party. It bears no mark, so that its going may come as a surprise: bear it out"
            " otherwise, reword it, or mark it."
        ),
        wrong="## La région paiera.\n- tlp : amber\n- appuie : accord      (le seul à l'appuyer)",
        right='[[points-cles]]\nid = "accord"\ntlp = "amber"',
    ),
    Page(
        "BR621",
        WARNING,
        message("A text names what is withheld"),
        message(
            "A party, an issue or a person is withheld from an audience, and a text that this"
            " audience reads names it. Nothing is taken out of a sentence: reword the text, or mark"
            " it as well."
        ),
        wrong='[[personnes]]\nnom = "Jeanne Roche"\ntlp = "red"\n\n## Jeanne Roche paierait.',
        right='[[personnes]]\nnom = "Jeanne Roche"\ntlp = "red"\n\n## La région paierait.',
    ),
    Page(
        "BR622",
        WARNING,
        message("A speaker whose function isn't known"),
        message(
            "An audience has people named by their functions, and neither the fiche nor [[personnes]]"
            " tells that of this speaker, whose name is then printed."
        ),
        wrong="- locuteur : Jeanne Roche",
        right="- locuteur : Jeanne Roche, présidente de la région",
    ),
)
