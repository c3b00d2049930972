"""PDF through WeasyPrint: the only module that draws pages."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing.errors import BriefingError
from briefing.model.edition import Edition
from briefing.model.finding import message
from briefing.outputs.engine import load_weasyprint

if TYPE_CHECKING:
    import types

Progress = Callable[[float], None]
"""Called with the share of the work done, 0 to 1."""

STEPS = 7
"""WeasyPrint announces its work as “Step 1” to “Step 7”."""


@dataclass(frozen=True, slots=True)
class PrintedPdf:
    """A PDF in memory."""

    data: bytes
    pages: int
    warnings: tuple[str, ...]
    """What WeasyPrint had to say of the styles; empty for the built-in ones."""


def print_pdf(edition: Edition, *, progress: Progress | None = None) -> PrintedPdf:
    """Draw the pages of `edition`, which may refer to nothing outside itself."""
    weasyprint = load_weasyprint()
    with _listening(progress) as said:
        try:
            document = weasyprint.HTML(
                string=edition.html, base_url="about:blank", url_fetcher=_closed_fetcher(weasyprint)
            ).render(pdf_tags=True)
            data = document.write_pdf(pdf_tags=True)
        except weasyprint.urls.FatalURLFetchingError as fault:
            raise BriefingError(message("{reason}", reason=str(fault))) from fault
    return PrintedPdf(bytes(data), len(document.pages), tuple(said))


def _closed_fetcher(weasyprint: types.ModuleType) -> Any:  # noqa: ANN401 - a class made at run time
    """Fetch `data:` URLs and nothing else: a page that asks for more must fail the build."""

    class ClosedFetcher(weasyprint.URLFetcher):  # type: ignore[misc, name-defined]
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:  # noqa: ANN401
            if url.startswith("data:"):
                return super().fetch(url, headers)
            text = f"the page asks for {url}, which is outside of the edition"
            raise weasyprint.urls.FatalURLFetchingError(text)

    return ClosedFetcher()


@contextmanager
def _listening(progress: Progress | None) -> Iterator[list[str]]:
    """Collect WeasyPrint's warnings, and turn its steps into progress."""
    said: list[str] = []
    warner = _Handler(said.append, logging.WARNING)
    stepper = _Handler(_step_reader(progress), logging.INFO) if progress else None
    logger = logging.getLogger("weasyprint")
    steps = logging.getLogger("weasyprint.progress")
    kept = (logger.propagate, logger.level, steps.propagate, steps.level)
    logger.propagate = steps.propagate = False
    logger.addHandler(warner)
    if stepper:
        steps.addHandler(stepper)
        steps.setLevel(logging.INFO)
    try:
        yield said
    finally:
        logger.removeHandler(warner)
        if stepper:
            steps.removeHandler(stepper)
        logger.propagate, logger.level, steps.propagate, steps.level = kept


def _step_reader(progress: Progress) -> Callable[[str], None]:
    def read(text: str) -> None:
        if text.startswith("Step ") and text[5:6].isdigit():
            progress(int(text[5]) / (STEPS + 1))

    return read


class _Handler(logging.Handler):
    def __init__(self, sink: Callable[[str], None], level: int) -> None:
        super().__init__(level)
        self._sink = sink

    def emit(self, record: logging.LogRecord) -> None:
        self._sink(record.getMessage())
