"""Dates in words; `⍽` stands for a no-break space, `⁞` for a word joiner."""

from __future__ import annotations

import pytest

from briefing.model.dates import Date, Moment
from briefing.typesetting import typeset
from briefing.typesetting.dates import format_date


def moment(text: str) -> Moment | None:
    return Moment(*map(int, text.split("-"))) if text else None


def date(edtf: str) -> Date:
    """Read the few forms these tests need."""
    bare = edtf.rstrip("~?%")
    mark = edtf[len(bare) :]
    start, slash, end = (part.strip(".") for part in bare.partition("/"))
    return Date(
        edtf,
        moment(start),
        moment(end),
        interval=bool(slash),
        approximate=mark in {"~", "%"},
        uncertain=mark in {"?", "%"},
    )


VISIBLE = str.maketrans({"\u00a0": "⍽", "\u2060": "⁞"})

LONG = {
    "2025-02-12": "12⍽février⍽2025",
    "2025-03-01": "1er⍽mars⍽2025",
    "2025-02": "février⍽2025",
    "2025": "2025",
    "2025-22": "été⍽2025",
    "2025-21": "printemps⍽2025",
    "2025-11-04/2025-11-05": "4-5⍽novembre⍽2025",
    "2025-03-01/2025-03-03": "1er-3⍽mars⍽2025",
    "2025-10-30/2025-11-02": "du⍽30⍽octobre au⍽2⍽novembre⍽2025",
    "2024-12-30/2025-01-02": "du⍽30⍽décembre⍽2024 au⍽2⍽janvier⍽2025",
    "2025-02/2025-03": "février-⁞mars⍽2025",
    "2024-12/2025-02": "de décembre⍽2024 à février⍽2025",
    "2024-10/2025-02": "d’octobre⍽2024 à février⍽2025",
    "2014/2015": "2014-2015",
    "2025-21/2025-22": "printemps-⁞été⍽2025",
    "2024-22/2025-21": "de l’été⍽2024 au⍽printemps⍽2025",
    "2024-21/2025-24": "du⍽printemps⍽2024 à l’hiver⍽2025",
    "2024/2025-03": "de 2024 à mars⍽2025",
    "2025-02-12/2025-02-12": "12⍽février⍽2025",
    "2025-02-13~": "vers le⍽13⍽février⍽2025",
    "2025-09~": "vers⍽septembre⍽2025",
    "2025-22~": "vers l’été⍽2025",
    "2014~": "vers⍽2014",
    "2025-11-04/2025-11-05~": "vers les⍽4-5⍽novembre⍽2025",
    "2025-02/2025-03~": "vers⍽février-⁞mars⍽2025",
    "2025-10-30/2025-11-02~": "du⍽30⍽octobre au⍽2⍽novembre⍽2025 environ",
    "2025-08-26/..": "après le⍽26⍽août⍽2025",
    "2025-08/..": "après août⍽2025",
    "../2025-08-26": "avant le⍽26⍽août⍽2025",
    "../2014": "avant 2014",
    "../2025-22": "avant l’été⍽2025",
    "../..": "s.⍽d.",
    "2025-02-12?": "12⍽février⍽2025⍽(?)",
    "2025-02-12%": "vers le⍽12⍽février⍽2025⍽(?)",
    "0": "1⍽av.⍽J.-⁞C.",
}

SHORT = {
    "2025-01-05": "5⍽janv.⍽2025",
    "2025-02-12": "12⍽févr.⍽2025",
    "2025-03-01": "1er⍽mars⍽2025",
    "2025-04-02": "2⍽avr.⍽2025",
    "2025-05": "mai⍽2025",
    "2025-07/2025-09": "juill.-⁞sept.⍽2025",
    "2025-11-04/2025-11-05": "4-5⍽nov.⍽2025",
    "2025-02-13~": "vers⍽le⍽13⍽févr.⍽2025",
    "2025-11-04/2025-11-05~": "vers⍽les⍽4-5⍽nov.⍽2025",
    "2014/2015~": "vers⍽2014-2015",
    "2025-08-26/..": "après le⍽26⍽août⍽2025",
    "2025-12-24?": "24⍽déc.⍽2025⍽(?)",
}


@pytest.mark.parametrize(("edtf", "words"), LONG.items())
def test_long(edtf: str, words: str) -> None:
    assert format_date(date(edtf)).translate(VISIBLE) == words


@pytest.mark.parametrize(("edtf", "words"), SHORT.items())
def test_short(edtf: str, words: str) -> None:
    assert format_date(date(edtf), short=True).translate(VISIBLE) == words


@pytest.mark.parametrize("edtf", [*LONG, *SHORT])
def test_typeset_already(edtf: str) -> None:
    for short in (False, True):
        words = format_date(date(edtf), short=short)
        assert typeset(words) == words


def test_no_date() -> None:
    assert format_date(None) == "s.\u00a0d."
