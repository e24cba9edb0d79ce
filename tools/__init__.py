"""What those who write rules run: scores, the precision of each rule. No part of the package."""
