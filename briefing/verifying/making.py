"""Whether a PDF is as it was made, and what it was made as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.anchoring import Verdict
from briefing.model.finding import message
from briefing.proving.page_seal import compare_pages
from briefing.verifying.attached import Attached, Extract
from briefing.verifying.values import Check, Fault

KEY = "/BriefingPages"
"""Of the Info dictionary: the digests of the pages, as `seal_pages` writes them."""

_PROVED = (Verdict.VERBATIM, Verdict.AMBIGUOUS)


def pages_check(info: Mapping[str, str], drawn: Sequence[str]) -> Check:
    """Compare the pages with what the PDF says of them, down to the last sign.

    It shows an edit that left the Info dictionary alone, whatever was edited. It is no signature:
    who edits a page can write its new digest too.
    """
    faults = tuple(_page_faults(info.get(KEY, ""), drawn))
    return Check("print.made", message("pages as they were made"), len(drawn), faults)


def _page_faults(seal: str, drawn: Sequence[str]) -> Iterator[Fault]:
    if not seal:
        yield Fault(KEY[1:], message("the PDF doesn't tell how its pages were made"))
        return
    found = compare_pages(seal, drawn)
    if found.intact:
        return
    if found.made != len(drawn):
        text = message("{count} pages were made, {now} are there", count=found.made, now=len(drawn))
        yield Fault("", text)
    for number in found.changed:
        yield Fault("", message("page {page} isn't as it was made", page=number))
    if found.made == len(drawn) and not found.changed:
        yield Fault(KEY[1:], message("the pages aren't those that were made"))


def edition_checks(attached: Attached) -> Iterator[Check]:
    """Say whether it is an edition, and whether its quotations were verified when it was made."""
    draft = Fault(
        "",
        message("it is a draft: it may hold errors and quotations that nobody verified"),
        message("briefing build makes the edition, without --draft"),
    )
    yield Check("draft", message("an edition, not a draft"), 1, (draft,) if attached.draft else ())
    asked = [extract for extract in attached.extracts if extract.verdict]
    faults = tuple(_doubt(extract) for extract in asked if extract.verdict not in _PROVED)
    yield Check(
        "verdicts",
        message("quotations verified when the PDF was made"),
        len(asked),
        faults,
        left=len(attached.extracts) - len(asked),
    )


def _doubt(extract: Extract) -> Fault:
    return Fault(extract.id, message("the quotation wasn't word for word in its document"))
