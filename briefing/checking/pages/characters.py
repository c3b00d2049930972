"""7xx: characters that aren't what they seem."""

from __future__ import annotations

from briefing.checking.pages.page import WARNING, Page
from briefing.model.finding import message

CHARACTERS = (
    Page(
        "BR701",
        WARNING,
        message("A hidden direction control"),
        message(
            "An invisible character turns the direction of the text: what the reader sees may"
            " stand in another order than what is stored, found and copied. It is shown by its"
            " Unicode name and never removed, since a quotation stays as it was written; remove"
            " it yourself if the document doesn't have it."
        ),
        wrong="> la région paie U+202E la moitié",
        right="> la région paie la moitié",
    ),
    Page(
        "BR702",
        WARNING,
        message("An invisible character"),
        message(
            "A character without width hides in the line. It comes from copying web pages and"
            " PDF files, at times as a watermark; searching for the word won't find it. It is"
            " shown by its Unicode name and never removed."
        ),
        wrong="> la réU+200Bgion paie",
        right="> la région paie",
    ),
    Page(
        "BR703",
        WARNING,
        message("A word in letters of two scripts"),
        message(
            "A Cyrillic or Greek letter that looks like a Latin one stands inside a Latin word, or"
            " the other way round. The word reads well and is another: no search finds it, and"
            " that is how names are forged. The letter is shown by its Unicode name."
        ),
        wrong="> le Kremlin              (avec U+0435 CYRILLIC SMALL LETTER IE)",
        right="> le Kremlin              (avec U+0065 LATIN SMALL LETTER E)",
    ),
    Page(
        "BR704",
        WARNING,
        message("A character that no font of print has"),
        message(
            "The fonts of print have the Latin, Greek and Cyrillic letters. In the place of a"
            " Chinese or Arabic character, or of an emoji, the PDF shows an empty box; the HTML"
            " edition takes a font of the reader's device. Transliterate a name; leave an emoji"
            " out of a title. A quotation stays as its document has it: give the translation, or"
            " cut there with […]."
        ),
        wrong="## Xi Jinping (习近平) se tait.",
        right="## Xi Jinping se tait.",
    ),
)
