"""Two graphies of one name in the analyst's own text: Kiev here, Kyiv there.

Neither is wrong; a briefing has one. So a family is told only when two of its members are both
used. Names that have two bearers (Dnipro, city and river) are in no family.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.checking.own_text import OwnText

FAMILIES: tuple[tuple[str, ...], ...] = tuple(
    tuple(family.split("/"))
    for family in (
        "Kyiv/Kiev",
        "Zelensky/Zelenski/Zelenskyy/Zelenskiy/Zelinsky/Zelinskyy",
        "Bélarus/Biélorussie/Belarus",
        "Loukachenko/Lukashenko/Loukachenka",
        "Lviv/Lvov",
        "Kharkiv/Kharkov",
        "Kherson/Cherson",
        "Odessa/Odesa",
        "Marioupol/Mariupol/Marioupil",
        "Bakhmout/Bakhmut",
        "Louhansk/Lougansk/Lugansk",
        "Donbass/Donbas",
        "Zaporijjia/Zaporijia/Zaporojie",
        "Tchernobyl/Tchornobyl/Chernobyl",
        "Zaloujny/Zaloujnyï/Zaluzhny",
        "Poutine/Putin",
        "Medvedev/Medvedef",
        "Prigojine/Prigozhin",
        "Navalny/Navalnyï",
        "Patrouchev/Patrushev",
        "Choïgou/Choigou/Shoigu",
        "Peskov/Peskof",
        "Tbilissi/Tbilisi",
        "Moldavie/Moldova",
        "Kirghizstan/Kirghizistan/Kirghizie",
        "Haut-Karabagh/Haut-Karabakh/Nagorno-Karabakh",
        "Pékin/Beijing",
        "Birmanie/Myanmar",
        "Netanyahou/Netanyahu/Nétanyahou",
        "Erdogan/Erdoğan",
        "Khamenei/Khameneï",
        "Daech/Daesh",
        "Al-Qaïda/Al-Qaida",
        "Ouïghours/Ouïgours",
        "Koweït/Kuwait",
        "Bahreïn/Bahrein",
        "OTAN/Otan",
        "ONU/Onu",
    )
)
_FAMILY = {name: family for family in FAMILIES for name in family}
_NAME = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(_FAMILY, key=len, reverse=True))})(?![\w-])")


class Variant(NamedTuple):
    """A graphy, the first place it stands at, and the one used more."""

    path: str
    line: int
    name: str
    preferred: str


def variants(texts: Iterable[OwnText]) -> Iterator[Variant]:
    """Yield the graphies of `texts` that another of their family is used beside, and more."""
    first: dict[str, tuple[str, int]] = {}
    count: Counter[str] = Counter()
    for text in texts:
        for found in _NAME.finditer(text.unquoted()):
            first.setdefault(found[0], (text.path, text.line_of(found.start())))
            count[found[0]] += 1
    for name, (path, line) in first.items():
        used = [other for other in _FAMILY[name] if other in count]
        preferred = max(used, key=lambda other: (count[other], -_FAMILY[name].index(other)))
        if name != preferred:
            yield Variant(path, line, name, preferred)
