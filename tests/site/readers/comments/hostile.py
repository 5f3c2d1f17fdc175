"""Things that were meant to run where a reader's words are printed; and what would have come of them in a page."""

from __future__ import annotations

from html.parser import HTMLParser

CORPUS = (
    "<script>alert(1)</script>", "<SCRIPT SRC=//x.example/a.js></SCRIPT>", "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\r\n>alert(1)</script\r\n>", "<script/xss src=data:,alert(1)>", "<img src=x onerror=alert(1)>",
    "<img src=x:alert(alt) onerror=eval(src) alt=1>", "<img/src='x'/onerror='alert(1)'>", "<IMG SRC=\"jav&#x09;ascript:alert(1);\">",
    "<img src=\"x` `<script>alert(1)</script>\"` `>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text y=20>x</text></a></svg>", "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "<math href='javascript:alert(1)'>x</math>",
    "<body onload=alert(1)>", "<iframe src=javascript:alert(1)>", "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data='data:text/html,<script>alert(1)</script>'>", "<embed src=javascript:alert(1)>", "<base href=https://x.example/>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<link rel=stylesheet href=//x.example/a.css>",
    "<style>*{background:url(//x.example)}</style>", "<style>@import'//x.example'</style>",
    "<div style=background:url(javascript:alert(1))>", "<form action=javascript:alert(1)><input type=submit>",
    "<button formaction=javascript:alert(1)>x", "<input autofocus onfocus=alert(1)>", "<select autofocus onfocus=alert(1)>",
    "<textarea autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)>",
    "<audio src=x onerror=alert(1)>", "<marquee onstart=alert(1)>", "<isindex action=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>", "<a href='java\tscript:alert(1)'>x</a>", "<a href=' &#14; javascript:alert(1)'>x</a>",
    "<a href='&#106;&#97;vascript:alert(1)'>x</a>", "<a href=\"vbscript:msgbox(1)\">x</a>",
    "<a href=data:text/html;base64,PHNjcmlwdD4=>x</a>", "<a onmouseover=alert(1)>x</a>", "<x onclick=alert(1)>x</x>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<template><script>alert(1)</script></template>",
    "<!--><img src=x onerror=alert(1)>-->", "<![CDATA[<script>alert(1)</script>]]>", "<?xml-stylesheet href=\"javascript:alert(1)\"?>",
    "\"><script>alert(1)</script>", "'-alert(1)-'", "\" autofocus onfocus=alert(1) x=\"", "javascript:alert(1)",
    "javascript&colon;alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:alert(1)", "//x.example/a", "https://a.example\" onmouseover=\"alert(1)",
    "https://a.example/?x='><script>alert(1)</script>", "https://user@thief.example/", "[a](javascript:alert(1))",
    "[a](<javascript:alert(1)>)", "[a](javascript&#58;alert(1))", "[a]( javascript:alert(1))", "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](x:y \"onclick=alert(1)\")", "[a](https://a.example \"\\\" onmouseover=alert(1) \")", "[a][b]\n\n[b]: javascript:alert(1)",
    "![a](javascript:alert(1))", "![a](https://a.example/x.png\"onerror=\"alert(1))", "<javascript:alert(1)>",
    "<https://a.example\" onclick=alert(1)>", "`<script>alert(1)</script>`", "~~~html\" onclick=\"alert(1)\n<script>alert(1)</script>\n~~~",
    "{{ 7 * 7 }}{% debug %}", "${alert(1)}", "＜script＞alert(1)＜/script＞",
    "<scrİpt>alert(1)</scrİpt>", "\u202e<script>alert(1)</script>",
    "%3Cscript%3Ealert(1)%3C/script%3E",
)

_TAGS = {"p", "em", "strong", "a", "blockquote", "ul", "ol", "li", "code", "pre", "br", "span"}
_ATTRIBUTES = {"href", "rel", "dir", "start", "class"}


class _Parts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name not in _ATTRIBUTES or (name == "class" and value != "leads-to"):
                self.found.append(f"{name}={value}")
            if name == "href" and not (value or "").lower().startswith(("http://", "https://")):
                self.found.append(f"href={value}")

    def handle_comment(self, data: str) -> None:
        self.found.append("comment")

    def handle_decl(self, decl: str) -> None:
        self.found.append("declaration")

    def handle_pi(self, data: str) -> None:
        self.found.append("instruction")


def unsafe(html: str) -> list[str]:
    """Whatever stands in a comment's HTML that no comment may have."""
    parts = _Parts()
    parts.feed(html)
    parts.close()
    return parts.found
