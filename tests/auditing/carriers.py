"""Everything that a text may hide in: each carrier takes one, and gives a file's name and bytes."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from pypdf import PdfWriter
from pypdf.annotations import Text
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

File = tuple[str, bytes]
Carrier = Callable[[str], File]


# ---- PDF -----------------------------------------------------------------------------------


def _font() -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )


def _unicode_font() -> DictionaryObject:
    """Return a font whose codes are those of Unicode, as its table says."""
    table = StreamObject()
    table.set_data(
        b"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        b"1 beginbfrange\n<0000> <ffff> <0000>\nendbfrange endcmap"
    )
    font = _font()
    font[NameObject("/Subtype")] = NameObject("/Type0")
    font[NameObject("/Encoding")] = NameObject("/Identity-H")
    font[NameObject("/DescendantFonts")] = ArrayObject()
    font[NameObject("/ToUnicode")] = table
    return font


def _resources(font: DictionaryObject) -> DictionaryObject:
    return DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})


def stream(content: bytes) -> StreamObject:
    held = StreamObject()
    held.set_data(content)
    return held.flate_encode()


def writer(*contents: bytes, font: DictionaryObject | None = None) -> PdfWriter:
    """Return a PDF with a page for each content."""
    made = PdfWriter()
    for content in contents or (b"",):
        page = made.add_blank_page(300, 300)
        held = font or _font()
        if "/ToUnicode" in held:
            held[NameObject("/ToUnicode")] = made._add_object(held["/ToUnicode"])
        page[NameObject("/Resources")] = _resources(held)
        page[NameObject("/Contents")] = made._add_object(stream(content))
    return made


def written(made: PdfWriter) -> bytes:
    buffer = io.BytesIO()
    made.write(buffer)
    return buffer.getvalue()


def literal(text: str) -> bytes:
    data = text.encode("cp1252")
    return (
        b"("
        + b"".join(b"\\%03o" % b if b in b"()\\" or b > 126 else bytes([b]) for b in data)
        + b")"
    )


def drawn(shown: bytes) -> bytes:
    return b"BT /F1 12 Tf 20 250 Td " + shown + b" ET"


def pdf_page(text: str) -> File:
    return "a.pdf", written(writer(drawn(literal(text) + b" Tj")))


def pdf_kerned(text: str) -> File:
    shown = b" ".join(literal(letter) + b" -12" for letter in text)
    return "a.pdf", written(writer(drawn(b"[" + shown + b"] TJ")))


def pdf_letter_by_letter(text: str) -> File:
    shown = b" ".join(literal(letter) + b" Tj 7 0 Td" for letter in text)
    return "a.pdf", written(writer(drawn(shown)))


def pdf_lines(text: str) -> File:
    shown = b" ".join(literal(word) + b" Tj 0 -14 Td" for word in text.split())
    return "a.pdf", written(writer(drawn(shown)))


def pdf_hexadecimal(text: str) -> File:
    return "a.pdf", written(writer(drawn(b"<" + text.encode("cp1252").hex().encode() + b"> Tj")))


def pdf_unicode(text: str) -> File:
    codes = b"".join(b"<%04x> 3 " % ord(letter) for letter in text)
    return "a.pdf", written(writer(drawn(b"[" + codes + b"] TJ"), font=_unicode_font()))


def pdf_two_pages(text: str) -> File:
    words = text.split()
    halves = (words[: len(words) // 2], words[len(words) // 2 :])
    pages = [drawn(literal(" ".join(half)) + b" Tj") for half in halves]
    return "a.pdf", written(writer(*pages))


def pdf_actual_text(text: str) -> File:
    told = (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode()
    return "a.pdf", written(writer(b"/Span <</ActualText <" + told + b">>> BDC EMC"))


def pdf_page_comment(text: str) -> File:
    return "a.pdf", written(writer(b"% " + text.encode() + b"\n"))


def pdf_title(text: str) -> File:
    made = writer()
    made.add_metadata({"/Title": text})
    return "a.pdf", written(made)


def pdf_xmp(text: str) -> File:
    made = writer()
    held = stream(f"<x:xmpmeta><dc:title>{html.escape(text)}</dc:title></x:xmpmeta>".encode())
    held[NameObject("/Type")] = NameObject("/Metadata")
    made.root_object[NameObject("/Metadata")] = made._add_object(held)
    return "a.pdf", written(made)


def pdf_bookmark(text: str) -> File:
    made = writer()
    made.add_outline_item(title=text, page_number=0)
    return "a.pdf", written(made)


def pdf_destination(text: str) -> File:
    made = writer()
    made.add_named_destination(text, 0)
    return "a.pdf", written(made)


def pdf_alternative(text: str) -> File:
    made = writer()
    figure = DictionaryObject({NameObject("/Alt"): TextStringObject(text)})
    made.root_object[NameObject("/StructTreeRoot")] = made._add_object(figure)
    return "a.pdf", written(made)


def pdf_annotation(text: str) -> File:
    made = writer()
    made.add_annotation(0, Text(rect=(0, 0, 9, 9), text=text))
    return "a.pdf", written(made)


def pdf_address(text: str) -> File:
    made = writer()
    made.add_uri(0, f"https://exemple.fr/{quote(text)}", (0, 0, 9, 9))  # type: ignore[arg-type]
    return "a.pdf", written(made)


def pdf_attachment(text: str) -> File:
    made = writer()
    made.add_attachment("notes.csv", f"a;b\n1;{text}\n".encode())
    return "a.pdf", written(made)


def pdf_attachment_name(text: str) -> File:
    made = writer()
    made.add_attachment(f"{text}.txt", b"x")
    return "a.pdf", written(made)


def pdf_in_zip_in_pdf(text: str) -> File:
    made = writer()
    made.add_attachment("dossier.zip", _zip({"a/b.pdf": pdf_page(text)[1]}))
    return "a.pdf", written(made)


def pdf_form(text: str) -> File:
    """Draw in a form that no page uses."""
    made = writer()
    held = stream(drawn(literal(text) + b" Tj"))
    held[NameObject("/Type")] = NameObject("/XObject")
    held[NameObject("/Subtype")] = NameObject("/Form")
    held[NameObject("/BBox")] = ArrayObject([NumberObject(0)] * 4)
    held[NameObject("/Resources")] = _resources(_font())
    made.root_object[NameObject("/Lost")] = made._add_object(held)
    return "a.pdf", written(made)


def pdf_orphan(text: str) -> File:
    """Leave an object that no table knows."""
    data = written(writer())
    packed = zlib.compress(text.encode())
    lost = b"998 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (len(packed), packed)
    start = data.index(b"xref\n")
    place = b"startxref\n%d" % start
    moved = data.replace(place, b"startxref\n%d" % (start + len(lost)))
    return "a.pdf", moved[:start] + lost + moved[start:]


def pdf_after_the_end(text: str) -> File:
    return "a.pdf", written(writer()) + b"\n% " + text.encode() + b"\n"


def pdf_earlier_version(text: str) -> File:
    """Save a change of the title at the end of the file, the old one before it."""
    old = writer()
    old.add_metadata({"/Title": text})
    new = PdfWriter(io.BytesIO(written(old)), incremental=True)
    new.add_metadata({"/Title": "x"})
    return "a.pdf", written(new)


# ---- HTML and XML --------------------------------------------------------------------------


def page(body: str, head: str = "") -> File:
    return "a.html", f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def _data_uri(text: str) -> str:
    return "data:text/plain;base64," + base64.b64encode(text.encode()).decode()


def _escaped(text: str) -> str:
    return "".join(f"\\u{ord(letter):04x}" for letter in text)


HTML: Mapping[str, Carrier] = {
    "text": lambda text: page(f"<p>{html.escape(text)}</p>"),
    "cut by tags": lambda text: page("<b>" + "</b><i></i><b>".join(text) + "</b>"),
    "soft hyphens": lambda text: page("&shy;".join(text)),
    "no width": lambda text: page("\u200b".join(text)),
    "entities": lambda text: page("".join(f"&#{ord(letter)};" for letter in text)),
    "entities twice": lambda text: page("".join(f"&amp;#x{ord(letter):x};" for letter in text)),
    "comment": lambda text: page(f"<!-- {text} -->"),
    "conditional comment": lambda text: page(f"<!--[if mso]><p title='{text}'><![endif]-->"),
    "attribute": lambda text: page(f'<img src="" alt="{html.escape(text)}">'),
    "unknown attribute": lambda text: page(f'<p data-x="{html.escape(text)}">'),
    "hidden": lambda text: page(f"<template><p hidden>{text}</p></template>"),
    "title": lambda text: page("", f"<title>{text}</title>"),
    "data URI": lambda text: page(f'<a href="{_data_uri(text)}">x</a>'),
    "page in a data URI": lambda text: page(f'<a href="{_data_uri(page(text)[1].decode())}">x</a>'),
    "percent": lambda text: page(f'<a href="https://exemple.fr/?q={quote(text)}">x</a>'),
    "JSON-LD": lambda text: page(
        f'<script type="application/ld+json">{json.dumps({"name": text})}</script>'
    ),
    "script": lambda text: page(f'<script>let a = "{_escaped(text)}";</script>'),
    "style": lambda text: page("", f'<style>p::after {{ content: "{text}" }}</style>'),
    "escaped style": lambda text: page(
        "", "<style>p::after{content:'" + "".join(f"\\{ord(c):06x}" for c in text) + "'}</style>"
    ),
    "CDATA": lambda text: ("a.svg", f"<svg><desc><![CDATA[{text}]]></desc></svg>".encode()),
    "instruction": lambda text: ("a.xml", f"<?note {text}?><a/>".encode()),
    "base64 in a script": lambda text: page(
        f"<script>a = atob('{base64.b64encode(text.encode()).decode()}')</script>"
    ),
}


# ---- Others --------------------------------------------------------------------------------


def _zip(members: Mapping[str, bytes], comment: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        archive.comment = comment.encode()
    return buffer.getvalue()


def _mail(text: str, **changes: str) -> EmailMessage:
    made = EmailMessage(policy=SMTP)
    made["Subject"] = changes.get("subject", "Lettre")
    made["From"] = "a@exemple.fr"
    made.set_content(text, cte=changes.get("encoding", "8bit"))
    return made


def mail_attachment(text: str) -> File:
    made = _mail("Bonjour.")
    made.add_attachment(_zip({"a.txt": text.encode()}), "application", "zip", filename="a.zip")
    return "a.eml", made.as_bytes()


def mail_alternative(text: str) -> File:
    made = _mail("Bonjour.")
    made.add_alternative(f"<p>{html.escape(text)}</p>", subtype="html", cte="base64")
    return "a.eml", made.as_bytes()


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    made = b"\x89PNG\r\n\x1a\n"
    for kind, data in ((b"IHDR", bytes(13)), *chunks, (b"IEND", b"")):
        made += struct.pack(">I", len(data)) + kind + data + bytes(4)
    return made


OTHERS: Mapping[str, Carrier] = {
    "JSON value": lambda text: ("a.json", json.dumps({"a": [{"b": text}]}).encode()),
    "JSON key": lambda text: ("a.json", json.dumps({text: 1}).encode()),
    "JSON key given twice": lambda text: (
        "a.json",
        f'{{"a": {json.dumps(text)}, "a": "x"}}'.encode(),
    ),
    "HTML in JSON": lambda text: ("a.json", json.dumps({"a": f"<p>&eacute; {text}"}).encode()),
    "lines of JSON": lambda text: ("a.jsonl", f'{{"a": 1}}\n{{"a": {json.dumps(text)}}}'.encode()),
    "plain text": lambda text: ("a.txt", text.encode()),
    "UTF-16": lambda text: ("a.txt", text.encode("utf-16")),
    "UTF-16 without a mark": lambda text: ("a.bin", b"\0\1" + text.encode("utf-16-le")),
    "Latin-1": lambda text: ("a.txt", f"été {text}".encode("cp1252")),
    "CSV": lambda text: ("a.csv", f'id,texte\n1,"{text}"\n'.encode()),
    "file name": lambda text: (f"{text}.txt", b"x"),
    "slug": lambda text: (f"{'-'.join(text.lower().split())}.html", b"x"),
    "unknown bytes": lambda text: ("a.bin", bytes(range(9)) * 9 + text.encode() + bytes(30)),
    "hexadecimal": lambda text: ("a.txt", b"x " + text.encode().hex().encode() + b" y"),
    "gzip": lambda text: ("a.gz", gzip.compress(text.encode())),
    "ZIP member": lambda text: ("a.zip", _zip({"a.txt": text.encode()})),
    "ZIP member name": lambda text: ("a.zip", _zip({f"{text}/a.txt": b"x"})),
    "ZIP comment": lambda text: ("a.zip", _zip({"a.txt": b"x"}, text)),
    "ZIP in a ZIP": lambda text: ("a.docx", _zip({"b.zip": _zip({"a.txt": text.encode()})})),
    "PNG tEXt": lambda text: ("a.png", png((b"tEXt", b"Comment\0" + text.encode("latin-1")))),
    "PNG zTXt": lambda text: (
        "a.png",
        png((b"zTXt", b"Comment\0\0" + zlib.compress(text.encode("latin-1")))),
    ),
    "PNG iTXt": lambda text: (
        "a.png",
        png((b"iTXt", b"Comment\0\1\0fr\0Note\0" + zlib.compress(text.encode()))),
    ),
    "JPEG": lambda text: ("a.jpg", b"\xff\xd8\xff\xfe\0\x99" + text.encode() + b"\xff\xd9"),
    "mail subject": lambda text: ("a.eml", _mail("x", subject=text).as_bytes()),
    "mail text": lambda text: ("a.eml", _mail(text, encoding="quoted-printable").as_bytes()),
    "mail in base64": lambda text: ("a.eml", _mail(text, encoding="base64").as_bytes()),
    "mail alternative": mail_alternative,
    "mail attachment": mail_attachment,
}
PDF: Mapping[str, Carrier] = {
    name.removeprefix("pdf_").replace("_", " "): carrier
    for name, carrier in list(globals().items())
    if name.startswith("pdf_")
}
CARRIERS: Mapping[str, Carrier] = {
    **{f"PDF {name}": carrier for name, carrier in PDF.items()},
    **{f"HTML {name}": carrier for name, carrier in HTML.items()},
    **OTHERS,
}
