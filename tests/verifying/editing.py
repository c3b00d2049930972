"""Words of a finished PDF changed in its pages, as somebody with a program for it would."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, ByteStringObject, ContentStream, NameObject

_CODES = re.compile(r"<([0-9a-f]{4})>\s*<([0-9a-f]+)>")


def reworded(data: bytes, old: str, new: str) -> bytes:
    """Return the PDF `data` with `old`, which one run of text holds, drawn as `new`."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    assert any(_reword(writer, page, old, new) for page in writer.pages), f"no run has {old!r}"
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _reword(writer: pypdf.PdfWriter, page: pypdf.PageObject, old: str, new: str) -> bool:
    content = ContentStream(page["/Contents"].get_object(), writer)
    fonts: Any = page["/Resources"]["/Font"]  # type: ignore[index]
    signs: Mapping[int, str] = {}
    for operands, operator in content.operations:
        if operator == b"Tf":
            signs = _signs(fonts[operands[0]])
        elif operator in (b"Tj", b"TJ"):
            text = _text(operands[0], signs)
            codes = {sign: code for code, sign in signs.items()}
            if old in text and set(new) <= codes.keys():
                drawn = (codes[sign].to_bytes(2, "big") for sign in text.replace(old, new, 1))
                run = ByteStringObject(b"".join(drawn))
                operands[0] = ArrayObject([run]) if operator == b"TJ" else run
                page[NameObject("/Contents")] = writer._add_object(content)
                return True
    return False


def _signs(font: Any) -> dict[int, str]:
    """Return what each code of `font` stands for."""
    text = font["/ToUnicode"].get_data().decode("latin-1")
    found = _CODES.findall(text.partition("endcodespacerange")[2])
    return {int(code, 16): bytes.fromhex(sign).decode("utf-16-be") for code, sign in found}


def _text(shown: Any, signs: Mapping[int, str]) -> str:
    pieces = shown if isinstance(shown, list) else [shown]
    raw = b"".join(p.original_bytes for p in pieces if hasattr(p, "original_bytes"))
    codes = (int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2))
    return "".join(signs.get(code, "\ufffd") for code in codes)
