"""The words for a day, month or year in a sentence, and which one they mean: read as they stand, then resolved against a day."""
