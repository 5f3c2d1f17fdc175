"""Two invented papers on loopback: a feed with the beginnings of their articles, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import NamedTuple


class Told(NamedTuple):
    """An article as a paper prints it; `ago` is in minutes."""

    slug: str
    headline: str
    ago: int
    text: tuple[str, ...]


POST = (
    Told("bridge", "Engineers close the Alder bridge after cracks are found", 180, (
        "ALDER, Monday - Engineers closed the bridge over the Alder on Monday after divers found cracks in two of its piers. "
        "About 4,000 people cross it every day to reach the market and the hospital.",
        "“We found cracks as long as my arm in two piers, and nobody will drive over them,” said Mira Holt, the harbour engineer.",
        "The bridge was built in 1931 and was last inspected three years ago. Buses go round by the north road, 40 minutes more.",
        "Jon Sander, who runs the market, said that traders lost half of their customers in one morning.",
        "The council meets on Wednesday to decide whether a ferry will carry people until the repair is done.",
    )),
    Told("choir", "A choir of fishermen sings in the empty cannery", 420, (
        "Thirty fishermen sang in the cannery at Skerry on Sunday night, where no fish has been packed for twelve years.",
        "“The tanks give an echo that no church has,” said Orla Penn, who leads the choir.",
        "The owner of the cannery lets them use it until it is sold. The next evening is in a fortnight.",
    )),
    Told("wool", "The price of wool falls for the third year", 900, (
        "Farmers on the northern isles were paid a third less for their wool this spring than two years ago, the wool board said.",
        "“It costs more to shear a sheep than its wool brings,” said Tam Reddick, who keeps 300 of them.",
        "The board wants to pay for a washing plant, so that the wool need not be shipped before it is sold.",
    )),
)
PILOT = (
    Told("alder-bridge", "Alder bridge closed: cracks in two piers", 150, (
        "The bridge over the Alder was closed on Monday after cracks were found in two of its piers, the harbour office said.",
        "The harbour engineer, Mira Holt, said the repair would take at least six weeks. About 4,000 people cross the bridge every day.",
        "The council denied that it had put off an inspection. “Nothing was put off,” said Pia Lund, who speaks for the council.",
        "Two boats could carry people across by Thursday, she said.",
    )),
    Told("lighthouse", "The lighthouse keeps its lamp, and loses its keeper", 600, (
        "The lamp on Far Point will be lit by a switch in town from next month, and its last keeper will move ashore.",
        "“I shall miss the storms and nothing else,” said Edda Marsh, who has kept the light for 31 years.",
        "The harbour office said that the house would be let to visitors in summer.",
    )),
)
RIGHT_TO_LEFT = Told("court", "محكمة الاستئناف تبرئ ثلاثة رجال بعد ست سنوات", 300, (
    "قضت محكمة الاستئناف يوم الأربعاء ببراءة الرجال الثلاثة وأفرجت عنهم بعد ست سنوات في السجن، وقالت إن الأدلة لم تكن كافية.",
    "وقال أحدهم عند خروجه إنه يريد أن يرى البحر أولا، ثم يعود إلى عمله في الميناء حيث ينتظره أصدقاؤه منذ سنوات طويلة.",
    "ولم تعلق النيابة على الحكم، لكن محاميا عنها قال إنها تدرس إمكانية الطعن فيه خلال الأسابيع المقبلة.",
))
PAPERS = {
    "/post/": ("The Alder Post", "en", POST), "/pilot/": ("The Pilot", "en", PILOT), "/mina/": ("صوت الميناء", "ar", (RIGHT_TO_LEFT,)),
}
"""Folder of the server -> the paper that lies in it."""


def pages(root: str, now: datetime) -> dict[str, tuple[str, str]]:
    """Path -> kind and text of everything that the papers at `root` have."""
    made = {"/robots.txt": ("text/plain", "User-agent: *\nAllow: /\n")}
    for folder, (name, language, articles) in PAPERS.items():
        items = ""
        for each in articles:
            when = now - timedelta(minutes=each.ago)
            paragraphs = "".join(f"<p>{escape(part)}</p>" for part in each.text)
            items += (
                f"<item><title>{escape(each.headline)}</title><link>{root}{folder}{each.slug}</link><guid>{root}{folder}{each.slug}</guid>"
                f"<pubDate>{format_datetime(when)}</pubDate><description>{escape(each.text[0])[:90]}…</description></item>"
            )
            made[folder + each.slug] = ("text/html", _page(
                language, f"{escape(each.headline)} | {name}",
                f'<meta property="og:site_name" content="{name}"><meta property="article:published_time" content="{when.isoformat()}">',
                f'<nav><a href="{folder}">{name}</a></nav><article><h1>{escape(each.headline)}</h1>{paragraphs}</article>',
            ))
        made[f"{folder}feed.xml"] = ("application/rss+xml", (
            f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{name}</title><link>{root}{folder}</link>'
            f"<language>{language}</language>{items}</channel></rss>"
        ))
        feed = f'<link rel="alternate" type="application/rss+xml" title="{name}" href="{folder}feed.xml">'
        made[folder] = ("text/html", _page(language, name, feed, f"<h1>{name}</h1>"))
    return made


def _page(language: str, title: str, head: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{body}</body></html>"
    )


@contextmanager
def papers() -> Iterator[str]:
    """Serve them all; the address of the server, without a last slash."""
    answers: dict[str, tuple[str, str]] = {}

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, text = answers.get(self.path, ("text/plain", ""))
            body = text.encode()
            self.send_response(200 if self.path in answers else 404)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            """Nothing is said of it."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        root = f"http://127.0.0.1:{server.server_port}"
        answers.update(pages(root, datetime.now(UTC)))
        Thread(target=server.serve_forever, daemon=True).start()
        yield root
        server.shutdown()
