"""The owner's page of who reads and who may join."""
