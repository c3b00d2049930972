"""Pictures made of dots: upright, in sRGB, opaque, as small as print lets them be."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PIL import Image, ImageCms, ImageFile, ImageOps, UnidentifiedImageError
from PIL.Image import open as read_image

from briefing.imaging.faults import UnfitPictureError
from briefing.model.files import RawFile
from briefing.model.finding import message
from briefing.model.parts import Picture

MOST_DOTS: Final = 60_000_000
"""That a picture may hold: a small file may unfold to any number."""
_FORMATS: Final = ("PNG", "JPEG", "WEBP")
_QUALITY: Final = 82
_HEAVY: Final = 150_000
"""Bytes of a PNG above which a photograph is looked for in it."""
_UNREADABLE: Final = (OSError, ValueError, SyntaxError, EOFError, struct.error, zlib.error)
"""What Pillow raises at files that are cut, spoilt or forged."""


def read_photograph(file: RawFile, most: int, shape: float = 0.0) -> tuple[Picture, int]:
    """Return a picture at most `most` dots wide, and how many its file has.

    With a `shape`, what is higher than the width divided by it is cut off, above and below alike.
    The bytes depend on those of the file and on the version of Pillow alone. Raises
    `UnfitPictureError`.
    """
    image, is_lossy = _decoded(file)
    image = _in_srgb(image)
    wide = image.width
    if shape and image.width / image.height < shape:
        height = max(1, round(image.width / shape))
        image = ImageOps.fit(image, (image.width, height), Image.Resampling.LANCZOS)
    if image.width > most:
        height = max(1, round(image.height * most / image.width))
        image = image.resize((most, height), Image.Resampling.LANCZOS)
    media_type, data = _encoded(image, is_lossy=is_lossy)
    return Picture(media_type, data, image.width, image.height, ""), wide


@contextmanager
def _whole() -> Iterator[None]:
    """Refuse a picture that is cut short: the layout engine, once loaded, has Pillow accept it."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _decoded(file: RawFile) -> tuple[Image.Image, bool]:
    """Return the upright image of a file, and whether it was saved with loss."""
    hint = message("save it as PNG, JPEG, WebP or SVG")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with _whole(), read_image(io.BytesIO(file.data), formats=_FORMATS) as opened:
                if opened.width * opened.height > MOST_DOTS:
                    raise _too_many(file, opened.width, opened.height)
                opened.load()
                return ImageOps.exif_transpose(opened), opened.format in ("JPEG", "WEBP")
    except Image.DecompressionBombError as fault:
        text = message("“{name}” unfolds to too many dots", name=file.name)
        raise UnfitPictureError("BR354", text) from fault
    except UnidentifiedImageError as fault:
        text = message("“{name}” is no picture that can be printed", name=file.name)
        raise UnfitPictureError("BR353", text, hint) from fault
    except _UNREADABLE as fault:
        text = message("the picture “{name}” is damaged", name=file.name)
        raise UnfitPictureError("BR353", text, hint) from fault


def _too_many(file: RawFile, width: int, height: int) -> UnfitPictureError:
    text = message(
        "“{name}” has {width} × {height} dots", name=file.name, width=width, height=height
    )
    hint = message("save it smaller, for print at 300 dpi")
    return UnfitPictureError("BR354", text, hint)


def _in_srgb(image: Image.Image) -> Image.Image:
    """Return an opaque image in sRGB or in greys; what shines through is white, as paper is."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):  # 16 bits of grey
        image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in image.info:
        shown = image.convert("RGBA")
        paper = Image.new("RGBA", shown.size, "white")
        image = Image.alpha_composite(paper, shown).convert("RGB")
    if image.mode in ("RGB", "CMYK", "L") and profile:
        image = _converted(image, profile)
    return image if image.mode in ("RGB", "L") else image.convert("RGB")


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    """Return an image whose colours are those that its profile means; a wrong profile says none."""
    if image.mode == "L":
        return image
    try:
        held = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(
            image, held, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError):
        return image
    return made or image


def _encoded(image: Image.Image, *, is_lossy: bool) -> tuple[str, bytes]:
    """Return the media type and the bytes: PNG for what was drawn, JPEG for photographs."""
    image.info = {}
    if is_lossy:
        return "image/jpeg", _jpeg(image)
    data = _png(image)
    if len(data) > _HEAVY and len(jpeg := _jpeg(image)) < len(data) / 2:
        return "image/jpeg", jpeg
    return "image/png", data


def _jpeg(image: Image.Image) -> bytes:
    sink = io.BytesIO()
    image.save(sink, "JPEG", quality=_QUALITY, optimize=True, progressive=False)
    return sink.getvalue()


def _png(image: Image.Image) -> bytes:
    sink = io.BytesIO()
    if image.mode == "RGB" and image.getcolors(256) is not None:
        image = image.convert("P", palette=Image.Palette.ADAPTIVE, dither=Image.Dither.NONE)
    image.save(sink, "PNG", optimize=True)
    return sink.getvalue()
