"""The pages of settings: a reader's own, and the owner's for the whole paper."""
