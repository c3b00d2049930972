"""What print shows large of an extract: a figure that the extract bears out, words of somebody."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from briefing.model.extract import Extract
from briefing.model.text import plain
from briefing.model.vocabulary import Kind
from briefing.reading.tags import TagReader

_RANGE: Final = re.compile(r"(?<=\d)\s*(?:à|-)\s*(?=\d)")
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | {"’": "'"})


def check_display(extract: Extract, tags: TagReader) -> None:
    """Note a figure that the extract doesn't give, and a pull quote that nobody named says."""
    if extract.figure:
        _check_figure(extract, tags)
    speaker = extract.speaker
    if extract.pulled and (speaker is None or speaker.anonymous):
        tags.fault(
            "BR236",
            tags.line("exergue"),
            "words printed large (“exergue”) whose speaker isn't named",
            "add “- locuteur : ” and a name, or remove “exergue”",
        )


def _check_figure(extract: Extract, tags: TagReader) -> None:
    if Kind.FIGURE not in extract.kinds:
        tags.fault(
            "BR234",
            tags.line("chiffre"),
            "a figure to display, on an extract that isn't of “nature : chiffre”",
            "add “chiffre” to “nature”, or remove the line",
        )
    if not any(
        gives(text, extract.figure) for text in (extract.quotation, plain(extract.statement))
    ):
        tags.fault(
            "BR235",
            tags.line("chiffre"),
            "the figure “{figure}” stands neither in the quotation nor in the statement",
            "display it as one of them has it",
            figure=extract.figure,
        )


def gives(text: str, figure: str) -> bool:
    """Say whether `text` has `figure`, whatever its spaces, dashes and capitals.

    « 15-20 ans » stands in « 15 à 20 ans »; « 5 % » doesn't stand in « 15 % », nor in « 1,5 % ».
    """
    wanted = _bare(figure)
    if not any(sign.isalnum() for sign in wanted):
        return False
    before = r"(?<![\d])(?<!\d[.,])" if wanted[0].isdigit() else ""
    after = r"(?![\d])(?![.,]\d)" if wanted[-1].isdigit() else ""
    return re.search(before + re.escape(wanted) + after, _bare(text)) is not None


def _bare(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).translate(_DASHES).casefold()
    return "".join(_RANGE.sub("-", folded).split())
