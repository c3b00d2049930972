"""Dates in English and German words; `⍽` stands for a no-break space, `⁞` for a word joiner."""

from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.languages import FRAMES
from briefing.reading.dates import parse_date
from briefing.typesetting import calendar
from briefing.typesetting.dates import format_date
from tests.builders import edtf

VISIBLE = str.maketrans({"\u00a0": "⍽", "\u2060": "⁞"})

# EDTF: British, American, German.
LONG = {
    "2025-02-12": ("12⍽February⍽2025", "February⍽12, 2025", "12.⍽Februar⍽2025"),
    "2025-03-01": ("1⍽March⍽2025", "March⍽1, 2025", "1.⍽März⍽2025"),
    "2025-02": ("February⍽2025", "February⍽2025", "Februar⍽2025"),
    "2025": ("2025", "2025", "2025"),
    "2025-22": ("summer⍽2025", "summer⍽2025", "Sommer⍽2025"),
    "2025-23": ("autumn⍽2025", "fall⍽2025", "Herbst⍽2025"),
    "2025-11-04/2025-11-05": (
        "4–⁞5⍽November⍽2025",
        "November⍽4–⁞5, 2025",
        "4.–⁞5.⍽November⍽2025",
    ),
    "2025-10-30/2025-11-02": (
        "30⍽October⍽– 2⍽November⍽2025",
        "October⍽30⍽– November⍽2, 2025",
        "30.⍽Oktober⍽– 2.⍽November⍽2025",
    ),
    "2024-12-30/2025-01-02": (
        "30⍽December⍽2024⍽– 2⍽January⍽2025",
        "December⍽30, 2024⍽– January⍽2, 2025",
        "30.⍽Dezember⍽2024⍽– 2.⍽Januar⍽2025",
    ),
    "2025-02/2025-03": ("February–March⍽2025", "February–March⍽2025", "Februar–März⍽2025"),
    "2024-12/2025-02": (
        "December⍽2024⍽– February⍽2025",
        "December⍽2024⍽– February⍽2025",
        "Dezember⍽2024⍽– Februar⍽2025",
    ),
    "2025-10/2025-11-02": (
        "October⍽2025⍽– 2⍽November⍽2025",
        "October⍽2025⍽– November⍽2, 2025",
        "Oktober⍽2025⍽– 2.⍽November⍽2025",
    ),
    "2014/2015": ("2014–⁞2015", "2014–⁞2015", "2014–⁞2015"),
    "2024/2025-03": ("2024⍽– March⍽2025", "2024⍽– March⍽2025", "2024⍽– März⍽2025"),
    "2025-21/2025-22": ("spring–summer⍽2025", "spring–summer⍽2025", "Frühling–Sommer⍽2025"),
    "2025-02-12/2025-02-12": ("12⍽February⍽2025", "February⍽12, 2025", "12.⍽Februar⍽2025"),
    "2025-02-13~": (
        "about 13⍽February⍽2025",
        "about February⍽13, 2025",
        "um den⍽13.⍽Februar⍽2025",
    ),
    "2025-09~": ("about September⍽2025", "about September⍽2025", "um September⍽2025"),
    "2025-22~": ("about summer⍽2025", "about summer⍽2025", "um den⍽Sommer⍽2025"),
    "2014~": ("about 2014", "about 2014", "um 2014"),
    "2025-11-04/2025-11-05~": (
        "about 4–⁞5⍽November⍽2025",
        "about November⍽4–⁞5, 2025",
        "um den⍽4.–⁞5.⍽November⍽2025",
    ),
    "2025-08-26/..": ("after 26⍽August⍽2025", "after August⍽26, 2025", "nach dem⍽26.⍽August⍽2025"),
    "2025-08/..": ("after August⍽2025", "after August⍽2025", "nach August⍽2025"),
    "../2025-22": ("before summer⍽2025", "before summer⍽2025", "vor dem⍽Sommer⍽2025"),
    "../2014": ("before 2014", "before 2014", "vor 2014"),
    "2025-08-26~/..": (
        "after about 26⍽August⍽2025",
        "after about August⍽26, 2025",
        "etwa nach dem⍽26.⍽August⍽2025",
    ),
    "../2025-08-26~": (
        "before about 26⍽August⍽2025",
        "before about August⍽26, 2025",
        "etwa vor dem⍽26.⍽August⍽2025",
    ),
    "2025-02-12?": ("12⍽February⍽2025⍽(?)", "February⍽12, 2025⍽(?)", "12.⍽Februar⍽2025⍽(?)"),
    "2025-02-12%": (
        "about 12⍽February⍽2025⍽(?)",
        "about February⍽12, 2025⍽(?)",
        "um den⍽12.⍽Februar⍽2025⍽(?)",
    ),
    "0000": ("1⍽BC", "1⍽BC", "1⍽v.⍽Chr."),
}
SHORT = {
    "2025-01-05": ("5⍽Jan⍽2025", "Jan.⍽5, 2025", "5.⍽Jan.⍽2025"),
    "2025-03-01": ("1⍽Mar⍽2025", "Mar.⍽1, 2025", "1.⍽März⍽2025"),
    "2025-07/2025-09": ("Jul–Sept⍽2025", "July–Sept.⍽2025", "Juli–Sept.⍽2025"),
    "2025-02-13~": ("c.⍽13⍽Feb⍽2025", "c.⍽Feb.⍽13, 2025", "um⍽den⍽13.⍽Feb.⍽2025"),
    "2014/2015~": ("c.⍽2014–⁞2015", "c.⍽2014–⁞2015", "um⍽2014–⁞2015"),
}
LANGUAGES = ("en-GB", "en-US", "de")


def table(dates: dict[str, tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    return [
        (date, language, said)
        for date, all_said in dates.items()
        for language, said in zip(LANGUAGES, all_said, strict=True)
    ]


@pytest.mark.parametrize(("date", "language", "said"), table(LONG))
def test_every_shape_of_a_date(date: str, language: str, said: str) -> None:
    assert format_date(edtf(date), language=language).translate(VISIBLE) == said


@pytest.mark.parametrize(("date", "language", "said"), table(SHORT))
def test_short_dates(date: str, language: str, said: str) -> None:
    assert format_date(edtf(date), short=True, language=language).translate(VISIBLE) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "n.d."), ("en-US", "n.d."), ("de", "o.⍽D."), ("fr-CH", "s.⍽d.")],
)
def test_no_date(language: str, said: str) -> None:
    assert format_date(None, language=language).translate(VISIBLE) == said
    assert format_date(parse_date("../.."), language=language).translate(VISIBLE) == said


def test_english_without_a_country_is_british() -> None:
    day = edtf("2025-02-12")
    assert format_date(day, language="en") == format_date(day, language="en-GB")


@pytest.mark.parametrize(
    ("locale", "names"),
    [("en_GB", calendar.ENGLISH), ("en_US", calendar.AMERICAN), ("de", calendar.GERMAN)],
)
def test_months_are_named_as_the_cldr_does(locale: str, names: calendar.Names) -> None:
    months = Locale.parse(locale).months["format"]
    assert names.months == tuple(months["wide"].values())
    for ours, theirs in zip(names.short_months, months["abbreviated"].values(), strict=True):
        assert ours.startswith(theirs.rstrip(".")[:3])


@given(st.dates().map(str), st.sampled_from(FRAMES), st.booleans())
def test_a_day_keeps_its_number_and_year_in_every_language(
    day: str, language: str, short: bool
) -> None:
    said = format_date(edtf(day), short=short, language=language)
    year, _, number = day.split("-")
    assert str(int(year)) in said
    assert str(int(number)) in said
