"""Whether a PDF keeps to the pages that its audience has, and by how much it doesn't."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from briefing.documents import read_document
from briefing.errors import BriefingError
from briefing.model.audience import Audience
from briefing.model.finding import message

_PAGE_NUMBER: Final = re.compile(r"\d+\s*/\s*\d+")


def check_pages(audience: Audience, pages: int, data: bytes) -> None:
    """Raise `BriefingError` if the PDF `data`, of `pages` pages, is longer than it may be."""
    if not audience.pages or pages <= audience.pages:
        return
    text = message(
        "the edition “{name}” takes {pages} pages, and may have {limit}: some {lines} lines too many",
        name=audience.id,
        pages=pages,
        limit=audience.pages,
        lines=lines_beyond(data, audience.pages),
    )
    hint = message(
        "shorten its texts, leave out a section, or raise “pages” in [publics.{name}]",
        name=audience.id,
    )
    raise BriefingError(text, hint)


def lines_beyond(data: bytes, limit: int) -> int:
    """Return how many lines stand after page `limit` of a PDF, heads and feet of pages apart."""
    document = read_document("edition.pdf", data)
    starts = (*document.pages, len(document.text))
    printed = [document.text[start:end].splitlines() for start, end in pairwise(starts)]
    before = {line.strip() for page in printed[:limit] for line in page}
    lines = [line.strip() for page in printed[limit:] for line in page]
    told = [line for line in lines if line and line not in before]
    return max(1, sum(not _PAGE_NUMBER.fullmatch(line) for line in told))
