"""The report of a plan, for a sponsor: when it ends, what changed, what that hangs on, what comes next, who works."""
