"""The language of a text, by py3langid, helped by what the page declares."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from resiliparse.parse.lang import detect_fast

from octavo.reading.parts.english import is_english

LOOK_MOST = 3_000
"""Characters that are judged; more makes no answer surer."""

LETTERS_LEAST = 40
"""Letters below which nothing is told from the text; scripts that write a word with a sign or two count each letter thrice."""

LETTERS_CLEAR = 200
"""Letters from which a text overrules what the page declares."""

# Languages that news is written in. py3langid knows 97; the rest only steal short texts from their big neighbours.
NEWS_LANGUAGES = (
    "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr",
    "ga", "gl", "gu", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "km", "kn", "ko", "ku", "ky", "lo", "lt",
    "lv", "mk", "ml", "mn", "mr", "ms", "mt", "nb", "ne", "nl", "nn", "no", "pa", "pl", "ps", "pt", "ro", "ru", "si", "sk", "sl",
    "sq", "sr", "sv", "sw", "ta", "te", "th", "tl", "tr", "uk", "ur", "vi", "zh",
)
_COMMON = {
    "en": "the and that with from this has were who their they been would about which before after without during into when said he she "
          "it but to on in of at for his will",
    "de": "der das und nicht mit von dem ist eine einen auf für sich wird sind nach bei auch aus zum zur wurde",
    "fr": "et est une du dans pour sur aux avec cette sont ont été par leur plus qui",
    "es": "los las y su más fue sus el según también años",
    "it": "il che della sono gli nel alla è dei delle più dal anche nella",
}
"""Common words of some languages. Of none has a neighbour, Dutch of English or Catalan of French, as many as COMMON_DIFFERENT."""
COMMON_LEAST, COMMON_DIFFERENT = 10, 4
"""One word in how many must be among them, and how many different ones, for a text to be in that language without doubt."""
_COMMON_WORDS = {code: frozenset(words.split()) for code, words in _COMMON.items()}
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff]")
_STEP = 256
_CODE = re.compile(r"([a-zA-Z]{2})(?:[-_].*)?$")


def language(text: str, declared: str | None = None, likely: str | None = None) -> str | None:
    """The ISO 639-1 code of `text`'s language; None where it is too short to tell and none is declared.

    A declared language ("en-GB") stands where the text is short, and loses to a text of LETTERS_CLEAR letters or more. `likely` is the
    language of a text from the same place.
    """
    said = _CODE.match(declared.strip()) if declared else None
    stated = said[1].lower() if said else None
    looked = text[:LOOK_MOST]
    if not _has_letters(looked, LETTERS_CLEAR if stated else LETTERS_LEAST):
        return stated
    opinion, quick = stated or likely, detect_fast(looked)[0]  # an opinion that costs a fortieth of py3langid's
    if quick == opinion:
        return opinion
    if _is_plainly(guess := opinion or quick, looked):
        return guess
    if is_english(looked):
        return "en"
    found: str = _identifier().classify(looked)[0]
    return found


def _is_plainly(code: str, text: str) -> bool:
    """Whether so many of the text's words are the commonest of that language that nobody need be asked."""
    common = _COMMON_WORDS.get(code)
    if not common:
        return False
    words = text.lower().split()
    met = [word for word in words if word in common]
    return len(met) * COMMON_LEAST >= len(words) and len(set(met)) >= COMMON_DIFFERENT


def _has_letters(text: str, least: int) -> bool:
    """Whether the text has so many letters, counted as LETTERS_LEAST says."""
    found = 0
    for start in range(0, len(text), _STEP):
        step = text[start : start + _STEP]
        found += sum(map(str.isalpha, step)) + (0 if step.isascii() else 2 * len(_DENSE.findall(step)))
        if found >= least:
            return True
    return False


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # half a second of model, for those who read only
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(set(NEWS_LANGUAGES) & set(identifier.labels))
    identifier._full_model = identifier.nb_ptc, identifier.nb_pc, identifier.nb_classes  # lets go of the others: 27 MB of 91
    return identifier
