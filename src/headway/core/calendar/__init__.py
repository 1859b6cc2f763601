"""Working time: calendars compiled once to integer arrays, and arithmetic on them."""
