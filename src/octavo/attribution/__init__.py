"""Who said what: the spans of attributions, their speakers, acts and occasions."""
