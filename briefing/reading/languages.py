"""`langue` and `langue-des-textes`: the language of the frame, and that of what it holds."""

from __future__ import annotations

import re
from typing import Final

from briefing.model.finding import message
from briefing.model.languages import FRAMES
from briefing.reading.findings import did_you_mean, error, fold
from briefing.reading.tables import Table

_TAG: Final = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?", re.IGNORECASE)
"""BCP 47, as far as texts need it: a language, a script, a region."""
_KNOWN: Final = {fold(language): language for language in FRAMES}


_NAMES: Final = {
    name: language
    for language, names in {
        "ar": "arabe arabic",
        "de": "allemand german deutsch",
        "en": "anglais english",
        "es": "espagnol spanish español",
        "fr": "français french",
        "it": "italien italian italiano",
        "ru": "russe russian",
        "uk": "ukrainien ukrainian",
        "zh": "chinois chinese",
    }.items()
    for name in map(fold, names.split())
}
"""Names that people write in the place of a tag."""


def frame_language(root: Table, *, default: str = "fr") -> str:
    """Read `langue`, one of `FRAMES`; `default` when it is absent or wrong, which is told."""
    given = root.text("langue").strip()
    language = _KNOWN.get(fold(given).replace("_", "-"))
    if given and language is None:
        known = ", ".join(FRAMES)
        text = message(
            "no edition can be in “{name}”: choose among {known}", name=given, known=known
        )
        near = did_you_mean(_NAMES.get(fold(given), given), FRAMES)
        hint = near if near and "name" in near.values else None
        root.file.findings.append(error("BR204", root.file.path, root.line("langue"), text, hint))
    return language or default


def text_language(root: Table) -> str:
    """Read `langue-des-textes`, as BCP 47 writes it; "" when it is absent or wrong."""
    given = root.text(KEY).strip()
    if given and not _TAG.fullmatch(given):
        near = _NAMES.get(fold(given), given.replace("_", "-"))
        meant = message("did you mean “{name}”?", name=near) if _TAG.fullmatch(near) else _HINT
        text = message("“{name}” is no language tag", name=given)
        root.file.findings.append(error("BR204", root.file.path, root.line(KEY), text, meant))
        return ""
    return given


KEY: Final = "langue-des-textes"
_HINT: Final = message("write a tag of BCP 47: “fr”, “en”, “de-AT”")
