"""The desk: polls the sources, follows their links, does the long jobs. No pages; those are in `octavo.site.paper`."""
