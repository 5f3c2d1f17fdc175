"""The pages of speakers: who has been heard, and all that each has said."""
