"""Bytes -> articles.

    page.py      decodes (decode.py), tells HTML, feed and plain page text apart (kind.py), and calls one of
    html.py      HTML pages          feed.py   RSS, RDF, Atom, JSON Feed          flat.py   saved page text
    draft.py     what these three hand to
    finish.py    which tells kicker, dateline, credits and agency from the text and makes the Article
"""
