"""What is wrong with a library, its sources, its models, its machine and its settings: found and explained, for `octavo doctor`."""
