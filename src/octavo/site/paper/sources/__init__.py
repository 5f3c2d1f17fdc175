"""The pages of sources: what is asked, how it goes, and how a source is added, changed and removed."""
