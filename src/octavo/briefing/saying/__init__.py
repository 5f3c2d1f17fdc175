"""What a sentence says, as far as two sentences can be compared: its words, names, figures, and whether it denies."""
