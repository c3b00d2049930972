"""The first page of a PDF as pictures, for a newsletter or a web page.

`thumbnails(pdf)` takes bytes and gives for each width, in pixels, a PNG and a JPEG. PDFium draws
them, through pypdfium2 (the extra `newsletter`). They hold dots alone: no text, date or name.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from PIL import Image

from briefing.errors import BriefingError, MachineError
from briefing.model.finding import message

WIDTHS: Final = (600, 1200)
"""Pixels: of a newsletter's column, and twice as many for dense screens."""
_MOST_DOTS: Final = 20_000_000
"""A page may be as thin as a thread: its picture would fill any memory."""
_QUALITY: Final = 85
_EXTENSIONS: Final = {"image/png": "png", "image/jpeg": "jpg"}


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A picture of the first page."""

    media_type: str
    """`image/png` or `image/jpeg`."""
    data: bytes = field(repr=False)
    width: int
    height: int
    """Pixels."""

    @property
    def extension(self) -> str:
        """`png` or `jpg`."""
        return _EXTENSIONS[self.media_type]


class _Bitmap(Protocol):
    def to_pil(self) -> Image.Image: ...


class _Page(Protocol):
    def get_width(self) -> float: ...
    def get_height(self) -> float: ...
    def render(self, *, scale: float, may_draw_forms: bool) -> _Bitmap: ...


def thumbnails(pdf: bytes, widths: Sequence[int] = WIDTHS) -> tuple[Thumbnail, ...]:
    """Return the first page of `pdf`, at each width as PNG and as JPEG, in this order.

    The bytes depend on those of the PDF and on the versions of PDFium and Pillow alone. Raises
    `MachineError` naming the extra if pypdfium2 isn't installed, `BriefingError` if the PDF can't
    be read or has no page that can be drawn.
    """
    images = _drawn(pdf, widths)
    return tuple(
        Thumbnail(media_type, _encoded(image, media_type), image.width, image.height)
        for image in images
        for media_type in _EXTENSIONS
    )


def _drawn(pdf: bytes, widths: Sequence[int]) -> list[Image.Image]:
    try:
        import pypdfium2
    except ImportError as fault:
        raise MachineError(
            message("drawing thumbnails needs the extra “{extra}” of briefing", extra="newsletter"),
            message("install it: pip install 'briefing[{extra}]'", extra="newsletter"),
        ) from fault
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            return [_draw(document[0], width) for width in widths]
    except (pypdfium2.PdfiumError, IndexError) as fault:
        raise BriefingError(
            message("the first page of the PDF can't be drawn: it is damaged or locked")
        ) from fault


def _draw(page: _Page, width: int) -> Image.Image:
    # PDFium rounds up: a hair less than `width`, so that no rounding adds a column.
    scale = (width - 0.001) / page.get_width()
    if width * scale * page.get_height() > _MOST_DOTS:
        raise BriefingError(message("the first page of the PDF is too high for a thumbnail"))
    return page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")


def _encoded(image: Image.Image, media_type: str) -> bytes:
    image.info = {}
    sink = io.BytesIO()
    if media_type == "image/png":
        image.save(sink, "PNG", optimize=True)
    else:
        image.save(sink, "JPEG", quality=_QUALITY, optimize=True, progressive=False)
    return sink.getvalue()
