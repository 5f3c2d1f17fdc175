"""The index of the library: which articles have which words. `search.search` is the room's door.

sqlite.py and postgresql.py each make a table and keep it by triggers, so that nothing that writes articles can forget it, and say which
articles have some words; keys.py puts time into the index's order, filling.py indexes what was there before.
"""
