"""3xx: `dossier.toml`, and the dossier as a whole."""

from __future__ import annotations

from briefing.checking.pages.audiences import AUDIENCES
from briefing.checking.pages.page import ERROR, Page
from briefing.model.finding import message

_TOML = (
    Page(
        "BR301",
        ERROR,
        message("A value of the wrong shape"),
        message(
            "TOML tells texts, numbers, lists and tables apart. A value of another shape than"
            " the one expected can't be read."
        ),
        wrong='titre = ["Un train de nuit"]',
        right='titre = "Un train de nuit"',
    ),
    Page(
        "BR302",
        ERROR,
        message("A value is missing or empty"),
        message(
            "The briefing can't be made without it, or would print an empty place where the"
            " reader expects a text."
        ),
        wrong='[[points-cles]]\nid = "peu"\ntexte = ""',
        right='[[points-cles]]\nid = "peu"\ntexte = "Elle paierait peu."',
    ),
    Page(
        "BR303",
        ERROR,
        message("Invalid TOML"),
        message(
            "The file breaks a rule of TOML, so nothing of it can be read. Most often a quotation"
            " mark is missing, or a key has an accent: keys are written without."
        ),
        wrong="titre = Un train de nuit",
        right='titre = "Un train de nuit"',
    ),
    Page(
        "BR304",
        ERROR,
        message("A party, an issue or a person is declared twice"),
        message(
            "Two parties whose names or ids are alike can't be told apart in the fiches, nor two"
            " people of one name in the text; case and accents make no difference."
        ),
        wrong='[[parties]]\nnom = "region"',
        right='[[parties]]\nnom = "Métropole"',
    ),
    Page(
        "BR330",
        ERROR,
        message("A figure out of its bounds"),
        message(
            "In [controle], longueur-citation is a whole number of words, and part-citee is the"
            " share of a document that may be quoted, from 0 to 1: 0.25 is a quarter. In"
            " [typographie], milliers is 4 or 5; under [publics.X], pages is a whole number; under [courriel],"
            " limite is a number of megabytes."
        ),
        wrong="[controle]\npart-citee = 25",
        right="[controle]\npart-citee = 0.25",
    ),
    Page(
        "BR331",
        ERROR,
        message("An unknown code is silenced"),
        message(
            "[controle.taire] names a code that no finding has. Whatever it was meant to silence"
            " is still shown. “briefing explain” lists all codes."
        ),
        wrong='[controle.taire]\nBR599 = "Le dossier est court."',
        right='[controle.taire]\nBR509 = "Le dossier est court."',
    ),
    Page(
        "BR332",
        ERROR,
        message("An error can't be silenced"),
        message(
            "A warning is a matter of judgement, and the dossier may judge otherwise, with its"
            " reason. An error makes the briefing wrong: it has to be mended."
        ),
        wrong='[controle.taire]\nBR607 = "Le document est sans doute mal lu."',
        right='[controle.taire]\nBR503 = "Aucun responsable ne parle à visage découvert."',
    ),
    Page(
        "BR333",
        ERROR,
        message("The earlier version doesn't exist"),
        message(
            "“depuis” names the version that « Ce qui a changé » starts from: a JSON that"
            " “briefing export” printed, a PDF that “briefing build” made, or a dossier. Its path"
            " is taken from the folder of dossier.toml, and may lead outside it."
        ),
        wrong='depuis = "mars.json"',
        right='depuis = "../archives/mars.json"',
    ),
    Page(
        "BR334",
        ERROR,
        message("The earlier version can't be read"),
        message(
            "What “depuis” names must be a briefing in full: not its HTML page, nor a PDF saved"
            " anew by a program that drops attachments. A dossier must be without errors."
        ),
        wrong='depuis = "mars.html"',
        right='depuis = "mars.pdf"',
    ),
)

_WHOLE = (
    Page(
        "BR310",
        ERROR,
        message("There is no dossier.toml"),
        message(
            "A dossier is a folder with a file dossier.toml, which declares its title, its"
            " parties, its issues and its key points. “briefing new DIR” writes one to begin"
            " with."
        ),
        wrong="mon-dossier/\n  dupont-2025.md",
        right="mon-dossier/\n  dossier.toml\n  dupont-2025.md",
    ),
    Page(
        "BR311",
        ERROR,
        message("A dossier without a fiche"),
        message(
            "Each document has its fiche: a Markdown file beside dossier.toml, with the reference"
            " and the extracts. Files named README.md or chapeau.md aren't fiches."
        ),
        wrong="mon-dossier/\n  dossier.toml",
        right="mon-dossier/\n  dossier.toml\n  dupont-2025.md",
    ),
    Page(
        "BR312",
        ERROR,
        message("A dossier without an extract"),
        message("A briefing says nothing that no extract bears out: without any, it is empty."),
        wrong="# Valmont attend son train",
        right="# Valmont attend son train\n\n## La région paie.\n> la région paie\n- id : offre\n"
        "- nature : contexte\n- statut : fait",
    ),
    Page(
        "BR313",
        ERROR,
        message("A fiche in a wrong place"),
        message(
            "Fiches are the .md files beside dossier.toml: neither those of subfolders nor other"
            " files are read. One that looks like a fiche, and that the dossier needs, is told here"
            " before all that would follow."
        ),
        wrong="mon-dossier/fiches/martin-2025.md",
        right="mon-dossier/martin-2025.md",
    ),
    Page(
        "BR320",
        ERROR,
        message("An audience without its sources"),
        message(
            "Notes give the numbers of sources. An edition that leaves the sources out would"
            " refer its readers to a list they don't have."
        ),
        wrong='[publics.presse]\nsections = ["points-cles"]',
        right='[publics.presse]\nsections = ["points-cles", "sources"]',
    ),
    Page(
        "BR335",
        ERROR,
        message("Two people have one short form"),
        message(
            "After their first mention people are named in short. Two of them in one form, or one"
            " in short as another is called in full, can't be told apart by the reader."
        ),
        wrong='[[personnes]]\nnom = "Jeanne Roche"\n\n[[personnes]]\nnom = "Jean Roche"',
        right='[[personnes]]\nnom = "Jeanne Roche"\n\n'
        '[[personnes]]\nnom = "Jean Roche"\nabrege = "Jean Roche"',
    ),
    Page(
        "BR336",
        ERROR,
        message("An acronym that isn't one word"),
        message(
            "The keys of [sigles] are acronyms as they stand in the text: letters and figures"
            " without points or spaces, and what each stands for as its value."
        ),
        wrong='[sigles]\n"O.N.U." = "Organisation des Nations unies"',
        right='[sigles]\nONU = "Organisation des Nations unies"',
    ),
)

DOSSIER = tuple(sorted((*_TOML, *_WHOLE, *AUDIENCES), key=lambda page: page.code))
