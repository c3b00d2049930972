"""Full texts: bytes in, plain text and the places of its pages out; no file is opened here."""

from briefing.documents.errors import DocumentError
from briefing.documents.reading import MAX_BYTES, read_document

__all__ = ["MAX_BYTES", "DocumentError", "read_document"]
