"""Who may do what: the one who asks, the rules that say who that is, and the log of what was done."""
