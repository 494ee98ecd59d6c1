"""The maths of training: units, strength, volume, progression, records and plates.

Pure Python: no Django, no clock, no files. Quantities are `Decimal` with the unit in
the name; estimates are `float`. Where no honest number exists the answer is None.
What is science and what is our own rule is told in `docs/how-we-count.md`.
"""
