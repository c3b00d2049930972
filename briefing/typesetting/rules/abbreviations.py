"""Titles, initials and abbreviated references, kept with what follows them.

Lexique de l'Imprimerie nationale, « Abréviations », « Titres de civilité », « Coupures »: an
abbreviation is never at the end of a line, parted from the name or the number it announces.
Titles, initials, numerals of sovereigns and of volumes: *ibid.*; op. cit., s. l., s. d.: AFNOR Z 44-005;
§, n°, p., fol.: *Lexique*, « Abréviations »; « nos » before several numbers: OQLF, Banque de
dépannage linguistique. « Mr. » and « M.Dupont » are no good French, but are kept whole too.

The expressions begin with what is rare or quick to find (a point, a space before a figure) and
look behind for the word: `re` then jumps from one candidate to the next.
"""

from __future__ import annotations

from typing import Final

from briefing.typesetting.characters import JOINER, NO_BREAK, SPACE, SPACES
from briefing.typesetting.patterns import Pattern, after_any
from briefing.typesetting.rules.base import NamedRule, substitution

_CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞŒ]"
_PARTICLE: Final = r"d(?:['’]|e |i )|v[ao]n |al-"
_TITLE: Final = Pattern(
    rf"([MDP](?<!\w.)(?:(?<=M)(?:M?\.|(?:mes?|lles?|grs?|e|rs?)\.?)|(?<=[DP])rs?\.?)){SPACE}"
    rf"(?={_CAPITAL}|{_PARTICLE}|l(?:es? |a |['’]))"
)
# M.Dupont, but not M.Sc.
_TITLE_GLUED: Final = Pattern(
    r"\bM\.(?=[A-ZÀ-ÖØ-Þ][a-zà-ÿ]+(?![\w.])|[A-ZÀ-ÖØ-Þ][a-zà-ÿ]{4})", "M."
)
# After « plan B. » a sentence begins; these words begin most of them, and no surname.
_SENTENCE: Final = (
    r"(?:Ils?|Elles?|L[ea]s?|Une?|Ce(?:la|s|tte|t)?|Des?|Du|E[nt]|Mais|On|Nous|Vous|Or|Car|Si"
    r"|Aux?|À|Pour|Par|Dans|Sur|Avec|Selon|Quel(?:le)?s?|Son|Sa|Ses|Leurs?)\b"
)
_INITIAL: Final = Pattern(
    rf"\.{SPACE}(?={_CAPITAL}|{_PARTICLE})"
    rf"(?:(?<=(?<!\w){_CAPITAL}\..)|(?<=\bCh\..)|(?<=\bPh\..)|(?<=\bTh\..)|(?<=\bYu\..))"
    rf"(?:(?<=-{_CAPITAL}\..)|(?!{_SENTENCE}))",
    ".",
)
_REFERENCE: Final = Pattern(
    rf"\.{SPACE}(?=[0-9]|[IVXLC]+(?![\w'’])|[ivxlc]+(?![\w'’])|[LRDA]\.?{SPACE}?[0-9])"
    + after_any(
        "p pp t al art vol chap ch fig tabl coll éd ann liv sect f° n L R D num réf"
        " Art Vol Chap Fig Tabl Réf".split(),
        r"\..",
    ),
    ".",
)
_GLUED: Final = Pattern(rf"\.(?=[0-9]){after_any('p pp art fig vol chap'.split(), '.')}", ".")
_SECTION: Final = Pattern(rf"§{SPACE}?(?=[0-9])", "§")
_STOCK: Final = Pattern(
    rf"\.{SPACE}(?:(?=cit\.)(?:(?<=\bop\..)|(?<=\bloc\..)|(?<=\bart\..))|(?<=\bs\..)(?=[dln]\.)"
    rf"|(?<=\bl\..)(?=n\.)|(?<=\bn\..)(?=[dp]\.)|(?<=\b[Cc]f\..)(?=\S)"
    rf"|(?<=\bp\..)(?=ex\.)|(?<=\bi\..)(?=e\.)|(?<=\bN\..)(?=B\.))",
    ".",
)
_WORDS: Final = tuple(
    f"{first}{rest}{plural}"
    for first, rest in (
        ("[Aa]", "rticle"),
        ("[Pp]", "age"),
        ("[Cc]", "hapitre"),
        ("[Tt]", "ome"),
        ("[Aa]", "nnexe"),
        ("[Nn]", "ote"),
        ("[Ff]", "igure"),
        ("[Tt]", "ableau"),
        ("[Nn]", "uméro"),
        ("[Vv]", "olume"),
        ("[Aa]", "linéa"),
        ("[Pp]", "aragraphe"),
        ("[Ss]", "ection"),
        ("[Rr]", "ésolution"),
    )
    for plural in ("", "s")
)
_REFERENCE_WORD: Final = Pattern(
    rf"{SPACE}(?=[0-9IVX])(?=[0-9]|[IVX]{{1,6}}(?![\w'’.-])){after_any(_WORDS, '.')}"
)
_NUMERO: Final = Pattern(
    rf"([nN](?<!\w.)[°º]s?){SPACE}{{0,3}}(?=[0-9]|[IVXLC]+(?![\w'’]))", "°", "º"
)
# No French sentence has another « no » before a figure.
_NO: Final = Pattern(rf"([nN]o(?<!\w..)){SPACE}(?=[0-9])", "no", "No")
# « nos 12 et 13 », not « nos 27 partenaires »: a second number must follow, and no noun.
_NUMEROS: Final = Pattern(
    rf"nos(?<=\bnos){SPACE}(?=[0-9]{{1,5}}(?:-|(?:, | et | à | ou )(?:[0-9]{{1,5}} et )?)"
    rf"[0-9]{{1,5}}(?![\w'’]|{SPACE}(?!du |de |des |et |à )[\w]))",
    "nos",
)
_IDENTIFIER: Final = Pattern(rf"(IS[BS]N(?<!\w....)){SPACE}(?=[0-9])", "ISBN", "ISSN")
# « Minsk II », « Charles III », « tome IV »: the numeral stays with its name.
_REGNAL: Final = Pattern(
    rf"{SPACE}(?=[IVX])(?<=[^\W\d_].)"
    r"(?=(?:I{2,3}|IV|VI{1,3}|IX|X(?:I{1,3}|IV|V|X))(?![\w'’.-]))",
    "I",
    "X",
)
_ET_ALII: Final = Pattern(rf"et(?<!\wet){SPACE}al\.", "al.")
_FIRST: Final = Pattern(rf"([A-ZÀ-Þ](?<!\w.)[a-zà-ÿ]{{2,15}}){SPACE}(?=Ier(?!\w))", "Ier")
_ERA: Final = Pattern(
    rf"\.{SPACE}(?=J\.-?C\.)(?:(?<=\bav\..)|(?<=\bapr\..)|(?<=\bap\..))", "J.-C.", "J.C."
)
_WORD_ERA: Final = Pattern(rf"{SPACE}(?=J\.-?C\.)(?:(?<=\bavant.)|(?<=\baprès.))", "J.-C.", "J.C.")
_FOLLOWING: Final = Pattern(
    rf"{SPACE}(?=(?:sqq?|suiv)\.)(?<=[0-9].)",
    *(f"{space}{word}." for space in SPACES for word in ("sq", "sqq", "suiv")),
)
_EDITION: Final = Pattern(rf"{SPACE}(?=éd\.)(?<=[0-9]e.)", "éd.")
_THAT_IS: Final = Pattern(r"\b([cC]\.)-à-(?=d\.)", ".-à-d.")
# UAX 14 breaks after the hyphen of « J.-P. », where no French publisher does.
_COMPOUND: Final = Pattern(rf"-(?<={_CAPITAL}\.-)(?<!\w{_CAPITAL}\.-)(?={_CAPITAL}\.)", ".-")
_BEFORE_ERA: Final = Pattern(rf"{SPACE}(?=a(?:v|pr?)\.{SPACE}J\.-C\.)(?<=[0-9e].)", "J.-C.")

RULES: Final[tuple[NamedRule, ...]] = (
    ("titles", substitution(_TITLE, rf"\1{NO_BREAK}")),
    ("titles glued", substitution(_TITLE_GLUED, f"M.{NO_BREAK}")),
    ("initials", substitution(_INITIAL, f".{NO_BREAK}")),
    ("references glued", substitution(_GLUED, f".{NO_BREAK}")),
    ("references", substitution(_REFERENCE, f".{NO_BREAK}")),
    ("sections", substitution(_SECTION, f"§{NO_BREAK}")),
    ("reference words", substitution(_REFERENCE_WORD, NO_BREAK)),
    ("stock phrases", substitution(_STOCK, f".{NO_BREAK}")),
    ("numbers of identification", substitution(_IDENTIFIER, rf"\1{NO_BREAK}")),
    ("numeral after a name", substitution(_REGNAL, NO_BREAK)),
    ("the first of the name", substitution(_FIRST, rf"\1{NO_BREAK}")),
    ("numeros", substitution(_NUMEROS, f"nos{NO_BREAK}")),
    ("numero", substitution(_NUMERO, rf"\1{NO_BREAK}")),
    ("numero in letters", substitution(_NO, rf"\1{NO_BREAK}")),
    ("pages and following", substitution(_FOLLOWING, NO_BREAK)),
    ("rank of an edition", substitution(_EDITION, NO_BREAK)),
    ("et alii", substitution(_ET_ALII, f"et{NO_BREAK}al.")),
    ("before Christ", substitution(_ERA, f".{NO_BREAK}")),
    ("before Christ in words", substitution(_WORD_ERA, NO_BREAK)),
    ("year before Christ", substitution(_BEFORE_ERA, NO_BREAK)),
    ("compound initials", substitution(_COMPOUND, f"-{JOINER}")),
    ("that is", substitution(_THAT_IS, rf"\1-{JOINER}à-{JOINER}")),
)
