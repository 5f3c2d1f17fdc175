"""What each reader has read, saved, tagged and marked, and what they subscribe to."""
