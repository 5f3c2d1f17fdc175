from __future__ import annotations

import pytest

from octavo.messages import message as _


@pytest.mark.parametrize(("language", "said"), [("en", "1,234,567"), ("de", "1.234.567"), ("fr", "1\xa0234\xa0567")])
def test_a_number_is_written_as_the_language_of_the_page_writes_it(site: None, language: str, said: str) -> None:
    from django.utils.translation import override

    from octavo.site.messages import in_words, numeral

    with override(language):
        assert numeral(1_234_567) == said
        assert in_words(_("of %(n)s", n=1_234_567)) == f"of {said}"


def test_a_problem_that_is_kept_in_english_is_quoted_on_pages_in_another_language(site: None) -> None:
    from django.utils.translation import override

    from octavo.site.messages import as_met

    assert as_met("it <is> down") == "it <is> down"
    with override("de"):
        assert as_met("it <is> down") == '<q lang="en" dir="ltr">it &lt;is&gt; down</q>'
        assert as_met("") == ""
