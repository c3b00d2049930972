"""A timeline as SVG 1.1: every form has a class, and the style sheet its colour.

What means something differs in form: a fact is full, a statement hollow, an analysis has points.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup, escape

from briefing.drawing.days import days_of
from briefing.drawing.marks import BRACKET, SIZE, WHISKER
from briefing.drawing.values import Break, Key, Label, Mark, Run, Tick, Timeline
from briefing.model.vocabulary import Status

_HALF: Final = SIZE / 2
_TICK: Final = {False: 3.2, True: 5.5}
_FORMS: Final = {
    None: "fact",
    Status.FACT: "fact",
    Status.CLAIM: "claim",
    Status.ANALYSIS: "analysis",
    Status.HYPOTHESIS: "hypothesis",
}
_ZIGZAG: Final = ((-3, -1), (-1, 1), (1, -1), (3, 1))
_POINTED: Final = (Status.ANALYSIS, Status.HYPOTHESIS)


def to_svg(
    figure: Timeline, title: str, language: str = "", *, rules: str = "", links: bool = False
) -> Markup:
    """Write a figure; `title` is its text alternative, in words, or its name if it holds links.

    `language` is that of the wordings of the facts, where it isn't the page's.
    `rules` is CSS for a renderer that doesn't apply the page's to a drawing. With `links`, each
    label and number leads to its fact, for a pointer: the keyboard has the list.
    """
    size = f"0 0 {_number(figure.width)} {_number(figure.height)}"
    return Markup("").join(
        [
            # What is one picture can't hold links.
            Markup('<svg class="timeline" role="{}"').format("group" if links else "img"),
            Markup(' xmlns="http://www.w3.org/2000/svg"'),
            Markup(' viewBox="{}"><title>{}</title>\n').format(size, title),
            Markup("<style>{}</style>\n").format(Markup(rules)) if rules else "",  # noqa: S704
            *(_piece(text) for text in _pieces(figure, language, links=links)),
            Markup("</svg>"),
        ]
    )


def _piece(text: str) -> Markup:
    return Markup(text + "\n")  # noqa: S704 - each piece escapes its texts


def _pieces(figure: Timeline, language: str, *, links: bool) -> Iterator[str]:
    yield from (_leader(label) for label in figure.labels)
    yield from (_line("axis", s.x, figure.axis, s.right, figure.axis) for s in figure.segments)
    yield from (_break(cut, figure.axis) for cut in figure.breaks)
    yield from (_tick(tick, figure.axis) for tick in figure.ticks)
    by_number = {mark.number: mark for mark in figure.marks}
    for mark in figure.marks:
        yield _mark(mark)
        yield _linked("".join(map(_text, mark.runs)), mark, links=links)
    for label in figure.labels:
        drawn = "".join(_told(run, language) for run in label.runs)
        yield _linked(drawn, by_number[label.numbers[0]], links=links)
    yield from (_key(key) for key in figure.legend)


def _linked(drawn: str, mark: Mark, *, links: bool) -> str:
    if not (drawn and links):
        return drawn
    return f'<a href="#{escape(mark.fact.anchor)}" tabindex="-1">{drawn}</a>'


def _leader(label: Label) -> str:
    return _line("leader", label.leader, label.box.y, label.leader, label.foot)


def _tick(tick: Tick, axis: float) -> str:
    drawn = _text(tick.text, "axis-") if tick.text else ""
    return (
        drawn
        if not tick.line
        else _line("tick", tick.x, axis, tick.x, axis + _TICK[tick.major]) + drawn
    )


def _break(cut: Break, axis: float) -> str:
    """Draw a zigzag between the two ends of a cut axis."""
    middle, step, height = (cut.x + cut.right) / 2, 2.4, 3.0
    points = [(cut.x, 0.0), (middle - 4 * step, 0.0)]
    points += [(middle + turn * step, height * side) for turn, side in _ZIGZAG]
    points += [(middle + 4 * step, 0.0), (cut.right, 0.0)]
    path = " ".join(f"{_number(x)},{_number(axis + y)}" for x, y in points)
    return f'<polyline class="timeline-break" points="{path}"/>' + _text(cut.text)


# ---- Marks ---------------------------------------------------------------------------------


def _mark(mark: Mark) -> str:
    span = days_of(mark.fact.date)
    opened = (span.open_start, span.open_end) if span else (False, False)
    left, right = mark.box.x, mark.box.right
    if mark.runs:
        right = mark.runs[0].x - 1.2
    drawn = _form(mark.fact.status, mark.first, mark.last, mark.y)
    edges = (min(mark.first, mark.last - _HALF), max(mark.last, mark.first + _HALF))
    if mark.fact.date.approximate:
        drawn = _whiskers(mark.first, mark.last, mark.y) + drawn
    if opened[0]:
        drawn += _arrow(edges[0], left, mark.y)
    if opened[1]:
        drawn += _arrow(edges[1], right, mark.y)
    if mark.fact.inferred:
        drawn += _brackets(left, right, mark.y, opened)
    return drawn


def _form(status: Status | None, first: float, last: float, y: float) -> str:
    """Draw what covers `first` to `last`, rounded or pointed at its ends: a disc for a day."""
    if last - first < SIZE:
        middle = (first + last) / 2
        first, last = middle - _HALF, middle + _HALF
    left, right, top, foot = (_number(v) for v in (first, last, y - _HALF, y + _HALF))
    inner, outer = _number(first + _HALF), _number(last - _HALF)
    if status in _POINTED:
        middle_ = _number(y)
        points = f"{left},{middle_} {inner},{top} {outer},{top} {right},{middle_}"
        shape = f'polygon points="{points} {outer},{foot} {inner},{foot}"'
    else:
        width, height = _number(last - first), _number(SIZE)
        shape = f'rect x="{left}" y="{top}" width="{width}" height="{height}" rx="{_number(_HALF)}"'
    name, _, rest = shape.partition(" ")
    return f'<{name} class="timeline-mark timeline-{_FORMS[status]}" {rest}/>'


def _whiskers(first: float, last: float, y: float) -> str:
    return _line("about", first - WHISKER, y, last + WHISKER, y)


def _arrow(start: float, tip: float, y: float) -> str:
    back = 2.6 if tip < start else -2.6
    points = f"{_number(tip + back)},{_number(y - 2.2)} {_number(tip)},{_number(y)}"
    head = f'<polyline class="timeline-open" points="{points} {_number(tip + back)},{_number(y + 2.2)}"/>'
    return _line("open", start, y, tip, y) + head


def _brackets(left: float, right: float, y: float, opened: tuple[bool, bool]) -> str:
    sides = ((left + 0.4, 1.5, opened[0]), (right - 0.4, -1.5, opened[1]))
    return "".join(_bracket(x, inward, y) for x, inward, is_open in sides if not is_open)


def _bracket(x: float, inward: float, y: float) -> str:
    top, foot, near, far = (_number(v) for v in (y - 3.1, y + 3.1, x + inward, x))
    points = f"{near},{top} {far},{top} {far},{foot} {near},{foot}"
    return f'<polyline class="timeline-inferred" points="{points}"/>'


# ---- Legend, lines and texts ---------------------------------------------------------------


def _key(key: Key) -> str:
    return _sample(key.form, key.x + 7.0, key.y - 2.3) + _text(key.text, "axis-")


def _sample(form: str, x: float, y: float) -> str:
    if form == "approximate":
        return _whiskers(x, x, y) + _grey_disc(x, y)
    if form == "open":
        return _arrow(x - 4, x + 7, y) + _grey_disc(x - 4, y)
    if form == "inferred":
        reach = _HALF + BRACKET
        return _brackets(x - reach, x + reach, y, (False, False)) + _grey_disc(x, y)
    return _form(Status(form), x, x, y)


def _grey_disc(x: float, y: float) -> str:
    return (
        f'<circle class="timeline-any" cx="{_number(x)}" cy="{_number(y)}" r="{_number(_HALF)}"/>'
    )


def _line(name: str, x: float, y: float, right: float, foot: float) -> str:
    places = zip(("x1", "y1", "x2", "y2"), (x, y, right, foot), strict=True)
    drawn = " ".join(f'{key}="{_number(value)}"' for key, value in places)
    return f'<line class="timeline-{name}" {drawn}/>'


def _told(run: Run, language: str) -> str:
    """Set a run of a label, whose words are in `language`."""
    return _text(run, language=language if run.style == "words" else "")


def _text(run: Run, row: str = "", *, language: str = "") -> str:
    place = f'x="{_number(run.x)}" y="{_number(run.y)}"'
    lang = f' lang="{escape(language)}"' if language else ""
    return f'<text class="timeline-{row}{run.style}"{lang} {place}>{escape(run.text)}</text>'


def _number(value: float) -> str:
    """Return a length to a hundredth of a unit, without idle zeros."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")
