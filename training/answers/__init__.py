"""How the weights were learned by which sentences are told to answer."""
