"""The command line: each command parses, asks the library one question and shows the answer."""
