"""Where the speakers and the reports of a story differ: positions on one question side by side, denials, and figures."""
