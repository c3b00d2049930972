"""35x: the cover, the figures and the boxes that a dossier adds."""

from __future__ import annotations

from briefing.checking.pages.page import ERROR, WARNING, Page
from briefing.model.finding import message

PARTS = (
    Page(
        "BR350",
        ERROR,
        message("The file of a picture or box isn't there"),
        message(
            "What a cover, a figure or a box names is looked for inside the dossier alone, links"
            " followed: a dossier that is moved or sent stays whole."
        ),
        wrong='[couverture]\nimage = "/home/claire/gare.jpg"',
        right='[couverture]\nimage = "images/gare.jpg"',
    ),
    Page(
        "BR351",
        ERROR,
        message("No words stand for a picture"),
        message(
            "A reader who doesn't see the picture is told its “alt”: what it shows, in a sentence."
            " A picture that shows nothing, an ornament, says decorative = true instead."
        ),
        wrong='[couverture]\nimage = "gare.jpg"\ncredit = "Dessin : Atelier de Valmont"',
        right='[couverture]\nimage = "gare.jpg"\ncredit = "Dessin : Atelier de Valmont"\n'
        'alt = "La gare de Valmont, de nuit"',
    ),
    Page(
        "BR352",
        ERROR,
        message("A picture without its credit"),
        message(
            "The author of a picture is named beside it (Code de la propriété intellectuelle,"
            " article L121-1), and by what right it is printed, were it your own."
        ),
        wrong='[couverture]\nimage = "gare.jpg"\nalt = "La gare, de nuit"',
        right='[couverture]\nimage = "gare.jpg"\nalt = "La gare, de nuit"\n'
        'credit = "Photographie : Zoé N\'Diaye, CC BY 4.0"',
    ),
    Page(
        "BR353",
        ERROR,
        message("A picture that can't be read"),
        message(
            "Pictures are PNG, JPEG, WebP or SVG, whatever the suffix. A drawing says how large it"
            " is: by its viewBox, or by its width and height."
        ),
        wrong='fichier = "gare.heic"',
        right='fichier = "gare.jpg"',
    ),
    Page(
        "BR354",
        ERROR,
        message("A picture that is too large"),
        message(
            "A file has 20 MB at the most, a picture 60 million dots, a drawing 20 000 elements:"
            " print shows 300 dots per inch, and a small file may unfold to any number."
        ),
        wrong='fichier = "affiche-600-dpi.png"',
        right='fichier = "affiche.png"',
    ),
    Page(
        "BR355",
        ERROR,
        message("A drawing that does more than draw"),
        message(
            "SVG may run scripts, load what is elsewhere, or hold other languages. An edition does"
            " none of it: such a drawing is refused, never mended in silence, for what is left out"
            " might be missed."
        ),
        wrong='<svg><image href="https://example.org/gare.png"/></svg>',
        right='<svg viewBox="0 0 4 3"><path d="M0 0 4 3"/></svg>',
    ),
    Page(
        "BR356",
        ERROR,
        message("A box without its text, or with two"),
        message(
            "The text of a box stands in dossier.toml (“texte”) or in a Markdown file of the dossier"
            " (“fichier”), which then isn't read as a fiche. It cites extracts as the chapeau does."
        ),
        wrong='[[encadres]]\nid = "loi"\ntitre = "La loi"',
        right='[[encadres]]\nid = "loi"\ntitre = "La loi"\ntexte = "Elle le permet."',
    ),
    Page(
        "BR357",
        WARNING,
        message("A picture too coarse for its place"),
        message(
            "Below 120 dots per inch print shows the dots of a picture. A column is 106 mm wide, the"
            " page 166, the cover 210."
        ),
        wrong='fichier = "vignette.jpg"\nlargeur = "page"',
        right='fichier = "vignette.jpg"\nlargeur = "colonne"',
    ),
    Page(
        "BR358",
        ERROR,
        message("A section of one's own that can't stand"),
        message(
            "A section that the dossier adds has a text, in dossier.toml (“texte”) or in a Markdown"
            " file of the dossier (“fichier”), a name that isn't that of a section of ours, and one"
            " place: after (“apres”) or before (“avant”) a section of ours, or another one that"
            " has such a place. An audience has it only if it is for this audience (“publics”)."
        ),
        wrong='[[sections]]\nid = "sources"\ntitre = "Nos sources"',
        right='[[sections]]\nid = "nos-sources"\ntitre = "Nos sources"\ntexte = "Cinq notes."',
    ),
)
