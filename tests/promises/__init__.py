"""The promises about output, tested at every exit of the program."""
