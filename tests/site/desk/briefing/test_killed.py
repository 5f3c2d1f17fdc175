"""Making briefs that is killed loses nothing and leaves nothing half."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

from tests.shared import ROOT


def test_killed_it_leaves_what_is_whole_and_the_rest_waiting(library: str, tmp_path: Path) -> None:
    seed = int(os.environ.get("OCTAVO_SEED") or random.SystemRandom().randrange(10**6))
    print(f"OCTAVO_SEED={seed} makes this run again")
    environment = {**os.environ, "OCTAVO_DATA": str(tmp_path), "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    run = "from tests.site.desk.briefing import killing; print(*killing.main(*map(int, sys.argv[1:])))"
    script = f"import sys; from octavo.site.library.opening import open_library; open_library(); {run}"
    trials = 16 if library == "sqlite" else 6
    command = [sys.executable, "-c", script, str(seed), str(trials)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, timeout=240)
    assert done.returncode == 0, done.stdout + done.stderr
    killed, partly = (int(word) for word in done.stdout.split())
    assert killed >= trials // 2
    assert partly > 0
