"""How what `octavo.grouping.stories` knows was learned."""
