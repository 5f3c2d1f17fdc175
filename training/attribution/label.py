"""A trained teacher labels texts that nobody annotated, for a smaller network to learn from.

    python -m training.attribution.label TEXTS.jsonl --weights FILE [--vocabulary FILE] [--pieces 900000] --out FILE

`TEXTS.jsonl` is what `training.news_text` gathers. Of each text that may hold a statement the file keeps what the teacher made of it, in
the form of the annotated articles, and how surely each piece has each tag. It is saved as it goes, and goes on where it stopped.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from torch import nn

from octavo.analysis import Entity, EntityKind, Found
from octavo.attribution.spans.decoding import Floats
from octavo.attribution.spans.finder import Finder
from octavo.language.files import FOLDER, VOCABULARY
from octavo.language.wordpiece import WordPiece
from training.attribution.chain import Chain
from training.attribution.corpus import NAMES, ROLES, TAGS, Example, example
from training.attribution.network import Network
from training.attribution.reader import TorchModel
from training.attribution.trunks import LARGE

SEED = 3
SHORTEST, LONGEST = 600, 12_000
"""Characters of a text: shorter ones are notices, longer ones no news."""
AT_ONCE = 128
"""Texts that are read together."""
_KINDS: dict[EntityKind, str] = dict(zip(("person", "organisation", "place"), NAMES, strict=True))


def main() -> None:
    """Choose, label, save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--weights", type=Path, required=True, help="what training.attribution.train --size large saved")
    parser.add_argument("--vocabulary", type=Path, default=FOLDER / VOCABULARY, help="the vocab.txt that words are cut by")
    parser.add_argument("--pieces", type=int, default=900_000, help="how much is labelled at most")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    wordpiece = WordPiece.of(options.vocabulary.read_text(encoding="utf8").splitlines())
    network = Network(LARGE)
    network.load_state_dict(torch.load(options.weights))
    model = TorchModel(network, wordpiece)
    finder = Finder(model=model)
    saved: list[dict[str, Any]] = torch.load(options.out) if options.out.exists() else []
    done = {record["id"] for record in saved}
    chosen = [record for record in _chosen(options.texts, wordpiece, options.pieces) if record["id"] not in done]
    began = time.monotonic()
    for first in range(0, len(chosen), AT_ONCE):
        some = chosen[first : first + AT_ONCE]
        read = model.read([record["text"] for record in some])
        shares = _shares([each.of(slice(0, TAGS)) for each in read], network.chain)
        saved += [_record(*each) for each in zip(some, finder.told(read), shares, strict=True)]
        print(f"{len(saved)} of {len(done) + len(chosen)} texts, {time.monotonic() - began:.0f} s", flush=True)
        _save(saved, options.out)


def load(path: Path, wordpiece: WordPiece) -> Iterator[Example]:
    """What `main` saved, as examples."""
    for record in torch.load(path):
        yield replace(example(record, record["attributions"], wordpiece), shares=record["shares"].float().numpy())


def _save(saved: list[dict[str, Any]], path: Path) -> None:
    """In one step: whoever stops it finds the file as it was or as it is to be."""
    beside = path.with_name(path.name + ".new")
    torch.save(saved, beside)
    beside.replace(path)


def _chosen(path: Path, wordpiece: WordPiece, most: int) -> Iterator[dict[str, Any]]:
    """Texts, in an order of chance, in which somebody may say something."""
    records = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    random.Random(SEED).shuffle(records)
    pieces = 0
    for record in records:
        text = record["text"]
        if pieces < most and SHORTEST < len(text) < LONGEST and (" said" in text or '"' in text):
            pieces += len(wordpiece.cut(text))
            yield record


def _shares(scores: Sequence[Floats], chain: Chain) -> list[torch.Tensor]:
    """How surely each piece of each text has each tag, (N, TAGS) each: the chain's marginals, for all texts side by side."""
    lengths = torch.tensor([len(each) for each in scores])
    block = nn.utils.rnn.pad_sequence([torch.from_numpy(each) for each in scores], batch_first=True)
    block = block.to(chain.steps.device).requires_grad_()
    mask = (torch.arange(block.shape[1]) < lengths[:, None]).to(block.device)
    (shares,) = torch.autograd.grad(chain.total(block, mask).sum(), block)
    return [row[:length].cpu().to(torch.float16) for row, length in zip(shares, lengths.tolist(), strict=True)]


def _record(given: dict[str, Any], told: tuple[Sequence[Found], Sequence[Entity]], shares: torch.Tensor) -> dict[str, Any]:
    found, names = told
    return {
        "id": given["id"],
        "text": given["text"],
        "attributions": [{role: getattr(each, role) for role in ROLES} for each in found],
        "silver": {"entities": [(each.start, each.end, _KINDS[each.kind]) for each in names]},
        "shares": shares,
    }


if __name__ == "__main__":
    main()
