"""Filters of the paper's templates."""
