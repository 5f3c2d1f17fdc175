"""The settings of the environment: those that do nothing, and those that do not go together. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from octavo.site.doctor.finding import Finding, act, look

VARIABLES = frozenset({
    "OCTAVO_ALLOW", "OCTAVO_CONTACT", "OCTAVO_DATA", "OCTAVO_DATABASE_URL", "OCTAVO_HEALTH_KEY", "OCTAVO_HOSTS", "OCTAVO_LANGUAGE",
    "OCTAVO_LOG", "OCTAVO_LOOPBACK", "OCTAVO_MAIL", "OCTAVO_MAIL_FROM", "OCTAVO_MODEL_ADDRESS", "OCTAVO_MODEL_KEY", "OCTAVO_MODEL_KEY_FILE",
    "OCTAVO_MODEL_NAME", "OCTAVO_MODEL_REQUESTS", "OCTAVO_MODEL_SECONDS", "OCTAVO_MODEL_TOKENS", "OCTAVO_NO_BACKUP",
    "OCTAVO_PATH", "OCTAVO_PROXIES", "OCTAVO_SOURCE_PASSWORD",
})
"""Those that are heeded; docs/settings.md says what each does."""
_EVERYBODY = ("0.0.0.0/0", "::/0")


def look_at_settings(said: Mapping[str, str], has_password: bool) -> Iterator[Finding]:
    """`said`: the environment. `has_password`: whether the owner can sign in."""
    for name in sorted(name for name in said if name.startswith("OCTAVO_") and name not in VARIABLES):
        yield look("settings", f"{name} does nothing.", "Look for a slip in its name: docs/settings.md lists all of them.")
    wants = {name for name in VARIABLES if said.get(name, "").strip()}
    proxies = {each.strip() for each in said.get("OCTAVO_PROXIES", "").split(",")}
    hosts = {each.strip() for each in said.get("OCTAVO_HOSTS", "").split(",")}
    if everybody := proxies.intersection(_EVERYBODY):
        named = ", ".join(sorted(everybody))
        yield act("settings", f"OCTAVO_PROXIES names everybody ({named}): whoever asks can say who asks.", "Name the proxy alone.")
    if {"OCTAVO_HOSTS", "OCTAVO_PROXIES"} & wants and not has_password:
        yield act("settings", "Others are to reach the paper, and the owner has no password: nobody can sign in.", "Run octavo password.")
    if "OCTAVO_PROXIES" in wants and "OCTAVO_HOSTS" not in wants:
        what = "OCTAVO_PROXIES is set and OCTAVO_HOSTS names no host: whoever asks for the paper by the name that the proxy has is refused."
        yield act("settings", what, "Name the paper's own hosts in OCTAVO_HOSTS.")
    if "OCTAVO_PATH" in wants and "OCTAVO_PROXIES" not in wants:
        yield look("settings", "OCTAVO_PATH is set and no proxy is named.", "Name it in OCTAVO_PROXIES: https and who asks hang on it.")
    if "*" in hosts and "OCTAVO_MAIL" in wants:
        yield act("settings", "OCTAVO_HOSTS is *: a mail for a lost password may lead elsewhere.", "Name the paper's own hosts.")
    if "OCTAVO_MAIL_FROM" in wants and "OCTAVO_MAIL" not in wants:
        yield look("settings", "OCTAVO_MAIL_FROM: no mail is sent without OCTAVO_MAIL.", "Set that too, or unset this.")
    if {"OCTAVO_MODEL_KEY", "OCTAVO_MODEL_KEY_FILE"} <= wants:
        yield look("settings", "OCTAVO_MODEL_KEY_FILE is not read: OCTAVO_MODEL_KEY comes before it.", "Unset one of them.")
    if "OCTAVO_MODEL_ADDRESS" not in wants and (idle := sorted(name for name in wants if "_MODEL_" in name)):
        yield look("settings", f"{', '.join(idle)}: nothing comes of it without OCTAVO_MODEL_ADDRESS.", "Set that too, or unset these.")
    if "OCTAVO_NO_BACKUP" in wants:
        yield look("settings", "OCTAVO_NO_BACKUP is set: upgrades are made without a backup.", "Unset it where there is room for one.")
