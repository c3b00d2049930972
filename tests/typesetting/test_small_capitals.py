"""Acronyms in small capitals, where a house has them so."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from briefing.model.typography import Typography
from briefing.typesetting import Typesetter
from briefing.typesetting.small_capitals import small_capitals

HOUSE = Typesetter(house=Typography(small_capitals=True))


def marked(text: str) -> list[str]:
    return re.findall('<span class="acronym">(.*?)</span>', str(HOUSE.superiors(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("l’OTAN, (ONU) et UNESCO.", ["OTAN", "ONU", "UNESCO"]),
        ("OTAN-Russie, OTAN/ONU", ["OTAN", "OTAN", "ONU"]),
        ("la COP26, l’ÉNA", ["COP26", "ÉNA"]),
        ("le CDI, les MIX", ["CDI", "MIX"]),
        ("l’UE, le G20, Kyiv, O.N.U., PMEs, OTANien", []),
        ("Louis XIV, Jean XXIII, XIXe siècle, tome VIII", []),
        ("A&B, R&D", []),
        ("", []),
    ],
)
def test_acronyms_are_three_capitals_or_more(text: str, found: list[str]) -> None:
    assert marked(text) == found


def test_a_house_has_them_only_if_it_says_so() -> None:
    assert Typesetter().superiors("l’OTAN") == "l’OTAN"


def test_superior_letters_and_escapes_stay() -> None:
    html = HOUSE.superiors("Mme X & l’OTAN < le XXe siècle")
    assert html == (
        'M<sup>me</sup> X &amp; l’<span class="acronym">OTAN</span> &lt; le '
        '<span class="century">XX</span><sup>e</sup> siècle'
    )


def test_attributes_are_no_text() -> None:
    html = Markup('<a title="l’OTAN">ONU</a>')
    assert small_capitals(html) == '<a title="l’OTAN"><span class="acronym">ONU</span></a>'


@given(st.text(alphabet="OTANXIV ée’.-0<>&;"))
def test_no_letter_changes(text: str) -> None:
    html = HOUSE.superiors(text)
    assert html.striptags() == Typesetter().superiors(text).striptags()
    assert html.replace('<span class="acronym">', "").replace("</span>", "") == (
        Typesetter().superiors(text).replace("</span>", "")
    )
