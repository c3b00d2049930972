"""The styles of an e-mail put into its elements, for clients that read no style sheet."""

from __future__ import annotations

import re
from typing import Final

from briefing.errors import BriefingError, MachineError
from briefing.model.finding import message

_CONTENT: Final = re.compile(r"<!-- contenu -->\s*(.*?)\s*<!-- fin -->", re.DOTALL)
_BODY: Final = re.compile(r"<body[^>]*>\s*(.*?)\s*</body>", re.DOTALL | re.IGNORECASE)
_STYLES_FIRST: Final = re.compile(r"<head>(<style>.*?</style>)\s*(.*?)\s*</head>", re.DOTALL)
"""css-inline puts what it keeps before the character set, which must stand in the first kilobyte."""
_MARK: Final = re.compile(r"\s*<!-- (?:contenu|fin) -->")


def inlined(html: str) -> str:
    """Return `html` with its styles in the elements; queries stay in the head.

    Raises `MachineError` naming the extra if css-inline isn't installed.
    """
    try:
        import css_inline
    except ImportError as fault:
        raise MachineError(
            message("making e-mails needs the extra “{extra}” of briefing", extra="newsletter"),
            message("install it: pip install 'briefing[{extra}]'", extra="newsletter"),
        ) from fault
    inliner = css_inline.CSSInliner(
        keep_style_tags=False,
        keep_at_rules=True,
        load_remote_stylesheets=False,
        minify_css=True,
    )
    try:
        made = inliner.inline(html)
    except css_inline.InlineError as fault:
        raise BriefingError(
            message("the styles of the e-mail can't be put into it: {reason}", reason=str(fault))
        ) from fault
    return _STYLES_FIRST.sub(r"<head>\n\2\n\1\n</head>", made)


def unmarked(html: str) -> str:
    """Return a whole message without the marks that tell where its content stands."""
    return _MARK.sub("", html)


def fragment(html: str) -> str:
    """Return what the body of an inlined message holds, without the preheader if it is marked."""
    found = _CONTENT.search(html) or _BODY.search(html)
    return f"{found[1]}\n" if found else html
