"""6xx: quotations against their documents."""

from __future__ import annotations

from briefing.checking.pages.page import ERROR, Page
from briefing.model.finding import message

QUOTATIONS = (
    Page(
        "BR607",
        ERROR,
        message("A document that can't be read"),
        message(
            "The document is there, but no text comes out of it: it is damaged or encrypted, a"
            " scan without text, or of a kind whose extra isn't installed. Its quotations can't"
            " be verified."
        ),
        wrong="- document : documents/scan.pdf             (pictures of pages, no text)",
        right="- document : documents/scan-ocr.pdf",
    ),
)
