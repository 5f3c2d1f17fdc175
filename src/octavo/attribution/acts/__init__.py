"""What a cue does, and whether a statement is quoted."""
