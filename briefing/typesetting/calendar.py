"""Names of months and seasons.

Our own rather than Babel's, which takes 40 ms to load for twelve words; tests compare the two.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Names(NamedTuple):
    """What a language calls the parts of a year."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    seasons: tuple[str, ...]
    """From spring to winter."""


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

FRENCH: Final = Names(MONTHS, SHORT_MONTHS, SEASONS)
ENGLISH: Final = Names(
    tuple(
        "January February March April May June July August September October November "
        "December".split()
    ),
    tuple("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split()),
    ("spring", "summer", "autumn", "winter"),
)
"""As Britain abbreviates the months: no points (New Hart's Rules, 10.2.6)."""
AMERICAN: Final = ENGLISH._replace(
    short_months=tuple("Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()),
    seasons=("spring", "summer", "fall", "winter"),
)
"""Chicago Manual of Style, 10.39."""
GERMAN: Final = Names(
    tuple(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
    ),
    tuple("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.".split()),
    ("Frühling", "Sommer", "Herbst", "Winter"),
)
