"""The characters that our fonts of print draw, without opening a font.

A table of the pinned fonts, which its test compares with the fonts themselves: any of the four
serves where another lacks a character.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container
from functools import cache
from typing import Final

_RANGES: Final = (
    "0 D 20-7E A0-2C1 2C4 2C6-2DE 2E0-2E4 2ED 2F7 300-33E 340-345 34F 351 353 357-358 35C-35F "
    "361 364 374-375 37A 37E 384-38A 38C 38E-3A1 3A3-3D7 3D9 3DB-3DD 3E1 3F0-3F2 3F4 3F7-3F9 "
    "3FB 400-45F 462-463 46A-46B 470 472-477 48A-4FF 510-513 51A-51D 524-529 52E-52F 1D00-1D02 "
    "1D04-1D07 1D0A-1D0D 1D0F 1D18 1D1B-1D1C 1D20-1D22 1D25-1D2A 1D2C-1D2E 1D30-1D31 1D33-1D3A "
    "1D3C 1D3E-1D43 1D47-1D4B 1D4D 1D4F-1D52 1D56-1D58 1D5B 1D61-1D65 1D68 1D6A 1D6F-1D70 1D79 "
    "1D7B 1D7F 1D9C 1D9E 1DA0 1DAC 1DAE 1DB0 1DBB 1DBE-1DBF 1DC4 1DCD 1DD3 1E00-1F15 1F18-1F1D "
    "1F20-1F45 1F48-1F4D 1F50-1F57 1F59 1F5B 1F5D 1F5F-1F7D 1F80-1FB4 1FB6-1FC4 1FC6-1FD3 "
    "1FD6-1FDB 1FDD-1FEF 1FF2-1FF4 1FF6-1FFE 2000-201E 2020-2027 202A 202F-2037 2039-203A "
    "203C-203F 2044 2047-204B 204E 2057 2060 2070-2071 2074-208E 2090-209C 20A1 20A3-20A9 "
    "20AB-20AE 20B1-20B2 20B4-20B5 20B8-20BA 20BC-20BD 2100-2101 2103 2105-2106 2109 210E "
    "2112-2113 2116-2117 211E-2120 2122-2123 2126-2127 212A-212B 212E 2139 214B 2150-215E "
    "2160-217F 2189 2190-219B 219E-21A2 21A8 21AE 21D0-21D3 21DA-21DD 21E7 2200 2202-2203 "
    "2205-2207 220F-2213 2215-2216 2219-221A 221E-221F 2223-2226 2229 222B 2236-2237 223C 2241 "
    "2248 2260-2261 2264-2265 226A-226B 226E-226F 22C5 22EF 2302-2303 2310 2318 231C-2321 "
    "2325-2326 2329-232B 2474-24B5 25A0-25A1 25AA-25AC 25B2-25BA 25BC-25C4 25C6-25C7 25C9-25CC "
    "25CF 25D8-25D9 25E6 2610-2611 2615 2619 261C-261E 263A-263C 263F-2642 2660 2663 2665-2666 "
    "266A-266B 267E 270A-270C 2713-2714 2717-2718 2752-2753 2757 275B-2760 2764 2766-2767 "
    "27E6-27EB 2A74-2A76 2B45-2B46 2C60-2C7F 2E18 2E22-2E25 2E28-2E29 2E2E 2E3A-2E3B 2E52 3003 "
    "3008-300B A71C A722-A731 A742-A743 A749 A74E-A74F A751 A753 A757 A759-A75B A764-A765 A76B "
    "A779-A787 A789 A78D-A78E A7AA A7AD-A7AE A7B3 A7B5 A7F2-A7F4 A7FB-A7FF AB53 AB66-AB67 "
    "E001-E002 E8BF F6BE FB00-FB06 FEFF FFFD 1F10D-1F10F 1F12F 1F16A-1F16F 1F1E6-1F1FF "
    "1F44C-1F44D 1F4A9 1F512 1F748 1F916"
)
"""Code points in hexadecimal, in order."""


class _Repertoire(Container[str]):
    """Characters by ranges of code points."""

    def __init__(self, ranges: str) -> None:
        pairs = [part.partition("-") for part in ranges.split()]
        self._firsts = [int(first, 16) for first, _, _ in pairs]
        self._lasts = [int(last or first, 16) for first, _, last in pairs]

    def __contains__(self, character: object) -> bool:
        code = ord(character) if isinstance(character, str) else -1
        place = bisect_right(self._firsts, code) - 1
        return place >= 0 and code <= self._lasts[place]


@cache
def printed() -> Container[str]:
    """Return the characters that a PDF of ours can show; one at a time is asked for."""
    return _Repertoire(_RANGES)
