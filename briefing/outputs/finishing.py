"""What makes of WeasyPrint's PDF one that keeps to PDF/A-3a and to PDF/UA-1 at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from briefing.model.edition import Attachment
from briefing.outputs.embedding import associate
from briefing.outputs.engine import srgb_profile
from briefing.outputs.metadata import Metadata, xmp
from briefing.outputs.sealing import seal
from briefing.outputs.tagging import Painting, tag_pages
from briefing.typesetting.frame import Frame

OPTIONS: Final = {
    "pdf_tags": False,  # they are ours
    "pdf_version": "1.7",
    "pdf_identifier": True,
}
"""What WeasyPrint is asked for. Its own variants each declare one standard, and tag as it does."""
_PRINTED: Final = 4
"""The flag of an annotation that print doesn't leave out; PDF/A wants it (ISO 19005-3, 6.3.2)."""


def finisher(
    painting: Painting,
    frame: Frame,
    attachments: Sequence[Attachment],
    fingerprint: str,
    mute: list[str],
) -> Callable[[Any, Any], None]:
    """Return what completes the PDF before it is written.

    `frame` says what a listener is told of notes. The names of pictures that no words stand for
    are added to `mute`.
    """

    def finish(document: Any, pdf: Any) -> None:  # noqa: ANN401 - no types
        mute.extend(tag_pages(pdf, painting, document.metadata.lang or "", frame))
        _open_well(pdf)
        _declare(document.metadata, pdf)
        _colour(pdf)
        if attachments:
            associate(pdf, {file.name: file for file in attachments})
        if fingerprint:
            seal(pdf, fingerprint)

    return finish


def _open_well(pdf: Any) -> None:  # noqa: ANN401
    """Show the title for the file's name, and number the pages as they are printed."""
    import pydyf

    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    numbers = pydyf.Dictionary({"S": "/D"})
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, numbers])})
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Type") == "/Annot":
            item["F"] = _PRINTED


def _declare(held: Any, pdf: Any) -> None:  # noqa: ANN401
    """Write what the document is, not packed so that any program may find it."""
    import pydyf

    metadata = Metadata(
        title=held.title or "",
        language=held.lang or "",
        authors=held.authors,
        publisher=held.custom.get("dcterms.publisher", ""),
        description=held.description or "",
        keywords=held.keywords,
        tool=held.generator or "",
        producer=pdf.info["Producer"].string,
        created=held.created or "",
        modified=held.modified or "",
    )
    packet = pydyf.Stream([xmp(metadata).encode()], {"Type": "/Metadata", "Subtype": "/XML"})
    pdf.add_object(packet)
    pdf.catalog["Metadata"] = packet.reference


def _colour(pdf: Any) -> None:  # noqa: ANN401
    """Say which red, green and blue are meant (ISO 19005-3, 6.2.3)."""
    import pydyf

    profile = pydyf.Stream([srgb_profile()], {"N": 3}, compress=True)
    pdf.add_object(profile)
    intent = pydyf.Dictionary({"Type": "/OutputIntent", "S": "/GTS_PDFA1"})
    intent["OutputConditionIdentifier"] = intent["Info"] = pydyf.String("sRGB2014")
    intent["DestOutputProfile"] = profile.reference
    pdf.catalog["OutputIntents"] = pydyf.Array([intent])
