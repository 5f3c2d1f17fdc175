"""What readers want hidden, and what they want to see first."""
