"""What is told of a house's templates before they run."""

from __future__ import annotations

import pytest

from briefing.errors import UsageError
from briefing.houses import find_templates, lint
from briefing.model.finding import Finding
from briefing.rendering.contract import BLOCKS, FUNCTIONS, PARTS, VARIABLES
from briefing.rendering.ejecting import eject
from briefing.rendering.linting import linter
from briefing.rendering.loading import TemplatesLoader
from briefing.rendering.render import template_environment
from briefing.typesetting.engine import FRENCH
from tests.rendering.houses import ENTRY, EXTENDS, LOGO, PROMISE, house, rendered

HEAD = f"{EXTENDS}\n{PROMISE}\n"


def told(text: str, name: str = ENTRY) -> list[str]:
    """Return what is wrong in a template as `line code message → hint`."""
    templates = house({name: text}, {"complet/logo.svg": LOGO})
    return [shown(finding) for finding in lint(templates, templates.folders[0])]


def shown(finding: Finding) -> str:
    return f"{finding.line} {finding.code} {finding.message} → {finding.hint}"


def in_block(text: str) -> list[str]:
    return told(f"{HEAD}{{% block logo %}}{text}{{% endblock %}}")


@pytest.mark.parametrize(
    "text",
    [
        '<p class="{{ medium }}">{{ briefing.title | typo }}</p>',
        "<p class='a {{ medium }} b'>{{ briefing.title }}</p>",
        '<img src="{{ asset("logo.svg") }}" alt="">',
        "{% for point in briefing.key_points %}{{ loop.index }}{{ point.id }}{% endfor %}",
        "{% set a, b = 1, 2 %}{{ a + b }}{% macro m(c) %}{{ c }}{% endmacro %}{{ m(1) }}",
        "{% set told %}x{% endset %}{{ told }}{{ super() }}{{ _('Sources') }}",
        "<style>{{ stylesheet | safe }}</style><p>{{ briefing.title }}</p>",
        "<script type='application/ld+json'>{{ briefing | structured_data }}</script>",
        "{% from 'partials/support.html.j2' import words as w %}{{ w }}",
        "<p{% if medium == 'print' %} class=\"a\"{% endif %}>a = {{ medium }}</p>",
    ],
)
def test_what_is_sound_is_left_alone(text: str) -> None:
    assert in_block(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ breifing }}", "BR802 there is no name “breifing” here → did you mean “briefing”?"),
        ("{% if false %}{{ briefing.titel }}{% endif %}", "BR802 “Briefing” has no “titel”"),
        ("{{ briefing.title | tipo }}", "BR802 there is no filter “tipo” → did you mean “typo”?"),
        ("{% if %}", "BR801 this can't be read"),
        ("{% autoescape false %}x{% endautoescape %}", "BR801 this can't be read: escaping"),
        ("{{ briefing.title | safe }}", "BR806 “safe” prints"),
        ("{% set x = briefing.title|safe %}{{ x }}", "BR806 “safe” prints"),
        ("<p class={{ medium }}>", "BR806 this attribute has no quotation marks"),
        ("<p class=a-{{ medium }}>", "BR806 this attribute has no quotation marks"),
        ('<p id="a" title={{ medium }} class="b">', "BR806 this attribute has no quotation marks"),
        ("<p {{ medium }}>", "BR806 this prints among the attributes"),
        ("<script>var a = '{{ medium }}'</script>", "BR806 this prints into a “script”"),
        ("<style>p { color: {{ medium }} }</style>", "BR806 this prints into a “style”"),
        ("<a href='javascript:x'>", "BR806 “javascript:”"),
        ("{% if false %}{{ asset('x.svg') }}{% endif %}", "BR807 there is no file “x.svg”"),
        ("{{ asset('../x') }}", "BR807 “../x” is outside"),
        ("{% include 'partials/label.html.j2' %}", "BR807 there is no template"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(text: str, expected: str) -> None:
    assert any(found.startswith(f"3 {expected}") for found in in_block(text)), in_block(text)


# ---- Version and blocks --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (EXTENDS, "0 BR804 the template doesn't say"),
        (f"{EXTENDS}\n{{% set briefing_api = 2 %}}", "2 BR805 this program has version 1"),
        (f'{EXTENDS}\n{{% set briefing_api = "1" %}}', "2 BR805 this program has version 1"),
        (f"{EXTENDS}\n{{% set briefing_api = medium %}}", "2 BR805 this program has version 1"),
    ],
)
def test_the_version_must_be_said_and_be_ours(text: str, expected: str) -> None:
    (found,) = told(text)
    assert found.startswith(expected)
    assert "{% set briefing_api = 1 %}" in found


def test_a_part_needs_no_version() -> None:
    assert told("<p>x</p>", "complet/part.html.j2") == []


def test_a_block_that_no_template_has_is_told() -> None:
    (found,) = told(f"{HEAD}{{% block mastheda %}}{{% endblock %}}")
    assert found.startswith("3 BR808 no template above has the block “mastheda”")
    assert "“masthead”" in found
    (found,) = told(f"{HEAD}{{% block zzzz %}}{{% endblock %}}")
    names = found.partition("known here: ")[2].split(", ")
    assert "masthead" in names
    assert names == sorted(names), "the same at every run"
    inner = "{% block logo %}{% block own %}{% endblock %}{% endblock %}"
    assert told(f"{HEAD}{inner}") == []


def test_a_template_that_extends_none_lacks_its_sections() -> None:
    (found,) = told(f"{PROMISE}{{% block sources %}}{{% endblock %}}")
    assert "BR808 these sections have no block: key_points, changes" in found
    assert "sources" not in found.partition("→")[0]


def test_what_a_template_extends_by_value_is_not_guessed_at() -> None:
    assert told(f"{{% extends medium %}}\n{PROMISE}{{% block x %}}{{% endblock %}}") == []


def test_a_name_that_is_to_go_is_told_with_what_replaces_it() -> None:
    templates = house({ENTRY: f"{HEAD}{{% block logo %}}\n{{{{ foreign }}}}{{% endblock %}}"})
    environment = template_environment(TemplatesLoader(templates), FRENCH)
    reader = linter(templates, templates.folders[0], environment, {"foreign": "other"})
    assert [shown(finding) for finding in reader.findings(ENTRY)] == [
        "4 BR804 “foreign” goes with the next version → write “other”"
    ]


def test_our_own_templates_are_sound() -> None:
    templates = find_templates()
    wrong = [f for f in lint(templates, templates.folders[-1]) if f.code != "BR804"]
    assert [shown(finding) for finding in wrong] == []


def test_the_contract_names_what_there_is() -> None:
    base = find_templates().folders[-1].files["base.html.j2"].text
    bare = base.replace(" scoped %}", " %}")
    assert all(f"{{% block {name} %}}" in bare for name in (*BLOCKS.values(), *PARTS))
    environment = template_environment(TemplatesLoader(find_templates()), FRENCH)
    assert set(FUNCTIONS) <= {*environment.globals}
    assert "briefing" in VARIABLES


# ---- Copies --------------------------------------------------------------------------------


def test_every_block_can_be_copied_and_runs_as_it_was() -> None:
    ours = find_templates()
    plain = rendered(ours)
    for block in (*BLOCKS.values(), *PARTS):
        text = eject("complet", ours, "briefing 9.9", block)
        assert text.startswith(f"{{# Copied from briefing 9.9: the block “{block}” of base.html.j2")
        templates = house({ENTRY: text})
        assert rendered(templates) == plain, block
        assert lint(templates, templates.folders[0]) == []


def test_a_whole_template_can_be_copied_and_runs_as_it_was() -> None:
    ours = find_templates()
    text = eject("complet", ours, "briefing 9.9")
    assert text.startswith("{# Copied from briefing 9.9: base.html.j2. #}\n{% set briefing_api = 1")
    assert rendered(house({ENTRY: text})).strip() == rendered(ours).strip()


def test_a_template_of_a_house_can_be_copied_too() -> None:
    templates = house({ENTRY: f"{HEAD}{{% block logo %}}x{{% endblock %}}"})
    assert "of complet/briefing.html.j2" in eject("complet", templates, "briefing 9.9", "logo")
    assert "of base.html.j2" in eject("complet", templates, "briefing 9.9", "title")
    assert PROMISE in eject("complet", templates, "briefing 9.9")


def test_an_unknown_block_is_refused_and_the_nearest_proposed() -> None:
    with pytest.raises(UsageError) as caught:
        eject("complet", find_templates(), "briefing", "mast")
    assert "masthead" in str(caught.value.hint)
