"""Who said what in a story: its speakers, joined by name over all its articles, with the statements that are shown."""
