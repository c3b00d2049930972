"""Whether what is printed large is what is attached: key figures, and words of somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefing.anchoring import Locator, normalise, normalise_quotation
from briefing.model.finding import message
from briefing.reading.display import gives
from briefing.verifying.attached import Attached, Extract, Figure
from briefing.verifying.values import Check, Fault

_LARGE = re.compile(
    r"(?:\A|[\n\f])[^\S\n]*"
    r"(?:«(?P<french>[^«»]+)»|“(?P<english>[^“”]+)”|„(?P<german>[^„“]+)“)"
    r"(?=[ \u00a0\u202f]*(?:\n|\Z))"
)
"""A quotation that begins and ends with its lines."""
_MOST_LINES = 6
"""Of a figure, in a narrow column."""


def displayed_checks(attached: Attached, body: str) -> Iterator[Check]:
    """Compare figures with their extracts and the print, then pull quotes; none, no check.

    What a figure measures is an item as any other.
    """
    extracts = {extract.id: extract for extract in attached.extracts}
    if attached.figures:
        yield Check(
            "attachments.figures",
            message("key figures that their extracts give"),
            len(attached.figures),
            tuple(_ungiven(attached, extracts)),
        )
        yield Check(
            "print.figures",
            message("key figures printed as they are attached"),
            len(attached.figures),
            tuple(_unprinted(attached, body)),
        )
    if attached.pulled:
        yield Check(
            "print.pull_quotes",
            message("quotations printed large, as they are attached"),
            len(attached.pulled),
            tuple(_unpulled(attached, extracts, body)),
        )


# ---- Figures -------------------------------------------------------------------------------


def _ungiven(attached: Attached, extracts: Mapping[str, Extract]) -> Iterator[Fault]:
    for item in attached.figures:
        extract = extracts.get(item.extract)
        if extract is None:
            yield Fault(item.extract, message("briefing.json doesn't have the extract"))
        elif extract.quotation and not _gives(extract, item.figure):  # else not for its audience
            text = message("the extract doesn't give the figure “{figure}”", figure=item.figure)
            yield Fault(item.extract, text)


def _gives(extract: Extract, figure: str) -> bool:
    return any(gives(text, figure) for text in (extract.quotation, extract.statement))


def _unprinted(attached: Attached, body: str) -> Iterator[Fault]:
    locator = Locator(body)
    for item in attached.figures:
        if not _stands_above(item, locator, body):
            text = message("the figure “{figure}” isn't printed so", figure=item.figure)
            yield Fault(item.extract, text)


def _stands_above(item: Figure, locator: Locator, body: str) -> bool:
    """Whether the figure stands on lines of its own, right above what it measures."""
    anchor = locator.locate(item.text)
    places = anchor.candidates or ((anchor.place,) if anchor.place else ())
    wanted = _letters(item.figure)
    return any(wanted in _last_lines(body[: place.start]) for place in places)


def _last_lines(text: str) -> set[str]:
    """Return the last line of `text`, the last two, and so on, each without spaces."""
    lines = [line for line in text.rsplit("\n", 2 * _MOST_LINES) if line.strip()][-_MOST_LINES:]
    return {_letters("".join(lines[start:])) for start in range(len(lines))}


def _letters(text: str) -> str:
    return "".join(normalise(text, markup=False).text.split())


# ---- Quotations ----------------------------------------------------------------------------


def _unpulled(attached: Attached, extracts: Mapping[str, Extract], body: str) -> Iterator[Fault]:
    printed = {_unended("".join(filter(None, match.groups()))) for match in _LARGE.finditer(body)}
    for id_ in attached.pulled:
        if id_ not in extracts:
            yield Fault(id_, message("briefing.json doesn't have the extract"))
        elif _wording(extracts[id_].quotation) not in printed:
            yield Fault(id_, message("the quotation isn't printed large so"))


def _wording(quotation: str) -> str:
    return normalise_quotation(quotation).text.strip(" .")


def _unended(text: str) -> str:
    return normalise(text, markup=False).text.strip(" .")
