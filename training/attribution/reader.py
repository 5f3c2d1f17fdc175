"""A trained network read with torch, as the shipped one is with onnxruntime: what finds attributions takes either."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from octavo.language.model import Model
from octavo.language.wordpiece import WordPiece
from training.attribution.network import Network, tables


class TorchModel(Model):
    """The network in half precision (bf16), on a GPU where there is one."""

    def __init__(self, network: Network, wordpiece: WordPiece) -> None:
        """Take it as it is; it is no longer trained."""
        self._network = network.to("cuda" if torch.cuda.is_available() else "cpu").eval()
        self._threads = 1  # torch has its own
        self.wordpiece, self.tables, self.version = wordpiece, tables(network), "torch"

    def _values(self, inputs: dict[str, NDArray[np.int64]]) -> NDArray[np.float32]:
        device = next(self._network.parameters()).device
        with torch.no_grad(), torch.autocast(device.type, dtype=torch.bfloat16):
            values = self._network(**{name: torch.from_numpy(each).to(device) for name, each in inputs.items()})
        answer: NDArray[np.float32] = values.float().cpu().numpy()
        return answer
