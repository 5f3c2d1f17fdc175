"""Texts of made-up words, and one that a person could have written."""

from __future__ import annotations

import random

from octavo.article import Article, Paragraph

FERRY = (
    "The harbour board said on Tuesday that the ferry Marit will stay in port until the new year, after divers found a crack in her hull.",
    "The programme of repairs will cost 1.5 million marks, or 12 percent of the board's budget, Greta Solheim told reporters.",
    "Passengers have to take the bus around the bay, which takes three hours longer than the crossing ever did.",
    "The Marit was built in 1962 and has sunk twice before, once with a cargo of live sheep.",
    "The board meets again on Friday to hear what the insurers say about the crack.",
)


def words(seed: int, count: int) -> list[str]:
    """Words of a made-up language of 3,000 words, as a text of its own for each seed."""
    chance = random.Random(seed)
    letters = "abdefghiklmnoprstuvw"
    language = ["".join(letters[(number // 20**place) % 20] for place in range(3)) + "ab" for number in range(3000)]
    return [chance.choice(language) for _ in range(count)]


def text(seed: int, count: int = 600) -> str:
    return " ".join(words(seed, count))


def article(headline: str, *paragraphs: str) -> Article:
    return Article(headline, headline, tuple(Paragraph("text", paragraph) for paragraph in paragraphs))
