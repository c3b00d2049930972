"""Files inside a PDF: what WeasyPrint 70 leaves to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from briefing.model.edition import Attachment

if TYPE_CHECKING:
    import types

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def embedded(
    weasyprint: types.ModuleType, attachments: Sequence[Attachment], published: str
) -> list[Any]:
    """Return `attachments` as WeasyPrint takes them, dated `published` (W3C date).

    PDF/A-3 asks for a date: without one they bear that of the epoch, never that of the day.
    """
    moment = _moment(published)
    return [
        weasyprint.Attachment(
            string=file.data,
            name=file.name,
            description=file.description,
            relationship=file.relationship,
            created=moment,
            modified=moment,
        )
        for file in attachments
    ]


def _moment(published: str) -> datetime:
    found = _DAY.match(published)
    if found is None:
        return _EPOCH
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:  # the year 0
        return _EPOCH


def associate(pdf: Any, files: dict[str, Attachment]) -> None:  # noqa: ANN401 - no types
    """Give each file its media type and its relationship to the document.

    ISO 19005-3 asks for both, and for the list `AF` in the catalogue; WeasyPrint guesses the type
    from what the machine knows of suffixes, and writes the rest for PDF/A alone.
    """
    import pydyf

    held = [item for item in pdf.objects if _is_file(item) and item["UF"].string in files]
    for specification in held:
        file = files[specification["UF"].string]
        specification["AFRelationship"] = f"/{file.relationship}"
        stream = _object(pdf, specification["EF"]["F"])
        stream.extra["Subtype"] = _name(file.media_type)
    pdf.catalog["AF"] = pydyf.Array([item.reference for item in held])
    _sort(_object(pdf, pdf.catalog["Names"]["EmbeddedFiles"])["Names"])


def _sort(names: Any) -> None:  # noqa: ANN401 - no types
    """Sort the pairs of a name tree by name, as ISO 32000-2, 7.9.6, wants it."""
    pairs = sorted(zip(names[::2], names[1::2], strict=True), key=lambda pair: pair[0].string)
    names[:] = [item for pair in pairs for item in pair]


def _is_file(item: Any) -> bool:  # noqa: ANN401 - no types
    return isinstance(item, dict) and item.get("Type") == "/Filespec"


def _object(pdf: Any, reference: bytes) -> Any:  # noqa: ANN401 - no types
    return pdf.objects[int(reference.split()[0])]


def _name(text: str) -> str:
    """Return `text` as a PDF name: what isn't regular in it as `#` and two digits."""
    return "/" + re.sub(r"[^A-Za-z0-9.+_-]", lambda found: f"#{ord(found[0]):02x}", text)
