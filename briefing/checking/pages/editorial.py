"""5xx: what an editor would ask about; all are warnings."""

from __future__ import annotations

from briefing.checking.pages.page import WARNING, Page
from briefing.model.finding import message

EDITORIAL = (
    Page(
        "BR501",
        WARNING,
        message("A long quotation"),
        message(
            "A note quotes what proves its statement and no more: a long passage tires the"
            " reader, and takes more of the author's work than proof needs. The limit is"
            " longueur-citation in [controle], 60 words unless you say otherwise."
        ),
        wrong="> Nous prendrons en charge la moitié du déficit, comme je l'ai dit au conseil,"
        " et après…",
        right="> Nous prendrons en charge la moitié du déficit […] jusqu'en 2027",
    ),
    Page(
        "BR502",
        WARNING,
        message("A statement that copies its quotation"),
        message(
            "The statement says in your words what the passage says in the author's. One that"
            " repeats the passage takes over words and judgements that aren't yours, and prints"
            " the same sentence twice. Words between quotation marks don't count as copied."
        ),
        wrong="## Nous prendrons en charge la moitié du déficit de la ligne.\n"
        "> nous prendrons en charge la moitié du déficit de la ligne",
        right="## La région accepte de payer la moitié des pertes.\n"
        "> nous prendrons en charge la moitié du déficit de la ligne",
    ),
    Page(
        "BR503",
        WARNING,
        message("An anonymous statement"),
        message(
            "Nobody answers for words without a name. The briefing shows them as such and counts"
            " them; this reminds you to look for a named source, or to weigh whether they are"
            " worth printing."
        ),
        wrong="- locuteur : anonyme, un élu",
        right="- locuteur : Jeanne Roche, présidente de la région",
    ),
    Page(
        "BR504",
        WARNING,
        message("A key point with a single source"),
        message(
            "The first page is what most readers will remember. A point that one source alone"
            " bears out is printed with “source unique”. Two documents that relay the same"
            " origin (“via”) count for one."
        ),
        wrong="- appuie : moitie             (dans les extraits d’une seule fiche)",
        right="- appuie : moitie             (dans les extraits de deux fiches indépendantes)",
    ),
    Page(
        "BR505",
        WARNING,
        message("An extract used nowhere"),
        message(
            "The extract is no position and no event, bears nothing out and is cited nowhere:"
            " the briefing doesn't print it. Use it, or leave it in your own notes."
        ),
        wrong="- nature : contexte",
        right="- nature : contexte\n- appuie : moitie",
    ),
    Page(
        "BR506",
        WARNING,
        message("A party without an extract"),
        message(
            "A party that no extract concerns gets an empty column in the matrix. That may be a"
            " finding in itself; more often a document is missing, or the party's name."
        ),
        wrong='[[parties]]\nnom = "Métropole"         (et aucun extrait n’a « partie : Métropole »)',
        right="- partie : Métropole",
    ),
    Page(
        "BR507",
        WARNING,
        message("An issue without an extract"),
        message(
            "An issue that no extract bears on gets an empty row in the matrix. That may be a"
            " finding in itself; more often a document is missing, or the issue's name."
        ),
        wrong='[[enjeux]]\nnom = "Horaires"            (et aucun extrait n’a « enjeu : Horaires »)',
        right="- enjeu : Horaires",
    ),
    Page(
        "BR508",
        WARNING,
        message("A source never cited"),
        message(
            "The list of sources says what the briefing rests on. A source of which nothing is"
            " printed lends it a weight that it doesn't have."
        ),
        wrong="# Valmont attend son train             (une fiche sans extrait imprimé)",
        right="# Valmont attend son train\n\n## La région paie.\n> la région paie\n- id : offre\n"
        "- nature : contexte\n- statut : fait\n- appuie : moitie",
    ),
    Page(
        "BR509",
        WARNING,
        message("A large part of a document is quoted"),
        message(
            "Quoting is allowed for what is short next to the work it is taken from; how short,"
            " the law leaves to judges, and the program makes no legal claim. It counts the"
            " words quoted from each document, and tells those above part-citee in [controle],"
            " a quarter unless you say otherwise."
        ),
        wrong="[controle]\npart-citee = 0.25             (et 400 mots sur 900 sont cités)",
        right='[controle.taire]\nBR509 = "Communiqués officiels, libres de droits."',
    ),
    Page(
        "BR510",
        WARNING,
        message("A person or an acronym declared for nothing"),
        message(
            "No text of yours names this person or uses this acronym: it was declared for nothing,"
            " or it is spelled otherwise there. Quotations don't count, nor do the words of the"
            " tags of a fiche, but for the shortest wording (bref)."
        ),
        wrong='[[personnes]]\nnom = "Paul Vidal"',
        right='[[personnes]]\nnom = "Paul Vidal"\n\n[[questions]]\nid = "q"\ntexte = "Qui ?"\n\n'
        '[[questions.elements]]\ntexte = "P. Vidal attend."',
    ),
    Page(
        "BR511",
        WARNING,
        message("More key figures than print shows"),
        message(
            "The section “Chiffres clés” shows the first six figures of the dossier: more are a"
            " table, which nobody takes in at a glance. The others are printed where their extract"
            " serves besides, in a position or the chronology."
        ),
        wrong="- nature : chiffre\n- chiffre : 12 voitures             (pour la septième fois)",
        right="- nature : chiffre",
    ),
)
