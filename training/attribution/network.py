"""The network: a small BERT that is also told the signs of each piece, and heads for tags, names and links. Trained with torch.

Its parameters are named as the trunk's published weights name them, so that these load as they are (`all-MiniLM-L6-v2`: Wang et al. 2020,
arXiv:2002.10957; Reimers and Gurevych 2019, arXiv:1908.10084).
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from octavo.language.signs import CASES, QUOTES
from training.attribution.chain import Chain
from training.attribution.corpus import TAGS

WIDTH, INNER, LAYERS, HEADS, VOCABULARY, LONGEST = 384, 1536, 6, 12, 30_522, 512
LINK = 96
"""Dimensions in which a cue and a piece are compared, for each role."""
DISTANCES = 33

COLUMNS = {"tags": TAGS, "entities": TAGS, "asking": 2 * LINK, "answering": 2 * LINK, "alone": 2}
"""What the network says of each piece, in this order, and how many values that is."""


class Layer(nn.Module):
    """Self-attention and two dense layers, each added to what came in and normalised after it (BERT's order)."""

    def __init__(self) -> None:
        super().__init__()
        self.attend, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)  # query, key and value in one
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_attention, self.norm_dense = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, states: Tensor, far: Tensor | None) -> Tensor:
        """`states` (B, T, WIDTH), `far` (B, 1, 1, T): what is added to the weight of each piece, 0 or very little; None for 0."""
        windows, length, _ = states.shape
        query, key, value = (
            each.view(windows, length, HEADS, WIDTH // HEADS).transpose(1, 2) for each in torch.split(self.attend(states), WIDTH, -1)
        )
        scores = query / math.sqrt(WIDTH // HEADS) @ key.transpose(2, 3)
        mixed = (torch.softmax(scores if far is None else scores + far, -1) @ value).transpose(1, 2).reshape(windows, length, WIDTH)
        states = self.norm_attention(states + self.out(mixed))
        return self.norm_dense(states + self.narrow(functional.gelu(self.widen(states))))


class Network(nn.Module):
    """Pieces and their signs -> the values of COLUMNS for each piece."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(LONGEST, WIDTH)
        self.case, self.paragraph, self.quote = nn.Embedding(CASES, WIDTH), nn.Embedding(2, WIDTH), nn.Embedding(QUOTES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.heads = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in COLUMNS.items()})
        self.by_distance = nn.Embedding(DISTANCES, 2)
        self.chain = Chain()
        for table in (self.case, self.paragraph, self.quote, self.by_distance):
            nn.init.zeros_(table.weight)

    def forward(self, ids: Tensor, case: Tensor, paragraph: Tensor, quote: Tensor, mask: Tensor | None = None) -> Tensor:
        """All (B, T); returns (B, T, D), the values of COLUMNS side by side. `mask` is 1 for a piece, 0 for what only fills up."""
        told = self.case(case) + self.paragraph(paragraph) + self.quote(quote)
        states = self.norm(self.words(ids) + told + self.places.weight[: ids.shape[1]])
        far = None if mask is None else ((1.0 - mask.float()) * -1e4)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, far)
        weight = torch.cat([head.weight for head in self.heads.values()])
        return functional.linear(states, weight, torch.cat([head.bias for head in self.heads.values()]))

    def load_trunk(self, folder: Path) -> None:
        """Take the published weights of the trunk from `folder`/model.safetensors."""
        given = load_file(folder / "model.safetensors")
        own = {
            "words.weight": "embeddings.word_embeddings.weight",
            "norm.weight": "embeddings.LayerNorm.weight",
            "norm.bias": "embeddings.LayerNorm.bias",
        }
        parts = {
            "out": "attention.output.dense", "norm_attention": "attention.output.LayerNorm", "widen": "intermediate.dense",
            "narrow": "output.dense", "norm_dense": "output.LayerNorm",
        }
        for layer in range(LAYERS):
            for name, theirs in parts.items():
                for kind in ("weight", "bias"):
                    own[f"layers.{layer}.{name}.{kind}"] = f"encoder.layer.{layer}.{theirs}.{kind}"
        state = {name: given[theirs].float() for name, theirs in own.items()}
        for layer in range(LAYERS):
            for kind in ("weight", "bias"):
                parts_of = (given[f"encoder.layer.{layer}.attention.self.{part}.{kind}"] for part in ("query", "key", "value"))
                state[f"layers.{layer}.attend.{kind}"] = torch.cat(tuple(parts_of)).float()
        # A piece is always of the first kind of segment: what that adds is part of its place.
        state["places.weight"] = given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]
        missing = set(self.state_dict()) - set(state)
        self.load_state_dict(state, strict=False)
        untaught = {name for name in missing if not name.startswith(("case", "paragraph", "quote", "heads", "by_distance", "chain"))}
        if untaught:
            raise ValueError(f"{folder} has no weights for {sorted(untaught)}")


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
