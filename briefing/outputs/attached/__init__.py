"""What a PDF carries beside its pages: the extracts, sources and structure that bear it out."""

from briefing.outputs.attached.attachments import attachments, fingerprint

__all__ = ["attachments", "fingerprint"]
