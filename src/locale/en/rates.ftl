# What may be wrong with a table of exchange rates.
problem-rates-header = The columns must be month,currency,per_eur, separated by commas.
problem-rate-unreadable = A rate is a number above zero with at most nine decimals, for example 10.720339.
problem-rate-twice = This month and currency stood in the table before.
problem-month-unreadable = A month is written as 2026-03.
