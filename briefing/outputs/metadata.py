"""The metadata of a PDF in XMP: what it is, and the standards that it keeps to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import category
from xml.sax.saxutils import escape

_PACKET: Final = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
{properties}
</rdf:Description>
{extension}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

# PDF/A knows nothing of PDF/UA: its property has to be described (ISO 19005-3, 6.6.2.3).
_EXTENSION: Final = """\
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that is kept to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself; what is empty isn't written."""

    title: str = ""
    language: str = ""
    """BCP 47."""
    authors: Sequence[str] = ()
    publisher: str = ""
    description: str = ""
    keywords: Sequence[str] = ()
    tool: str = ""
    producer: str = ""
    created: str = ""
    """W3C date, as `modified`."""
    modified: str = ""


def xmp(metadata: Metadata) -> str:
    """Return the packet that declares PDF/A-3a and PDF/UA-1 together (ISO 16684-1)."""
    return _PACKET.format(properties="\n".join(_properties(metadata)), extension=_EXTENSION)


def _properties(metadata: Metadata) -> Iterator[str]:
    language = metadata.language
    yield "<dc:format>application/pdf</dc:format>"
    yield from _held("dc:title", "Alt", [metadata.title], language)
    yield from _held("dc:creator", "Seq", metadata.authors)
    yield from _held("dc:publisher", "Bag", [metadata.publisher])
    yield from _held("dc:date", "Seq", [metadata.created])
    yield from _held("dc:description", "Alt", [metadata.description], language)
    yield from _held("dc:subject", "Bag", metadata.keywords)
    yield from _held("dc:language", "Bag", [language])
    yield from _plain("pdf:Keywords", ", ".join(metadata.keywords))
    yield from _plain("pdf:Producer", metadata.producer)
    yield from _plain("xmp:CreatorTool", metadata.tool)
    yield from _plain("xmp:CreateDate", metadata.created)
    yield from _plain("xmp:ModifyDate", metadata.modified)
    yield from _plain("xmp:MetadataDate", metadata.modified)


def _plain(name: str, text: str) -> Iterator[str]:
    if text:
        yield f"<{name}>{_written(text)}</{name}>"


def _held(name: str, kind: str, texts: Sequence[str], language: str = "") -> Iterator[str]:
    """Yield a property that is a list; one by language has its default first."""
    ways = ["x-default", language] if language else ["x-default"]
    marks = [f' xml:lang="{_written(way)}"' for way in ways] if kind == "Alt" else [""]
    items = [f"<rdf:li{mark}>{_written(text)}</rdf:li>" for text in texts if text for mark in marks]
    if items:
        yield f"<{name}><rdf:{kind}>{''.join(items)}</rdf:{kind}></{name}>"


def _written(text: str) -> str:
    """Return `text` as XML, without what XML can't hold."""
    sound = "".join(sign for sign in text if sign.isprintable() or category(sign) == "Zs")
    return escape(sound, {'"': "&quot;"})
