"""Whether a sentence that a language model wrote is borne out by the sentences it cites; what is not is dropped.

Wary throughout: what cannot be told for sure counts as a fault, since the line that it would replace is true.
"""
