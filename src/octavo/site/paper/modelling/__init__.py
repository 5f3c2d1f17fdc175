"""What readers ask of the owner's language model: a translation, an answer in its words. Always beside what papers printed."""
