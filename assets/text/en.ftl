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

# --- The terminal ---

shell-no-terminal = The full-screen workbench needs a terminal, and here the keyboard or the screen is none.
shell-dumb-terminal = This terminal (TERM=dumb) cannot show a full screen.
shell-unnamed-terminal = This terminal does not say what it can do (TERM is empty).
shell-use-commands = The commands work everywhere: “quadrille matrix” prints the matrix as plain text, “quadrille --help” lists the others.
shell-broken = quadrille stopped because of a fault of its own ({ $place }).
shell-broken-saved = What the screen called saved is saved. Please report what you were doing, and the place in brackets.
shell-worker-broken = A part of quadrille ({ $name }) stopped because of a fault of its own ({ $place }).
shell-worker-restart = What the screen called saved is saved. Quit and start again to go on.
