"""What differs between the French of France, Switzerland and Canada."""

from __future__ import annotations

from typing import Final, NamedTuple

from briefing.typesetting.characters import NARROW, NO_BREAK


class Conventions(NamedTuple):
    """The spaces a country sets around its punctuation."""

    high: str = NARROW
    """Before `; ! ?`."""
    colon: str = NO_BREAK
    """Before `:`."""
    quotes: str = NARROW
    """Inside « »."""


FRANCE: Final = Conventions()
"""Lexique des règles typographiques en usage à l'Imprimerie nationale, « Ponctuation »; the
spaces inside « » are narrow because U+00A0 would stretch in justified lines."""
SWITZERLAND: Final = Conventions(colon=NARROW)
"""Guide du typographe (Suisse romande): a narrow space before every high sign and inside « »."""
CANADA: Final = Conventions(high="", quotes=NO_BREAK)
"""Office québécois de la langue française, Banque de dépannage, « Espacement des signes »:
none before `; ! ?` where narrow spaces are not in use, a full one before `:` and inside « »."""

_BY_LOCALE: Final = {"fr-ch": SWITZERLAND, "fr-ca": CANADA}


def is_french(locale: str) -> bool:
    """Whether a BCP 47 tag names French."""
    return locale.replace("_", "-").lower().split("-")[0] == "fr"


def conventions(locale: str) -> Conventions | None:
    """Return the conventions of `locale`; None when it isn't French, and nothing is to be set."""
    if not is_french(locale):
        return None
    return _BY_LOCALE.get(locale.replace("_", "-").lower(), FRANCE)
