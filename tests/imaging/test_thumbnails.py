"""The first page of a PDF as pictures: as wide as asked, the same each time, dots and no words."""

from __future__ import annotations

import io
import struct
import sys
from collections.abc import Iterator

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.Image import open as read_image

from briefing.errors import BriefingError, MachineError
from briefing.imaging.thumbnails import WIDTHS, Thumbnail, thumbnails
from tests.imaging.pictures import BLUE, RED

A4 = (595.28, 841.89)
WORDS = "Ne le dites à personne"


def pdf(width: float = A4[0], height: float = A4[1], pages: int = 1) -> bytes:
    """Return a PDF whose first page is red above and blue below; the others are blank."""
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(width, height)
    drawing = pypdf.generic.StreamObject()
    halves = [(RED, height / 2), (BLUE, 0)]
    drawing.set_data(b"\n".join(_filled(colour, y, width, height / 2) for colour, y in halves))
    page[pypdf.generic.NameObject("/Contents")] = writer._add_object(drawing)
    for _ in range(pages - 1):
        writer.add_blank_page(width, height)
    writer.add_metadata({"/Title": WORDS, "/Author": WORDS})
    sink = io.BytesIO()
    writer.write(sink)
    return sink.getvalue()


def _filled(colour: tuple[int, int, int], y: float, width: float, height: float) -> bytes:
    red, green, blue = (value / 255 for value in colour)
    return f"{red} {green} {blue} rg 0 {y} {width} {height} re f".encode()


def opened(made: Thumbnail) -> Image.Image:
    return read_image(io.BytesIO(made.data))


def test_each_width_is_given_as_png_and_as_jpeg() -> None:
    made = thumbnails(pdf())
    assert [(each.width, each.extension) for each in made] == [
        (width, extension) for width in WIDTHS for extension in ("png", "jpg")
    ]
    for each in made:
        assert opened(each).size == (each.width, each.height)
        assert each.media_type == Image.MIME[str(opened(each).format)]


@pytest.mark.parametrize("index", range(4))
def test_the_first_page_is_drawn_upright(index: int) -> None:
    image = opened(thumbnails(pdf(pages=3))[index])
    for y, colour in [(0.25, RED), (0.75, BLUE)]:
        dot = image.getpixel((image.width // 2, int(image.height * y)))
        assert isinstance(dot, tuple)
        assert all(abs(a - b) < 6 for a, b in zip(dot, colour, strict=True))


@given(st.floats(20, 3000), st.floats(0.2, 5), st.integers(1, 800))
@settings(max_examples=40, deadline=None)
def test_a_picture_is_as_wide_as_asked_and_keeps_its_shape(
    page: float, shape: float, width: int
) -> None:
    for each in thumbnails(pdf(page, page * shape), [width]):
        assert each.width == width
        assert abs(each.height - width * shape) <= 1.1


def test_the_same_page_gives_the_same_bytes() -> None:
    assert thumbnails(pdf()) == thumbnails(pdf())


def test_nothing_but_dots_is_in_the_pictures() -> None:
    png, jpeg = thumbnails(pdf(), [300])
    assert set(png_chunks(png.data)) == {b"IHDR", b"IDAT", b"IEND"}
    assert opened(png).info == {}
    assert set(jpeg_segments(jpeg.data)) <= {0xE0, 0xDB, 0xC0, 0xC4, 0xDA}  # JFIF and dots
    for words in (WORDS.encode(), WORDS.encode("utf-16-be")):
        assert words not in png.data + jpeg.data


def png_chunks(data: bytes) -> Iterator[bytes]:
    place = 8
    while place < len(data):
        length, name = struct.unpack(">I4s", data[place : place + 8])
        yield name
        place += 12 + length


def jpeg_segments(data: bytes) -> Iterator[int]:
    place = 2
    while data[place + 1] != 0xDA:
        yield data[place + 1]
        place += 2 + struct.unpack(">H", data[place + 2 : place + 4])[0]
    yield 0xDA


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.7\n", pdf()[:300]])
def test_a_damaged_pdf_is_told(data: bytes) -> None:
    with pytest.raises(BriefingError, match="damaged"):
        thumbnails(data)


def test_a_pdf_without_a_page_is_told() -> None:
    writer = pypdf.PdfWriter()
    sink = io.BytesIO()
    writer.write(sink)
    with pytest.raises(BriefingError, match="damaged"):
        thumbnails(sink.getvalue())


def test_an_encrypted_pdf_is_told() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.encrypt("secret", algorithm="RC4-128")
    sink = io.BytesIO()
    writer.write(sink)
    with pytest.raises(BriefingError, match="locked"):
        thumbnails(sink.getvalue())


def test_a_page_thin_as_a_thread_fills_no_memory() -> None:
    with pytest.raises(BriefingError, match="too high"):
        thumbnails(pdf(2, 14_000))


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MachineError) as fault:
        thumbnails(pdf())
    assert "newsletter" in str(fault.value)
    assert "briefing[newsletter]" in str(fault.value.hint)
