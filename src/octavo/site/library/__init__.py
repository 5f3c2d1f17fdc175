"""The tables of the library, and what puts articles in and takes them out."""
