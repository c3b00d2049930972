"""Marks of markup in a quotation: print shows them, since only emphasis is read there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from briefing.model.finding import Finding, message
from briefing.reading.blocks import Block
from briefing.reading.findings import warning

_MARKUP = re.compile(
    r"</?[a-zA-Z][^<>]*>|<!--"  # HTML, or an address
    r"|!?\[[^\[\]]*\]\([^()\s][^()]*\)?"  # a link or an image
    r"|\[[\^@][^\[\]]+\]"  # the call of a note, the citation of an extract
    r"|~~|`[^`]+`"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}\d{0,2});"
)
_SHOWN = 40


def markup_findings(block: Block, path: str) -> Iterator[Finding]:
    """Warn of every line of a quotation where marks begin, with the first of them."""
    starts = [0, *accumulate(len(part) + 1 for part in block.quotation)]
    warned: set[int] = set()
    for found in _MARKUP.finditer(" ".join(block.quotation)):
        line = block.quotation_lines[bisect_right(starts, found.start()) - 1]
        if line not in warned:
            warned.add(line)
            text = message(
                "markup in a quotation is printed as it stands: {mark}", mark=_shortened(found[0])
            )
            hint = message("write the words alone, unless the document shows these signs too")
            yield warning("BR233", path, line, text, hint)


def _shortened(mark: str) -> str:
    return mark if len(mark) <= _SHOWN else f"{mark[: _SHOWN - 1]}…"
