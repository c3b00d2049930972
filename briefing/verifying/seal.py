"""Whether the attachments are those that the PDF was made with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.model.finding import Message, message
from briefing.proving.fingerprint import fingerprint
from briefing.verifying.attached import NAMES
from briefing.verifying.values import Check, Fault

KEY = "/BriefingProof"
"""Of the Info dictionary: the fingerprint of the attachments."""

_SHOWN = 16
"""Digits that are printed, by four."""
_PRINTED = re.compile(
    r"\b(?:[Ee]mpreinte|[Ff]ingerprint|[Ff]ingerabdruck)\s*:?\s*([0-9a-f]{4}(?:\s*[0-9a-f]{4}){3})(?![0-9a-f])"
)
"""« Empreinte : 89fb 1234 5678 9abc », with or without the colon; a line may end anywhere."""


def seal_checks(
    files: Mapping[str, bytes],
    info: Mapping[str, str],
    pages: Sequence[str],
    *,
    printed: bool = False,
) -> tuple[Check, Check]:
    """Compare the fingerprint of the attachments with what the PDF says and what it prints.

    Where the edition was to print it (`printed`), a PDF without it fails.
    """
    found = fingerprint((name, data) for name, data in files.items() if name in NAMES)
    told = info.get(KEY, "")
    sealed = Check(
        "fingerprint",
        message("fingerprint of the attachments"),
        1,
        () if told == found else (Fault(KEY[1:], _sentence(told), _now(found)),),
    )
    return sealed, _printed_check(found, pages, printed=printed)


def _printed_check(found: str, pages: Sequence[str], *, printed: bool) -> Check:
    shown = ["".join(match[1].split()) for page in pages for match in _PRINTED.finditer(page)]
    name, label = "fingerprint.printed", message("fingerprint printed")
    if not shown:
        absent = (Fault("", message("the pages show no fingerprint")),)
        return Check(name, label, 0, absent) if printed else Check(name, label, unchecked=absent)
    other = message("print shows another fingerprint: an attachment was changed")
    same = all(digits == found[:_SHOWN] for digits in shown)
    return Check(name, label, len(shown), () if same else (Fault("", other, _now(found)),))


def _sentence(told: str) -> Message:
    if not told:
        return message("the PDF holds no fingerprint")
    return message("an attachment was changed after the PDF was made")


def _now(found: str) -> Message:
    return message("that of the attachments is now {digits}…", digits=found[:16])
