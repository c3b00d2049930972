"""The fingerprint of a PDF's attachments and the digests of its pages, in its Info dictionary."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

from briefing.proving.page_seal import seal_pages

PROOF: Final = "BriefingProof"
"""The key of the fingerprint in the Info dictionary."""
PAGES: Final = "BriefingPages"
"""That of the digests of the pages."""


def seal(pdf: Any, fingerprint: str) -> None:  # noqa: ANN401 - pydyf has no types
    """Write both; what the pages draw may not change after that."""
    import pydyf

    pdf.info[PROOF] = pydyf.String(fingerprint)
    pdf.info[PAGES] = pydyf.String(seal_pages(_drawn_pages(pdf)))


def _drawn_pages(pdf: Any) -> Sequence[str]:  # noqa: ANN401
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
