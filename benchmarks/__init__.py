"""Octavo measured beside other programs, in the same run on the same machine; each module is run with `python -m`."""
