"""Titles, initials and abbreviated references, kept with what follows them.

Lexique de l'Imprimerie nationale, « Abréviations », « Titres de civilité », « Coupures »: an
abbreviation is never at the end of a line, parted from the name or the number it announces.
"""

from __future__ import annotations

from typing import Final

from briefing.typesetting.characters import NO_BREAK, SPACE
from briefing.typesetting.patterns import Pattern
from briefing.typesetting.rules.base import NamedRule, substitution

_CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞŒ]"
_TITLE: Final = Pattern(
    rf"(?<!\w)(M\.|MM\.|M(?:me|lle|gr)s?|Dr|Pr){SPACE}(?=[«“]?{_CAPITAL})", "M", "Dr", "Pr"
)
# After « plan B. » a sentence begins; these words begin most of them, and no surname.
_NOT_A_NAME: Final = (
    r"(?!(?:Ils?|Elles?|L[ea]s?|Une?|Ce(?:la|s|tte|t)?|Des?|Du|E[nt]|Mais|On|Nous|Vous|Or|Car|Si|"
    r"Il|Au|Aux|À|Pour|Par|Dans|Sur|Avec|Selon|Quel(?:le)?s?|Son|Sa|Ses|Leurs?)\b)"
)
_INITIAL: Final = Pattern(
    rf"((?<!\w){_CAPITAL}\.(?:-?{_CAPITAL}\.){{0,3}}|(?<!\w)(?:Ch|Ph|Th|Yu)\.)"
    rf"{SPACE}{_NOT_A_NAME}(?={_CAPITAL}|d['’e]|von |van |di |al-)",
    ".",
)
_REFERENCE: Final = Pattern(
    rf"(?<!\w)((?:pp?|art|vol|chap|fig|coll|t|§|[ÉéEe]d|al|ann)\.|§){SPACE}(?=[0-9IVXLC])", ".", "§"
)
_REFERENCE_WORD: Final = Pattern(
    rf"((?:[Aa]rticle|[Pp]age|[Cc]hapitre|[Tt]ome|[Aa]nnexe)s?)(?<!\w\1){SPACE}(?=[0-9])"
)
_NUMERO: Final = Pattern(rf"([nN][°º]s?)(?<!\w\1){SPACE}{{0,3}}(?=[0-9])", "°", "º")
_ET_ALII: Final = Pattern(rf"(?<!\w)et{SPACE}al\.", "al.")
_ERA: Final = Pattern(rf"(a[vp]r?\.)(?<!\w\1){SPACE}(?=J\.-C\.)", "J.-C.")

RULES: Final[tuple[NamedRule, ...]] = (
    ("titles", substitution(_TITLE, rf"\1{NO_BREAK}")),
    ("initials", substitution(_INITIAL, rf"\1{NO_BREAK}")),
    ("references", substitution(_REFERENCE, rf"\1{NO_BREAK}")),
    ("reference words", substitution(_REFERENCE_WORD, rf"\1{NO_BREAK}")),
    ("numero", substitution(_NUMERO, rf"\1{NO_BREAK}")),
    ("et alii", substitution(_ET_ALII, f"et{NO_BREAK}al.")),
    ("before Christ", substitution(_ERA, rf"\1{NO_BREAK}")),
)
