"""36x: themes, the look of the editions."""

from __future__ import annotations

from briefing.checking.pages.page import ERROR, Page
from briefing.model.finding import message

THEMES = (
    Page(
        "BR360",
        ERROR,
        message("A theme that there isn't"),
        message(
            "“theme” names a folder of the dossier, in styles/themes/ or themes/, or a theme that"
            " is built in. “briefing themes” lists them."
        ),
        wrong='theme = "clasique"',
        right='theme = "classique"',
    ),
    Page(
        "BR361",
        ERROR,
        message("A style sheet of a theme that can't be read"),
        message(
            "tokens.css holds custom properties in :root, and nothing else, under names that our"
            " styles or those of the theme use; a colour is opaque. What draws goes to print.css"
            " or screen.css."
        ),
        wrong=":root { --ink: rgb(0 0 0 / 50%) }",
        right=":root { --ink: #16213a }",
    ),
    Page(
        "BR362",
        ERROR,
        message("A theme without all its colours"),
        message(
            "A theme gives every colour, by day and by night: those of two themes don't go"
            " together. Measures and faces that it leaves out are those of the house."
        ),
        wrong=":root { --ink: #16213a }",
        right=":root { --ink: #16213a; --night-ink: #e6e9ef; … }",
    ),
    Page(
        "BR363",
        ERROR,
        message("Colours that can't be read"),
        message(
            "The contrast of a text with its ground is 4.5 or more, and 7 for the running text"
            " (WCAG 2.2, 1.4.3 and 1.4.6), by day and by night."
        ),
        wrong=":root { --grey: #9aa3b2; --paper: #fff }",
        right=":root { --grey: #525c6b; --paper: #fff }",
    ),
    Page(
        "BR364",
        ERROR,
        message("A style sheet that reaches outside"),
        message(
            "An edition loads nothing: whoever opens it is told to nobody, and it looks the same"
            " in ten years. Pictures and faces stand inside the sheet, as url(data:…)."
        ),
        wrong="@import url(https://exemple.fr/police.css);",
        right='@font-face { font-family: "M"; src: url(data:font/woff2;base64,…) }',
    ),
)
