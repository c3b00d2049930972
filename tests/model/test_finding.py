"""Findings and messages: sentences kept apart from their language until someone reads them."""

from __future__ import annotations

import pytest

from briefing.model.finding import Finding, Severity, has_errors, message

ERROR = Finding(Severity.ERROR, "BR205", "a.md", 3, message("one"))
WARNING = Finding(Severity.WARNING, "BR230", "a.md", 2, message("two"))


def test_a_message_keeps_its_template_and_its_values_apart() -> None:
    said = message("the key “{key}” stands twice; it is already at line {first}", key="id", first=3)
    assert said.template == "the key “{key}” stands twice; it is already at line {first}"
    assert dict(said.values) == {"key": "id", "first": 3}
    assert str(said) == "the key “id” stands twice; it is already at line 3"


def test_what_the_user_wrote_is_never_read_as_a_template() -> None:
    assert str(message("unknown key “{key}”", key="{0.__class__}")) == (
        "unknown key “{0.__class__}”"
    )


def test_the_values_of_a_message_cannot_change() -> None:
    with pytest.raises(TypeError):
        message("{a}", a=1).values["a"] = 2  # type: ignore[index]


def test_only_errors_stop_a_build() -> None:
    assert (ERROR.is_error, WARNING.is_error) == (True, False)
    assert has_errors([WARNING, ERROR])
    assert not has_errors([WARNING])
    assert not has_errors([])


def test_findings_sort_by_place() -> None:
    later = Finding(Severity.ERROR, "BR204", "b.md", 1, message("three"))
    found = sorted([later, ERROR, WARNING], key=lambda finding: finding.sort_key)
    assert found == [WARNING, ERROR, later]


def test_causes_come_before_what_may_follow_from_them() -> None:
    cause = Finding(Severity.ERROR, "BR102", "z.md", 9, message("not UTF-8"))
    doubt = Finding(Severity.WARNING, "BR102", "z.md", 9, message("a doubt hides nothing"))
    found = sorted([doubt, ERROR, cause], key=lambda finding: finding.sort_key)
    assert found == [cause, ERROR, doubt]
