"""71x: typography that is the analyst's to mend."""

from __future__ import annotations

from briefing.checking.pages.page import WARNING, Page
from briefing.model.finding import message

TYPOGRAPHY = (
    Page(
        "BR710",
        WARNING,
        message("A French letter is missing"),
        message(
            "In French, capitals keep their accents, and œ is one letter in cœur, œuvre or vœu."
            " Spaces, quotation marks and apostrophes are set by the program; letters are yours"
            " to write, and it doesn't rewrite them. Quotations are left as they are."
        ),
        wrong="## L'Etat finance une manoeuvre.",
        right="## L'État finance une manœuvre.",
    ),
    Page(
        "BR711",
        WARNING,
        message("Points after “etc.”"),
        message(
            "“Etc.” says that the list goes on, and so do three points: one of them is enough."
            " In print the points are left out."
        ),
        wrong="## La région paie les gares, les quais, etc...",
        right="## La région paie les gares, les quais, etc.",
    ),
    Page(
        "BR712",
        WARNING,
        message("Two spaces in a row"),
        message(
            "Nothing of French typography asks for two spaces between words, not even after a"
            " full stop. They are often what is left of a word that was taken out."
        ),
        wrong="## La région  paie la moitié.",
        right="## La région paie la moitié.",
    ),
    Page(
        "BR713",
        WARNING,
        message("A figure written as in English"),
        message(
            "French has a decimal comma, sets a space between a number and its percent sign or"
            " currency, and puts the currency last. The program sets the space in print; the"
            " comma and the order are yours."
        ),
        wrong="## La région paie 3.5 % du déficit.",
        right="## La région paie 3,5 % du déficit.",
    ),
    Page(
        "BR714",
        WARNING,
        message("An ordinal with too many letters"),
        message(
            "French abbreviates its ordinals as 1er, 1re, 2d, 2de, 2e, XXe; the program raises"
            " their letters in print. 2ème, 1ère or 3ième are slips of the keyboard."
        ),
        wrong="## La 2ème ligne ferme.",
        right="## La 2e ligne ferme.",
    ),
    Page(
        "BR715",
        WARNING,
        message("A quotation mark without partner"),
        message(
            "A quotation is opened and never closed, or closed and never opened. The program"
            " pairs marks by their structure, and leaves a lone one as it is, since it can't know"
            " where its partner belongs."
        ),
        wrong="## La région parle d'une « ligne morte.",
        right="## La région parle d'une « ligne morte ».",
    ),
    Page(
        "BR716",
        WARNING,
        message("Two graphies of one name"),
        message(
            "Your own text writes one name in two ways, as Kiev and Kyiv. Both may be right;"
            " a briefing has one. Quotations keep that of their author."
        ),
        wrong="## Kiev attend. Kyiv espère. Kyiv tient.",
        right="## Kyiv attend. Kyiv espère. Kyiv tient.",
    ),
    Page(
        "BR717",
        WARNING,
        message("An acronym never spelled out"),
        message(
            "The dossier has a glossary, from which acronyms are spelled out at their first mention."
            " This one isn't in it, and no text of yours spells it out. Quotations don't count."
        ),
        wrong='[sigles]\nOTAN = "Organisation du traité de l\'Atlantique nord"\n\n'
        '[[questions]]\nid = "q"\ntexte = "Qui ?"\n\n'
        '[[questions.elements]]\ntexte = "La SNCF attend."',
        right='[sigles]\nSNCF = "Société nationale des chemins de fer français"\n\n'
        '[[questions]]\nid = "q"\ntexte = "Qui ?"\n\n'
        '[[questions.elements]]\ntexte = "La SNCF attend."',
    ),
)
