"""Trials in which work is killed, in a process of its own that has the library open: see `main` of the modules that are named."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

from tests.shared import ROOT


def killed_in(module: str, trials: int, folder: Path) -> tuple[int, int]:
    """Run the module's `main(seed, trials)` over the library in the folder; returns its two counts: killed, and left with a part done."""
    seed = int(os.environ.get("OCTAVO_SEED") or random.SystemRandom().randrange(10**6))
    print(f"OCTAVO_SEED={seed} makes this run again")
    environment = {**os.environ, "OCTAVO_DATA": str(folder), "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    run = f"from {module} import main; print(*main(*map(int, sys.argv[1:])))"
    script = f"import sys; from octavo.site.library.opening import open_library; open_library(); {run}"
    command = [sys.executable, "-c", script, str(seed), str(trials)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, timeout=240)
    assert done.returncode == 0, done.stdout + done.stderr
    killed, partly = (int(word) for word in done.stdout.split())
    return killed, partly
