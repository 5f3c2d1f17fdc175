"""Where those who speak in a story, or those who report it, do not agree."""
