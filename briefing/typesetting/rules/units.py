"""Numbers and what they count: units, percent, currencies, millions, centuries.

Lexique de l'Imprimerie nationale, « Unités de mesure », « Pourcentage », « Siècles »; BIPM,
Le Système international d'unités: a space between the number and its unit,
the percent sign included; no-break, as
the *Lexique* has it. Signs before a number (± 5) are kept with it likewise.
"""

from __future__ import annotations

from typing import Final

from briefing.typesetting.characters import JOINER, NO_BREAK, SPACE, SPACES
from briefing.typesetting.patterns import Pattern
from briefing.typesetting.rules.base import NamedRule, substitution

_MULTIPLE: Final = r"milliards?|millions?|milliers?|billions?|trillions?|M(?:r?ds?)?[€$£]?|k[€$£]"
_MEASURE: Final = (
    r"[kcm]?m[²³23]?|[kcm]?g|ha|t|[cm]?l|s|min|h|[kMGT]?Wh?|[kMGT]?Hz|[kMGT]?[oB]|[kM]t|km/h|tep"
    r"|j/7|pour (?:cent|mille)|secondes?|minutes?|heures?|jours?|semaines?|mois|ans|années?"
)
_CURRENCY: Final = (
    r"euros?|dollars?|roubles?|hryvnias?|livres|yuans?|yens?|francs?|roupies?|zlotys?|rials?|shekels?"
    r"|fr\.|EUR|USD|RUB|UAH|CHF|CAD|GBP|JPY|CNY"
)
_ALONE: Final = r"(?!\w|['’]|\.\w)"
_SIGNS: Final = r"(?:M|Mr?ds?|[kK])?[€£¥₽₴¢]|(?:M|Mr?ds?|[kK])?\$(?:US|CA)?|[%‰]|°[CF]"
AFTER_NUMBER: Final = rf"{SPACE}?(?:{_SIGNS})|{SPACE}(?:{_MULTIPLE}|{_MEASURE}|{_CURRENCY}){_ALONE}"
"""What shows that a number counts something, as an expression."""

# The number of spaces is bounded to keep the search linear in a long run of them.
_SIGN: Final = Pattern(
    rf"([0-9]){SPACE}{{0,3}}({_SIGNS})(?!\w)", "%", "‰", "€", "£", "$", "°", "¥", "₽", "₴", "¢"
)
_DEGREE: Final = Pattern(rf"([0-9]){SPACE}?°{SPACE}?([CF])(?!\w)", "°")
_UNIT: Final = Pattern(rf"([0-9]){SPACE}(?=(?:{_MULTIPLE}|{_MEASURE}|{_CURRENCY}){_ALONE})")
# Glued to their number, only the units that are nothing else: 5G, 4x4 or 27s may be names.
_GLUED: Final = Pattern(r"([0-9])(?=(?:km(?:/h|[²2])?|kg|mm|cm|[kMGT]Wh?|[kMG]Hz)(?![\w'’-]))")
# « 3 milliards d'euros » keeps its own break; « 3 milliards € » doesn't.
_AFTER_MULTIPLE: Final = Pattern(rf"(milli(?:ard|on)s?){SPACE}(?=[€$£](?!\w))", "millia", "million")
_ABBREVIATED: Final = Pattern(rf"([0-9]{NO_BREAK}(?:Mr?ds?|[Mk])){SPACE}(?=[€$£](?!\w))", "M", "k")
_COUNTRY: Final = Pattern(rf"([0-9]{NO_BREAK}\$){SPACE}(?=(?:US|CAN?|AU)(?!\w))", "$")
# As in Switzerland and in sums written by banks: CHF 5, Fr. 20.–
_CURRENCY_FIRST: Final = Pattern(
    rf"((?:CHF|Fr\.|US\$)(?<!\w...)){SPACE}(?=[0-9])", "CHF", "Fr.", "US$"
)
_OPERATOR: Final = Pattern(
    rf"([±≈≤≥×−]){SPACE}(?=[0-9])|(?<=[0-9]){SPACE}(?=×)", "±", "≈", "≤", "≥", "×", "−"
)
_SHORT_CENTURY: Final = Pattern(
    rf"{SPACE}(?=s\.)(?:(?<=[IVX]e.)|(?<=Ier.))", *(f"{space}s." for space in SPACES)
)
# UAX 14 would break « XIXe-XXe » after its hyphen.
_CENTURIES: Final = Pattern(r"[-–](?=[IVX]{1,6}er?(?!\w))(?:(?<=[IVX]e.)|(?<=Ier.))")
_CENTURY: Final = Pattern(rf"([eᵉrʳs]){SPACE}(?=siècles?\b)", "siècle")

RULES: Final[tuple[NamedRule, ...]] = (
    ("degrees", substitution(_DEGREE, rf"\1{NO_BREAK}°\2")),
    ("signs after numbers", substitution(_SIGN, rf"\1{NO_BREAK}\2")),
    ("units glued", substitution(_GLUED, rf"\1{NO_BREAK}")),
    ("units", substitution(_UNIT, rf"\1{NO_BREAK}")),
    ("currency after millions", substitution(_AFTER_MULTIPLE, rf"\1{NO_BREAK}")),
    ("currency after abbreviated millions", substitution(_ABBREVIATED, rf"\1{NO_BREAK}")),
    ("country after a dollar", substitution(_COUNTRY, rf"\1{NO_BREAK}")),
    ("currency before a sum", substitution(_CURRENCY_FIRST, rf"\1{NO_BREAK}")),
    ("signs before numbers", substitution(_OPERATOR, rf"\1{NO_BREAK}")),
    ("centuries", substitution(_CENTURY, rf"\1{NO_BREAK}")),
    ("abbreviated centuries", substitution(_SHORT_CENTURY, NO_BREAK)),
    ("ranges of centuries", substitution(_CENTURIES, rf"\g<0>{JOINER}")),
)
