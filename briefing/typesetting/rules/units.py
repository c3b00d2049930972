"""Numbers and what they count: units, percent, currencies, millions, centuries.

Lexique de l'Imprimerie nationale, « Unités de mesure », « Pourcentage », « Siècles »; BIPM,
Le Système international d'unités, 5.4.3: a no-break space between the number and its unit,
the percent sign included.
"""

from __future__ import annotations

from typing import Final

from briefing.typesetting.characters import NO_BREAK, SPACE
from briefing.typesetting.patterns import Pattern
from briefing.typesetting.rules.base import NamedRule, substitution

# The number of spaces is bounded to keep the search linear in a long run of them.
_SIGN: Final = Pattern(
    rf"([0-9]){SPACE}{{0,3}}([%‰€£]|\$(?:US|CA)?|°[CF])(?!\w)", "%", "‰", "€", "£", "$", "°"
)
_MULTIPLE: Final = r"milliards?|millions?|milliers?|Mds?€?|M€|k€|M\$"
_MEASURE: Final = (
    r"[kcm]?m[²³23]?|[kcm]?g|ha|t|[cm]?l|s|min|h|[kMGT]?Wh?|[kMGT]?Hz|[kMGT]?[oB]|[kM]t|km/h"
)
_CURRENCY: Final = r"euros?|dollars?|roubles?|hryvnias?|livres|yuans?|EUR|USD|RUB|UAH"
_UNIT: Final = Pattern(rf"([0-9]){SPACE}(?=(?:{_MULTIPLE}|{_MEASURE}|{_CURRENCY})(?![\w'’.]))")
# « 3 milliards d'euros » keeps its own break; « 3 milliards € » doesn't.
_AFTER_MULTIPLE: Final = Pattern(rf"(milli(?:ard|on)s?){SPACE}(?=[€$£](?!\w))", "millia", "million")
_CENTURY: Final = Pattern(rf"([eᵉrʳs]){SPACE}(?=siècles?\b)", "siècle")

RULES: Final[tuple[NamedRule, ...]] = (
    ("signs after numbers", substitution(_SIGN, rf"\1{NO_BREAK}\2")),
    ("units", substitution(_UNIT, rf"\1{NO_BREAK}")),
    ("currency after millions", substitution(_AFTER_MULTIPLE, rf"\1{NO_BREAK}")),
    ("centuries", substitution(_CENTURY, rf"\1{NO_BREAK}")),
)
