"""The spans of attributions and names, by the shipped model."""
