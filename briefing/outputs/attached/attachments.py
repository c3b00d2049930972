"""The files that go with a PDF, and the fingerprint that ties them to it."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model.briefing import Briefing
from briefing.model.edition import Attachment
from briefing.outputs.attached.annotations import to_annotations
from briefing.outputs.attached.bibliography import to_csl
from briefing.outputs.attached.structure import to_json
from briefing.outputs.frames import labels_of
from briefing.proving.fingerprint import fingerprint as _fingerprint


def attachments(briefing: Briefing) -> tuple[Attachment, ...]:
    """Return the files of `briefing`, by name; the same briefing gives the same bytes."""
    frame = labels_of(briefing.language).frame
    return (
        Attachment(
            "briefing.json",
            to_json(briefing).encode(),
            "application/json",
            frame.say("Structure de la synthèse (JSON)"),
            "Data",
        ),
        Attachment(
            "extraits.jsonld",
            to_annotations(briefing).encode(),
            "application/ld+json",
            frame.say("Extraits cités et leur place dans les documents (W3C Web Annotation)"),
            "Supplement",
        ),
        Attachment(
            "sources.json",
            to_csl(briefing).encode(),
            "application/vnd.citationstyles.csl+json",
            frame.say("Sources (CSL-JSON)"),
            "Data",
        ),
    )


def fingerprint(files: Iterable[Attachment]) -> str:
    """Return the SHA-256 of the names and bytes of `files`, in hexadecimal.

    In the order of their names, each name and content after its length in 8 bytes, the most
    significant first: no two sets of files are hashed alike.
    """
    return _fingerprint((file.name, file.data) for file in files)
