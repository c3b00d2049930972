"""Tagged PDF: a structure that says what a page's drawing means (ISO 32000-1, 14.7 and 14.8).

WeasyPrint's own tags split what a page break splits, leave notes without link to their calls, and
give table headers no scope. These are built from its boxes instead: one element of structure for
one element of HTML, in the order of the text.
"""

from briefing.outputs.tagging.painting import Painting
from briefing.outputs.tagging.tagger import tag_pages

__all__ = ["Painting", "tag_pages"]
