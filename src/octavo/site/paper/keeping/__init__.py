"""How long things stay: the owner's page of settings."""
