"""One huge thing in every place that can contain one, and a clock for what the program does."""
