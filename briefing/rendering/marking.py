"""What the page of one audience wants beside the styles of all: its TLP label, its own parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.model.briefing import Briefing
from briefing.model.edition import Medium
from briefing.model.templates import Templates
from briefing.model.vocabulary import Tlp
from briefing.rendering.loading import extended

_COLOURS: Final = {
    Tlp.CLEAR: "#fff",
    Tlp.GREEN: "#3f0",
    Tlp.AMBER: "#ffc000",
    Tlp.AMBER_STRICT: "#ffc000",
    Tlp.RED: "#ff2b2b",
}
"""Of the labels of TLP 2.0 (FIRST, 2022), which stand on black."""

OWN_LOOK: Final = ("decideurs", "presse", "chercheur")
"""The templates of ours that have style sheets of their own, in `styles/audiences`."""


def labelled(mark: Tlp) -> str:
    """Return the CSS that gives the label of `mark` its colour."""
    return f":root {{ --tlp: {_COLOURS[mark]}; }}\n"


def sheets_of(
    briefing: Briefing, medium: Medium, templates: Templates | None = None
) -> Iterator[str]:
    """Yield the names of the style sheets that the parts of `briefing` want.

    A template of `templates` that extends one of ours has its look.
    """
    if briefing.tlp or briefing.embargo or briefing.foreword or briefing.contact:
        yield "audience.css"
    if briefing.tlp and medium is Medium.PRINT:
        yield "tlp.css"
    ours = extended(templates, briefing.template) if templates else (briefing.template,)
    for name in ours:
        if name in OWN_LOOK:
            yield f"audiences/{name}/{medium.value}.css"
