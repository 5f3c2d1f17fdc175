"""How a test run ends: it fails when more tests were skipped than its command line allows."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --max-skipped."""
    parser.addoption("--max-skipped", type=int, default=None, metavar="N", help="fail when more than N tests are skipped")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Turn a green run with too many skips red."""
    limit = session.config.getoption("--max-skipped")
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = len(reporter.stats.get("skipped", ())) if reporter else 0
    if limit is not None and skipped > limit and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how many passed and were skipped, and whether that is too many."""
    limit = config.getoption("--max-skipped")
    passed, skipped = (len(terminalreporter.stats.get(key, ())) for key in ("passed", "skipped"))
    allowed = "" if limit is None else f" ({limit} allowed)"
    terminalreporter.write_line(f"{passed} passed, {skipped} skipped{allowed}")
    if limit is not None and skipped > limit:
        terminalreporter.write_line(f"FAILED: more than {limit} tests were skipped; the reasons stand above", red=True)
