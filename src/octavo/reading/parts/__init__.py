"""The parts of an article that all readers share: clean text, datelines, credits, bylines, agencies, kickers, times."""
