"""Any form of a cue's word -> its plain form: "denied", "denies" and "denying" -> "deny".

By rules of English spelling, tried until one gives a word that is known, so that no list of forms is needed but of the irregular ones.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

_IRREGULAR = {
    "are": "be", "bade": "bid", "been": "be", "began": "begin", "being": "be", "bore": "bear", "brought": "bring", "came": "come",
    "chose": "choose", "did": "do", "does": "do", "done": "do", "drawn": "draw", "drew": "draw", "fed": "feed", "fell": "fall",
    "felt": "feel", "forbade": "forbid", "forbidden": "forbid", "foresaw": "foresee", "foreseen": "foresee", "fought": "fight",
    "gave": "give", "given": "give", "goes": "go", "gone": "go", "got": "get",
    "had": "have", "has": "have", "heard": "hear", "held": "hold",
    "hid": "hide", "hidden": "hide", "is": "be", "kept": "keep", "knew": "know", "known": "know", "laid": "lay", "left": "leave",
    "lent": "lend",
    "made": "make", "meant": "mean", "misunderstood": "misunderstand", "paid": "pay", "ran": "run", "sang": "sing", "sought": "seek",
    "said": "say", "saw": "see", "seen": "see", "sent": "send", "shot": "shoot", "shown": "show", "spoke": "speak",
    "spoken": "speak", "stood": "stand", "struck": "strike", "sung": "sing", "swore": "swear", "sworn": "swear", "taken": "take",
    "tore": "tear", "threw": "throw", "thrown": "throw", "told": "tell", "took": "take", "thought": "think", "understood": "understand",
    "upheld": "uphold", "was": "be", "went": "go", "were": "be", "withheld": "withhold", "wrote": "write", "written": "write",
}


def plain_form(word: str, known: Container[str]) -> str | None:
    """The plain form of a word in small letters that is among those known, or None; itself before others."""
    irregular = _IRREGULAR.get(word)
    if irregular is not None and irregular in known:
        return irregular
    return next((form for form in _plain_forms(word) if form in known), None)


def _plain_forms(word: str) -> Iterator[str]:
    yield word
    for ending in ("ies", "ied"):
        if word.endswith(ending):
            yield word[: -len(ending)] + "y"
    for ending in ("s", "es", "ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            if ending != "s":
                yield stem + "e"
            yield stem
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
