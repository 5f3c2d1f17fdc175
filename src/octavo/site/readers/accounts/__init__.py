"""Who reads: signing in and up, passwords and passkeys, sessions, invitations, and what a reader takes along or has erased."""
