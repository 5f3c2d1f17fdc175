"""The kinds of sources that the press plays, how many of each there are among 500, and what is to be said of each in the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from tests.press import troubles
from tests.press.pages import SUMMARY_WORDS, Site
from tests.press.plan import Plan, pieces
from tests.press.replies import Manner
from tests.press.sources import Form, Play, Source, Trouble

ALL = 500
_PLAN, _FORM, _SITE = Plan(), Form(), Site()


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the played time, 0 to 1, in which something happens; `hours` from its beginning on, or to `end`, or for good."""

    play: Play
    begin: float = 0.0
    end: float | None = None
    hours: float | None = None

    def trouble(self, begins: datetime, days: float) -> Trouble:
        """The same in times."""
        first = begins + timedelta(days=days * self.begin)
        if self.hours is not None:
            return Trouble(first, first + timedelta(hours=self.hours), self.play)
        return Trouble(first, None if self.end is None else begins + timedelta(days=days * self.end), self.play)


@dataclass(frozen=True, slots=True)
class Kind:
    """`met`: the reasons (octavo.fetching.failures) of which it must have had one at some time; `ends`: of which it has one in the
    end, "" for none. `read`: all that its feed showed has to be in the library. `library` is the kind of source that a reader adds.
    """

    name: str
    count: int
    plan: Plan = _PLAN
    form: Form = _FORM
    shares: Sequence[Share] = ()
    site: Site = _SITE
    met: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset({""})
    read: bool = True
    shared_host: bool = False
    moves: str = ""
    """"host" or "path": where the address that `shares` lead to is."""
    stays: bool = False
    """Though it leads to another address, it keeps its own in the library."""
    secret: str = ""
    """"password" or "header"."""
    library: str = "feed"

    @property
    def well(self) -> bool:
        """Whether nothing ever goes wrong with it."""
        return not self.met and self.ends == {""} and not self.shares


def _set(*names: str) -> frozenset[str]:
    return frozenset(names)


_NO_FEED = _set("no-feed", "unreadable", "broken")


def _healthy() -> list[Kind]:
    both = Form()
    return [
        Kind("rss", 24, form=both),
        Kind("atom", 24, form=Form("atom")),
        Kind("rdf", 10, form=Form("rdf")),
        Kind("json", 12, form=Form("json")),
        Kind("full-text", 10, form=Form("atom", full=300)),
        Kind("etag-only", 12, form=Form(validators="etag")),
        Kind("modified-only", 12, form=Form("atom", validators="modified")),
        Kind("bare-304", 6, form=Form(validators="bare")),
        Kind("no-validators", 8, form=Form(validators="none")),
        Kind("restless-etag", 10, form=Form(validators="restless")),
        Kind("gzip", 15, form=Form(coding="gzip")),
        Kind("br", 10, form=Form("atom", coding="br")),
        Kind("zstd", 6, form=Form(coding="zstd")),
        Kind("deflate", 3, form=Form(coding="deflate")),
        Kind("silent-at-first", 8, Plan( silent_until=timedelta(hours=20)), both),
        Kind("sleepy", 15, Plan(per_day=0.3), both),
        Kind("office-hours", 15, Plan(per_day=10, hours=(8, 17), weekend=0.0), Form("atom")),
        Kind("busy", 10, Plan(per_day=60), both),
        Kind("bursts", 10, Plan(per_day=32, burst=8, window=20), both),
        Kind("quick-to-leave", 6, Plan(per_day=48, window=6, weekend=1.0, hours=(0, 24)), both),
        Kind("relative-links", 8, form=Form("atom", links="relative")),
        Kind("tracked-links", 8, form=Form(links="tracked")),
        Kind("changing-guids", 8, form=Form("atom", guids="changing")),
        Kind("renewed-dates", 8, form=Form(dates="renewed")),
        Kind("corrected", 12, Plan(corrected=3), both),
        Kind("wrong-charset", 5, form=Form(charset="utf-8", said="application/rss+xml; charset=iso-8859-1")),
        Kind("shared-host", 20, form=both, shared_host=True),
        Kind("max-age", 6, form=Form(max_age=5400)),
        Kind("ttl", 6, form=Form(hints="<ttl>180</ttl>")),
        Kind("hourly", 4, form=Form("rdf", hints="<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>")),
        Kind("password", 5, form=both, secret="password"),
        Kind("secret-header", 5, form=both, secret="header"),
        Kind("robots-forbid-feeds", 4, form=both, site=Site(robots="User-agent: *\nDisallow: /")),
    ]


def _following() -> list[Kind]:
    short, few = Form(words=SUMMARY_WORDS), Plan(per_day=3)
    return [
        Kind("summaries", 8, few, short),
        Kind("summaries-forbidden", 4, few, short, site=Site(robots="User-agent: *\nDisallow: /news/\n")),
        Kind("summaries-crawl-delay", 3, few, short, site=Site(robots="User-agent: *\nCrawl-delay: 20\n")),
        Kind("summaries-paywall", 4, few, short, site=Site(wall="paywall")),
        Kind("summaries-consent", 3, few, short, site=Site(wall="consent")),
        Kind("watched-page", 5, few, Form("front", validators="none"), library="page"),
        Kind("sitemap", 4, few, Form("sitemap"), library="sitemap"),
    ]


def _passing() -> list[Kind]:
    """What is ill for some time and well again."""
    def spell(play: Play, hours: float) -> tuple[Share, ...]:
        return (Share(play, 0.2, hours=hours),)

    return [
        Kind("slow", 5, shares=(Share(troubles.manner(Manner.LATE)),)),
        Kind("dripping", 5, shares=(Share(troubles.manner(Manner.DRIP)),)),
        Kind("not-found-for-a-while", 6, shares=(Share(troubles.status(404), 0.2, 0.4),), met=_set("not-found")),
        Kind("spells-of-503", 8, shares=(Share(troubles.status(503), 0.1, hours=3), Share(troubles.status(503), 0.4, hours=3)),
             met=_set("server-error")),
        Kind("503-with-retry-after", 4, shares=spell(troubles.status(503, ("Retry-After", "7200")), 4), met=_set("server-error")),
        Kind("silent-for-hours", 4, shares=spell(troubles.manner(Manner.CLOSE), 6), met=_set("no-connection", "broken")),
        Kind("error-page-for-hours", 5, shares=spell(troubles.error_page, 6), met=_NO_FEED),
        Kind("empty-for-hours", 4, shares=spell(troubles.empty, 6), met=_NO_FEED),
        Kind("cut-for-hours", 4, shares=spell(troubles.manner(Manner.CUT), 6), met=_set("broken")),
        Kind("half-for-hours", 4, shares=spell(troubles.truncated, 6)),
        Kind("broken-gzip-for-hours", 4, shares=spell(troubles.broken_gzip, 6), met=_set("broken")),
        Kind("limited-seconds", 5, Plan(per_day=24), shares=(Share(troubles.limited(5400, "seconds")),), ends=_set("", "rate-limited")),
        Kind("limited-date", 4, Plan(per_day=24), shares=(Share(troubles.limited(5400, "date")),), ends=_set("", "rate-limited")),
        Kind("limited-unsaid", 3, Plan(per_day=24), shares=(Share(troubles.limited(5400, "nothing")),), ends=_set("", "rate-limited")),
        Kind("limited-shared", 6, Plan(per_day=24), shares=(Share(troubles.limited(5400, "seconds")),), shared_host=True,
             ends=_set("", "rate-limited")),
        Kind("moved-for-an-hour", 4, Plan(per_day=24), shares=(Share(troubles.elsewhere(301), 0.3, hours=1),), moves="host", stays=True),
        Kind("elsewhere-for-now", 4, shares=(Share(troubles.elsewhere(302)),), moves="host", stays=True),
        Kind("moved-host", 3, shares=(Share(troubles.elsewhere(301), 0.25),), moves="host"),
        Kind("moved-path", 4, shares=(Share(troubles.elsewhere(308), 0.25),), moves="path"),
        Kind("password-elsewhere", 2, shares=(Share(troubles.elsewhere(302)),), moves="host", stays=True, secret="password"),
        Kind("password-moved", 2, shares=(Share(troubles.elsewhere(301), 0.1),), moves="host", secret="password"),
    ]


def _lasting() -> list[Kind]:
    """What falls ill and stays so, or was never well."""
    def for_good(name: str, count: int, play: Play, *reasons: str, begin: float = 0.0) -> Kind:
        return Kind(name, count, shares=(Share(play, begin),), met=_set(*reasons), ends=_set(*reasons), read=begin > 0)

    return [
        for_good("gone", 5, troubles.status(410), "gone", begin=0.3),
        for_good("never-there", 3, troubles.status(404), "not-found"),
        for_good("forbidden", 3, troubles.status(403), "forbidden"),
        for_good("unauthorised", 3, troubles.status(401, ("WWW-Authenticate", 'Basic realm="news"')), "unauthorised"),
        for_good("login-page", 4, troubles.login_page, *_NO_FEED, begin=0.3),
        for_good("hanging", 5, troubles.manner(Manner.HANG), "timed-out"),
        for_good("hanging-later", 3, troubles.manner(Manner.HANG), "timed-out", begin=0.3),
        for_good("endless-drip", 3, troubles.manner(Manner.ENDLESS_DRIP), "timed-out"),
        for_good("endless-body", 3, troubles.manner(Manner.ENDLESS_BODY), "too-large"),
        for_good("endless-headers", 3, troubles.manner(Manner.ENDLESS_HEADERS), "too-large"),
        for_good("circle", 3, troubles.circle, "redirects"),
        for_good("inwards", 3, troubles.inwards, "refused"),
        for_good("unconditional-304", 3, troubles.unconditional_304, "broken", "unreadable", "no-feed"),
        for_good("closing", 2, troubles.manner(Manner.CLOSE), "no-connection", "broken"),
        for_good("no-http", 2, troubles.manner(Manner.GARBAGE), "broken", "no-connection"),
        for_good("failing", 3, troubles.status(500), "server-error"),
        replace(for_good("no-address", 3, troubles.status(500), "no-address"), read=False),
    ]


KINDS: dict[str, Kind] = {kind.name: kind for part in (_healthy, _following, _passing, _lasting) for kind in part()}


@dataclass(frozen=True, slots=True)
class Played:
    """What a run plays: so many sources, from when on, how long. `port` is where they are."""

    begins: datetime
    days: float
    port: int
    count: int = ALL
    ill: bool = True
    """Whether those with troubles are among them."""
    names: Callable[[str], str] = field(default=lambda name: f"{name}.press.test")


def sources(played: Played) -> list[Source]:
    """About `count` sources, at least one of each kind, the same for the same numbers."""
    found = []
    for kind in KINDS.values():
        if played.ill or kind.well:
            share = max(1, round(kind.count * played.count / sum(each.count for each in KINDS.values())))
            found += [_source(kind, number, played) for number in range(share)]
    return found


def kind_of(source: Source) -> Kind:
    """The kind that it is of."""
    return KINDS[source.kind]


def _source(kind: Kind, number: int, played: Played) -> Source:
    name = f"{kind.name}-{number}"
    host = played.names(f"{kind.name}-{number // 10}" if kind.shared_host else name)
    path = {"page": "/", "sitemap": "/news-sitemap.xml"}.get(kind.library, f"/{name}/feed" if kind.shared_host else "/feed")
    new = {"host": f"http://{played.names('new-' + name)}:{played.port}{path}", "path": f"http://{host}:{played.port}/new{path}"}
    return Source(
        name=name,
        kind=kind.name,
        host=host,
        port=played.port,
        path=path,
        pieces=pieces(name, kind.plan, played.begins, played.days),
        form=kind.form,
        site=kind.site,
        troubles=[share.trouble(played.begins, played.days) for share in kind.shares],
        user=(f"reader-{number}", f"opal-{name}-s3cret") if kind.secret == "password" else None,
        secret_header=("X-News-Key", f"amber-{name}-s3cret") if kind.secret == "header" else None,
        moved=new.get(kind.moves, ""),
    )
