"""`import octavo` is instant, and reading needs no site."""

import json
import subprocess
import sys

import pytest

import octavo

HEAVY = (
    "lxml", "django", "numpy", "dateparser", "resiliparse", "feedparser", "fastfeedparser", "py3langid", "htmldate", "nh3", "ssl",
)
PAGE = """<html><head><title>Wax price steady</title></head><body><article><h1>Wax price steady</h1>
<p>The price of wax stayed at two marks on Monday, the candle makers' guild in Pell said, for the ninth week running.</p>
<p>The guild meets again in July, when makers from nine towns will set the price for the winter.</p></article></body></html>"""


def modules_after(code: str) -> set[str]:
    script = f"import json, sys\n{code}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_import_octavo_loads_nothing_heavy() -> None:
    loaded = modules_after("import octavo")
    assert not loaded.intersection(HEAVY)
    assert not [name for name in loaded if name.startswith("octavo.")]


def test_the_types_and_errors_load_nothing_heavy() -> None:
    assert not modules_after("import octavo; octavo.Article, octavo.InputError").intersection(HEAVY)


@pytest.mark.parametrize("given", [
    PAGE, f'<rss version="2.0"><channel><item><description><![CDATA[{PAGE}]]></description></item></channel></rss>',
])
def test_reading_imports_no_django(given: str) -> None:
    loaded = modules_after(f"import octavo; assert octavo.read({given!r})")
    assert "octavo.reading.finish" in loaded
    assert not [name for name in loaded if name.split(".")[0] == "django" or name.startswith("octavo.site")]


@pytest.mark.parametrize("name", octavo.__all__)
def test_every_public_name_can_be_loaded(name: str) -> None:
    assert getattr(octavo, name) is not None


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_such"):
        octavo.nothing_such  # noqa: B018
