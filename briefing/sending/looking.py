"""What a message says of itself, for the summary: never needed to send it."""

from __future__ import annotations

from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header


def decode_field(value: bytes) -> str:
    """Return the text of a field, its encoded words decoded; as it stands if they are wrong."""
    text = " ".join(value.decode("utf-8", "replace").split())
    try:
        return str(make_header(decode_header(text)))
    except (LookupError, ValueError, MessageError):
        return text


def attachment_names(data: bytes) -> tuple[str, ...]:
    """Return the names of the files attached, in order."""
    try:
        parts = message_from_bytes(data).walk()
        named = (
            part.get_filename("") for part in parts if _is_attached(part.get_content_disposition())
        )
        return tuple(" ".join(name.split()) for name in named if name)
    except (LookupError, ValueError, MessageError, RecursionError):
        return ()


def _is_attached(disposition: str | None) -> bool:
    return disposition == "attachment"
