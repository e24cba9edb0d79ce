"""How long things take, as ratios: measured when somebody asks, never in a test."""
