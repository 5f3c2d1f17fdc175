"""A reader's own account: who they are, how they sign in, what they take along."""
