"""Plain Python: text, dates, forms. Nothing in here knows Django, a database or the clock."""
