"""The page on which a reader asks the library, or one story, and is answered with the sentences that do. wishes.py reads what is asked,
page.py shows what answers."""
