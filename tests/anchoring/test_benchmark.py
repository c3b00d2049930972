"""The benchmark's own parts, on a small size; how long they take isn't asked here."""

from __future__ import annotations

from random import Random

import pytest

from tests.benchmarks.anchoring import (
    Workload,
    altered,
    judge,
    located,
    plainly_found,
    retyped,
    workload,
)


@pytest.fixture(scope="module")
def work() -> Workload:
    return workload(100_000, 200)


def test_the_work_is_the_same_every_time(work: Workload) -> None:
    assert workload.__wrapped__(100_000, 200) == work
    assert sum(sample.exact for sample in work.samples) == 176
    assert 100_000 <= len(work.text.encode()) < 101_000


def test_every_quotation_is_judged(work: Workload) -> None:
    judgement = judge(work, located(work))
    assert judgement.recall >= 0.97
    assert judgement.wrong < 0.015
    assert judgement.false_proofs == 0
    assert plainly_found(work) < 100


def test_retyping_changes_signs_and_altering_words() -> None:
    passage = "l’accord « juste » – dit-il – viendra bientôt selon nous tous"
    assert retyped(passage) == "l'accord “juste” — dit-il — viendra bientôt selon nous tous"
    random = Random(1)  # noqa: S311 - the same at every run
    made = {altered(random, passage) for _ in range(40)}
    assert passage not in made
    assert len(made) > 5
