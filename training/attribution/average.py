"""The mean of the weights that several runs saved, one of which began where the other ended.

    python -m training.attribution.average FILE FILE... --out FILE

Such weights lie in one valley of the loss, and their mean is flatter there than either end (Wortsman et al. 2022, "Model soups",
arXiv:2203.05482): it finds more, and loses less by rounding.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Load, average, save. Ends with the names that one file has and another lacks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    first, *others = (torch.load(path) for path in options.weights)
    for path, other in zip(options.weights[1:], others, strict=True):
        if apart := first.keys() ^ other.keys():
            parser.error(f"{path} is of another network: {', '.join(sorted(apart))}")
    torch.save({name: sum((other[name] for other in others), each) / len(options.weights) for name, each in first.items()}, options.out)


if __name__ == "__main__":
    main()
