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

_MULTIPLE: Final = r"milliards?|millions?|milliers?|billions?|trillions?|M(?:r?ds?)?[€$£]?|k[€$£]"
_MEASURE: Final = (
    r"[kcm]?m[²³23]?|[kcm]?g|ha|t|[cm]?l|s|min|h|[kMGT]?Wh?|[kMGT]?Hz|[kMGT]?[oB]|[kM]t|km/h|tep"
    r"|pour (?:cent|mille)"
)
_CURRENCY: Final = (
    r"euros?|dollars?|roubles?|hryvnias?|livres|yuans?|yens?|francs?|roupies?|zlotys?|rials?|shekels?"
    r"|EUR|USD|RUB|UAH|CHF|CAD|GBP|JPY|CNY"
)
_ALONE: Final = r"(?!\w|['’]|\.\w)"
_SIGNS: Final = r"(?:M|Mr?ds?|k)?[€£¥₽₴]|(?:M|Mr?ds?|k)?\$(?:US|CA)?|[%‰]|°[CF]"
AFTER_NUMBER: Final = rf"{SPACE}?(?:{_SIGNS})|{SPACE}(?:{_MULTIPLE}|{_MEASURE}|{_CURRENCY}){_ALONE}"
"""What shows that a number counts something, as an expression."""

# The number of spaces is bounded to keep the search linear in a long run of them.
_SIGN: Final = Pattern(
    rf"([0-9]){SPACE}{{0,3}}({_SIGNS})(?!\w)", "%", "‰", "€", "£", "$", "°", "¥", "₽", "₴"
)
_UNIT: Final = Pattern(rf"([0-9]){SPACE}(?=(?:{_MULTIPLE}|{_MEASURE}|{_CURRENCY}){_ALONE})")
# Glued to their number, only the units that are nothing else: 5G, 4x4 or 27s may be names.
_GLUED: Final = Pattern(r"([0-9])(?=(?:km(?:/h|[²2])?|kg|mm|cm|[kMGT]Wh?|[kMG]Hz)(?![\w'’-]))")
# « 3 milliards d'euros » keeps its own break; « 3 milliards € » doesn't.
_AFTER_MULTIPLE: Final = Pattern(rf"(milli(?:ard|on)s?){SPACE}(?=[€$£](?!\w))", "millia", "million")
_CENTURY: Final = Pattern(rf"([eᵉrʳs]){SPACE}(?=siècles?\b)", "siècle")

RULES: Final[tuple[NamedRule, ...]] = (
    ("signs after numbers", substitution(_SIGN, rf"\1{NO_BREAK}\2")),
    ("units glued", substitution(_GLUED, rf"\1{NO_BREAK}")),
    ("units", substitution(_UNIT, rf"\1{NO_BREAK}")),
    ("currency after millions", substitution(_AFTER_MULTIPLE, rf"\1{NO_BREAK}")),
    ("centuries", substitution(_CENTURY, rf"\1{NO_BREAK}")),
)
