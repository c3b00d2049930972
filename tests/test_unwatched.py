"""Coverage looks away from a library while it works by itself, and back."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

import briefing
from tests.builders import assembled, dossier
from tests.unwatched import unwatched, unwatched_engine


@contextmanager
def watching() -> Iterator[set[str]]:
    """Collect the names of the functions that a tracer meets."""
    met: set[str] = set()

    def trace(frame: Any, event: str, value: Any) -> None:
        met.add(frame.f_code.co_name)

    kept = sys.gettrace()
    sys.settrace(trace)
    try:
        yield met
    finally:
        sys.settrace(kept)


def first() -> None:
    pass


def second() -> None:
    pass


def test_the_tracer_comes_back() -> None:
    with watching() as met:
        unwatched(first)()
        second()
    assert "second" in met
    assert "first" not in met


def test_it_comes_back_from_a_failure() -> None:
    with watching() as met:
        with pytest.raises(ZeroDivisionError):
            unwatched(lambda: 1 / 0)()
        second()
    assert "second" in met


def test_what_is_yielded_is_made_without_it() -> None:
    def numbers() -> Iterator[int]:
        first()
        yield 1

    with watching() as met:
        assert list(unwatched(numbers)()) == [1]
    assert "first" not in met


def test_the_engine_draws_the_same_and_our_part_is_met() -> None:
    edition = briefing.render(assembled(dossier()), "print")
    before = briefing.print_pdf(edition).data
    with unwatched_engine(), watching() as met:
        assert briefing.print_pdf(edition).data == before
    assert {"print_pdf", "tag_pages", "painted", "finish"} <= met
    assert not {"instantiateVariableFont", "make_all_pages"} & met
