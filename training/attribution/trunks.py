"""The published encoders that training starts from: their sizes, and how their files name what `training.attribution.network` has.

The small one is shipped, the large one teaches it. all-MiniLM-L6-v2: Wang et al. 2020, arXiv:2002.10957; MPNet: Song et al. 2020,
arXiv:2004.09297; both as trained further by Reimers and Gurevych 2019, arXiv:1908.10084.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

VOCABULARY, LONGEST = 30_522, 512


@dataclass(frozen=True, slots=True)
class Trunk:
    """Sizes of an encoder, in values a piece, layers and heads of attention.

    `buckets` of distances between pieces weigh attention as well (0: none do); `epsilon` is what its norms add to a variance.
    """

    width: int
    inner: int
    layers: int
    heads: int
    epsilon: float
    buckets: int = 0


SMALL = Trunk(384, 1536, 6, 12, 1e-12)
LARGE = Trunk(768, 3072, 12, 12, 1e-5, buckets=32)
TRUNKS = {"small": SMALL, "large": LARGE}

_OF_MPNET = {0: 1, 101: 0, 102: 2}
"""Where MPNet has its own filler, opening and closing sign. The rest of its vocabulary is BERT's, four places further on."""
_SHIFT = 4


def published(trunk: Trunk, folder: Path) -> dict[str, Tensor]:
    """The weights in `folder`/model.safetensors, by the network's own names. Raises KeyError where one is missing."""
    given = load_file(folder / "model.safetensors")
    names = _mpnet(trunk) if trunk.buckets else _bert(trunk)
    state = {own: torch.cat([given[theirs].float() for theirs in parts]) for own, parts in names.items()}
    state["words.weight"], state["places.weight"] = (_words_of_mpnet if trunk.buckets else _words_of_bert)(given)
    return state


def _words_of_bert(given: Mapping[str, Tensor]) -> tuple[Tensor, Tensor]:
    """A piece is always of the first kind of segment: what that adds is part of its place."""
    places = given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]
    return given["embeddings.word_embeddings.weight"].float(), places.float()


def _words_of_mpnet(given: Mapping[str, Tensor]) -> tuple[Tensor, Tensor]:
    """In the order of BERT's vocabulary, so that one way of cutting words serves both. Its first two places are no places."""
    words = given["embeddings.word_embeddings.weight"].float()
    order = torch.arange(VOCABULARY) + _SHIFT
    for ours, theirs in _OF_MPNET.items():
        order[ours] = theirs
    return words[order], given["embeddings.position_embeddings.weight"][2:].float()


def _bert(trunk: Trunk) -> dict[str, tuple[str, ...]]:
    parts = {
        "attend": ("attention.self.query", "attention.self.key", "attention.self.value"), "out": ("attention.output.dense",),
        "norm_attention": ("attention.output.LayerNorm",),
    }
    return _names(trunk, parts)


def _mpnet(trunk: Trunk) -> dict[str, tuple[str, ...]]:
    parts = {
        "attend": ("attention.attn.q", "attention.attn.k", "attention.attn.v"), "out": ("attention.attn.o",),
        "norm_attention": ("attention.LayerNorm",),
    }
    return {**_names(trunk, parts), "nearness.weight": ("encoder.relative_attention_bias.weight",)}


def _names(trunk: Trunk, attention: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    parts = {**attention, "widen": ("intermediate.dense",), "narrow": ("output.dense",), "norm_dense": ("output.LayerNorm",)}
    names = {
        f"layers.{layer}.{own}.{kind}": tuple(f"encoder.layer.{layer}.{each}.{kind}" for each in theirs)
        for layer in range(trunk.layers) for own, theirs in parts.items() for kind in ("weight", "bias")
    }
    return {**names, **{f"norm.{kind}": (f"embeddings.LayerNorm.{kind}",) for kind in ("weight", "bias")}}
