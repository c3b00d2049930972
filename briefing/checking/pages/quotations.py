"""6xx: quotations against their documents."""

from __future__ import annotations

from briefing.checking.pages.page import ERROR, WARNING, Page
from briefing.model.finding import message

QUOTATIONS = (
    Page(
        "BR601",
        ERROR,
        message("A quotation that isn't in its document"),
        message(
            "Neither the passage nor anything close to it stands in the document that the fiche"
            " names. Look whether the document is the right one, and copy the passage again."
            " Spaces, apostrophes, quotation marks, dashes and line breaks make no difference."
        ),
        wrong="> la région paiera tout              (le document ne dit rien de tel)",
        right="> nous prendrons en charge la moitié du déficit",
    ),
    Page(
        "BR602",
        ERROR,
        message("A quotation that differs from its document"),
        message(
            "A close passage exists, but some words differ. However small, a difference may turn"
            " the meaning: a digit, a negation, a name. Put back the author's words; mark what"
            " you leave out with “[…]”, and tell a slip of the author's in “note”."
        ),
        wrong="> un report de 5 à 20 ans               (le document : « de 15 à 20 ans »)",
        right="> un report de 15 à 20 ans",
    ),
    Page(
        "BR603",
        WARNING,
        message("A quotation that stands at several places"),
        message(
            "The document holds the same words more than once, and nothing tells which are"
            " meant. Quote some words more, or give the page or the place."
        ),
        wrong="> la moitié du déficit",
        right="> nous prendrons en charge la moitié du déficit",
    ),
    Page(
        "BR604",
        WARNING,
        message("A quotation that can't be verified"),
        message(
            "The document isn't there, and the lock holds no proof made earlier. Put the document"
            " back, or ask who has it to run “briefing lock”."
        ),
        wrong="- document : documents/dupont.txt             (et ce fichier n’existe pas)",
        right="mon-dossier/documents/dupont.txt",
    ),
    Page(
        "BR605",
        WARNING,
        message("A document changed since the lock"),
        message(
            "The document isn't the one against which the quotations were verified: its SHA-256"
            " differs. The quotations are verified again, against the new one; look at what"
            " changed, then run “briefing lock”."
        ),
        wrong="dupont.txt, corrigé après « briefing lock »",
        right="briefing lock mon-dossier",
    ),
    Page(
        "BR606",
        ERROR,
        message("A lock that is out of date"),
        message(
            "dossier.lock.json proves another wording than the one the fiche has now, or was made on"
            " another document. With the document, run “briefing lock” again; without it, the"
            " quotation can't be verified, and only a draft is built."
        ),
        wrong="> nous prendrons en charge la moitié             (au verrou : « le quart »)",
        right="briefing lock mon-dossier",
    ),
    Page(
        "BR607",
        ERROR,
        message("A document that can't be read"),
        message(
            "The document is there, but no text comes out of it: it is damaged or encrypted, a"
            " scan without text, or of a kind whose extra isn't installed. Its quotations can't"
            " be verified."
        ),
        wrong="- document : documents/scan.pdf             (des images de pages, sans texte)",
        right="- document : documents/scan-ocr.pdf",
    ),
    Page(
        "BR608",
        ERROR,
        message("A lock that can't be read"),
        message(
            "dossier.lock.json isn't what “briefing lock” writes: it was edited by hand, cut off,"
            " or left with the marks of a merge. It is made from the dossier and its documents:"
            " delete it and run “briefing lock” again."
        ),
        wrong="<<<<<<< HEAD             (dans dossier.lock.json)",
        right="briefing lock mon-dossier",
    ),
)
