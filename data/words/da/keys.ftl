# Keys: the names of commands and keys in the footer, help and palette.
