"""The articles of `training.news_text`, read out of packages made here."""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
from pathlib import Path

import pytest

from training import news_formats as formats
from training import news_text

BODY = ("The harbour council voted on Tuesday to close the old ferry pier, and its chair said the decision \"was never about money\". "
        "Two members walked out before the count. A spokesman for the ferry line said it would appeal, and that its lawyers had until "
        "the end of May to do so. Residents who had come to listen asked for the minutes, which a clerk promised to print within a week.")


def packed(folder: Path, files: dict[str, str]) -> news_text.Source:
    """A package of those files, lying where it would have been downloaded to."""
    path = folder / "paper-1.0.tar.gz"
    with tarfile.open(path, "w:gz") as tar:
        for name, text in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            tar.addfile(member, io.BytesIO(text.encode()))
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    return news_text.Source("paper", "1.0", path.name, found, news_text.npm, r"\.txt$", formats.headline_first)


def test_one_text_once_and_what_is_gone_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                capsys: pytest.CaptureFixture[str]) -> None:
    paper = packed(tmp_path, {"paper-1.0/a.txt": f"Pier to close\n\n{BODY}\n", "paper-1.0/b.txt": f"Pier closes\n\n{BODY} More follows.\n",
                              "paper-1.0/c.txt": "Too short\n\nNothing was said.\n", "paper-1.0/d.csv": f"x\n\n{BODY[::-1]}\n"})
    (tmp_path / "changed.tgz").write_bytes(b"another file")
    changed = news_text.Source("changed", "2.0", "changed.tgz", "0" * 64, news_text.npm, ".", formats.page)
    monkeypatch.setattr(news_text, "SOURCES", (changed, paper))
    assert list(news_text.gathered(tmp_path)) == [("paper", "paper/a.txt", BODY)]
    assert "changed.tgz is not the file it was" in capsys.readouterr().err


def test_a_telegram_loses_its_headline_and_keeps_a_name_in_capitals() -> None:
    line = "19990101\tQUX <QX> SEES LOWER COSTS IN 1999 QUX Corp said costs will fall.     \"We are sure,\" it said.  Reuter 3;\n"
    assert list(formats.wire_lines(gzip.compress(line.encode()))) == [("0", ["QUX Corp said costs will fall.", '"We are sure," it said.'])]


def test_tagged_words_become_sentences_and_a_headline_parts_articles() -> None:
    text = "\n\n\tPier/nn-hl\n\n\n\tHe/pps said/vbd ,/, ``/`` No/rb one/pn won/vbd ''/'' ./.\n\n\n\tNext/jj-hl\n\n\n\tRain/nn ./.\n"
    assert [paragraphs for _, paragraphs in formats.brown(text.encode())] == [['He said, "No one won".'], ["Rain."]]
