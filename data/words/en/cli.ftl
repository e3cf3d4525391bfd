# Command line: what the program prints outside the screen.
