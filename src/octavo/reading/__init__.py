"""Bytes -> articles.

    page.py     decodes (decode.py), tells HTML, feed, plain page text and JSON apart (kind.py), and calls one of
    html/       HTML pages        feed/    RSS, RDF, Atom, JSON Feed        flat/    saved page text
    draft.py    what these three hand to
    finish.py   which tells kicker, dateline, credits and agency from the text by parts/ and makes the Article
    article_json.py   one article as `octavo read --json` prints it
    archives/   many pages in one: WARC, JSON Lines, folders
    furniture.py   words that belong to no article, for feeds and saved page text
"""
