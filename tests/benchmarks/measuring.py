"""CPU time of programs and of calls, several times and in turn, so that a busy machine is fair."""

from __future__ import annotations

import gc
import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

Job = Callable[[], float]
"""Does something once and returns the CPU seconds it took."""

Round = Mapping[str, float]
"""The seconds of every job, measured one right after the other."""


@dataclass(frozen=True, slots=True)
class Command:
    """A program to run, with what it finds in its environment besides ours."""

    words: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)

    def __call__(self) -> float:
        """Run the program, and return its user and system time, its own children's included."""
        before = _children()
        environment = {**os.environ, **self.environment}
        subprocess.run(self.words, env=environment, check=True, capture_output=True)
        return _children() - before


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def seconds_of(call: Callable[[], object]) -> float:
    """Return the CPU seconds of `call`, started with a clean heap."""
    gc.collect()
    before = time.process_time()
    call()
    return time.process_time() - before


def measure(jobs: Mapping[str, Job], *, repeat: int) -> Sequence[Round]:
    """Run all jobs in turn, `repeat` times; a first turn that fills the caches isn't counted."""
    rounds = [{name: job() for name, job in jobs.items()} for _ in range(repeat + 1)]
    return rounds[1:]


def median(rounds: Sequence[Round], name: str) -> float:
    """Return the median seconds of the job `name`."""
    return statistics.median(turn[name] for turn in rounds)


def ratio(rounds: Sequence[Round], name: str, base: str) -> float:
    """Return how many times `base` the job `name` takes: the median of what each turn says."""
    return statistics.median(turn[name] / turn[base] for turn in rounds)
