"""From the reader's raw values to the values of a plan."""
