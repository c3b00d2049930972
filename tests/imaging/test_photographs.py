"""Pictures of dots: upright, opaque, in sRGB, no larger than print shows, and nothing else."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageFile

from briefing.imaging.faults import UnfitPictureError
from briefing.imaging.photographs import MOST_DOTS, read_photograph
from briefing.model.parts import Picture
from tests.imaging.pictures import BLUE, RED, file, near, noise, opened, saved, two_halves


def read(data: bytes, most: int = 1000, shape: float = 0.0) -> Picture:
    return read_photograph(file(data), most, shape)[0]


def refused(data: bytes) -> str:
    with pytest.raises(UnfitPictureError) as fault:
        read(data)
    return fault.value.code


@pytest.mark.parametrize(
    ("format_", "media_type"),
    [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("WEBP", "image/jpeg")],
)
def test_each_format_becomes_one_that_print_holds(format_: str, media_type: str) -> None:
    made = read(saved(two_halves(), format_))
    assert (made.media_type, made.width, made.height) == (media_type, 40, 20)
    assert opened(made).format == media_type.removeprefix("image/").upper()
    assert near(opened(made), (5, 10), RED)
    assert near(opened(made), (35, 10), BLUE)


@given(st.integers(1, 300), st.integers(1, 300), st.integers(1, 120))
@settings(max_examples=40, deadline=None)
def test_no_picture_is_wider_than_print_shows_or_made_larger(
    width: int, height: int, most: int
) -> None:
    made, dots = read_photograph(file(saved(two_halves(width, height))), most)
    assert dots == width
    assert made.width == min(width, most)
    assert abs(made.height - height * made.width / width) <= 1
    assert opened(made).size == (made.width, made.height)


def test_the_picture_stands_upright_as_its_camera_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "Une marque"
    data = saved(two_halves(), "JPEG", exif=exif)
    made = read(data)
    assert b"Une marque" in data
    assert (made.width, made.height) == (20, 40)
    assert near(opened(made), (10, 5), RED)


@pytest.mark.parametrize("format_", ["PNG", "JPEG", "WEBP"])
def test_nothing_but_the_picture_is_kept(format_: str) -> None:
    exif = Image.Exif()
    exif[0x8825] = {2: (48.0, 51.0, 30.0)}  # where it was taken
    exif[0x010E] = "SECRET"
    made = read(saved(two_halves(), format_, exif=exif, icc_profile=srgb()))
    assert b"SECRET" not in made.data
    assert not {"exif", "icc_profile"} & set(opened(made).info)
    assert not opened(made).getexif()


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "1", "I;16", "RGB"])
def test_every_kind_of_dots_is_read(mode: str) -> None:
    data = saved(two_halves(mode="L").convert("I;16") if mode == "I;16" else two_halves(mode=mode))
    made = opened(read(data))
    assert made.mode in ("RGB", "L", "P")
    assert "transparency" not in made.info


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    image = Image.new("I;16", (2, 1))
    image.putpixel((0, 0), 65535)
    image.putpixel((1, 0), 32896)
    made = opened(read(saved(image))).convert("L")
    assert (made.getpixel((0, 0)), made.getpixel((1, 0))) == (255, 128)


def test_inks_become_light() -> None:
    made = opened(read(saved(Image.new("CMYK", (4, 4), (0, 255, 255, 0)), "JPEG")))
    assert made.mode == "RGB"
    assert near(made, (1, 1), (254, 0, 0))


def test_what_shines_through_is_paper() -> None:
    image = Image.new("RGBA", (4, 1), (0, 0, 0, 0))
    image.putpixel((0, 0), (*BLUE, 255))
    made = opened(read(saved(image)))
    assert near(made, (0, 0), BLUE)
    assert near(made, (3, 0), (255, 255, 255))


def test_colours_are_those_that_the_profile_means() -> None:
    lab = ImageCms.createProfile("LAB")
    wrong = ImageCms.ImageCmsProfile(lab).tobytes()  # of no RGB picture
    assert near(opened(read(saved(two_halves(), icc_profile=wrong))), (5, 5), RED)
    assert near(opened(read(saved(two_halves(), icc_profile=b"nothing"))), (5, 5), RED)
    assert near(opened(read(saved(two_halves(), icc_profile=srgb()))), (5, 5), RED)


def test_a_band_is_cut_above_and_below() -> None:
    image = Image.new("RGB", (80, 60), "white")
    image.paste(RED, (0, 20, 80, 40))
    made = read(saved(image), shape=4.0)
    assert (made.width, made.height) == (80, 20)
    assert near(opened(made), (40, 1), RED)
    assert near(opened(made), (40, 18), RED)


def test_what_is_a_band_already_is_not_cut() -> None:
    assert read(saved(two_halves(80, 10)), shape=4.0).height == 10


def test_a_photograph_saved_without_loss_is_made_smaller() -> None:
    data = saved(noise(400, 300))
    made = read(data)
    assert made.media_type == "image/jpeg" or len(made.data) < 200_000
    assert len(made.data) < len(data) / 2


def test_a_drawing_of_few_colours_keeps_each_dot() -> None:
    made = read(saved(two_halves(300, 200)))
    assert made.media_type == "image/png"
    assert opened(made).convert("RGB").tobytes() == two_halves(300, 200).tobytes()


def test_the_same_file_gives_the_same_bytes() -> None:
    data = saved(noise(120, 90), "JPEG")
    assert read(data, 60) == read(data, 60)


# ---- Unfit files ---------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"GIF89a;", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"BM" * 40])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert refused(data) == "BR353"


@pytest.mark.parametrize("format_", ["PNG", "JPEG", "WEBP"])
def test_what_is_cut_short_is_refused(format_: str) -> None:
    data = saved(noise(90, 90), format_)
    assert refused(data[: len(data) // 2]) == "BR353"


@pytest.mark.parametrize("format_", ["PNG", "JPEG"])
def test_it_is_refused_once_the_layout_engine_accepts_it(
    format_: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    data = saved(noise(90, 90), format_)
    assert refused(data[: len(data) // 2]) == "BR353"
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True


@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=8), st.sampled_from(["PNG", "JPEG"]))
@settings(max_examples=60, deadline=None)
def test_a_spoilt_file_is_read_or_refused(place: int, junk: bytes, format_: str) -> None:
    data = bytearray(saved(two_halves(), format_))
    place %= len(data)
    data[place : place + len(junk)] = junk
    code = ""
    try:
        assert read(bytes(data)).width > 0
    except UnfitPictureError as fault:
        code = fault.code
    assert code in ("", "BR353", "BR354")


@pytest.mark.parametrize("side", [20_000, 9_000])
def test_a_small_file_that_unfolds_is_refused(side: int) -> None:
    assert side * side > MOST_DOTS
    assert refused(empty_png(side)) == "BR354"


def empty_png(side: int) -> bytes:
    """Return the head of a PNG of `side` × `side` dots, and next to none of them."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
