"""Trains the network that finds attributions, or, with `--size large`, its teacher.

    python -m training.attribution.train [--size small|large] [--labelled FILE] [--start FILE] [--without EVERY] [--trunk FOLDER]
                                         [--data FOLDER] [--out FILE]

With `--labelled`, what `training.attribution.label` saved, it learns from a teacher's reading of further texts as well; `--without` leaves
out the articles that `training.attribution.calibrate` asks it about.
Half precision (bf16) doubles the speed on a processor that knows it, and no dropout in attention makes four times of it. What is kept
is a running mean of the weights (Polyak and Juditsky 1992). Saves after each round; a GPU is used where there is one.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from octavo.attribution.spans.linking import REACH
from octavo.language.wordpiece import WordPiece
from training.attribution.batches import Batch, Window, batches
from training.attribution.corpus import TAGS, UNKNOWN, articles, examples
from training.attribution.given import ARTICLES, add_data, add_trunk, check_data, check_trunk
from training.attribution.label import load
from training.attribution.network import YOUNG, Network, link_scores, split
from training.attribution.trunks import TRUNKS

SEED = 1


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a size is trained: windows of a step, rounds over the articles, the learning rate of what is published."""

    windows: int
    rounds: int
    rate: float


RECIPES = {"small": Recipe(16, 4, 3e-4), "large": Recipe(4, 2, 1e-4)}
RATE_OF_HEADS = 1e-3
WARMING = 0.06
"""The share of all steps in which the rate grows."""
NAMES_COUNT = 0.2
"""What the names count for beside the tags and the links."""
MEAN_OVER, EVERY = 0.985, 4
"""How much of the running mean stays at each update, and steps between updates."""


def main() -> None:
    """Read, train, save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_data(parser)
    add_trunk(parser)
    parser.add_argument("--labelled", type=Path, help="what training.attribution.label saved")
    parser.add_argument("--start", type=Path, help="weights that an earlier run saved, instead of the trunk's alone")
    parser.add_argument("--without", type=int, metavar="EVERY", help="one article in so many is left out")
    parser.add_argument("--rounds", type=int, help="other than the recipe's")
    parser.add_argument("--out", type=Path, default=Path("attribution.pt"))
    options = parser.parse_args()
    check_data(options)
    check_trunk(options)
    recipe, device = RECIPES[options.size], "cuda" if torch.cuda.is_available() else "cpu"
    rounds = options.rounds or recipe.rounds
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    wordpiece = WordPiece.of(options.vocabulary.read_text(encoding="utf8").splitlines())
    read = articles(options.data / ARTICLES)
    if options.without:
        del read[:: options.without]
    learned = list(examples(read, wordpiece))
    if options.labelled:
        learned += load(options.labelled, wordpiece)
    network = Network(TRUNKS[options.size])
    network.load_trunk(options.trunk)
    if options.start:
        network.load_state_dict(torch.load(options.start))
    network.to(device)
    steps = rounds * sum(1 for _ in batches(learned, recipe.windows, wordpiece.vocabulary, random.Random(SEED)))
    print(f"{len(learned)} readings of {sum(map(len, learned)):,} pieces, about {steps} steps", flush=True)
    young = {parameter for name, parameter in network.named_parameters() if name.startswith(YOUNG)}
    rates = [
        {"params": [each for each in network.parameters() if (each in young) == own], "lr": RATE_OF_HEADS if own else recipe.rate}
        for own in (True, False)
    ]
    optimiser = torch.optim.AdamW(rates, betas=(0.9, 0.98), eps=1e-6, weight_decay=0.01, fused=True)
    warm = int(steps * WARMING) + 1
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min((step + 1) / warm, max(0.02, (steps - step) / (steps - warm))))
    mean = {name: each.detach().clone() for name, each in network.named_parameters()}
    done, began = 0, time.monotonic()
    for round_ in range(rounds):
        for batch in batches(learned, recipe.windows, wordpiece.vocabulary, chance):
            losses = _losses(network, batch, device)
            sum(losses.values()).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            done += 1
            if done % EVERY == 0:
                with torch.no_grad():
                    for name, each in network.named_parameters():
                        mean[name].lerp_(each, 1 - min(MEAN_OVER, (1 + done) / (10 + done)))
            if done % 100 == 0:
                told = ", ".join(f"{name} {float(loss):.3f}" for name, loss in losses.items())
                print(f"round {round_ + 1}, step {done} of about {steps}: {told}; {time.monotonic() - began:.0f} s", flush=True)
        torch.save({name: each.cpu() for name, each in mean.items()}, options.out)


def _losses(network: Network, batch: Batch, device: str) -> dict[str, Tensor]:
    """What the network's answer to a batch costs: for tags, names and links, each a mean over the pieces it is about."""
    inputs = {name: each.to(device) for name, each in batch.inputs.items()}
    with torch.autocast(device, dtype=torch.bfloat16):
        values = network(**inputs)
    values = split(values.float())
    mask = inputs["mask"][:, 1:].bool()  # the opening sign before the first piece is no part of the chain
    tags = network.chain.cost(values["tags"][:, 1:], batch.tags[:, 1:].to(device), batch.shares[:, 1:].to(device), mask)
    names = functional.cross_entropy(values["entities"].reshape(-1, TAGS), batch.names.to(device).reshape(-1), ignore_index=UNKNOWN)
    links = [
        _links(network, {name: each[row, 1 : len(window) + 1] for name, each in values.items()}, window, device)
        for row, window in enumerate(batch.windows)
    ]
    near = sum(count for _, count in links)
    return {
        "tags": (tags * batch.counts.to(device)).sum() / inputs["mask"].sum(),
        "names": NAMES_COUNT * torch.nan_to_num(names),
        "links": (torch.stack([cost for cost, _ in links]) * batch.counts.to(device)).sum() / max(near, 1),
    }


def _links(network: Network, values: dict[str, Tensor], window: Window, device: str) -> tuple[Tensor, int]:
    """What the links of a window cost, summed over the pieces within REACH of each of its cues, and how many those are."""
    cues, true, away = [], [], []
    for attribution in window.example.attributions:
        parts = [part[(part >= window.start) & (part < window.end)] - window.start for part in attribution]
        source, cue, content = parts
        if not len(cue):
            continue
        share, belongs = np.zeros(len(window), np.float32), np.zeros(len(window), np.int64)
        share[cue] = 1 / len(cue)
        belongs[source], belongs[content] = 1, 2
        cues.append(share)
        true.append(belongs)
        away.append(np.round(np.arange(len(window)) - cue.mean()))
    if not cues:
        return values["alone"].sum() * 0, 0
    far = torch.from_numpy(np.stack(away)).to(device)
    scores = link_scores(values, torch.from_numpy(np.stack(cues)).to(device), far, network.by_distance)
    near = far.abs() < REACH
    costs = functional.cross_entropy(scores.transpose(1, 2), torch.from_numpy(np.stack(true)).to(device), reduction="none")
    return (costs * near).sum(), int(near.sum())


if __name__ == "__main__":
    main()
