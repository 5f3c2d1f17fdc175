"""Makes a network easy to quantise: channels that are far larger than the rest give some of their size to the weights they meet.

SmoothQuant (Xiao et al. 2023, arXiv:2211.10438). What a dense layer computes stays the same; the scale that its input shares in int8 no
longer follows its few largest channels alone. In BERT's order a normalised state also goes on beside the layer, so the factor cannot go
into the normalisation: it is a product of its own before the layer.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from training.attribution.network import Network

STRENGTH = 0.5
"""How much of the difference between channels goes over to the weights: 0 none, 1 all."""
DENSE = ("attend", "out", "widen", "narrow")
"""The dense layers of a layer."""


class Smoothed(nn.Module):
    """A dense layer whose input is divided by `size` (channels,) and whose weights are multiplied by it."""

    def __init__(self, dense: nn.Linear, size: Tensor) -> None:
        super().__init__()
        self.factor = nn.Parameter(1 / size)
        self.weight = nn.Parameter(dense.weight * size)
        self.bias = dense.bias

    def forward(self, states: Tensor) -> Tensor:
        """What the dense layer gives."""
        return functional.linear(states * self.factor, self.weight, self.bias)


def smooth(network: Network, inputs: Sequence[dict[str, NDArray[np.int64]]]) -> None:
    """Replace the dense layers of a network by smoothed ones, after what some inputs show of its channels."""
    largest: dict[nn.Linear, Tensor] = {}

    def watch(dense: nn.Linear, given: tuple[Tensor], _: Tensor) -> None:
        most = given[0].abs().amax((0, 1))
        largest[dense] = torch.maximum(largest.get(dense, most), most)

    watched = [getattr(layer, name).register_forward_hook(watch) for layer in network.layers for name in DENSE]
    with torch.no_grad():
        for each in inputs:
            network(**{name: torch.from_numpy(value) for name, value in each.items()})
    for hook in watched:
        hook.remove()
    for layer in network.layers:
        sizes = {name: _sizes(getattr(layer, name), largest[getattr(layer, name)]) for name in DENSE}
        with torch.no_grad():
            # What attention mixes are values, channel by channel: here the factor can go into the weights that made them.
            values = slice(2 * network.trunk.width, None)
            layer.attend.weight[values] /= sizes["out"][:, None]
            layer.attend.bias[values] /= sizes["out"]
            layer.out.weight *= sizes.pop("out")
        for name, size in sizes.items():
            setattr(layer, name, Smoothed(getattr(layer, name), size))


def _sizes(dense: nn.Linear, largest: Tensor) -> Tensor:
    """What the channels of a layer's input are divided by."""
    weights = dense.weight.detach().abs().amax(0)
    return largest.clamp(min=1e-5) ** STRENGTH / weights.clamp(min=1e-5) ** (1 - STRENGTH)
