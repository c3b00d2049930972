"""PDF: every page, object and stream, whatever they are packed in and whether used or not."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefing.anchoring import normalise
from briefing.documents.errors import DocumentError
from briefing.documents.finished import make_legible
from briefing.documents.opening.pdf_drawing import drawn_text, fonts_of
from briefing.documents.opening.pdf_source import add_orphans, add_source
from briefing.documents.opening.pdf_strings import add_strings, attached_names
from briefing.documents.opening.unpacking import Unpacking
from briefing.documents.quiet import quiet
from briefing.model.carrier import Segment, Where
from briefing.model.finding import message

if TYPE_CHECKING:
    import pypdf

PAGE_BREAK = "\n\f\n"
_DRAWS = re.compile(rb"(?:^|\s)(?:Tj|TJ|Tf|Do|re|cm|BDC)\s")
"""Signs of the language of pages (ISO 32000-2, annex A)."""


def open_pdf(unpacking: Unpacking, where: Where, data: bytes, name: str) -> None:
    """Take a PDF apart; raises `DocumentError` if it is encrypted or the outermost is damaged."""
    known: set[int] = set()
    with quiet("pypdf"):
        try:
            known |= _open(unpacking, where, data, name)
        except DocumentError:
            raise
        except Exception as fault:  # noqa: BLE001 - a damaged file may fail anywhere
            reason = message("the PDF is damaged: {reason}", reason=str(fault))
            unpacking.fail(where, reason)
        add_orphans(unpacking, where, data, known)


def _open(unpacking: Unpacking, where: Where, data: bytes, name: str) -> set[int]:
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise _encrypted(name)
    objects = dict(_objects(reader))
    _add_pages(unpacking, where, reader)
    return _add_objects(unpacking, where, objects)


def _encrypted(name: str) -> DocumentError:
    return DocumentError(
        message("the PDF “{name}” is encrypted", name=name) if name else message("it is encrypted"),
        message("save a copy without password, for instance by qpdf --decrypt"),
    )


def _objects(reader: pypdf.PdfReader) -> Iterator[tuple[int, Any]]:
    from pypdf.generic import IndirectObject

    numbers = {n: g for g, held in sorted(reader.xref.items()) for n in held}
    numbers |= dict.fromkeys(reader.xref_objStm, 0)
    yield 0, reader.trailer
    for number, generation in sorted(numbers.items()):
        found = reader.get_object(IndirectObject(number, generation, reader))
        if found is not None:
            yield number, found


def _add_pages(unpacking: Unpacking, where: Where, reader: pypdf.PdfReader) -> None:
    """Keep the text of all pages: run by run, glued along each line, and as it flows."""
    pages, glued = [], []
    for number, page in enumerate(reader.pages, 1):
        place = message("page {page}", page=number)
        texts = list(_texts(page))
        pages.append(Segment(texts[0], place))
        glued += [Segment(text, place) for text in texts[1:]]
        _tell_illegible(unpacking, (*where, place), page)
    unpacking.add(where, pages, flowing=True)
    unpacking.add(where, glued, flowing=True)
    whole = PAGE_BREAK.join(segment.text for segment in pages)
    flowing = normalise(whole, flowing=True, markup=False).text
    unpacking.say((*where, message("pages, without what interrupts them")), flowing)


def _texts(page: pypdf.PageObject) -> Iterator[str]:
    """Yield the text of a page, or of a form dressed as one, in several ways."""
    from pypdf.generic import DictionaryObject

    resources: Any = page.get_inherited("/Resources", DictionaryObject()).get_object()
    fonts, all_told = fonts_of(resources)
    contents = page.get_contents()
    yield from drawn_text(contents.get_data() if contents is not None else b"", fonts)
    if contents is not None and not all_told:
        make_legible(page)
        yield page.extract_text()


def _tell_illegible(unpacking: Unpacking, where: Where, page: pypdf.PageObject) -> None:
    """Tell of fonts whose signs are numbers that nothing explains."""
    from pypdf.generic import DictionaryObject

    resources: Any = page.get_inherited("/Resources", DictionaryObject()).get_object()
    fonts: Any = resources.get("/Font", DictionaryObject()).get_object()
    for name in fonts:
        font = fonts[name]
        if font.get("/Subtype") == "/Type0" and "/ToUnicode" not in font:
            text = message("the font {name} doesn't tell its letters", name=str(name))
            unpacking.fail(where, text)


def _add_objects(unpacking: Unpacking, where: Where, objects: dict[int, Any]) -> set[int]:
    """Open all objects, and return what tells the streams that were read."""
    add_strings(unpacking, where, objects)
    names = attached_names(objects.values())
    seen = set()
    for number, held in objects.items():
        if not hasattr(held, "get_data"):
            continue
        here = (*where, *_names(number, held, names))
        try:
            data = held.get_data()
        except Exception as fault:  # noqa: BLE001 - pypdf raises whatever a filter meets
            unpacking.fail(here, message("the stream is damaged: {reason}", reason=str(fault)))
            continue
        seen.add(hash(data))
        _add_stream(unpacking, here, held, data)
    return seen


def _names(number: int, held: Any, names: dict[int, str]) -> Where:  # noqa: ANN401 - as PDF has it
    if number in names:
        return (message("attachment “{name}”", name=names[number]),)
    if held.get("/Type") == "/Metadata":
        return (message("XMP metadata"),)
    return (message("stream {number}", number=number),)


def _add_stream(unpacking: Unpacking, where: Where, held: Any, data: bytes) -> None:  # noqa: ANN401
    """Open what a stream holds; the text of a drawing is told by its fonts."""
    if held.get("/Type") == "/ObjStm" or _DRAWS.search(data) or b"begincmap" in data:
        unpacking.spend(len(data))
        add_source(unpacking, where, data, glyphs=_DRAWS.search(data) is not None)
    else:
        unpacking.unpack(where, data)
    if held.get("/Subtype") == "/Form" or "/PatternType" in held:
        _add_drawing(unpacking, where, held)


def _add_drawing(unpacking: Unpacking, where: Where, held: Any) -> None:  # noqa: ANN401
    """Read a drawing that may stand on no page: an appearance, a pattern, a forgotten form."""
    import pypdf
    from pypdf.generic import NameObject

    page = pypdf.PageObject(held.indirect_reference.pdf)
    page[NameObject("/Contents")] = held
    if "/Resources" in held:
        page[NameObject("/Resources")] = held["/Resources"]
    for text in _texts(page):
        unpacking.say(where, text)
    _tell_illegible(unpacking, where, page)
