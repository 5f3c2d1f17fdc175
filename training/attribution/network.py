"""The network: a BERT that is also told the signs of each piece, and heads for tags, names and links. Trained with torch.

Its sizes and first weights are those of a trunk (`training.attribution.trunks`).
"""

from __future__ import annotations

import math
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from octavo.language.signs import CASES, QUOTES
from training.attribution.chain import Chain
from training.attribution.corpus import TAGS
from training.attribution.trunks import LONGEST, SMALL, VOCABULARY, Trunk, published

LINK = 96
"""Dimensions in which a cue and a piece are compared, for each role."""
DISTANCES = 33

COLUMNS = {"tags": TAGS, "entities": TAGS, "asking": 2 * LINK, "answering": 2 * LINK, "alone": 2}
"""What the network says of each piece, in this order, and how many values that is."""
YOUNG = ("case", "paragraph", "quote", "heads", "by_distance", "chain")
"""What no published weights have."""


class Layer(nn.Module):
    """Self-attention and two dense layers, each added to what came in and normalised after it (BERT's order)."""

    def __init__(self, trunk: Trunk) -> None:
        super().__init__()
        width = trunk.width
        self.count, self.each = trunk.heads, width // trunk.heads
        self.attend, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)  # query, key and value in one
        self.widen, self.narrow = nn.Linear(width, trunk.inner), nn.Linear(trunk.inner, width)
        self.norm_attention, self.norm_dense = nn.LayerNorm(width, trunk.epsilon), nn.LayerNorm(width, trunk.epsilon)

    def forward(self, states: Tensor, near: Tensor | None) -> Tensor:
        """`states` (B, T, width), `near` (B or 1, heads or 1, T or 1, T): what is added to how much a piece heeds each; None for 0."""
        windows, length, width = states.shape
        query, key, value = (
            part.view(windows, length, self.count, self.each).transpose(1, 2) for part in torch.split(self.attend(states), width, -1)
        )
        scores = query / math.sqrt(self.each) @ key.transpose(2, 3)
        mixed = (torch.softmax(scores if near is None else scores + near, -1) @ value).transpose(1, 2).reshape(windows, length, width)
        states = self.norm_attention(states + self.out(mixed))
        return self.norm_dense(states + self.narrow(functional.gelu(self.widen(states))))


class Network(nn.Module):
    """Pieces and their signs -> the values of COLUMNS for each piece."""

    def __init__(self, trunk: Trunk = SMALL) -> None:
        super().__init__()
        self.trunk, width = trunk, trunk.width
        self.words, self.places = nn.Embedding(VOCABULARY, width), nn.Embedding(LONGEST, width)
        self.case, self.paragraph, self.quote = nn.Embedding(CASES, width), nn.Embedding(2, width), nn.Embedding(QUOTES, width)
        self.norm = nn.LayerNorm(width, trunk.epsilon)
        self.layers = nn.ModuleList(Layer(trunk) for _ in range(trunk.layers))
        self.nearness = nn.Embedding(trunk.buckets, trunk.heads) if trunk.buckets else None
        self.heads = nn.ModuleDict({name: nn.Linear(width, size) for name, size in COLUMNS.items()})
        self.by_distance = nn.Embedding(DISTANCES, 2)
        self.chain = Chain()
        for table in (self.case, self.paragraph, self.quote, self.by_distance):
            nn.init.zeros_(table.weight)

    def forward(self, ids: Tensor, case: Tensor, paragraph: Tensor, quote: Tensor, mask: Tensor | None = None) -> Tensor:
        """All (B, T); returns (B, T, D), the values of COLUMNS side by side. `mask` is 1 for a piece, 0 for what only fills up."""
        told = self.case(case) + self.paragraph(paragraph) + self.quote(quote)
        states = self.norm(self.words(ids) + told + self.places.weight[: ids.shape[1]])
        near = None if mask is None else ((1.0 - mask.float()) * -1e4)[:, None, None, :]
        if self.nearness is not None:
            bias = self.nearness(_buckets(ids.shape[1], self.trunk.buckets, ids.device)).permute(2, 0, 1)
            near = bias if near is None else near + bias
        for layer in self.layers:
            states = layer(states, near)
        weight = torch.cat([head.weight for head in self.heads.values()])
        return functional.linear(states, weight, torch.cat([head.bias for head in self.heads.values()]))

    def load_trunk(self, folder: Path) -> None:
        """Take the published weights of the trunk from `folder`. Raises KeyError where one is missing there."""
        state = published(self.trunk, folder)
        untaught = {name for name in set(self.state_dict()) - set(state) if not name.startswith(YOUNG)}
        if untaught:
            raise KeyError(f"{folder} has no weights for {sorted(untaught)}")
        self.load_state_dict(state, strict=False)


def _buckets(length: int, count: int, device: torch.device) -> Tensor:
    """The bucket of the distance from each piece to each, (T, T): half for either side, finer near by (Raffel et al. 2020, 2.1)."""
    place = torch.arange(length, device=device)
    away = place[None, :] - place[:, None]
    side = count // 2
    exact = side // 2
    size = away.abs()
    far = exact + (torch.log(size.clamp(min=1).float() / exact) / math.log(128 / exact) * (side - exact)).long()
    return torch.where(size < exact, size, far.clamp(max=side - 1)) + side * (away > 0)


def tables(network: Network) -> dict[str, Any]:
    """What is used outside the network, as `octavo.language.model` reads it from the tables' file."""
    ends = list(accumulate(COLUMNS.values()))
    return {
        "width": ends[-1],
        "columns": {name: [end - size, end] for (name, size), end in zip(COLUMNS.items(), ends, strict=True)},
        "tags": network.chain.tables(),
        "entities": Chain().tables(),
        "by_distance": np.round(network.by_distance.weight.detach().cpu().numpy().astype(float), 5).tolist(),
    }


def split(values: Tensor) -> dict[str, Tensor]:
    """What the network says, by the names of COLUMNS."""
    return dict(zip(COLUMNS, torch.split(values, list(COLUMNS.values()), -1), strict=True))


def link_scores(values: dict[str, Tensor], cues: Tensor, away: Tensor, by_distance: nn.Embedding) -> Tensor:
    """Scores (C, T, 3) of each piece of a window for being nothing, source or content of each of its C cues.

    `values` are those of one window (T, …), `cues` (C, T) the shares of the pieces in each cue, summing to 1, `away` (C, T) how far each
    piece lies from its middle. The same is done when the model is used, by `octavo.attribution.spans.linking`.
    """
    asking = (cues @ values["asking"]).view(-1, 2, LINK)
    answering = values["answering"].view(-1, 2, LINK)
    size = (torch.log2(away.abs().clamp(max=255).float() + 1) * 2).long().clamp(max=16)
    scores = torch.einsum("crd,trd->ctr", asking, answering) / math.sqrt(LINK)
    scores = scores + values["alone"] + by_distance(torch.where(away < 0, 16 - size, 16 + size))
    return torch.cat([torch.zeros_like(scores[..., :1]), scores], -1)
