"""Who the source of an attribution stands for."""
