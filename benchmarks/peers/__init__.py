"""Other engines, driven from outside: each gets the same plan and says its dates or its seconds."""
