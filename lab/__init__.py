"""What needs data from outside and is not shipped: benchmarks and training."""
