"""Made-up members with believable years, for demonstrations, development and benchmarks."""
