"""What a house chooses in its typography: `[typographie]` of a dossier.

A named tuple rather than a data class: the typesetting loads it at every start, and must stay
quick to import.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple


class Space(StrEnum):
    """The no-break space before `; ! ?`."""

    THIN = "fine"
    FULL = "pleine"


class Dash(StrEnum):
    """The dash of an incise."""

    EN = "demi-cadratin"
    EM = "cadratin"


class Typography(NamedTuple):
    """The choices of a house; the defaults are those of DESIGN and of the locale."""

    space: Space | None = None
    """None: as the country has it."""
    dash: Dash = Dash.EN
    raised_titles: bool = True
    """Whether Mme, Mlle, Mgr, Dr, Pr and Cie have superior letters."""
    grouped_from: int = 0
    """How many figures a number needs to be grouped by thousands: 4 or 5; 0 leaves it to the
    author."""
    ibid: bool = False
    """Whether notes say « ibid. » for the source of what stands just before."""
    small_capitals: bool = False
    """Whether acronyms of three letters or more are set in small capitals."""


STANDARD: Final = Typography()
"""A house that chooses nothing."""
