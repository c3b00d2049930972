"""20x and 21x: the keys of a fiche, and its header."""

from __future__ import annotations

from briefing.checking.pages.page import ERROR, WARNING, Page
from briefing.model.finding import message

_KEYS = (
    Page(
        "BR201",
        ERROR,
        message("Unknown key"),
        message(
            "A key that nothing reads would be ignored, and what it says would be missing from"
            " the briefing without a word. Accents and case don't matter; the spelling does."
        ),
        wrong="- locutteur : Jeanne Roche",
        right="- locuteur : Jeanne Roche",
    ),
    Page(
        "BR202",
        ERROR,
        message("A key without a value"),
        message("A key left empty is often one that was meant to be filled in later."),
        wrong="- page :",
        right="- page : 3",
    ),
    Page(
        "BR203",
        ERROR,
        message("A key stands twice"),
        message(
            "Two values where one is meant leave the choice to chance. The keys auteur, organisme,"
            " direction, traducteur and intervieweur, partie, enjeu, nature, appuie and via alone"
            " may be repeated."
        ),
        wrong="- page : 3\n- page : 4",
        right="- page : 3-4",
    ),
    Page(
        "BR204",
        ERROR,
        message("Unknown value"),
        message(
            "The key takes a value of a closed list, so that extracts can be sorted and counted."
            " The hint proposes the nearest one; the README lists them all."
        ),
        wrong="- statut : declaré",
        right="- statut : déclaration",
    ),
    Page(
        "BR205",
        ERROR,
        message("Not a date"),
        message(
            "Dates are written in EDTF (ISO 8601-2), year first, so that they sort and that"
            " what is uncertain shows: 2025-02, 2025-02-13~ (around), 2025-02-13? (uncertain),"
            " 2025-11-04/2025-11-05 (from … to)."
        ),
        wrong="- date : 12/02/2025",
        right="- date : 2025-02-12",
    ),
    Page(
        "BR207",
        ERROR,
        message("A tag after the commentary"),
        message(
            "The tags of an extract end where your commentary begins. A line below it that looks"
            " like a tag would be taken for prose, and its value lost."
        ),
        wrong="## La région paie.\n> la région paie\n- id : offre\n- nature : contexte\n"
        "\nUn commentaire.\n\n- statut : fait",
        right="## La région paie.\n> la région paie\n- id : offre\n- nature : contexte\n"
        "- statut : fait\n\nUn commentaire.",
    ),
    Page(
        "BR208",
        ERROR,
        message("A tag without a colon"),
        message(
            "In the list under a quotation each line is “- key : value”. A list of your own"
            " belongs in the commentary, after an empty line and a sentence."
        ),
        wrong="- page 3",
        right="- page : 3",
    ),
    Page(
        "BR209",
        ERROR,
        message("A tag without its dash"),
        message(
            "A line among the tags that has their shape but for the dash would be taken for the"
            " beginning of your commentary. Where it is one, an empty line goes before it."
        ),
        wrong="## La région paie.\n> la région paie\n- id : offre\nnature : contexte\n- statut : fait",
        right="## La région paie.\n> la région paie\n- id : offre\n- nature : contexte\n"
        "- statut : fait",
    ),
)

_HEADER = (
    Page(
        "BR210",
        ERROR,
        message("A fiche without a title"),
        message(
            "The first-level heading of a fiche is the title of its document: without it no"
            " reference can be printed. If the document has none, supply one in brackets, as"
            " library cataloguing does (ISBD)."
        ),
        wrong="- type : note\n- date : 2025-02-13",
        right="# [Note sur le train de nuit]\n- type : note\n- date : 2025-02-13",
    ),
    Page(
        "BR211",
        ERROR,
        message("Text before the title"),
        message(
            "A fiche begins with “# ” and the title of the document. What stands above belongs"
            " to nothing and would be lost."
        ),
        wrong="À relire.\n\n# Valmont attend son train",
        right="# Valmont attend son train\n\nÀ relire.",
    ),
    Page(
        "BR212",
        ERROR,
        message("A second title"),
        message(
            "One fiche is one document: its extracts share its reference. A second document"
            " wants a file of its own; a statement wants “## ”, with two signs."
        ),
        wrong="# Valmont attend son train\n\n# La région paie",
        right="# Valmont attend son train\n\n## La région paie",
    ),
    Page(
        "BR213",
        ERROR,
        message("A quotation before the first statement"),
        message(
            "A quotation stands under the statement that is drawn from it. One that stands under"
            " the title has no statement, no id and no tags: it could never be printed."
        ),
        wrong="# Valmont attend son train\n> la région paie",
        right="# Valmont attend son train\n\n## La région paie.\n> la région paie\n- id : offre\n"
        "- nature : contexte\n- statut : fait",
    ),
    Page(
        "BR214",
        WARNING,
        message("A fiche without extract"),
        message("Its document is counted and listed as a source, though nothing is drawn from it."),
        wrong="# Valmont attend son train de nuit",
        right="# Valmont attend son train de nuit\n\n## La région paie la moitié.\n> la moitié",
    ),
    Page(
        "BR215",
        ERROR,
        message("A heading that isn't a statement's"),
        message("A statement begins with two # and a space; no other heading has a meaning here."),
        wrong="### La région paie la moitié.",
        right="## La région paie la moitié.",
    ),
    Page(
        "BR217",
        WARNING,
        message("Two people in one name"),
        message(
            "A comma parts a surname from its forenames: “García Márquez, Gabriel”. Several people"
            " are parted by “;”, or the second would be printed as the first one's forenames."
        ),
        wrong="# Valmont attend son train\n- auteur : Anne Un, Paul Deux",
        right="# Valmont attend son train\n- auteur : Anne Un ; Paul Deux",
    ),
    Page(
        "BR218",
        ERROR,
        message("Not a DOI"),
        message(
            "A DOI is printed with a link to its resolver, which knows only what begins with"
            " “10.”, its prefix, and a slash. An address goes under “url”."
        ),
        wrong="# Valmont attend son train\n- doi : https://revue.example/article",
        right="# Valmont attend son train\n- doi : 10.1000/182",
    ),
)

FICHE = (*_KEYS, *_HEADER)
