"""Pictures made for the tests."""

from __future__ import annotations

import io
import random
from typing import Any

from PIL import Image

from briefing.model.files import RawFile
from briefing.model.parts import Picture

RED, BLUE = (200, 30, 30), (20, 40, 200)


def two_halves(width: int = 40, height: int = 20, mode: str = "RGB") -> Image.Image:
    """Return a picture that is red on the left and blue on the right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image.convert(mode)


def noise(width: int, height: int) -> Image.Image:
    """Return a picture as hard to compress as a photograph."""
    dice = random.Random(7)  # noqa: S311 - any dots do
    return Image.frombytes("RGB", (width, height), dice.randbytes(3 * width * height))


def saved(image: Image.Image, format_: str = "PNG", **options: Any) -> bytes:
    sink = io.BytesIO()
    image.save(sink, format_, **options)
    return sink.getvalue()


def file(data: bytes, name: str = "gare.png") -> RawFile:
    return RawFile(f"d/{name}", name, data)


def opened(picture: Picture) -> Image.Image:
    """Return the dots of a picture that was made ready."""
    image = Image.open(io.BytesIO(picture.data))
    image.load()
    return image


def near(image: Image.Image, place: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    """Say whether a dot has about a colour: JPEG keeps none exactly."""
    found = image.convert("RGB").getpixel(place)
    assert isinstance(found, tuple)
    return all(abs(a - b) < 12 for a, b in zip(found, colour, strict=True))


def svg(inside: str = '<path d="M0 0 4 3"/>', head: str = 'viewBox="0 0 40 30"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>'.encode()
