"""References as words alone, as the list of sources prints them."""

from __future__ import annotations

from briefing.model.citation_style import CitationStyle
from briefing.model.source import Source
from briefing.model.text import plain
from briefing.typesetting import Typesetter
from briefing.typesetting.references import reference
from briefing.typesetting.runs import set_runs


def printed_reference(source: Source, style: CitationStyle | None, by: Typesetter) -> str:
    """Return the reference of `source` in `style`, or in that of the house, set `by` the frame.

    Raises what `briefing.citing.cite` does.
    """
    if style is None:
        return plain(reference(source, by=by))
    from briefing.citing import cite

    spans = cite(style, source, by)
    if not spans:
        return plain(reference(source, by=by))
    links = {index for index, span in enumerate(spans) if span.link}
    return "".join(set_runs(spans, by, frozen=links))
