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


def frame_language(root: Table) -> str:
    """Read `langue`, one of `FRAMES`; French when it is absent or wrong, which is told."""
    given = root.text("langue").strip()
    language = _KNOWN.get(fold(given).replace("_", "-"))
    if given and language is None:
        known = ", ".join(FRAMES)
        text = message(
            "no edition can be in “{name}”: choose among {known}", name=given, known=known
        )
        near = did_you_mean(given, FRAMES)
        hint = near if near and "name" in near.values else None
        root.file.findings.append(error("BR204", root.file.path, root.line("langue"), text, hint))
    return language or "fr"


def text_language(root: Table) -> str:
    """Read `langue-des-textes`, as BCP 47 writes it; "" when it is absent or wrong."""
    given = root.text(KEY).strip()
    if given and not _TAG.fullmatch(given):
        root.fault(
            "BR204",
            KEY,
            "“{name}” is no language tag",
            "write a tag of BCP 47: “fr”, “en”, “de-AT”",
            name=given,
        )
        return ""
    return given


KEY: Final = "langue-des-textes"
