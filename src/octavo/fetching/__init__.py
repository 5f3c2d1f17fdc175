"""The one door to addresses that come from outside: guarded HTTP, robots, politeness, discovery. Nothing else opens a connection."""
