"""Following: the pages of articles that a source named."""
