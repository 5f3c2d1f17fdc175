"""What readers do with what they read: marks, saved items, tags, subscriptions."""
