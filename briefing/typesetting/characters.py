"""The characters a French typesetter sets between words, and the sets rules reason with."""

from __future__ import annotations

from typing import Final

NO_BREAK: Final = "\u00a0"
"""Ordinary no-break space; it stretches with the line when text is justified."""
NARROW: Final = "\u202f"
"""Narrow no-break space (« espace fine insécable »); it never stretches."""
JOINER: Final = "\u2060"
"""Word joiner: no width, forbids a line break on either side."""
MASK: Final = "\u3164"
"""Stands for text hidden from the rules: a letter (`\\w`), so that it counts as a word."""

SPACES: Final = " \u00a0\u202f\u2009"
"""Horizontal spaces a rule may replace; line breaks are the author's and stay."""
SPACE: Final = f"[{SPACES}]"
"""`SPACES` as a class of a regular expression."""

OPENERS: Final = "([{«“„‹"
"""What opens a group: no space is ever set after it, save the one inside « »."""
CLOSERS: Final = ")]}»”›"
"""What closes a group."""
