"""What an extract says of itself."""

from __future__ import annotations

import pytest

from briefing.model.extract import Extract, Speaker


@pytest.mark.parametrize(
    ("speaker", "anonymous"),
    [
        (None, False),
        (Speaker("Zoé Ay"), False),
        (Speaker("un élu", anonymous=True), True),
        (Speaker("", anonymous=True), True),
    ],
)
def test_an_extract_is_anonymous_when_its_speaker_is(
    speaker: Speaker | None, anonymous: bool
) -> None:
    assert Extract("a#b", "a", (), "q", speaker=speaker).anonymous is anonymous
