"""ZIP archives and compressed files."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
import zlib

from briefing.documents.opening.unpacking import Unpacking
from briefing.model.carrier import Where
from briefing.model.finding import message

_FORMS = ((b"\x1f\x8b", gzip.open), (b"BZh", bz2.open), (b"\xfd7zXZ\x00", lzma.open))
_FAULTS = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)
_ENCRYPTED = 1


def open_zip(unpacking: Unpacking, where: Where, data: bytes) -> None:
    """Open every member, and keep their names and comments."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _FAULTS as fault:
        unpacking.fail(where, message("the archive is damaged: {reason}", reason=str(fault)))
        return
    unpacking.unpack((*where, message("comment of the archive")), archive.comment)
    for member in archive.infolist():
        here = (*where, message("member “{name}”", name=member.filename))
        unpacking.say(here, member.filename)
        unpacking.unpack(here, member.comment)
        if member.flag_bits & _ENCRYPTED:
            unpacking.fail(here, message("it is encrypted"))
            continue
        unpacking.spend(member.file_size)  # no more than that is ever unpacked
        try:
            content = archive.read(member)
        except (*_FAULTS, NotImplementedError) as fault:
            unpacking.fail(here, message("it is damaged: {reason}", reason=str(fault)))
            continue
        unpacking.unpack(here, content, member.filename)


def open_compressed(unpacking: Unpacking, where: Where, data: bytes) -> bool:
    """Open a file that gzip, bzip2 or xz compressed; say whether it was one."""
    for start, opener in _FORMS:
        if data.startswith(start):
            here = (*where, message("decompressed"))
            try:
                with opener(io.BytesIO(data)) as stream:
                    content = stream.read(unpacking.left + 1)
            except _FAULTS as fault:
                unpacking.fail(here, message("it is damaged: {reason}", reason=str(fault)))
            else:
                unpacking.unpack(here, content)
            return True
    return False
