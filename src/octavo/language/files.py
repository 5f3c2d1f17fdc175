"""Which files the shipped model has and where they lie: told without what it takes to run it, so that asking costs nothing."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "models"
"""Where the model that is shipped lies."""

NETWORK, VOCABULARY, TABLES = "attribution.onnx", "vocabulary.txt", "attribution.json"
