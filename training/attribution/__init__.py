"""How the model that finds attributions was made: articles -> examples -> weights -> the files that are shipped.

    make train

runs `python -m training.attribution.train` and `python -m training.attribution.export` in an environment of its own. What they need and
what they gave is in `src/octavo/language/models/README.md`.
"""
