"""Text -> tokens, sentences and what the shipped model sees in them."""
