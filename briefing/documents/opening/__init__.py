"""Finished files taken apart, down to the last text that they hold, whatever it is packed in.

Bytes in, texts with their places out. What a program may read of a file is looked for, not only
what it shows: metadata, comments, attachments, orphaned objects, and their encodings.
"""

from briefing.documents.opening.opening import open_file

__all__ = ["open_file"]
