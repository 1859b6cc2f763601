"""Plans as tables for people and spreadsheets: workbooks and comma-separated files."""
