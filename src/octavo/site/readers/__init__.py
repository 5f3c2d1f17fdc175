"""People who read, and who of them is asking."""
