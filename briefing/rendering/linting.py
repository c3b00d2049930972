"""What can be told of a house's templates before they run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from jinja2 import TemplateError, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables

from briefing.model.briefing import Briefing
from briefing.model.finding import Finding, message
from briefing.model.templates import ENTRY, MAIL, MAIL_TEXT, TemplateFile, TemplateFolder, Templates
from briefing.reading.findings import did_you_mean, error, warning
from briefing.rendering.contract import (
    BLOCKS,
    DEPRECATED,
    FUNCTIONS,
    NAME,
    VARIABLES,
    VERSION,
    WORDS,
)
from briefing.rendering.escaping import escaping_findings
from briefing.rendering.faults import AssetError, Known, told
from briefing.rendering.loading import find_asset
from briefing.rendering.sandbox import SafeEnvironment, attributes

_KNOWN: Final = frozenset((*VARIABLES, *FUNCTIONS, *WORDS, NAME))


@dataclass(frozen=True, slots=True)
class Linter:
    """Reads the templates of a folder, one of `templates`, as `environment` would run them."""

    templates: Templates
    folder: TemplateFolder
    environment: SafeEnvironment
    deprecated: Mapping[str, str]

    def findings(self, name: str) -> list[Finding]:
        """Return what is wrong in the template file `name` of the folder."""
        file = self.folder.files[name]
        try:
            tree = self.environment.parse(file.text, name, file.path)
            self.environment.compile(file.text, name, file.path)
        except TemplateSyntaxError as fault:
            known = Known(file.path, self.templates.texts(), _KNOWN, self.environment.filters)
            return [told(fault, known).finding]
        except TemplateError as fault:
            return [error("BR801", file.path, 0, message("{reason}", reason=str(fault)))]
        except RecursionError:
            said = message("elements, or values, are nested too deep")
            return [error("BR801", file.path, 0, said)]
        found = [*self._names(tree, file), *self._references(tree, file, name)]
        found += escaping_findings(self.environment.lex(file.text), file.path)
        if name.endswith(_ENTRIES):
            found += self._contract(name)
        return sorted(found, key=lambda finding: finding.sort_key)

    def _contract(self, name: str) -> list[Finding]:
        file = self.folder.files[name]
        tree = self.environment.parse(file.text, name, file.path)
        return [*_version(tree, file.path), *self._blocks(tree, file, name)]

    def contract(self, name: str) -> list[Finding]:
        """Return what keeps a template from being used as it is meant: its version, its blocks."""
        try:
            return self._contract(name)
        except (TemplateSyntaxError, RecursionError):
            return []  # told when it runs

    def _names(self, tree: nodes.Template, file: TemplateFile) -> Iterator[Finding]:
        mine = _given(tree)
        for name in sorted(find_undeclared_variables(tree) - _KNOWN - mine):
            said = message("there is no name “{name}” here", name=name)
            hint = did_you_mean(name, (*_KNOWN, *mine))
            yield error("BR802", file.path, _line(tree, name), said, hint)
        for node in tree.find_all(nodes.Getattr):
            if isinstance(node.node, nodes.Name) and node.node.name == "briefing":
                known = attributes(Briefing)
                if node.attr not in known and not node.attr.startswith("_"):
                    said = message("“{kind}” has no “{name}”", kind="Briefing", name=node.attr)
                    hint = did_you_mean(node.attr, known)
                    yield error("BR802", file.path, node.lineno, said, hint)
        for word in tree.find_all(nodes.Name):
            if word.name in self.deprecated:
                said = message("“{name}” goes with the next version", name=word.name)
                hint = message("write “{name}”", name=self.deprecated[word.name])
                yield warning("BR804", file.path, word.lineno, said, hint)

    def _references(self, tree: nodes.Template, file: TemplateFile, name: str) -> Iterator[Finding]:
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "asset" and call.args:
                yield from self._asset(call, file, name)
        for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
            target = node.template  # type: ignore[attr-defined]
            if isinstance(target, nodes.Const) and isinstance(target.value, str):
                known = self.environment.loader.list_templates() if self.environment.loader else []
                if target.value not in known:
                    said = message("there is no template “{name}”", name=target.value)
                    hint = did_you_mean(target.value, known)
                    yield error("BR807", file.path, node.lineno, said, hint)

    def _asset(self, call: nodes.Call, file: TemplateFile, name: str) -> Iterator[Finding]:
        first = call.args[0]
        if not isinstance(first, nodes.Const):
            return
        try:
            find_asset(self.templates, str(first.value), name.partition("/")[0])
        except AssetError as fault:
            yield error("BR807", file.path, call.lineno, fault.told, fault.hint)

    def _blocks(self, tree: nodes.Template, file: TemplateFile, name: str) -> Iterator[Finding]:
        parents = self._ancestors(tree, name)
        if parents is None:
            return
        above = {block.name for parent in parents for block in parent.find_all(nodes.Block)}
        mine = {block.name: block for block in tree.find_all(nodes.Block)}
        if not parents and name.endswith(_MAILS):
            return
        if not parents:
            missing = [block for block in BLOCKS.values() if block not in mine]
            if missing:
                said = message("these sections have no block: {names}", names=", ".join(missing))
                yield error("BR808", file.path, 0, said, _EXTEND)
            return
        inside = {b.name for block in mine.values() for b in block.find_all(nodes.Block)}
        for block in mine.values():
            if block.name not in above and block.name not in inside:
                said = message("no template above has the block “{name}”", name=block.name)
                yield error(
                    "BR808", file.path, block.lineno, said, did_you_mean(block.name, sorted(above))
                )

    def _ancestors(self, tree: nodes.Template, name: str) -> list[nodes.Template] | None:
        """Return the templates that one extends; None where they can't be told beforehand."""
        found: list[nodes.Template] = []
        after = next((i for i, f in enumerate(self.templates.folders) if f is self.folder), 0)
        while (extends := tree.find(nodes.Extends)) is not None:
            if not isinstance(extends.template, nodes.Const) or len(found) > _DEEPEST:
                return None
            target = str(extends.template.value)
            place = self.templates.find(target, after + 1 if target == name else 0)
            if place is None:
                return None
            after, file = place
            tree, name = self.environment.parse(file.text, target, file.path), target
            found.append(tree)
        return found


_DEEPEST: Final = 20
_MAILS: Final = (f"/{MAIL}", f"/{MAIL_TEXT}")
_ENTRIES: Final = (f"/{ENTRY}", *_MAILS)
_EXTEND: Final = message(
    "begin with {example}, which has them all", example='{% extends "complet/briefing.html.j2" %}'
)


def _version(tree: nodes.Template, path: str) -> Iterator[Finding]:
    hint = message(
        "write {example} below its first line", example=f"{{% set {NAME} = {VERSION} %}}"
    )
    for node in tree.find_all(nodes.Assign):
        if isinstance(node.target, nodes.Name) and node.target.name == NAME:
            told_ = node.node.value if isinstance(node.node, nodes.Const) else None
            if told_ != VERSION:
                said = message("this program has version {version} of its names", version=VERSION)
                yield error("BR805", path, node.lineno, said, hint)
            return
    said = message("the template doesn't say for which version of our names it was written")
    yield warning("BR804", path, 0, said, hint)


def _given(tree: nodes.Template) -> set[str]:
    """Return the names that the template itself gives somewhere: imports, macros, variables."""
    found = {node.target for node in tree.find_all(nodes.Import)}
    found |= {node.name for node in tree.find_all(nodes.Macro)}
    found |= {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
    for node in tree.find_all(nodes.FromImport):
        found |= {name if isinstance(name, str) else name[1] for name in node.names}
    return found


def _line(tree: nodes.Template, name: str) -> int:
    return min((node.lineno for node in tree.find_all(nodes.Name) if node.name == name), default=0)


def linter(
    templates: Templates,
    folder: TemplateFolder,
    environment: SafeEnvironment,
    deprecated: Mapping[str, str] = DEPRECATED,
) -> Linter:
    """Return what reads the templates of `folder`."""
    return Linter(templates, folder, environment, deprecated)
