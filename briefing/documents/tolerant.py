"""Python's parser of HTML, which takes any page as browsers do."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

_BEYOND: Final = re.compile(r"&#[0-9]{9,}")
_NO_SIGN: Final = "&#1114112"
"""The first number that is no sign: it is read as �, whatever its length was."""


class TolerantParser(HTMLParser):
    """Raises nothing for a marked section of no kind, nor for a number of thousands of digits."""

    def feed(self, data: str) -> None:
        """Read a whole page."""
        super().feed(_BEYOND.sub(_NO_SIGN, data))

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002
        """Read a section; one of no kind is a comment (HTML, 13.2.5.42)."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i)
