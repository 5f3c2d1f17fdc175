"""Reading foreign bytes in processes apart."""
