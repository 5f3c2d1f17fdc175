"""One-off jobs, each in a process of its own."""
