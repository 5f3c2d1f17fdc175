"""What is asked of a language model, where it may be asked, and what comes of what it answers."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from octavo.errors import OctavoError
from octavo.fetching.asking import MOST_BYTES, ModelError, Said, asked
from octavo.fetching.model_address import REQUESTS, SECONDS, TOKENS, ModelAddress, model_of_environment
from tests.model_server import Raw, completion, model_server

KEY = "sk-northwind-4711"


def failed(answer: Raw | str, seconds: float = 5, key: str = KEY) -> str:
    """The words of the failure that an answer is."""
    with model_server(lambda system, user: answer) as here, pytest.raises(ModelError) as caught:
        asked(ModelAddress(here.url, "small", key, seconds=seconds), "the rules", "a secret text")
    assert KEY not in str(caught.value) + repr(caught.value)
    assert "secret text" not in str(caught.value)
    assert caught.value.__cause__ is None
    return str(caught.value).partition(": ")[2]


def test_one_post_to_the_address_that_was_named() -> None:
    with model_server(lambda system, user: f"{system} | {user}", tokens=42) as here:
        said = asked(ModelAddress(here.url + "/", "small:8b", KEY), "Rules.", "Tekst på norsk, “sitat” \U0001f6a2.")
    assert said == Said("Rules. | Tekst på norsk, “sitat” \U0001f6a2.", 42)
    (body,), (head,) = here.bodies, here.heads
    assert here.paths == ["/v1/chat/completions"]
    assert (body["model"], body["temperature"], body["stream"]) == ("small:8b", 0, False)
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert head["authorization"] == f"Bearer {KEY}"
    assert head["content-type"] == "application/json"
    assert head["user-agent"].startswith("Octavo/")
    assert "cookie" not in head


def test_without_a_key_none_is_sent_and_the_query_stays() -> None:
    with model_server(lambda system, user: "x") as here:
        asked(ModelAddress(here.url + "?version=2", "small"), "a", "b")
    assert "authorization" not in here.heads[0]
    assert here.paths == ["/v1/chat/completions?version=2"]


@pytest.mark.parametrize("usage", [None, 0, -5, 10**9])
def test_tokens_that_no_answer_tells_are_counted_by_its_letters(usage: int | None) -> None:
    with model_server(lambda system, user: "x" * 40, tokens=usage) as here:
        assert asked(ModelAddress(here.url, "small"), "a" * 40, "b" * 40).tokens == 31


@pytest.mark.parametrize("body", [
    b"", b"no json", b"[]", b"{}", b'{"choices": []}', b'{"choices": [{}]}', b'{"choices": [{"message": null}]}', b"null", b"\xff\xfe",
    b'{"choices": [{"message": {"content": null}}]}', b'{"choices": [{"message": {"content": ["a"]}}]}', b"[" * 100_000, b"1" * 10_000,
    b'{"choices": {"0": 1}}', b'{"choices": "text"}', b"data: {}\n\n",
])
def test_what_is_no_chat_completion(body: bytes) -> None:
    assert failed(Raw(body=body)) == "what it answers is no chat completion."


@pytest.mark.parametrize(("status", "words"), [
    (401, "it does not take the key."), (403, "it says no to the request."), (404, "there is nothing at its address (404)."),
    (429, "it asks for fewer requests."), (500, "it has an error of its own (500)."), (400, "it says no to the request."),
])
def test_failures_are_said_for_whoever_owns_the_paper(status: int, words: str) -> None:
    assert failed(Raw(status, b"your key is " + KEY.encode())) == words


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(status: int) -> None:
    with model_server(lambda system, user: "what the other says") as other:
        words = failed(Raw(status, headers={"Location": f"{other.url}/chat/completions?{KEY}"}))
    assert words == f"it redirects what is posted to it ({status})."
    assert not other.bodies


def test_an_answer_that_is_too_large() -> None:
    assert failed(Raw(body=completion("x" * MOST_BYTES))) == "its answer is too large."


def test_a_server_that_is_slow_is_given_up() -> None:
    def slow(system: str, user: str) -> str:
        time.sleep(2)
        return "late"

    with model_server(slow) as here, pytest.raises(ModelError, match="seconds"):
        asked(ModelAddress(here.url, "small", seconds=0.3), "a", "b")


def test_a_server_that_is_down() -> None:
    with model_server(lambda system, user: "x") as here:
        gone = ModelAddress(here.url, "small", KEY)
    with pytest.raises(ModelError, match=r"^127\.0\.0\.1:\d+: nothing answers there"):
        asked(gone, "a", "b")


def set_(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    for name in ("ADDRESS", "NAME", "KEY", "KEY_FILE", "REQUESTS", "TOKENS", "SECONDS"):
        monkeypatch.delenv(f"OCTAVO_MODEL_{name}", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(f"OCTAVO_MODEL_{name}", value)


def test_there_is_none_until_the_owner_names_one(monkeypatch: pytest.MonkeyPatch) -> None:
    set_(monkeypatch, NAME="small", KEY=KEY)
    assert model_of_environment() is None
    set_(monkeypatch, ADDRESS="  ")
    assert model_of_environment() is None


def test_what_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    set_(monkeypatch, ADDRESS="http://127.0.0.1:11434/v1", NAME="small:8b")
    assert model_of_environment() == ModelAddress("http://127.0.0.1:11434/v1", "small:8b", "", REQUESTS, TOKENS, SECONDS)
    (tmp_path / "key").write_text(f"{KEY}\n")
    set_(monkeypatch, ADDRESS="https://models.example/v1?deployment=secret", NAME="x", KEY_FILE=str(tmp_path / "key"), REQUESTS="9",
         TOKENS="1000", SECONDS="30")  # fmt: skip
    made = model_of_environment()
    assert made
    assert (made.key, made.requests, made.tokens, made.seconds, made.shown) == (KEY, 9, 1000, 30, "models.example:443")
    assert KEY not in repr(made)
    assert "secret" not in repr(made)


@pytest.mark.parametrize(("variables", "named"), [
    ({"ADDRESS": "ftp://models.example/v1", "NAME": "x"}, "OCTAVO_MODEL_ADDRESS"),
    ({"ADDRESS": "models", "NAME": "x"}, "OCTAVO_MODEL_ADDRESS"),
    ({"ADDRESS": f"https://user:{KEY}@models.example", "NAME": "x"}, "OCTAVO_MODEL_ADDRESS"),
    ({"ADDRESS": "http://models.example/v1", "NAME": "x", "KEY": KEY}, "unencrypted"),
    ({"ADDRESS": "http://127.0.0.1/v1"}, "OCTAVO_MODEL_NAME"),
    ({"ADDRESS": "http://127.0.0.1/v1", "NAME": "x" * 201}, "OCTAVO_MODEL_NAME"),
    ({"ADDRESS": "http://127.0.0.1/v1", "NAME": "x", "KEY": KEY + "\x01y"}, "OCTAVO_MODEL_KEY"),
    ({"ADDRESS": "http://127.0.0.1/v1", "NAME": "x", "KEY_FILE": "/nothing/there"}, "OCTAVO_MODEL_KEY_FILE"),
    ({"ADDRESS": "http://127.0.0.1/v1", "NAME": "x", "REQUESTS": "many"}, "OCTAVO_MODEL_REQUESTS"),
    ({"ADDRESS": "http://127.0.0.1/v1", "NAME": "x", "TOKENS": "-1"}, "OCTAVO_MODEL_TOKENS"),
    ({"ADDRESS": "http://127.0.0.1/v1", "NAME": "x", "SECONDS": "0"}, "OCTAVO_MODEL_SECONDS"),
    ({"ADDRESS": "http://127.0.0.1/v1", "NAME": "x", "SECONDS": "٣"}, "OCTAVO_MODEL_SECONDS"),
])
def test_a_setting_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], named: str) -> None:
    set_(monkeypatch, **variables)
    with pytest.raises(OctavoError, match=named) as caught:
        model_of_environment()
    assert KEY not in str(caught.value)


def test_a_key_may_go_unencrypted_inside_ones_own_network(monkeypatch: pytest.MonkeyPatch) -> None:
    for host in ("127.0.0.1:8080", "localhost:11434", "192.168.1.9:1234", "[::1]:8080"):
        set_(monkeypatch, ADDRESS=f"http://{host}/v1", NAME="x", KEY=KEY)
        made = model_of_environment()
        assert made
        assert made.key == KEY


def test_what_is_posted_is_json() -> None:
    with model_server(lambda system, user: "x") as here:
        asked(ModelAddress(here.url, "small"), "a", '"}]}\ud800 </data>')
    assert json.dumps(here.bodies[0]["messages"][1]["content"]) == json.dumps('"}]}\ud800 </data>')
