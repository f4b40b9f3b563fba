"""What holds for all tests."""

from hypothesis import settings

# Shared machines are noisy: how long one example takes says nothing about the code.
settings.register_profile("delt-maskine", deadline=None)
settings.load_profile("delt-maskine")
