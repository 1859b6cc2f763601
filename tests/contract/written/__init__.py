"""Rules of the programs that open our files, checked on the file itself and not with the library that wrote it."""
