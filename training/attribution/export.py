"""Makes the files that are shipped from the weights that `training.attribution.train` saved.

    python -m training.attribution.export --weights FILE [--vocabulary FILE] [--data FOLDER] [--out FOLDER]

Weights and activations become int8 with scales fixed beforehand from some articles (static quantisation, Jacob et al. 2018,
arXiv:1712.05877): scales that follow each batch would make an answer depend on what else is in it.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import CalibrationDataReader, CalibrationMethod, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process

from octavo.language.files import FOLDER, NETWORK, TABLES, VOCABULARY
from octavo.language.windows import windows
from octavo.language.wordpiece import WordPiece
from training.attribution.batches import Window, packed
from training.attribution.corpus import articles, example
from training.attribution.given import ARTICLES, add_data, check_data
from training.attribution.network import Network, tables
from training.attribution.smoothing import smooth

EVERY, CALIBRATING = 9, 64
"""Every ninth article gives windows for the scales, up to so many."""


class Windows(CalibrationDataReader):  # type: ignore[misc]
    """Windows of articles, as the quantiser asks for them: one at a time, then None."""

    def __init__(self, given: Iterator[dict[str, NDArray[np.int64]]]) -> None:
        self._given = given

    def get_next(self) -> dict[str, NDArray[np.int64]] | None:
        """The next window's inputs."""
        return next(self._given, None)


def main() -> None:
    """Load, export, quantise, write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    add_data(parser)
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args()
    check_data(options)
    options.out.mkdir(parents=True, exist_ok=True)
    words = options.vocabulary.read_text(encoding="utf8")
    (options.out / VOCABULARY).write_text(words, encoding="utf8")
    network = Network()
    network.load_state_dict(torch.load(options.weights))
    network.eval()
    inputs = list(_inputs(options.data, WordPiece.of(words.splitlines())))
    smooth(network, inputs)
    _quantised(network, inputs, options.out / NETWORK)
    (options.out / TABLES).write_text(json.dumps(_tables(network, options.out), indent=1) + "\n", encoding="utf8")


def _inputs(data: Path, wordpiece: WordPiece) -> Iterator[dict[str, NDArray[np.int64]]]:
    """What the network is given for some windows of the training articles."""
    found = 0
    for record in articles(data / ARTICLES)[::EVERY]:
        read = example(record, [], wordpiece)
        for start, end in windows(len(read)):
            if found == CALIBRATING:
                return
            found += 1
            given = packed([Window(read, start, end)], wordpiece.vocabulary).inputs
            del given["mask"]  # in use, windows of one length go together, and nothing is filled up
            yield {name: each.numpy() for name, each in given.items()}


def _quantised(network: Network, inputs: list[dict[str, NDArray[np.int64]]], target: Path) -> None:
    names = list(inputs[0])
    free = {0: "windows", 1: "pieces"}
    with tempfile.TemporaryDirectory() as folder:
        whole, ready = Path(folder) / "whole.onnx", Path(folder) / "ready.onnx"
        torch.onnx.export(
            network, tuple(torch.from_numpy(inputs[0][name]) for name in names), whole, input_names=names, output_names=["values"],
            dynamic_axes=dict.fromkeys([*names, "values"], free), opset_version=17, dynamo=False,
        )
        quant_pre_process(whole, ready, skip_symbolic_shape=True)
        quantize_static(
            ready, target, Windows(iter(inputs)), quant_format=QuantFormat.QDQ, per_channel=True, activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather", "Gemm"], calibrate_method=CalibrationMethod.MinMax,
            extra_options={"MatMulConstBOnly": True, "WeightSymmetric": True, "OpTypesToExcludeOutputQuantization": ["MatMul", "Gemm"]},
        )


def _tables(network: Network, folder: Path) -> dict[str, Any]:
    digests = {name: sha256((folder / name).read_bytes()).hexdigest() for name in (NETWORK, VOCABULARY)}
    return {"version": digests[NETWORK][:12], "sha256": digests, **tables(network)}


if __name__ == "__main__":
    main()
