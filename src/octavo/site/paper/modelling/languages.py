"""The languages that an article can be told in: their tags (BCP 47), what they are called in themselves and in English."""

from __future__ import annotations

LANGUAGES: dict[str, tuple[str, str]] = {
    "ar": ("العربية", "Arabic"),
    "zh": ("中文", "Chinese"),
    "cs": ("Čeština", "Czech"),
    "da": ("Dansk", "Danish"),
    "nl": ("Nederlands", "Dutch"),
    "en": ("English", "English"),
    "fi": ("Suomi", "Finnish"),
    "fr": ("Français", "French"),
    "de": ("Deutsch", "German"),
    "el": ("Ελληνικά", "Greek"),
    "he": ("עברית", "Hebrew"),
    "hi": ("हिन्दी", "Hindi"),
    "hu": ("Magyar", "Hungarian"),
    "it": ("Italiano", "Italian"),
    "ja": ("日本語", "Japanese"),
    "ko": ("한국어", "Korean"),
    "nb": ("Norsk bokmål", "Norwegian"),
    "fa": ("فارسی", "Persian"),
    "pl": ("Polski", "Polish"),
    "pt": ("Português", "Portuguese"),
    "ro": ("Română", "Romanian"),
    "ru": ("Русский", "Russian"),
    "es": ("Español", "Spanish"),
    "sv": ("Svenska", "Swedish"),
    "tr": ("Türkçe", "Turkish"),
    "uk": ("Українська", "Ukrainian"),
}


def language_for(asked: str, accepted: str, own: str) -> str:
    """The language that is offered first: the one that is asked for, else the first that the browser accepts (`Accept-Language`, RFC 9110)
    and the article is not in already, else English, or German for what is English."""
    wanted = [asked, *(part.split(";")[0].split("-")[0].strip().lower() for part in accepted[:500].split(","))]
    fit = [tag for tag in wanted if tag in LANGUAGES and (tag != own or tag == asked)]
    return fit[0] if fit else "en" if own != "en" else "de"
