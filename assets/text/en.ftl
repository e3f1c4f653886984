# Every word a person reads, in English. fr.ftl holds the same keys with the same arguments.

# --- Times ---

time-today = today
time-yesterday = yesterday
time-tomorrow = tomorrow
time-days-ago = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
time-days-ahead = { $days ->
    [one] in { $days } day
   *[other] in { $days } days
}
time-days-short = { $days } d

# --- Problems: where something is wrong ---

problem-told = { $place }: { $text }
problem-line = line { $line }
problem-column = column { $column }
problem-field = column "{ $field }"
