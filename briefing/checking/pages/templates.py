"""80x: templates of one's own."""

from __future__ import annotations

from briefing.checking.pages.page import ERROR, WARNING, Page
from briefing.model.finding import message

TEMPLATES = (
    Page(
        "BR801",
        ERROR,
        message("A template that can't be read"),
        message(
            "A tag is misspelt, left open, or closed twice. Templates are those of Jinja2, whose"
            " manual lists the tags. Escaping can't be switched off."
        ),
        wrong="{% if briefing.draft %}<p>Projet</p>",
        right="{% if briefing.draft %}<p>Projet</p>{% endif %}",
    ),
    Page(
        "BR802",
        ERROR,
        message("A name that there isn't, in a template"),
        message(
            "The template asks for a variable, a value or a filter that the program doesn't give."
            " Nothing is printed in its place: a blank would go unnoticed. “briefing templates"
            " doc” lists all there is."
        ),
        wrong="<p>{{ briefing.tittle | typo }}</p>",
        right="<p>{{ briefing.title | typo }}</p>",
    ),
    Page(
        "BR803",
        ERROR,
        message("A template that asks for more than values"),
        message(
            "Templates run in a sandbox: they see the briefing as plain values, and reach neither"
            " Python nor the disk nor the network. What prints has words of its own: a date goes"
            " through “date”, a text through “rich” or “typo”."
        ),
        wrong="{{ briefing.__class__ }}",
        right="{{ briefing.title | typo }}",
    ),
    Page(
        "BR804",
        WARNING,
        message("A template without its version, or with an old name"),
        message(
            "The template says for which version of our names it was written: a later program"
            " can then tell what has changed, instead of failing. A name that goes with the next"
            " version is told with what replaces it."
        ),
        wrong='{% extends "complet/briefing.html.j2" %}',
        right='{% extends "complet/briefing.html.j2" %}\n{% set briefing_api = 1 %}',
    ),
    Page(
        "BR805",
        ERROR,
        message("A template for another version"),
        message(
            "The template was written for names that this program doesn't have. Another version"
            " of the program does, or the template must be brought to ours."
        ),
        wrong="{% set briefing_api = 2 %}",
        right="{% set briefing_api = 1 %}",
    ),
    Page(
        "BR806",
        ERROR,
        message("A template that prints without escaping"),
        message(
            "What the dossier holds would be read as markup, or run: a title may hold “<”. The"
            " program escapes all that is printed; “safe”, attributes without quotation marks,"
            " scripts and “javascript:” get around it."
        ),
        wrong="<h1>{{ briefing.title | safe }}</h1>",
        right="<h1>{{ briefing.title | typo }}</h1>",
    ),
    Page(
        "BR807",
        ERROR,
        message("A file that a template may not have"),
        message(
            "A template, or its style sheet, may have the files that stand in the folders of"
            " templates, and nothing else: no address, no path out of them, no link that leads"
            " elsewhere. They are put into the page, which refers to nothing outside itself."
        ),
        wrong='<img src="{{ asset("../logo.svg") }}" alt="Maison">',
        right='<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="Maison">',
    ),
    Page(
        "BR808",
        ERROR,
        message("A block that is printed nowhere, or missing"),
        message(
            "A block that no template above has is never printed, most often for its name is"
            " misspelt. A template that extends none must have a block for each section."
        ),
        wrong="{% block mastheda %}<p>Maison</p>{% endblock %}",
        right="{% block masthead %}<p>Maison</p>{% endblock %}",
    ),
    Page(
        "BR809",
        ERROR,
        message("A template that fails as it runs"),
        message(
            "The template reads well, but fails with the values of this dossier: a filter gets"
            " what it can't set, a number is divided by zero, macros call each other without end."
        ),
        wrong="{{ 1 / (briefing.notes | length - briefing.notes | length) }}",
        right="{{ briefing.notes | length }}",
    ),
)
"""Codes of templates."""
