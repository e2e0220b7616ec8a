"""``python -m huimin`` is the command ``kb``."""

from huimin.cli import main

main()
