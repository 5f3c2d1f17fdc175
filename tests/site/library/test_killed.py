"""An import that is killed leaves all or nothing of each article, and the next import completes it."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

from tests.shared import ROOT


def test_a_killed_import_leaves_all_or_nothing(library: str, tmp_path: Path) -> None:
    seed = int(os.environ.get("OCTAVO_SEED") or random.SystemRandom().randrange(10**6))
    print(f"OCTAVO_SEED={seed} makes this run again")
    at_statements, at_moments = (52, 12) if library == "sqlite" else (10, 4)
    environment = {**os.environ, "OCTAVO_DATA": str(tmp_path), "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    run = "from tests.site.library import killing; print(*killing.main(*map(int, sys.argv[1:])))"
    script = f"import sys; from octavo.site.library.opening import open_library; open_library(); {run}"
    command = [sys.executable, "-c", script, str(seed), str(at_statements), str(at_moments)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    killed, partly = (int(word) for word in done.stdout.split())
    assert killed >= at_statements
    assert partly > 0
