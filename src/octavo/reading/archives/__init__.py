"""Archives -> the pages in them, one at a time: memory does not grow with the archive.

    entry.py        what every archive gives
    look.py         which form a file or stream has, told by its first bytes
    warc.py         WARC (ISO 28500), packed or not        http.py    the HTTP answer in a record -> the body
    json_lines.py   an article a line, packed or not
    folder.py       HTML, feeds and saved text in a folder and the folders in it
"""
