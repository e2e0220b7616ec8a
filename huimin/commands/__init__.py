"""The commands of ``kb``, one module each: arguments come in, the package is called, words go out."""
