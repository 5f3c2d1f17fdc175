"""Words and their forms, as the other rooms ask for them."""
