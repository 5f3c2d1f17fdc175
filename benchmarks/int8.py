"""How fast this machine multiplies int8 matrices through onnxruntime, and what share of that a model reaches."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

_ROWS, _INNER, _COLUMNS = 2048, 1024, 1024
_ROUNDS = 40
"""Multiplications of a measurement: a second or so."""


def rate(threads: int, times: int = 3) -> float:
    """Operations per second (a multiplication and an addition are two) of the faster of QLinearMatMul and MatMulInteger, the median of
    `times` measurements: a matrix of activations (2048 x 1024, uint8) by one of weights (1024 x 1024, int8)."""
    sessions = [_session(made, threads) for made in (_scaled(), _integer())]
    given = {"a": np.random.default_rng(0).integers(0, 255, (_ROWS, _INNER), dtype=np.uint8)}
    return max(statistics.median(_measured(session, given) for _ in range(times)) for session in sessions)


def _measured(session: onnxruntime.InferenceSession, given: dict[str, np.ndarray]) -> float:
    session.run(None, given)
    began = time.perf_counter()
    for _ in range(_ROUNDS):
        session.run(None, given)
    return _ROUNDS * 2 * _ROWS * _INNER * _COLUMNS / (time.perf_counter() - began)


def _session(model: onnx.ModelProto, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def _weights() -> onnx.TensorProto:
    values = np.random.default_rng(1).integers(-127, 127, (_INNER, _COLUMNS), dtype=np.int8)
    return numpy_helper.from_array(values, "b")


def _model(node: onnx.NodeProto, constants: list[onnx.TensorProto], out: int) -> onnx.ModelProto:
    given = [helper.make_tensor_value_info("a", TensorProto.UINT8, (_ROWS, _INNER))]
    answer = [helper.make_tensor_value_info("y", out, (_ROWS, _COLUMNS))]
    graph = helper.make_graph([node], "matrices", given, answer, constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def _integer() -> onnx.ModelProto:
    return _model(helper.make_node("MatMulInteger", ["a", "b"], ["y"]), [_weights()], TensorProto.INT32)


def _scaled() -> onnx.ModelProto:
    names = ["a", "a_scale", "a_zero", "b", "b_scale", "b_zero", "y_scale", "y_zero"]
    values = (np.float32(0.02), np.uint8(128), np.float32(0.01), np.int8(0), np.float32(0.5), np.uint8(128))
    scalars = [numpy_helper.from_array(np.array(value), name) for value, name in zip(values, (n for n in names if "_" in n), strict=True)]
    return _model(helper.make_node("QLinearMatMul", names, ["y"]), [*scalars, _weights()], TensorProto.UINT8)


def weights(network: Path) -> int:
    """The weights of a network's matrix multiplications by constants: each is used once for each piece it reads."""
    graph = onnx.load(network).graph
    shapes = {each.name: tuple(each.dims) for each in graph.initializer}
    made = {name: node for node in graph.node for name in node.output}

    def shape(name: str) -> tuple[int, ...]:
        while name not in shapes and name in made and made[name].op_type in {"DequantizeLinear", "QuantizeLinear", "Transpose"}:
            name = made[name].input[0]
        return shapes.get(name, ())

    places = {"MatMul": 1, "Gemm": 1, "MatMulInteger": 1, "QLinearMatMul": 3, "QGemm": 3}
    used = [shape(node.input[places[node.op_type]]) for node in graph.node if node.op_type in places]
    return sum(int(np.prod(each)) for each in used if each)
