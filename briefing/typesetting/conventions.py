"""What differs between the French of France, Switzerland and Canada, and from house to house."""

from __future__ import annotations

from typing import Final, NamedTuple

from briefing.model.typography import STANDARD, Dash, Space, Typography
from briefing.typesetting.characters import NARROW, NO_BREAK


class Conventions(NamedTuple):
    """The signs and the spaces that rules set."""

    high: str = NARROW
    """Before `; ! ?`."""
    colon: str = NO_BREAK
    """Before `:`."""
    quotes: str = NARROW
    """Inside « »."""
    inner: tuple[str, str] = ("“", "”")
    """The marks of a quotation in a quotation."""
    dash: str = "–"
    """That of an incise."""
    grouped_from: int = 0
    """How many figures a number needs to be grouped by thousands; 0: none but as written."""


FRANCE: Final = Conventions()
"""Lexique des règles typographiques en usage à l'Imprimerie nationale, « Ponctuation »; the
spaces inside « » are narrow because U+00A0 would stretch in justified lines."""
SWITZERLAND: Final = Conventions(colon=NARROW, inner=("‹", "›"))
"""Guide du typographe (Suisse romande): a narrow space before every high sign and inside « »,
and ‹ › within them."""
CANADA: Final = Conventions(high="", quotes=NO_BREAK)
"""Office québécois de la langue française, Banque de dépannage linguistique, on spacing:
none before `; ! ?` where narrow spaces are not in use, a full one before `:` and inside « »."""

_BY_LOCALE: Final = {"fr-ch": SWITZERLAND, "fr-ca": CANADA}
_SPACES: Final = {Space.THIN: NARROW, Space.FULL: NO_BREAK}
_DASHES: Final = {Dash.EN: "–", Dash.EM: "—"}


def is_french(locale: str) -> bool:
    """Whether a BCP 47 tag names French."""
    return locale.replace("_", "-").lower().split("-")[0] == "fr"


def conventions(locale: str, house: Typography = STANDARD) -> Conventions | None:
    """Return the conventions of `locale` with the choices of `house`.

    None when the locale isn't French, and nothing is to be set.
    """
    if not is_french(locale):
        return None
    country = _BY_LOCALE.get(locale.replace("_", "-").lower(), FRANCE)
    high = _SPACES[house.space] if house.space else country.high
    return country._replace(high=high, dash=_DASHES[house.dash], grouped_from=house.grouped_from)
