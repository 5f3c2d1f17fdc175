"""From what a person types to what can be polled: addresses, feeds, sitemaps, the articles that a page links. Pure: nothing is fetched."""
