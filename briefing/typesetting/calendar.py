"""French names of months and seasons.

Our own rather than Babel's: it has no « 1er », and takes 40 ms to load for twelve words.
"""

from __future__ import annotations

from typing import Final

MONTHS: Final = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
SHORT_MONTHS: Final = (
    "janv.",
    "févr.",
    "mars",
    "avr.",
    "mai",
    "juin",
    "juill.",
    "août",
    "sept.",
    "oct.",
    "nov.",
    "déc.",
)
"""As the Imprimerie nationale abbreviates them."""
SEASONS: Final = ("printemps", "été", "automne", "hiver")
