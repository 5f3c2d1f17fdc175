"""Every page there is: nothing runs on it but the paper's own scripts, no frame holds it, and its cookies are as they should be."""

from __future__ import annotations

import pytest

from tests.site.security.markup import MARK, foreign
from tests.site.walk import SMALL, fill, visit

DIRECTIVES = {
    "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "font-src": "'self'", "img-src": "'self'",
    "connect-src": "'self'", "form-action": "'self'", "base-uri": "'none'", "frame-ancestors": "'none'",
}


def test_every_page_says_what_it_may_do_and_does_nothing_else(site: None) -> None:
    from django.test import Client, override_settings

    fill(SMALL)
    pages = 0
    with override_settings(LOOPBACK=True):
        for page in visit(Client(headers={"host": "localhost"})):
            said = page.response.headers
            policy = dict(each.strip().split(" ", 1) for each in said["Content-Security-Policy"].split(";"))
            assert policy == DIRECTIVES, page.address
            assert said["X-Content-Type-Options"] == "nosniff", page.address
            assert said["Referrer-Policy"] == "same-origin", page.address
            assert said["X-Frame-Options"] == "DENY", page.address
            assert said["Cross-Origin-Opener-Policy"] == "same-origin", page.address
            assert said["Cross-Origin-Resource-Policy"] == "same-origin", page.address
            assert "Access-Control-Allow-Origin" not in said, page.address
            assert not {"public", "s-maxage"} & set(said["Cache-Control"].replace(",", " ").split()), page.address
            for cookie in page.response.cookies.values():
                assert cookie["samesite"] == "Lax", (page.address, cookie.key)
                assert cookie["httponly"] or cookie.key == "csrftoken", (page.address, cookie.key)
                assert not cookie["domain"], (page.address, cookie.key)
            if said["Content-Type"].startswith("text/html"):
                pages += 1
                assert foreign(page.response.content.decode()) == [], page.address  # type: ignore[attr-defined]
    assert pages > 60


def test_a_sessions_cookie_is_for_no_script_and_goes_over_https_where_the_paper_does(site: None) -> None:
    from django.test import Client

    from octavo.site.readers.owner import set_password

    password = "four quiet tugs at dawn"
    set_password(password)
    browser = Client(headers={"host": "localhost"}, REMOTE_ADDR="192.0.2.7")
    cookies = browser.post("/sign-in/", {"username": "owner", "password": password}, secure=True).cookies
    cookie = cookies["sessionid"]
    assert (cookie["httponly"], cookie["secure"], cookie["samesite"], cookie["path"]) == (True, True, "Lax", "/")
    assert cookies["csrftoken"]["secure"]


@pytest.mark.parametrize("markup", [
    f"<{MARK}>", f"<p {MARK}=1>", "<p onclick=x>", "<p STYLE=x>", "<script>x</script>", "<script src=//a.example/x.js></script>",
    "<script src='/static/paper/keys.js'>x</script>", "<style>x</style>", "<a href='java&#10;script:x'>", "<a href=' javascript:x'>",
    "<a href='&#1;javascript:x'>", "<a href=data:text/html,x>", "<a href=//a.example>", "<a href='/\\a.example'>", "<a href='https:a'>",
    "<img src=https://a.example/x.png>", "<form action=https://a.example>", "<button formaction='javascript:x'>", "<base href=/>",
    "<svg><a xlink:href='javascript:x'></a></svg>", "<meta http-equiv=refresh content='0;url=/'>", "<iframe srcdoc=x></iframe>",
    "<svg><use href='https://a.example/x.svg#x'></use></svg>", "<link rel=icon href=https://a.example/x.png>",
])
def test_what_is_foreign_is_seen(markup: str) -> None:
    assert foreign(f"<!doctype html><html><body>{markup}</body></html>") != []


def test_what_is_the_papers_own_is_left_in_peace() -> None:
    own = (
        '<script src="/static/paper/keys.js" defer></script><a href="https://a.example/?a=b:c">a</a><a href="?p=2">b</a><a href="#c">c</a>'
        '<a href="/mutes/?next=https://a.example">d</a><form action="/search/"><img src="/images/1/480/" alt=""></form>'
    )
    assert foreign(own) == []
