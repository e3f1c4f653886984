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

# --- Models: what a file is instead ---

model-empty = the file is empty
model-too-large = the file has { $size } bytes; a model has { $limit } at most
model-utf16 = the file is UTF-16 text; models are UTF-8
model-not-utf8 = the byte { $byte } is not UTF-8 text
model-looks-like = this looks like { $what }; models are RON
model-merge-conflict = the file holds merge conflict markers
model-hint-save-utf8 = save the file as UTF-8
model-hint-ron = a model begins with "(" and a field, such as: (name: "my-model", …)

# --- Models: mistakes of writing ---

model-curly-quote = curly quote { $found }; write "
model-long-dash = long dash { $found }; write -
model-hidden-space = invisible character { $code } from a word processor or a web page; write a plain space
model-unclosed-text = this text is never closed; its closing " is missing
model-unclosed-comment = this comment is never closed; its */ is missing
model-unclosed-bracket = this { $bracket } is never closed
model-unopened-bracket = this { $bracket } closes nothing
model-hint-closed-by = the { $bracket } at { $place } does not close it
model-hint-first-at = the first is at { $place }
model-hint-near = did you mean "{ $near }"?
model-hint-condition = a condition on a field is written Field("country", Is("FR"))
model-hint-newer = if a newer quadrille wrote this model, that version is needed to read it
model-too-deep = conditions stand more than { $limit } deep inside one another here
model-unknown-field-near = unknown field "{ $found }"; did you mean "{ $near }"?
model-unknown-field = unknown field "{ $found }"; known here: { $known }
model-unknown-word-near = unknown word "{ $found }"; did you mean "{ $near }"?
model-unknown-word = unknown word "{ $found }"; known here: { $known }
model-missing-field = the field "{ $field }" is missing here
model-duplicate-field = the field "{ $field }" is written twice
model-too-few-parts = { $n ->
    [0] parts are missing here
    [one] parts are missing after the first one
   *[other] parts are missing after the first { $n }
}
model-trailing = the model ends before "{ $found }"; nothing may follow its last bracket
model-bad-escape = this text has a \ that means nothing; write \\ for a backslash
model-no-extension = unknown RON extension "{ $name }"
model-number-bounds = { $what } is { $number }; allowed are { $lowest } to { $highest }
model-number-too-large = the number { $number } is out of bounds
model-number-unfit = the number { $number } is too large or has more than six decimals
model-decimal-comma = { $written } has a decimal comma; write { $right }
model-whole-only = { $number } is not allowed here: whole numbers only
model-expected = expected { $what }, found "{ $found }"
model-expected-at-end = expected { $what }, but the text ends
model-what-value = a text in quotes, a number, true or false
model-what-words = a text in quotes, or (en: "…", fr: "…")
model-what-whole = a whole number
model-what-text = a text in quotes
model-what-yes-no = true or false
model-what-list = a list in [ ]
model-what-list-end = a comma or the end of the list, ]
model-what-comma = a comma
model-what-colon = a field's name and a colon
model-what-group = a bracket (
model-what-group-end = a comma or the closing bracket )
model-what-name = a name without quotes

# --- Models: faults ---

model-bad-name = the model's name "{ $name }" is not 1 to 64 letters without accents, digits, ".", "_" and "-", not beginning with "."
model-device-name = Windows keeps the name "{ $name }" for itself
model-empty-name = { $what } has no name
model-duplicate-name = two { $what } have the name "{ $name }"
model-one-criterion = a criterion
model-one-group = a group
model-one-band = a band
model-one-zone = a zone
model-one-map = a map
model-one-kind = an event kind
model-one-field = a field
model-several-criteria = criteria
model-several-groups = groups of one axis
model-several-bands = bands of one axis
model-several-zones = zones
model-several-maps = maps
model-many-criteria = the model has { $n } criteria; at most { $limit } are allowed
model-many-bands = the axis has { $n } bands; at most { $limit } are allowed
model-many-zones = the model has { $n } zones; at most { $limit } are allowed
model-many-tiers = "{ $of }" has { $n } tiers; at most { $limit } are allowed
model-no-tiers = "{ $of }" has no tiers
model-long-text = the text "{ $start }…" has { $size } bytes; at most { $limit } are allowed
model-out-of-bounds = { $what } of "{ $of }" is { $number }; allowed are { $lowest } to { $highest }
model-reversed-bounds = { $low } of "{ $of }" is { $least }, above its { $high } { $most }
model-sum-too-large = the axis can exceed { $limit } points, which cannot be counted exactly; the heaviest criterion is "{ $criterion }"
model-bounds-too-large = the axis can exceed { $limit } points, which cannot be counted exactly
model-first-band = the first band "{ $band }" has a lowest value; it takes all that is below the second
model-band-without-from = the band "{ $band }" has no lowest value (from)
model-band-order = the band "{ $band }" begins at { $from }, not above "{ $before }", which begins at { $lower }
model-no-such-map = the map in force is to be "{ $name }", but no map has that name
model-no-such-zone = the map "{ $map }" names the zone "{ $zone }", which does not exist
model-map-unknown-row = the map "{ $map }" has a row "{ $row }", but no row band has that label
model-map-row-twice = the map "{ $map }" has two rows "{ $row }"
model-map-row-too-long = the row "{ $row }" of the map "{ $map }" has { $n } zones for { $bands ->
    [one] { $bands } column band
   *[other] { $bands } column bands
}
model-map-hole = the map "{ $map }" has no zone for row "{ $row }", column "{ $column }"
model-map-missing-row = the map "{ $map }" has no row "{ $row }"
model-rank-empty = rank_by names nothing to rank by
model-rank-twice = rank_by names { $key } twice
model-per-not-positive = per of "{ $of }" is { $found }; it is a number above 0
model-empty-one-of = the list of values for "{ $field }" is empty: no lead can match
model-reversed-between = between { $low } and { $high } for "{ $field }" is reversed: nothing lies between
model-date-value = the date { $date } is to be written as text in a model

# --- Models: advice ---

model-advice-no-criteria = no criterion counts: every lead stays where it starts
model-advice-one-axis = only one axis has criteria: the matrix is a list
model-advice-many-criteria = { $n } criteria count; more than { $many } are hard to weigh against one another
model-advice-nothing-negative = nothing takes points away: leads only ever rise
model-advice-band-too-high = no lead can reach the band "{ $band }": it begins at { $from } and the axis ends at { $highest }
model-advice-band-too-low = no lead can be as low as the band "{ $band }": the axis begins at { $lowest }
model-advice-hidden-characters = the name "{ $name }" holds invisible or control characters
model-advice-zone-without-owner = nobody owns the zone "{ $zone }"
model-advice-zone-without-action = the zone "{ $zone }" says nothing about what to do
model-advice-zone-nowhere = the map in force has no cell in the zone "{ $zone }"
