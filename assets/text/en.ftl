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

## Rules, edits and evidence as sentences

tell-everyone = everyone
tell-nobody = nobody
tell-and = { $a } and { $b }
tell-or = { $a } or { $b }
tell-not = not: { $part }
tell-brackets = ({ $part })
tell-field = { $field } { $test }
tell-is = is { $value }
tell-one-of = is one of { $values }
tell-contains = contains “{ $text }”
tell-starts-with = starts with “{ $text }”
tell-at-least = is at least { $value }
tell-at-most = is at most { $value }
tell-between = is between { $lo } and { $hi }
tell-before = is before { $value }
tell-after = is after { $value }
tell-in-last = { $days ->
    [one] is within the last { $days } day
   *[other] is within the last { $days } days
}
tell-known = is known
tell-unknown = is unknown
tell-yes = yes
tell-no = no
tell-number = { $n }
tell-text = { $text }
tell-comma = { $a }, { $b }
tell-nothing = nothing
tell-otherwise = { $when } (otherwise { $share } %)
tell-tier = { $share } %: { $when }
tell-then = { $a }; { $b }
tell-amount = each { $per } of { $field }, at most { $max } times
tell-any-activity = any activity
tell-once = once
tell-each = each, at most { $max }
tell-activity = { $kinds }, { $times }
tell-activity-days = { $days ->
    [one] { $kinds } in the last { $days } day, { $times }
   *[other] { $kinds } in the last { $days } days, { $times }
}
tell-activity-hours = { $hours ->
    [one] { $kinds } in the last { $hours } hour, { $times }
   *[other] { $kinds } in the last { $hours } hours, { $times }
}
tell-no-field = no data: there is no field named “{ $field }”
tell-no-kind = no data: no activity is of the kind { $kinds }
tell-wrong-type = no data: “{ $field }” holds { $kind }, and the test “{ $test }” cannot be asked of it
tell-type-text = text
tell-type-whole = whole numbers
tell-type-decimal = decimals
tell-type-date = dates
tell-type-yes-no = yes or no
tell-set-weight = { $criterion }: { $weight } points
tell-set-on = { $criterion }: on
tell-set-off = { $criterion }: off
tell-set-criterion = { $criterion }: changed
tell-insert = { $criterion }: added
tell-remove = { $criterion }: deleted
tell-move = { $criterion }: moved
tell-set-band = { $band } starts at { $from }
tell-set-caps = { $group }: bounds changed
tell-replace = the model was replaced
tell-no-criterion = There is no criterion named “{ $name }” any more.
tell-name-taken = Another criterion is already named “{ $name }”.
tell-no-group = There is no group named “{ $name }” any more.
tell-no-band = There is no band named “{ $name }” any more.
tell-first-band = The first band has no lowest value: it takes everything below the second.
tell-band-order = A band cannot pass its neighbour.
tell-cap-order = The smallest value is above the largest.
tell-weight-bounds = A weight is a whole number from −1,000,000 to 1,000,000.
