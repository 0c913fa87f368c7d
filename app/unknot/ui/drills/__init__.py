"""The library of drills and what comes before the first one."""
