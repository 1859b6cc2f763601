"""Agreement with the dates that real plan files saved."""
