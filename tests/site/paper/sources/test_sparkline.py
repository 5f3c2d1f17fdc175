from __future__ import annotations

import re
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from octavo.site.paper.sources.sparkline import BAR, DAYS, HEIGHT, LEAST, sparkline

TODAY = date(2026, 3, 3)


def test_the_last_thirty_days_and_no_other() -> None:
    spark = sparkline({TODAY: 4, TODAY - timedelta(days=29): 2, TODAY - timedelta(days=30): 9, TODAY + timedelta(days=1): 9}, TODAY)
    assert spark.days == (2, *[0] * 28, 4)
    assert spark.total == 6
    assert spark.first == date(2026, 2, 2)


def test_the_highest_day_is_as_high_as_the_drawing_and_the_least_is_seen() -> None:
    spark = sparkline({TODAY: 1000, TODAY - timedelta(days=1): 1}, TODAY)
    assert spark.path == f"M112 {HEIGHT}v-{LEAST}h{BAR}v{LEAST}zM116 {HEIGHT}v-{HEIGHT}h{BAR}v{HEIGHT}z"


def test_it_says_what_it_shows() -> None:
    assert sparkline({}, TODAY).words == "No article in the last 30 days"
    assert sparkline({TODAY: 1}, TODAY).words == "1 article in the last 30 days, the most on 3 March: 1"
    days = {TODAY: 3, date(2026, 2, 11): 1200}
    assert sparkline(days, TODAY).words == "1,203 articles in the last 30 days, the most on 11 February: 1,200"


def test_nothing_is_drawn_of_a_source_that_brought_nothing() -> None:
    assert sparkline({}, TODAY).path == ""


@given(st.dictionaries(st.integers(0, DAYS - 1), st.integers(0, 2**31)))
def test_every_bar_stands_in_the_drawing(counts: dict[int, int]) -> None:
    spark = sparkline({TODAY - timedelta(days=ago): number for ago, number in counts.items()}, TODAY)
    bars = re.findall(rf"M(\d+) {HEIGHT}v-(\d+)h{BAR}v(\d+)z", spark.path)
    assert "".join(f"M{x} {HEIGHT}v-{up}h{BAR}v{down}z" for x, up, down in bars) == spark.path
    assert len(bars) == sum(number > 0 for number in counts.values())
    assert all(int(x) + BAR <= spark.width and LEAST <= int(up) <= HEIGHT and up == down for x, up, down in bars)
