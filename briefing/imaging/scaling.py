"""A picture at the widths that an e-mail wants, as PNG and as JPEG."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from PIL import Image
from PIL.Image import open as read_image

from briefing.imaging.thumbnails import WIDTHS, Thumbnail
from briefing.model.parts import Picture

_QUALITY = 85


def scaled(picture: Picture, widths: Sequence[int] = WIDTHS) -> tuple[Thumbnail, ...]:
    """Return `picture` at each width as PNG and as JPEG, in this order; never enlarged.

    Nothing of a drawing: no mail client shows SVG.
    """
    if picture.media_type == "image/svg+xml":
        return ()
    with read_image(io.BytesIO(picture.data)) as opened:
        image = opened.convert("RGB")
    return tuple(made for width in widths for made in _both(_narrowed(image, width)))


def _narrowed(image: Image.Image, width: int) -> Image.Image:
    width = min(width, image.width)
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _both(image: Image.Image) -> Iterator[Thumbnail]:
    image.info = {}
    for media_type, kind in (("image/png", "PNG"), ("image/jpeg", "JPEG")):
        sink = io.BytesIO()
        image.save(sink, kind, quality=_QUALITY, optimize=True)
        yield Thumbnail(media_type, sink.getvalue(), image.width, image.height)
