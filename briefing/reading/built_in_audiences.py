"""The audiences that any dossier has: each a product; a dossier may change what it likes of them."""

from __future__ import annotations

from typing import Final

from briefing.model.audience import Anonymous, Audience, Depth, NoteStyle, Product
from briefing.model.vocabulary import Tlp

SECTIONS: Final = (
    "points-clés",
    "changements",
    "chapeau",
    "chiffres",
    "positions",
    "chronologie",
    "divergences",
    "questions",
    "sources",
    "méthode",
    "mentions",
)
"""Every section, in the order of an Ifri briefing."""

MAILED: Final = ("points-clés", "positions", "questions", "sources")
"""What an e-mail may carry, in its order; the rest is for who reads the briefing."""

COMPLETE: Final = Audience(
    id="complet",
    name="Édition complète",
    template="complet",
    sections=SECTIONS,
    clearance=Tlp.RED,
)
DECISION_MAKERS: Final = Audience(
    id="decideurs",
    name="Note aux décideurs",
    template="decideurs",
    sections=("points-clés", "positions", "questions", "divergences", "sources"),
    depth=Depth.NONE,
    notes=NoteStyle.NONE,
    pages=1,
    product=Product(digest=True),
)
PRESS: Final = Audience(
    id="presse",
    name="Dossier de presse",
    template="presse",
    sections=("points-clés", "chapeau", "chiffres", "chronologie", "sources", "mentions"),
    anonymous=Anonymous.WITHHELD,
    notes=NoteStyle.SHORT,
    rating=False,
    product=Product(quotations=6, theme="presse"),
)
RESEARCHERS: Final = Audience(
    id="chercheur",
    name="Édition de recherche",
    template="chercheur",
    sections=SECTIONS,
    product=Product(annex=True),
)

BUILT_IN: Final = {
    audience.id: audience for audience in (COMPLETE, DECISION_MAKERS, PRESS, RESEARCHERS)
}
