"""How each model of the package was made: one runnable module for each."""
