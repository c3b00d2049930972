"""Pictures at the widths of an e-mail."""

from __future__ import annotations

import io

from PIL import Image

from briefing.imaging.scaling import scaled
from briefing.model.parts import Picture
from tests.imaging.pictures import saved


def picture(width: int = 1600, height: int = 400) -> Picture:
    data = saved(Image.new("RGB", (width, height), "navy"))
    return Picture("image/png", data, width, height, "")


def test_a_picture_is_made_at_both_widths_and_in_both_forms() -> None:
    made = scaled(picture(), (600, 1200))
    assert [(p.media_type, p.width, p.height) for p in made] == [
        ("image/png", 600, 150),
        ("image/jpeg", 600, 150),
        ("image/png", 1200, 300),
        ("image/jpeg", 1200, 300),
    ]
    for one in made:
        with Image.open(io.BytesIO(one.data)) as opened:
            assert opened.size == (one.width, one.height)
            assert f"image/{opened.format.lower()}" == one.media_type  # type: ignore[union-attr]
            assert not opened.getexif()


def test_a_small_picture_is_not_enlarged_and_a_thin_one_keeps_a_line() -> None:
    assert {p.width for p in scaled(picture(300, 100), (600, 1200))} == {300}
    assert scaled(picture(3000, 1), (600,))[0].height == 1


def test_a_drawing_is_left_out() -> None:
    assert scaled(Picture("image/svg+xml", b"<svg/>", 10, 10, ""), (600,)) == ()


def test_the_same_picture_has_the_same_bytes() -> None:
    assert scaled(picture()) == scaled(picture())
