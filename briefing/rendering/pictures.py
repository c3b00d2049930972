"""Pictures inside the page: it asks for nothing outside of itself."""

from __future__ import annotations

import base64

from briefing.model.parts import Picture


def data_uri(picture: Picture) -> str:
    """Return the picture as an address that holds it (RFC 2397)."""
    return f"data:{picture.media_type};base64,{base64.b64encode(picture.data).decode()}"
