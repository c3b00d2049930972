"""Dates of CSL-JSON, of every shape that is met, as EDTF."""

from __future__ import annotations

from typing import Any

from briefing.model.dates import Date
from briefing.model.finding import message
from briefing.reading.csl.entries import CslEntry
from briefing.reading.dates import parse_date

_SEASONS = {"1": 21, "2": 22, "3": 23, "4": 24, "21": 21, "22": 22, "23": 23, "24": 24}
_LENGTHS = (4, 2, 2)
"""Digits of a year, a month and a day in EDTF."""


def csl_date(entry: CslEntry, name: str) -> Date | None:
    """Return the date in the field `name`, or None, told if there is one that isn't read."""
    value = entry.values.get(name)
    if value in (None, "", {}, []):
        return None
    edtf = _edtf(value)
    date = parse_date(edtf) if edtf else None
    if date is None:
        text = message("“{name}” holds no date that can be read", name=name)
        hint = message("give the date in the fiche: - date : 2025-02-13")
        entry.doubt(name, text, hint)
    return date


def _edtf(value: Any) -> str:  # noqa: ANN401 - JSON is untyped
    """Return what `value` may be in EDTF; "" if nothing."""
    if isinstance(value, str | int):
        return str(value).strip()
    if not isinstance(value, dict):
        return ""
    circa = "~" if value.get("circa") not in (None, False, 0, "", "0", "false") else ""
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        moments = [_moment(part, value.get("season")) for part in parts[:2]]
        return "/".join(f"{moment}{circa}" for moment in moments) if all(moments) else ""
    for name in ("edtf", "raw", "literal"):
        if isinstance(value.get(name), str):
            return f"{value[name].strip()}{circa}"
    return ""


def _moment(parts: Any, season: Any) -> str:  # noqa: ANN401 - JSON is untyped
    """Return `2025-02-13` for [2025, 2, 13]; Zotero writes digits as strings as well."""
    if not isinstance(parts, list) or not 1 <= len(parts) <= len(_LENGTHS):
        return ""
    texts = [str(part).strip() for part in parts if isinstance(part, int | str)]
    while texts and texts[-1] in ("", "0"):  # what isn't known, in some exports
        texts.pop()
    if not texts or not all(text.isascii() and text.isdigit() for text in texts):
        return ""
    if len(texts) == 1 and str(season) in _SEASONS:
        texts.append(str(_SEASONS[str(season)]))
    return "-".join(text.zfill(length) for text, length in zip(texts, _LENGTHS, strict=False))
