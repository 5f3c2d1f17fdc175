"""What each command does: calls the rooms and prints. `octavo.cli` parses the arguments."""
