"""PDF through WeasyPrint: the only module that draws pages."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing.errors import BriefingError
from briefing.model.edition import Attachment, Edition
from briefing.model.finding import message
from briefing.outputs.composition import composed
from briefing.outputs.embedding import embedded
from briefing.outputs.engine import load_weasyprint, patient_collector, still_clock
from briefing.outputs.finishing import OPTIONS, finisher
from briefing.outputs.frames import labels_of
from briefing.outputs.tagging import Painting

if TYPE_CHECKING:
    import types

Progress = Callable[[float], None]
"""Called with the share of the work done, 0 to 1."""

STEPS = 7
"""WeasyPrint announces its work as “Step 1” to “Step 7”."""

_BOX = re.compile(r'\.notdef glyph [^"]*"(.)"', re.DOTALL)
"""How WeasyPrint says that it draws one."""
_NOTE = re.compile(r'id="pied-(\d+)"')
_NO_SQUEEZE = "<style>* { orphans: 99 !important }</style></head>"


@dataclass(frozen=True, slots=True)
class PrintedPdf:
    """A PDF in memory."""

    data: bytes
    pages: int
    warnings: tuple[str, ...]
    """What WeasyPrint had to say, once each."""
    boxes: str = ""
    """The characters that no font of ours has, once each: empty boxes stand in their place."""


def print_pdf(
    edition: Edition,
    *,
    attachments: Sequence[Attachment] = (),
    fingerprint: str = "",
    progress: Progress | None = None,
) -> PrintedPdf:
    """Draw the pages of `edition`, which may refer to nothing outside itself.

    `attachments` are embedded, dated as the edition is; `fingerprint` is that of their bytes.
    """
    weasyprint = load_weasyprint()
    refused: list[str] = []
    mute: list[str] = []
    frame = labels_of(edition.language).frame
    with _listening(progress) as said, still_clock(), patient_collector():
        try:
            document = _lay_out_whole(weasyprint, composed(edition.html), refused)
            data = document.write_pdf(
                attachments=embedded(weasyprint, attachments, document.metadata.created or ""),
                finisher=finisher(Painting(document), frame, attachments, fingerprint, mute),
                **OPTIONS,
            )
        except weasyprint.urls.FatalURLFetchingError as fault:
            raise BriefingError(message("{reason}", reason=str(fault))) from fault
    if refused:  # inside a picture, where WeasyPrint turns any failure into a warning
        raise BriefingError(message("{reason}", reason=refused[0]))
    said += (f"no words stand for the picture {name}" for name in mute)
    found = {text: _BOX.match(text) for text in said}
    boxes = "".join(box[1] for box in found.values() if box)
    warnings = tuple(text for text, box in found.items() if not box)
    return PrintedPdf(bytes(data), len(document.pages), warnings, boxes)


def _lay_out_whole(weasyprint: types.ModuleType, html: str, refused: list[str]) -> Any:  # noqa: ANN401 - no types
    """Lay the pages out with every note at the foot of one of them.

    WeasyPrint 70 loses the notes of a line that it squeezes onto a page to spare an orphan: it
    adds the line without them. A second layout then breaks no paragraph, hence squeezes none; the
    styles ask for that from the start wherever a paragraph is short.
    """
    document = _lay_out(weasyprint, html, refused)
    if not lost_notes(html, document.pages):
        return document
    document = _lay_out(weasyprint, html.replace("</head>", _NO_SQUEEZE, 1), refused)
    lost = lost_notes(html, document.pages)
    if lost:
        raise BriefingError(
            message("these notes found no place on any page: {notes}", notes=", ".join(lost)),
            message("shorten the longest notes, or the items they are called from"),
        )
    return document


def _lay_out(weasyprint: types.ModuleType, html: str, refused: list[str]) -> Any:  # noqa: ANN401 - no types
    fetcher = _closed_fetcher(weasyprint, refused)
    page = weasyprint.HTML(string=html, base_url="about:blank", url_fetcher=fetcher)
    return page.render()


def lost_notes(html: str, pages: Sequence[Any]) -> list[str]:
    """Return the numbers of the notes of `html` that stand on none of `pages`."""
    printed = {anchor for page in pages for anchor in page.anchors}
    return [number for number in _NOTE.findall(html) if f"pied-{number}" not in printed]


def _closed_fetcher(weasyprint: types.ModuleType, refused: list[str]) -> Any:  # noqa: ANN401 - a class made at run time
    """Fetch `data:` URLs and nothing else: a page that asks for more must fail the build."""

    class ClosedFetcher(weasyprint.URLFetcher):  # type: ignore[misc, name-defined]
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:  # noqa: ANN401
            if url.startswith("data:"):
                return super().fetch(url, headers)
            text = f"the page asks for {url}, which is outside of the edition"
            refused.append(text)
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
