"""What the rules never touch: addresses, paths, code, formulae, JSON, entities, hashtags, smileys.

Times and ratios (12:30, 3:1) and `::` need no shield: the rules of punctuation pass them over.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import Final

from briefing.typesetting.languages import foreign_lines
from briefing.typesetting.patterns import Pattern, Unspaced
from briefing.typesetting.tape import Tape

# No rule's own character may belong to a shielded run, or a second pass would see another run.
_OUTSIDE: Final = r"\s\u2060<>«»“”„\"…"
# Bounded, so that a text full of signs is read once.
_FORMULA: Final = (
    r"\$\$[^$\n]{1,400}\$\$"
    r"|(?<![\w$\\])(?<![0-9][\u00a0\u202f])\$(?=[\w\\({|+-])(?:[A-Za-z]|(?=[^$\n]{0,200}[\\^_{=])[^$\n]{0,199}[^$\s])"
    r"\$(?![0-9$])"
)
_SHIELDS: Final = (
    Pattern(r"(?s:```.*?```)|``[^`\n]+(?:`[^`\n]+)*``|`[^`\n]+`", "`"),
    Pattern(_FORMULA, "$"),
    Pattern(r"\{\s{0,9}\"[^{}\n]*+(?:\{[^{}\n]*+\}[^{}\n]*+)*+\}", "{"),  # JSON
    Pattern(r":(?=[a-z+-])(?<![\w:]:)[a-z0-9_+-]{2,32}:(?![\w:])", ":"),  # :smile:
    Unspaced(
        rf"(?:\b[A-Za-z]{{2,9}}://|\bwww\.|\b(?:mailto|doi|urn):)[^{_OUTSIDE}]*"
        rf"[^{_OUTSIDE}.,;:!?'’)\]}}]",
        "://",
        "www.",
        "mailto:",
        "doi:",
        "urn:",
    ),
    Unspaced(r"(?<![\w.+-])\w[\w.+-]*@[\w-]+(?:\.[\w-]+)+", "@"),
    Unspaced(
        rf"(?<![^\s\u2060(\[«“\"'’»”–—])(?:(?:~|\.{{1,2}})?/|[A-Za-z]:\\)[^{_OUTSIDE}]*[\w/\\]",
        "/",
        "\\",
    ),
    Pattern(r"[#@](?<![\w&].)(?=\w{0,30}[^\W\d_])\w+", "#", "@"),
    Pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});", "&"),
    Pattern(r"[:;](?<![^\s\u2060–—«“\"].)(?:['’]?-[()DPpoO|/\\*]|['’]?[()]|[DPp])(?!\w)", ":", ";"),
)


def load(parts: Sequence[str], frozen: Collection[int] = (), *, french: bool = True) -> Tape:
    """Join `parts` into a tape and hide what rules mustn't touch, `frozen` parts first.

    Of a `french` text, that includes lines in another language.
    """
    tape = Tape.join(parts)
    if frozen:
        ends = list(accumulate(map(len, parts)))
        tape.hide((ends[i] - len(parts[i]), ends[i]) for i in sorted(frozen))
    if french:
        tape.hide(foreign_lines(tape.text))
    for shield in _SHIELDS:
        tape.hide(match.span() for match in shield.finditer(tape.text))
    return tape
