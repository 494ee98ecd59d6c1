"""The routine check: what a coach would remark on in a plan, to be mended or muted.

plan.py has a plan as plain data, week by week; reading.py makes it of a draft; the modules of
rules (amounts, days, rows, fitting) each take a week and the member and give findings; report.py
puts them together, the worst week of each, and says what mends them; mending.py does it.
"""
