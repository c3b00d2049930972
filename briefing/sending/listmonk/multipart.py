"""A file as a form sends it (RFC 7578)."""

from __future__ import annotations

from hashlib import sha256


def encode_file(field: str, name: str, kind: str, data: bytes) -> tuple[str, bytes]:
    """Return the content type and the body of a form of one file, `kind` being its own type.

    A name is UTF-8; what would end it is written as browsers do (HTML, 4.10.21.8).
    """
    boundary = f"briefing-{sha256(data).hexdigest()[:40]}"
    quoted = name.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
    head = (
        f"--{boundary}\r\n"
        f'Content-Disposition: form-data; name="{field}"; filename="{quoted}"\r\n'
        f"Content-Type: {kind}\r\n\r\n"
    )
    body = b"".join((head.encode(), data, f"\r\n--{boundary}--\r\n".encode()))
    return f"multipart/form-data; boundary={boundary}", body
