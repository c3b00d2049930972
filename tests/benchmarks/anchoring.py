"""Placing thousands of quotations in megabytes of text, beside `str.find` and rapidfuzz.

The text and the quotations are made from a seed. Most quotations are exact but for their
typography; the others have a word or a figure changed, added, dropped or swapped. As each knows
where it was taken from, what is found can be judged, not only timed.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random

from briefing.anchoring import Anchor, Locator, Verdict, normalise
from tests.benchmarks.figures import Figure
from tests.benchmarks.measuring import measure, median, ratio, seconds_of

EXACT = 0.88
SYLLABLES = (
    "ba be bi bo bu ca ce ci co da dé di do du fa fe fi fo ga gé go la le li lo lu ma mé mi mo na "
    "né ni no nu pa pé pi po pu ra ré ri ro ru sa sé si so su ta té ti to tu va vé vi vo tion ment "
    "eur aire ance ique eux aux ois ent"
).split()
SMALL = "de la le les et des en un une à du que qui dans pour par sur ne pas au plus se ce".split()
RECALL_BOUND = 0.97
WRONG_BOUND = 0.015
SECONDS_BOUND = {1: 2.5, 10: 8.0}
LINEAR_BOUND = 2.5


@dataclass(frozen=True, slots=True)
class Sample:
    """A quotation, and where it was taken from."""

    quotation: str
    start: int
    end: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Workload:
    """A text and quotations of it."""

    text: str
    samples: tuple[Sample, ...]

    @property
    def quotations(self) -> list[str]:
        """The quotations alone."""
        return [sample.quotation for sample in self.samples]


@dataclass(frozen=True, slots=True)
class Judgement:
    """How many quotations were placed rightly, and how many wrongly or doubtfully."""

    recall: float
    wrong: float
    false_proofs: int
    """Altered quotations that were called verbatim: there must be none."""


# ---- The work ------------------------------------------------------------------------------


@cache
def workload(size: int, count: int, seed: int = 2025) -> Workload:
    """Return about `size` bytes of prose and `count` quotations of it."""
    random = Random(seed)  # noqa: S311 - the same at every run
    text, starts = _prose(random, size)
    chosen = [random.randrange(len(starts) - 45) for _ in range(count)]
    samples = (_sample(random, text, starts, first, number) for number, first in enumerate(chosen))
    return Workload(text, tuple(samples))


def _prose(random: Random, size: int) -> tuple[str, list[int]]:
    """Return the text and the offsets of its words, as common or rare as words are."""
    vocabulary = [*SMALL, *_vocabulary(random, 40_000)]
    weights = [*accumulate(1 / rank for rank in range(3, len(vocabulary) + 3))]
    pieces: list[str] = []
    starts: list[int] = []
    length = written = 0
    while written < size:
        sentence = random.choices(vocabulary, cum_weights=weights, k=random.randint(8, 30))
        sentence[0] = sentence[0].capitalize()
        for place, word in enumerate(sentence):
            starts.append(length)
            piece = word + _after(random, last=place == len(sentence) - 1)
            pieces.append(piece)
            length += len(piece)
            written += len(piece.encode())
    return "".join(pieces), starts


def _vocabulary(random: Random, count: int) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < count:
        word = "".join(random.choices(SYLLABLES, k=random.choice((2, 3, 3, 4))))
        words[word if len(words) % 12 else word.capitalize()] = None
    return list(words)


_SIGNS = (", ", " ; ", " – ", " : ", " « ", " » ", "-", " l’", "\n", "\n\n", " 12 %, ", " 2 025 ")


def _after(random: Random, *, last: bool) -> str:
    if last:
        return random.choice((". ", ". ", ".\n\n", " ! ", " ? ", "… "))
    return random.choice(_SIGNS) if random.random() < 0.12 else " "


def _sample(random: Random, text: str, starts: list[int], first: int, number: int) -> Sample:
    last = first + random.randint(8, 40)
    start, end = starts[first], starts[last]
    passage = text[start:end].rstrip(" \n,;:–-«»’l")
    exact = number % 100 < EXACT * 100
    quotation = retyped(passage) if exact else altered(random, passage)
    return Sample(quotation, start, start + len(passage), exact)


def retyped(passage: str) -> str:
    """Return a passage as another keyboard would have typed it."""
    for typed, other in (("’", "'"), (" – ", " — "), ("…", "..."), ("\n", " "), (" ;", "\u202f;")):
        passage = passage.replace(typed, other)
    return passage.replace("« ", "“").replace(" »", "”")


def altered(random: Random, passage: str) -> str:
    """Return a passage with one word changed, added, dropped or swapped with its neighbour."""
    words = passage.split(" ")
    places = [at for at in range(1, len(words) - 2) if _apart(words[at - 1 : at + 2])] or [1]
    place = random.choice(places)
    change = random.randrange(4)
    if change == 0:
        words[place] = f"in{words[place]}"
    elif change == 1:
        words.insert(place, "point")
    elif change == 2:
        del words[place]
    else:
        words[place], words[place + 1] = words[place + 1], words[place]
    return " ".join(words)


def _apart(words: list[str]) -> bool:
    """Whether three neighbours are words, and each another one: a change must change something."""
    return len(set(words)) == 3 and all(map(str.isalpha, words))


# ---- What is measured ----------------------------------------------------------------------


def judge(work: Workload, anchors: Sequence[Anchor]) -> Judgement:
    """Compare what was found with where each quotation was taken from."""
    right = wrong = false = 0
    for sample, anchor in zip(work.samples, anchors, strict=True):
        false += anchor.verdict is Verdict.VERBATIM and not sample.exact
        expected = Verdict.VERBATIM if sample.exact else Verdict.NEAR
        if anchor.verdict is expected and _overlap(sample, anchor) > 0.5:
            right += 1
        else:
            wrong += anchor.verdict is not Verdict.ABSENT
    count = len(work.samples)
    return Judgement(right / count, wrong / count, false)


def _overlap(sample: Sample, anchor: Anchor) -> float:
    if anchor.start is None or anchor.end is None:
        return 0.0
    common = min(sample.end, anchor.end) - max(sample.start, anchor.start)
    return common / (sample.end - sample.start)


def located(work: Workload) -> list[Anchor]:
    """Return where `briefing.anchoring` places each quotation."""
    return Locator(work.text).locate_all(work.quotations)


def plainly_found(work: Workload) -> int:
    """Return how many quotations `str.find` finds in the text as it is."""
    return sum(work.text.find(quotation) >= 0 for quotation in work.quotations)


def fuzzily_found(work: Workload) -> int:
    """Return how many quotations rapidfuzz alone finds at their place; None of it is proof."""
    from rapidfuzz import fuzz

    found = 0
    for sample in work.samples:
        alignment = fuzz.partial_ratio_alignment(sample.quotation, work.text, score_cutoff=80)
        found += alignment is not None and abs(alignment.dest_start - sample.start) < 50
    return found


def anchoring(repeat: int) -> Iterator[Figure]:
    """Placing quotations, `str.find` and rapidfuzz on the same text in the same run."""
    for megabytes in SECONDS_BOUND:
        work = workload(megabytes * 1_000_000, 10_000)
        yield from _ours(work, megabytes, repeat)
        yield from _others(work, megabytes)
    yield from _growth(repeat)
    text = workload(10_000_000, 10_000).text
    rounds = measure({"": lambda: seconds_of(lambda: normalise(text, flowing=True))}, repeat=repeat)
    yield Figure("normalising 10 MB", len(text.encode()) / 1e6 / median(rounds, ""), "MB/s")


def _ours(work: Workload, megabytes: int, repeat: int) -> Iterator[Figure]:
    rounds = measure({"": lambda: seconds_of(lambda: located(work))}, repeat=repeat)
    seconds = median(rounds, "")
    judgement = judge(work, located(work))
    label = f"10,000 quotations in {megabytes} MB"
    yield Figure(label, seconds, "s", SECONDS_BOUND[megabytes])
    yield Figure("  not at their place", 1 - judgement.recall, "", round(1 - RECALL_BOUND, 3))
    yield Figure("  at a wrong or doubtful place", judgement.wrong, "", WRONG_BOUND)
    yield Figure("  altered, yet called verbatim", judgement.false_proofs, "", 0)


def _others(work: Workload, megabytes: int) -> Iterator[Figure]:
    """Yield what the others take for 10,000, told from a few: they would take minutes."""
    few = Workload(work.text, work.samples[:: 50 * megabytes])
    share = len(work.samples) / len(few.samples)
    yield from _other("str.find alone", plainly_found, few, share)
    if importlib.util.find_spec("rapidfuzz"):
        fewer = Workload(work.text, few.samples[:10])
        yield from _other("rapidfuzz alone", fuzzily_found, fewer, len(work.samples) / 10)


def _other(
    label: str, search: Callable[[Workload], int], few: Workload, share: float
) -> Iterator[Figure]:
    found = 0

    def run() -> None:
        nonlocal found
        found = search(few)

    seconds = seconds_of(run)
    yield Figure(f"  {label}, told from {len(few.samples)}", seconds * share, "s")
    yield Figure("    not found", 1 - found / len(few.samples))


def _growth(repeat: int) -> Iterator[Figure]:
    """Twice the quotations and twice the text must cost twice the time."""
    half, whole = workload(5_000_000, 5_000), workload(10_000_000, 10_000)
    jobs = {
        "half": lambda: seconds_of(lambda: located(half)),
        "whole": lambda: seconds_of(lambda: located(whole)),
    }
    rounds = measure(jobs, repeat=repeat)
    growth = ratio(rounds, "whole", "half")
    yield Figure("  twice the quotations and the text take", growth, "", LINEAR_BOUND)
