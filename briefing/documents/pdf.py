"""PDF through pypdf, page by page."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate

from briefing.documents.errors import DocumentError, damaged, without_text
from briefing.documents.plain import without_odd_characters
from briefing.documents.quiet import quiet
from briefing.model.finding import message

PAGE_BREAK = "\n\f\n"
"""Between two pages, and counted with the one before: no word of one touches the other."""


def read_pdf(name: str, data: bytes) -> tuple[str, tuple[int, ...]]:
    """Return the text of all pages, and the code point at which each begins."""
    pages = [without_odd_characters(page) for page in _extract(name, data)]
    if not any(page.strip() for page in pages):
        raise without_text(name)
    return PAGE_BREAK.join(pages), page_starts(pages)


def page_starts(pages: Sequence[str]) -> tuple[int, ...]:
    """Return the code point at which each of `pages` begins once they are joined."""
    return tuple(accumulate((len(page) + len(PAGE_BREAK) for page in pages[:-1]), initial=0))


def _extract(name: str, data: bytes) -> list[str]:
    import pypdf

    with faults_told(name):
        return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


@contextmanager
def faults_told(name: str) -> Iterator[None]:
    """Turn what pypdf may raise of the PDF `name` into a `DocumentError`, and keep it quiet."""
    from pypdf.errors import DependencyError, FileNotDecryptedError, WrongPasswordError

    try:
        with quiet("pypdf"):
            yield
    except (DependencyError, FileNotDecryptedError, WrongPasswordError) as fault:
        raise DocumentError(
            message("“{name}” is encrypted", name=name),
            message("save a copy without password, for instance by qpdf --decrypt"),
        ) from fault
    except Exception as fault:  # a damaged file may fail anywhere in the library
        raise damaged(name, "PDF", fault) from fault
