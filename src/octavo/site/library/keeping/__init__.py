"""Keeping the library: a copy of it in one file (`backing_up`, `restoring`), how long what is in it stays (`plan`, `letting_go`), how much
room it takes (`room`), and what is wrong with it (`findings`)."""
