"""How the model that finds attributions was made: articles -> examples -> weights -> the files that are shipped.

    make train

runs `train`, `label` and `export` of this package in an environment of its own, in the order that the Makefile gives. What they need and
what they gave is in `src/octavo/language/models/README.md`.
"""
