"""The forms of a page, as a browser would send them."""

from __future__ import annotations

from typing import Any, NamedTuple

from resiliparse.parse.html import HTMLTree, NodeType


class Form(NamedTuple):
    """Where it leads ("": to its own page), "get" or "post", and its fields with what stands in them, its token among them."""

    to: str
    way: str
    fields: dict[str, str]


def forms_of(page: str) -> list[Form]:
    """Those that have fields, in order; of several of one name the first, of a list to choose from its first choice."""
    found: list[Form] = []
    choosing = ""
    document: Any = HTMLTree.parse(page).document
    for node in document:
        if node.type != NodeType.ELEMENT:
            continue
        if node.tag == "form":
            found.append(Form((node.getattr("action") or "").partition("#")[0], (node.getattr("method") or "get").lower(), {}))
        elif node.tag in ("input", "select", "textarea", "button") and found and (name := node.getattr("name")):
            written = node.text.strip() if node.tag == "textarea" else node.getattr("value") or ""
            choosing = name if node.tag == "select" and name not in found[-1].fields else ""
            found[-1].fields.setdefault(name, written)
        elif node.tag == "option" and choosing and not found[-1].fields[choosing]:
            found[-1].fields[choosing] = node.getattr("value") or ""
    return [form for form in found if form.fields]
