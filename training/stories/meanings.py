"""Makes the table that `octavo.grouping.stories.meanings` reads, by distilling a published model into one vector for each piece of a word.

    python -m training.stories.meanings NEWS.jsonl [--trunk FOLDER]

NEWS.jsonl is what `training.news_text` gathers; FOLDER holds `model.safetensors` of all-MiniLM-L6-v2. Of each piece two vectors are known:
its embedding, and what the model says of it alone. Both are made as long as the piece is telling, and a linear map (ridge regression) is
learned from their sums over SAMPLES passages of news to what the model says of each passage. The SIZE main components of that are kept.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray

from octavo.grouping.stories import meanings
from training.attribution.given import add_data, add_trunk, check_trunk
from training.attribution.network import Network
from training.attribution.trunks import TRUNKS

Matrix: TypeAlias = NDArray[np.float32]

OUT = Path(meanings.__file__).parent / meanings.TABLE
CHARACTERS, PASSAGE, SAMPLES, BATCH = 1_500, 14, 16_000, 128
"""Of each article that are read; pieces of a passage, about as many as of a headline; passages; at once."""
FEWEST = 2
"""Articles that hold a piece, for it to be counted in the mean of the pieces."""
POWER = 0.7
"""Of the logarithm of articles to articles that hold a piece: how much more a rare one counts."""
RIDGE = 0.05
"""Of the mean variance of what the map reads."""
EVEN = 0.5
"""Of the deviation of each component, by which it is divided: without that few of them outweigh the others."""


def main() -> None:
    """Reads, learns, writes, and says what the digest is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    add_data(parser)
    add_trunk(parser)
    options = parser.parse_args()
    check_trunk(options)
    network = Network(TRUNKS[options.size]).eval()
    network.load_trunk(options.trunk)
    cut = meanings.wordpiece()
    with options.news.open(encoding="utf-8") as lines:
        articles = [cut.cut(json.loads(line)["text"][:CHARACTERS]).ids for line in lines]
    counted = Counter(number for ids in articles for number in set(ids.tolist()))
    counts = np.array([counted[number] for number in range(len(cut.vocabulary))])
    telling = (np.log((len(articles) + 1) / (counts + 1)) ** POWER).astype(np.float32)[:, None]
    passages = [ids[start : start + PASSAGE] for ids in articles for start in range(0, len(ids) - PASSAGE + 1, PASSAGE)]
    chosen = np.stack(random.Random(0).sample(passages, SAMPLES))
    embeddings = network.words.weight.detach().numpy()
    alone = said(network, np.arange(len(counts))[:, None], cut.vocabulary)
    pieces = np.hstack([units(each - each[counts >= FEWEST].mean(axis=0)) * telling for each in (embeddings, alone)])
    table = pieces @ mapped(units(pieces[chosen].sum(axis=1)), units(said(network, chosen, cut.vocabulary)))
    # Letters of other scripts are in the vocabulary one by one, and would make all headlines in them alike.
    table[[number for piece, number in cut.vocabulary.items() if not piece.isascii() or piece.startswith("[")]] = 0
    data = np.rint(table * (127 / np.abs(table).max())).astype(np.int8).tobytes()
    OUT.write_bytes(data)
    print(f"{len(table):,} pieces, {len(articles):,} articles, sha256 {sha256(data).hexdigest()}: {OUT}")


def mapped(read: Matrix, told: Matrix) -> Matrix:
    """Sums of pieces (N, D) and what the model says of the same passages (N, 384) -> the map (D, SIZE)."""
    read, told = read - read.mean(axis=0), told - told.mean(axis=0)
    square = read.T @ read
    square += RIDGE * np.trace(square) / len(square) * np.eye(len(square), dtype=np.float32)
    found = np.linalg.solve(square, read.T @ told)
    _, spread, components = np.linalg.svd(read @ found, full_matrices=False)
    made: Matrix = (found @ components[: meanings.SIZE].T / spread[: meanings.SIZE] ** EVEN).astype(np.float32)
    return made


def said(network: Network, ids: NDArray[np.int64], vocabulary: dict[str, int]) -> Matrix:
    """What the model says of passages (N, T) of pieces: the mean over them and the model's two signs (N, 384)."""
    begin, end = (np.full((len(ids), 1), vocabulary[sign]) for sign in ("[CLS]", "[SEP]"))
    whole = torch.from_numpy(np.hstack([begin, ids, end]))
    found = []
    with torch.inference_mode():
        for batch in whole.split(BATCH):
            states = network.norm(network.words(batch) + network.places.weight[: batch.shape[1]])
            for layer in network.layers:
                states = layer(states, None)
            found.append(states.mean(dim=1).numpy())
    return np.concatenate(found)


def units(rows: Matrix) -> Matrix:
    """The rows, each of length 1."""
    made: Matrix = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(1e-9))
    return made


if __name__ == "__main__":
    main()
