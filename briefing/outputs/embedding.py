"""Files inside a PDF: what WeasyPrint 70 leaves to do, and the fingerprint that seals them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from briefing.model.edition import Attachment
from briefing.proving.page_seal import seal_pages

if TYPE_CHECKING:
    import types

PROOF: Final = "BriefingProof"
"""The key of the fingerprint in the Info dictionary."""
PAGES: Final = "BriefingPages"
"""That of the digests of the pages."""

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


def finisher(
    attachments: Sequence[Attachment], fingerprint: str
) -> Callable[[Any, Any], None] | None:
    """Return what completes the PDF before it is written; None when nothing is to be done."""
    if not attachments and not fingerprint:
        return None

    def finish(document: Any, pdf: Any) -> None:  # noqa: ANN401, ARG001 - no types
        if attachments:
            _associate(pdf, {file.name: file for file in attachments})
        if fingerprint:
            import pydyf

            pdf.info[PROOF] = pydyf.String(fingerprint)
            pdf.info[PAGES] = pydyf.String(seal_pages(_drawn_pages(pdf)))

    return finish


def _drawn_pages(pdf: Any) -> Sequence[str]:  # noqa: ANN401 - no types
    """Return the digests of the pages, by the very function that reads them back.

    For it they are written once for nothing, without packing, and all is put back.
    """
    import pydyf

    from briefing.documents.drawn import drawn_pages

    count, out = len(pdf.objects), io.BytesIO()
    packed = [item for item in pdf.objects if isinstance(item, pydyf.Stream) and item.compress]
    for stream in packed:
        stream.compress = False
    try:
        pdf.write(out)
    finally:
        for stream in packed:
            stream.compress = True
        del pdf.objects[count:]
        pdf.current_position = 0
    return drawn_pages(out.getvalue())


def _moment(published: str) -> datetime:
    found = _DAY.match(published)
    if found is None:
        return _EPOCH
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:  # the year 0
        return _EPOCH


def _associate(pdf: Any, files: dict[str, Attachment]) -> None:  # noqa: ANN401 - no types
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
