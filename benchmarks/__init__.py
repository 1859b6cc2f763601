"""Speed of Headway beside other engines, measured in one run."""
