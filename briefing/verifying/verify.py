"""All checks of one PDF, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.model.document import Document
from briefing.model.finding import message
from briefing.model.finished import FinishedPdf
from briefing.verifying.agreement import agreement_checks
from briefing.verifying.attached import Attached
from briefing.verifying.making import edition_checks, pages_check
from briefing.verifying.originals import original_checks, unasked_checks
from briefing.verifying.pages import read_pages
from briefing.verifying.printed import printed_checks
from briefing.verifying.seal import seal_checks
from briefing.verifying.values import Check, Fault, Report


def verify(
    pdf: FinishedPdf,
    attached: Attached | None,
    reading: Check,
    documents: Mapping[str, Document] | None = None,
    unread: Sequence[Fault] = (),
    folders: Sequence[str] = (),
) -> Report:
    """Return what was found; `attached` and `reading` come from `read_attached`.

    `documents` are full texts by the id of their source, None when nobody asked for them;
    `unread` tells of those that are there and can't be read, `folders` where they were looked
    for.
    """
    printed = attached is not None and "mentions" in attached.sections
    checks = [
        reading,
        *seal_checks(pdf.attachments, pdf.info, pdf.pages, printed=printed),
        pages_check(pdf.info, pdf.drawn),
    ]
    if attached:
        checks += edition_checks(attached)
        checks += agreement_checks(attached)
        legible = _legible(pdf)
        checks.append(legible)
        if not legible.faults:
            checks += printed_checks(attached, read_pages(pdf.pages, attached.title))
        if documents is None:
            checks += unasked_checks(attached)
        else:
            checks += original_checks(attached, documents, unread, folders)
    return Report(pdf.name, tuple(checks))


def _legible(pdf: FinishedPdf) -> Check:
    """Say on which pages a font's text comes out as the numbers of its glyphs."""
    hint = message("a sign such as an emoji makes its whole font illegible: write words")
    faults = (
        Fault("", message("the text of page {page} can't be read", page=number), hint)
        for number, page in enumerate(pdf.pages, 1)
        if "\0" in page
    )
    return Check("print", message("pages whose text is legible"), len(pdf.pages), tuple(faults))
