"""The briefs of stories are made, and made again when the stories change."""
