"""Whether the attachments are those that the PDF was made with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.model.finding import Message, message
from briefing.proving.fingerprint import fingerprint
from briefing.verifying.attached import NAMES
from briefing.verifying.values import Check, Fault

KEY = "/BriefingProof"
"""Of the Info dictionary: the fingerprint of the attachments."""

_PRINTED = re.compile(r"\b[Ee]mpreinte\s+([0-9a-f]{4}(?:\s[0-9a-f]{4}){3})\b")


def seal_checks(
    files: Mapping[str, bytes], info: Mapping[str, str], pages: Sequence[str]
) -> Iterator[Check]:
    """Compare the fingerprint of the attachments with what the PDF says and what it prints."""
    found = fingerprint((name, data) for name, data in files.items() if name in NAMES)
    told = info.get(KEY, "")
    yield Check(
        "fingerprint",
        message("fingerprint of the attachments"),
        1,
        () if told == found else (Fault(KEY[1:], _sentence(told), _now(found)),),
    )
    printed = ["".join(match[1].split()) for page in pages for match in _PRINTED.finditer(page)]
    same = all(found.startswith(digits) for digits in printed)
    other = message("print shows another fingerprint: an attachment was changed")
    yield Check(
        "fingerprint.printed",
        message("fingerprint printed"),
        len(printed),
        () if same else (Fault("", other, _now(found)),),
        () if printed else (Fault("", message("the pages show no fingerprint")),),
    )


def _sentence(told: str) -> Message:
    if not told:
        return message("the PDF holds no fingerprint")
    return message("an attachment was changed after the PDF was made")


def _now(found: str) -> Message:
    return message("that of the attachments is now {digits}…", digits=found[:16])
