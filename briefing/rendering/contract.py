"""What templates are promised: the names they find, and the version of the promise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

VERSION: Final = 1
"""`{% set briefing_api = 1 %}` in a template says that it was written for these names."""

NAME: Final = "briefing_api"

BLOCKS: Final[Mapping[str, str]] = {
    "points-clés": "key_points",
    "changements": "changes",
    "chapeau": "introduction",
    "chiffres": "figures",
    "positions": "positions",
    "chronologie": "chronology",
    "divergences": "divergences",
    "questions": "questions",
    "sources": "sources",
    "méthode": "method",
    "mentions": "back_matter",
}
"""The template block of each section of an audience."""

PARTS: Final[Mapping[str, str]] = {
    "head": "The head of the page: title, metadata, style.",
    "policy": "Screen alone: what the page may load. Another inline style needs another policy.",
    "masthead": "The top of the first page: logo, collection, genre, date.",
    "logo": "Empty: the place of a logo, in the masthead.",
    "cover": "The picture at the head of page one, if the dossier has a cover.",
    "title": "Title, subtitle, authors, and what a draft says of itself.",
    "foreword": "The foreword of the audience.",
    "own_section": "Each section that the dossier adds, `section`, where it stands among ours.",
    "contact": "Whom to write to; before `back_matter`, or at the end without it.",
    "notes": "Screen alone: the list of notes, after the sections.",
    "pull_quotes": "In `introduction`: words printed large, after the text.",
    "matrix": "In `positions`: the table of parties and issues.",
    "positions_by_party": "In `positions`: the detail, party by party.",
    "about": "In `back_matter`: the authors.",
    "citation": "In `back_matter`: how to cite the briefing.",
    "legal": "In `back_matter`: numbers, disclaimer, copyright, address, fingerprint.",
}
"""The other blocks."""

MAIL_PARTS: Final[Mapping[str, str]] = {
    "head": "The head of the page: title, style.",
    "preheader": "What a list of messages shows; the page hides it.",
    "notices": "What a draft, a TLP label or an embargo say, above all else.",
    "masthead": "Logo, collection, genre, date.",
    "logo": "Empty: the place of a logo.",
    "cover": "The picture of the cover, if the dossier has one.",
    "title": "Title, subtitle, authors.",
    "key_points": "The section `points-clés`.",
    "read": "« Lire le briefing »: the web edition, or the attached PDF.",
    "positions": "The section `positions`: `briefing.highlights`.",
    "questions": "The section `questions`: the first of them.",
    "sources": "The section `sources`, in short.",
    "contact": "Whom to write to.",
    "legal": "Disclaimer, copyright, numbers, address.",
}
"""The blocks of `email.html.j2`; `email.txt.j2` has the same but for the first two and pictures."""

VARIABLES: Final[Mapping[str, str]] = {
    "briefing": "The briefing: all that this audience may read, and nothing else.",
    "medium": "`print`, `screen`, `email` or `text`.",
    "blocks": "The blocks of the sections to print, in the order of the audience.",
    "section": "In `own_section` alone: the section to print.",
    "section_of": "`section_of[block]`: the section that a block prints, as audiences name it.",
    "stylesheet": "The style sheet of the edition, whole.",
    "generator": "The name and version of the program.",
    "fingerprint": "Print alone: that of the attached files; empty where there are none.",
    "carried": "E-mail alone: name, pages and size of the PDF, where its pictures are.",
    "subject": "E-mail alone: the subject, set.",
    "preheader": "E-mail alone: what a list of messages shows beside the subject, set.",
    "language": "The language of the frame, as BCP 47 writes it.",
    "foreign": "The language of the analyst's texts where it isn't that of the frame.",
}
"""The variables of every template."""

FUNCTIONS: Final[Mapping[str, str]] = {
    "anchor": "`anchor(kind, id)`: the id in the page of a point, a question or a divergence.",
    "asset": "`asset(name)`: a file that stands beside the template, as a `data:` address.",
    "_": "`_(text)`: a label of ours in the language of the frame, set as all that is printed.",
    "ngettext": "`ngettext(singular, plural, count)`: the same, by number.",
    "range": "`range(end)`, `range(start, end)`: whole numbers, 100 000 at the most.",
    "dict": "`dict(name=value)`.",
    "namespace": "`namespace(name=value)`: values that a loop may set.",
}
"""The functions of every template."""

WORDS: Final = ("self", "super", "loop", "caller", "varargs", "kwargs", "gettext", "true", "false")
"""Names that Jinja2 brings along."""

DEPRECATED: Final[Mapping[str, str]] = {}
"""Names that go with the next version, each with what to write instead: none yet."""
