"""The brief on the pages: its lines with the way to the sentence of each, what is new to a reader, and the sentence in its article."""
