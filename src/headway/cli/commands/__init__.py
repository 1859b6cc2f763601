"""One command a module; :mod:`headway.cli.registry` says which there are."""
