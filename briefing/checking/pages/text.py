"""1xx: a file that can't be read as text."""

from __future__ import annotations

from briefing.checking.pages.page import ERROR, Page
from briefing.model.finding import message

TEXT = (
    Page(
        "BR101",
        ERROR,
        message("A file is too large"),
        message(
            "A fiche is typed by hand and holds a few dozen extracts. A file of several"
            " megabytes is most often the document itself, put at the place of its fiche."
        ),
        wrong="mon-dossier/dupont-2025.md                  (12 Mo)",
        right="mon-dossier/dupont-2025.md                  (8 ko)\n"
        "mon-dossier/documents/dupont-2025.txt       (12 Mo)",
    ),
    Page(
        "BR102",
        ERROR,
        message("A file isn't UTF-8"),
        message(
            "Accents read in the wrong encoding turn into other letters, and a quotation with"
            " other letters isn't the author's any more. So nothing is guessed: open the file"
            " in your editor and save it again with the encoding UTF-8."
        ),
        wrong="> la s\\xe9curit\\xe9 de l'Europe        (Windows-1252)",
        right="> la sécurité de l'Europe            (UTF-8)",
    ),
    Page(
        "BR103",
        ERROR,
        message("A file isn't plain text"),
        message(
            "The file holds a NUL byte, which no text has: it is a word processor's file, an"
            " archive or a picture under another name. Export it as plain text in UTF-8."
        ),
        wrong="dupont-2025.docx, renommé dupont-2025.md",
        right="dupont-2025.md, enregistré en texte brut",
    ),
)
