"""Titles, initials and abbreviated references, kept with what follows them.

Lexique de l'Imprimerie nationale, « Abréviations », « Titres de civilité », « Coupures »: an
abbreviation is never at the end of a line, parted from the name or the number it announces.

The expressions begin with what is rare or quick to find (a point, a space before a figure) and
look behind for the word: `re` then jumps from one candidate to the next.
"""

from __future__ import annotations

from typing import Final

from briefing.typesetting.characters import NO_BREAK, SPACE
from briefing.typesetting.patterns import Pattern, after_any
from briefing.typesetting.rules.base import NamedRule, substitution

_CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞŒ]"
_PARTICLE: Final = r"d(?:['’]|e |i )|v[ao]n |al-"
_TITLE: Final = Pattern(
    rf"([MDP](?<!\w.)(?:(?<=M)(?:M?\.|mes?|lles?|gr)|(?<=[DP])r)){SPACE}(?={_CAPITAL}|{_PARTICLE})"
)
# After « plan B. » a sentence begins; these words begin most of them, and no surname.
_SENTENCE: Final = (
    r"(?:Ils?|Elles?|L[ea]s?|Une?|Ce(?:la|s|tte|t)?|Des?|Du|E[nt]|Mais|On|Nous|Vous|Or|Car|Si"
    r"|Aux?|À|Pour|Par|Dans|Sur|Avec|Selon|Quel(?:le)?s?|Son|Sa|Ses|Leurs?)\b"
)
_INITIAL: Final = Pattern(
    rf"\.{SPACE}(?={_CAPITAL}|{_PARTICLE})"
    rf"(?:(?<=(?<!\w){_CAPITAL}\..)|(?<=\bCh\..)|(?<=\bPh\..)|(?<=\bTh\..)|(?<=\bYu\..))"
    rf"(?!{_SENTENCE})",
    ".",
)
_REFERENCE: Final = Pattern(
    rf"\.{SPACE}(?=[0-9IVXLC])"
    + after_any(["p", "pp", "t", "al", "art", "vol", "chap", "fig", "coll", "éd", "ann"], r"\.."),
    ".",
)
_SECTION: Final = Pattern(rf"§{SPACE}(?=[0-9])", "§")
_WORDS: Final = tuple(
    f"{first}{rest}{plural}"
    for first, rest in (
        ("[Aa]", "rticle"),
        ("[Pp]", "age"),
        ("[Cc]", "hapitre"),
        ("[Tt]", "ome"),
        ("[Aa]", "nnexe"),
    )
    for plural in ("", "s")
)
_REFERENCE_WORD: Final = Pattern(rf"{SPACE}(?=[0-9]){after_any(_WORDS, '.')}")
_NUMERO: Final = Pattern(rf"([nN](?<!\w.)[°º]){SPACE}{{0,3}}(?=[0-9])", "°", "º")
_ET_ALII: Final = Pattern(rf"et(?<!\wet){SPACE}al\.", "al.")
_ERA: Final = Pattern(rf"\.{SPACE}(?=J\.-C\.)(?:(?<=\bav\..)|(?<=\bapr\..))", "J.-C.")

RULES: Final[tuple[NamedRule, ...]] = (
    ("titles", substitution(_TITLE, rf"\1{NO_BREAK}")),
    ("initials", substitution(_INITIAL, f".{NO_BREAK}")),
    ("references", substitution(_REFERENCE, f".{NO_BREAK}")),
    ("sections", substitution(_SECTION, f"§{NO_BREAK}")),
    ("reference words", substitution(_REFERENCE_WORD, NO_BREAK)),
    ("numero", substitution(_NUMERO, rf"\1{NO_BREAK}")),
    ("et alii", substitution(_ET_ALII, f"et{NO_BREAK}al.")),
    ("before Christ", substitution(_ERA, f".{NO_BREAK}")),
)
