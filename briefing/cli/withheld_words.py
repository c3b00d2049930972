"""What the parts of a dossier are called, for an analyst."""

from __future__ import annotations

from briefing.messages import _


def kind_words(kind: str) -> str:
    """Say what an item of the model is; one that has no word as the model has it."""
    words = {
        "dossier": _("dossier"),
        "source": _("source"),
        "extract": _("extract"),
        "party": _("party"),
        "issue": _("issue"),
        "person": _("person"),
        "acronym": _("acronym"),
        "author": _("author"),
        "key point": _("key point"),
        "position": _("position"),
        "question": _("question"),
        "divergence": _("divergence"),
        "side": _("side"),
        "passage": _("passage"),
        "section": _("section"),
        "figure": _("figure"),
        "box": _("box"),
        "audience": _("audience"),
    }
    return words.get(kind, kind)


def field_words(field: str) -> str:
    """Say what a field of the model is; one that has no word as the model has it."""
    words = {
        "quotation": _("quotation"),
        "statement": _("statement"),
        "brief": _("short wording"),
        "id": _("identifier"),
        "title": _("title"),
        "authors": _("author"),
        "name": _("name"),
        "role": _("function"),
        "document": _("document"),
        "sha256": _("digest of the document"),
        "alt": _("alternative text"),
        "caption": _("caption"),
        "credit": _("credit"),
        "file": _("file"),
        "text": _("text"),
        "introduction": _("chapeau"),
        "method": _("method"),
        "label": _("label"),
        "note": _("note"),
        "comment": _("comment"),
        "url": _("address"),
        "link": _("address"),
        "via": _("origin"),
        "figure": _("figure"),
        "meaning": _("meaning"),
        "letters": _("letters"),
        "short": _("short form"),
        "foreword": _("foreword"),
        "contact": _("contact"),
    }
    return words.get(field, field)
