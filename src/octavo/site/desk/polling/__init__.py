"""Polling: takes what is due, asks, has it read, writes down what came."""
