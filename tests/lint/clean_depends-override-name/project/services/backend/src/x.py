class C:
    dependency_overrides = {}
C().dependency_overrides['x'] = 1
