"""A file as a form sends it, read by a reader that isn't ours."""

from __future__ import annotations

from email import message_from_bytes, policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sending.listmonk.multipart import encode_file


@given(st.binary(max_size=500))
def test_the_bytes_arrive(data: bytes) -> None:
    kind, body = encode_file("file", "note.pdf", "application/pdf", data)
    form = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + body, policy=policy.HTTP)
    (part,) = form.iter_parts()
    assert part.get_content_type() == "application/pdf"
    assert part.get_filename() == "note.pdf"
    head, _, rest = body.partition(b"\r\n\r\n")
    assert rest.rpartition(b"\r\n--")[0] == data
    assert head.count(b"\r\n") == 2


@pytest.mark.parametrize(
    ("name", "written"),
    [("Été.pdf", "Été.pdf"), ('a"b.pdf', "a%22b.pdf"), ("a\r\nX: y.pdf", "a%0D%0AX: y.pdf")],
)
def test_no_name_ends_its_line(name: str, written: str) -> None:
    _kind, body = encode_file("file", name, "application/pdf", b"x")
    assert f'filename="{written}"\r\n'.encode() in body
