"""321 to 325: audiences, and what they may see."""

from __future__ import annotations

from briefing.checking.pages.page import ERROR, WARNING, Page
from briefing.model.finding import message

AUDIENCES = (
    Page(
        "BR321",
        ERROR,
        message("Two wishes that can't be met together"),
        message(
            "What an audience asks for contradicts itself: notes where nothing is quoted, a number"
            " of pages for a format without pages, a heading for a section that isn't printed."
        ),
        wrong='[publics.direction]\nprofondeur = "aucune"\nnotes = "courtes"',
        right='[publics.direction]\nprofondeur = "aucune"',
    ),
    Page(
        "BR322",
        ERROR,
        message("A name that no file can have"),
        message(
            "“fichier” is the pattern of the names of an audience's files, in letters without"
            " accents, digits and hyphens, with the fields {{titre}}, {{public}}, {{langue}} and {{date}};"
            " suffix and folder aren't part of it. “gabarit” is the name of a template's folder."
        ),
        wrong='[publics.direction]\nfichier = "../notes/{titre}.pdf"',
        right='[publics.direction]\nfichier = "{date}-{titre}"',
    ),
    Page(
        "BR323",
        WARNING,
        message("An audience that is all but a built-in one"),
        message(
            "An audience of a name that isn't built in is as “complet”, unnamed speakers and whole"
            " notes included: a misspelt “presse” would show what that one leaves out. One that is"
            " meant so says on which template it stands."
        ),
        wrong='[publics.press]\ntlp = "clear"',
        right='[publics.presse]\ntlp = "clear"',
    ),
    Page(
        "BR325",
        ERROR,
        message("A mark of confidentiality in a wrong place"),
        message(
            "{{tlp=amber}} marks the paragraph, the item of a list or the heading that it ends; that"
            " of a heading marks all that stands under it, headings of lower levels included; that"
            " of an item, the items within it. Elsewhere nothing tells what it marks, and it would"
            " be printed: key points, captions and fiches have a key “tlp” of their own."
        ),
        wrong="La région {tlp=amber} paierait comptant.",
        right="La région paierait comptant. {tlp=amber}",
    ),
)
