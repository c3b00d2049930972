"""Finished editions as an Atom feed (RFC 4287): what they tell of themselves, checked, written."""

from briefing.feeding.atom import atom
from briefing.feeding.carried import read_pdf
from briefing.feeding.entries import entries
from briefing.feeding.page import read_page
from briefing.feeding.values import (
    Described,
    Entry,
    Fault,
    FeedError,
    Finished,
    Settings,
    UnreadableError,
)

__all__ = [
    "Described",
    "Entry",
    "Fault",
    "FeedError",
    "Finished",
    "Settings",
    "UnreadableError",
    "atom",
    "entries",
    "read_page",
    "read_pdf",
]
