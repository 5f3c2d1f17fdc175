"""Where, to whom, through whom and when something was said."""
