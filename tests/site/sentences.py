"""A small reader of modules: the sentences in them that are marked for nobody to translate."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

MARKING = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}
"""Functions that a text is marked by."""
UNSEEN = {"help_text", "debug", "info", "warning", "error", "exception", "compile", "execute", "RunSQL", "raw"}
"""Calls, and arguments by name, whose texts nobody reads on a page: log lines, patterns, SQL, notes on columns."""
_SENTENCE = re.compile(r"[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}")
_CODE = re.compile(r"[<{]/?[a-z]|; charset=|filename=|max-age|no-cache|^\s*(?:WITH|SELECT)\b|^[a-z]+(?: [a-z]+)*: ?$")


def unmarked(module: str) -> list[str]:
    """The texts of a module that have two words at least and are not marked: no docstrings, and none that are code in another language."""
    return [text for text in _texts(ast.parse(module)) if _SENTENCE.search(text) and not _CODE.search(text)]


def raised(module: str) -> list[str]:
    """The same of what a module raises alone."""
    raises = [node for node in ast.walk(ast.parse(module)) if isinstance(node, ast.Raise)]
    return [text for node in raises for text in _texts(node) if _SENTENCE.search(text) and not _CODE.search(text)]


def _texts(node: ast.AST) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        if isinstance(child, ast.Call) and _name(child.func) in MARKING | UNSEEN:
            continue
        if isinstance(child, ast.keyword) and child.arg in UNSEEN:
            continue
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.value
        yield from _texts(child)


def _name(called: ast.expr) -> str:
    return called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
