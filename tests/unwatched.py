"""What coverage needn't watch.

Before Python 3.14 it follows every line of every library, several times slower for it, though it
tells of our own lines only. Here it looks away while a library works by itself.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from types import GeneratorType
from typing import Any

import pytest

from briefing.outputs.engine import load_weasyprint


def unwatched(work: Callable[..., Any]) -> Callable[..., Any]:
    """Return `work` to be done without a tracer: it must call nothing of ours.

    What it would yield one by one is made at once.
    """

    @wraps(work)
    def done(*args: Any, **kwargs: Any) -> Any:
        tracer = sys.gettrace()
        sys.settrace(None)
        try:
            made = work(*args, **kwargs)
            return iter(list(made)) if isinstance(made, GeneratorType) else made
        finally:
            sys.settrace(tracer)

    return done


@contextmanager
def unwatched_engine() -> Iterator[None]:
    """Look away from WeasyPrint where most of its time goes: styles, layout, painting, fonts."""
    weasyprint = load_weasyprint()
    lonely = (
        (weasyprint.document, "get_all_computed_styles"),
        (weasyprint.document, "layout_document"),
        (weasyprint.document.Page, "paint"),
        (weasyprint.pdf.fonts.Font, "clean"),
    )
    with pytest.MonkeyPatch.context() as patch:
        for place, name in lonely:
            patch.setattr(place, name, unwatched(getattr(place, name)))
        yield
