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
    [one] { $kinds } in the last day, { $times }
   *[other] { $kinds } in the last { $days } days, { $times }
}
tell-activity-hours = { $hours ->
    [one] { $kinds } in the last hour, { $times }
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
tell-set-map = the map “{ $map }” is in force
tell-replace = the model was replaced
tell-no-criterion = There is no criterion named “{ $name }” any more.
tell-name-taken = Another criterion is already named “{ $name }”.
tell-no-group = There is no group named “{ $name }” any more.
tell-no-band = There is no band named “{ $name }” any more.
tell-no-map = There is no map named “{ $name }” any more.
tell-first-band = The first band has no lowest value: it takes everything below the second.
tell-band-order = A band cannot pass its neighbour.
tell-cap-order = The smallest value is above the largest.
tell-weight-bounds = A weight is a whole number from −1,000,000 to 1,000,000.
## Keys and actions of the screens

action-up = Move up
action-up-short = up
action-down = Move down
action-down-short = down
action-left = Move left
action-left-short = left
action-right = Move right
action-right-short = right
action-page-up = One page up
action-page-up-short = page up
action-page-down = One page down
action-page-down-short = page down
action-first = To the first
action-first-short = first
action-last = To the last
action-last-short = last
action-next-pane = Next pane
action-next-pane-short = pane
action-previous-pane = Previous pane
action-previous-pane-short = pane
action-open = Open what is selected
action-open-short = open
action-accept = Accept
action-accept-short = OK
action-back = Back
action-back-short = back
action-screen-workbench = Go to the workbench
action-screen-workbench-short = workbench
action-screen-leads = Go to the leads
action-screen-leads-short = leads
action-screen-import = Go to the import
action-screen-import-short = import
action-next-screen = Next screen
action-next-screen-short = screen
action-previous-screen = Previous screen
action-previous-screen-short = screen
action-weight-up = Raise the weight by 1
action-weight-up-short = +1
action-weight-down = Lower the weight by 1
action-weight-down-short = -1
action-weight-up-more = Raise the weight by 5
action-weight-up-more-short = +5
action-weight-down-more = Lower the weight by 5
action-weight-down-more-short = -5
action-type-weight = Type the weight or the edge
action-type-weight-short = type
action-weight-baseline = Put the baseline’s weight back
action-weight-baseline-short = baseline
action-toggle = Turn off or on
action-toggle-short = on/off
action-edit = Edit
action-edit-short = edit
action-new = New
action-new-short = new
action-duplicate = Duplicate
action-duplicate-short = duplicate
action-delete = Delete
action-delete-short = delete
action-reorder-up = Move the criterion up
action-reorder-up-short = move up
action-reorder-down = Move the criterion down
action-reorder-down-short = move down
action-cell-view = Change what the cells show
action-cell-view-short = cells
action-edit-bands = Edit the bands
action-edit-bands-short = bands
action-edit-caps = Edit the bounds of the groups
action-edit-caps-short = bounds
action-band-edge-up = Raise the edge of the band by 1
action-band-edge-up-short = edge +1
action-band-edge-down = Lower the edge of the band by 1
action-band-edge-down-short = edge -1
action-band-edge-up-more = Raise the edge of the band by 5
action-band-edge-up-more-short = edge +5
action-band-edge-down-more = Lower the edge of the band by 5
action-band-edge-down-more-short = edge -5
action-choose-map = Choose the zone map
action-choose-map-short = map
action-zone-filter = Show one zone only
action-zone-filter-short = zone
action-set-baseline = Compare with this state from now on
action-set-baseline-short = baseline
action-save-version = Save as a named version
action-save-version-short = save
action-models = Models and versions
action-models-short = models
action-filter = Filter
action-filter-short = filter
action-order = Change the order
action-order-short = order
action-mark = Mark or unmark
action-mark-short = mark
action-next-lead = Next lead
action-next-lead-short = next
action-previous-lead = Previous lead
action-previous-lead-short = previous
action-copy = Copy
action-copy-short = copy
action-import-leads = Import leads from a file
action-import-leads-short = leads
action-import-events = Import activity from a file
action-import-events-short = activity
action-import-options = Say how the file is to be read
action-import-options-short = options
action-load-demo = Try it with demo data
action-load-demo-short = demo
action-undo = Undo
action-undo-short = undo
action-redo = Redo
action-redo-short = redo
action-menu = Menu of all actions
action-menu-short = menu
action-help = Help and keys
action-help-short = help
action-privacy = Hide or show names
action-privacy-short = names
action-present = Presentation mode
action-present-short = present
action-mouse = Mouse on or off
action-mouse-short = mouse
action-settings = Settings
action-settings-short = settings
action-quit = Quit
action-quit-short = quit

tui-context-global = Everywhere
tui-context-criteria = Criteria
tui-context-matrix = Matrix
tui-context-leads = Leads
tui-context-detail = One lead
tui-context-import = Import
tui-context-welcome = Welcome
tui-context-models = Models and versions
tui-context-bands = Bands
tui-context-form = Form
tui-context-confirm = Question
tui-context-popup = Text to read
tui-context-picker = List with search
tui-context-files = Files
tui-context-menu = Menu
tui-context-help = Help
tui-context-text-field = Text field

tui-key-ctrl = Ctrl
tui-key-alt = Alt
tui-key-shift = Shift
tui-key-enter = Enter
tui-key-esc = Esc
tui-key-tab = Tab
tui-key-space = Space
tui-key-backspace = Backspace
tui-key-delete = Del
tui-key-insert = Ins
tui-key-up = Up
tui-key-down = Down
tui-key-left = Left
tui-key-right = Right
tui-key-home = Home
tui-key-end = End
tui-key-pageup = PgUp
tui-key-pagedown = PgDn

tui-keys-unreadable = The key file cannot be read: { $why }
tui-keys-unknown-action = There is no action “{ $name }”.
tui-keys-did-you-mean = Did you mean “{ $name }”?
tui-keys-twice = The action “{ $name }” is given keys twice.
tui-keys-unknown-key = “{ $key }”, for “{ $name }”, is no key.
tui-keys-names = A key is a character or a name such as enter, esc, tab, space, up, pageup, f5, with ctrl+ or shift+ before it.
tui-keys-clash = The key “{ $key }” would mean both “{ $first }” and “{ $second }” ({ $place }).
tui-keys-typed = The key “{ $key }” cannot be “{ $name }”: it writes text there ({ $place }).
tui-keys-defaults = Until this is put right, the default keys are in force.
tui-table-keys = Keys
tui-table-action = What they do
tui-table-where = Where
tui-table-menu-only = (menu)
# The workspace file.
store-no-name = A workspace needs the name of a file.
store-missing = There is no such file.
store-no-folder = A part of the path is not a folder.
store-folder = This is a folder, not a workspace file.
store-not-a-file = This is not an ordinary file.
store-exists = A file of this name exists already; nothing was changed.
store-no-permission = You are not allowed to open this file.
store-io = The file could not be used: { $error }.
store-empty = The file is empty.
store-empty-hint = If nothing else uses it, delete it and make a new workspace under its name.
store-is-csv = This looks like a CSV file, not a workspace.
store-is-excel = This is an Excel workbook, not a workspace.
store-is-text = This is a text file, not a workspace.
store-import-hint = Name another file with --db, or import this one: quadrille import leads FILE.
store-not-a-workspace = This is not a quadrille workspace.
store-other-program = This is the database of another program, not a quadrille workspace.
store-newer = This workspace was made by a newer quadrille: it has format { $version }, this one reads up to { $newest }. Nothing was changed.
store-newer-hint = Install the newest quadrille to open it.
store-older = This workspace was made by an older quadrille: it has format { $version }, this one reads { $newest }.
store-older-hint = Open it once for writing: it is backed up, then brought up to date.
store-cut-off = The file is cut off: only { $bytes } bytes are left of it. Nothing was changed.
store-wal = Another program has left a write-ahead log beside the workspace, or has it open now. Nothing was changed.
store-wal-hint = Close that program, then open the workspace again.
store-strange = The workspace holds something that quadrille did not make: { $kind } “{ $name }”. Nothing was changed.
store-strange-hint = If you trust the file, take it out with the tool that put it there.
store-damaged = The workspace is damaged. Nothing was changed.
store-damaged-hint = Keep the file as it is and go back to the newest backup in { $folder }.
store-unfinished = An earlier session ended in the middle of a change, which has not been undone yet.
store-read-only = The file cannot be written to.
store-read-only-hint = Check the permissions of the file and of its folder.
store-cannot-open = The file, or the journal beside it, could not be opened.
store-busy = Another window is writing to this workspace. Nothing was changed.
store-busy-hint = Try again when it is done.
store-full = There is no room left on the disk. Nothing was changed.
store-full-hint = Free some space, then try again.
store-disk = The disk reported an error (code { $code }). The change was undone.
store-disk-hint = Check the disk or the network drive before you go on.
store-too-big = A value is too large for a workspace.
store-failed = The workspace could not do that (code { $code }). The change was undone.
store-moved = The workspace is no longer where it was opened: it was moved or deleted. Nothing was written.
store-replaced = The workspace was replaced by another file, perhaps by a sync client. Nothing was written.
store-moved-hint = Close this window and open the file again where it is now.
store-backup-damaged = The backup could not be read back whole; it was removed, and the workspace was left as it is.
store-bad-name = A field needs a name of at most 1,000 bytes, without null characters.
store-too-many-fields = A workspace holds at most { $most } fields.
store-no-field = There is no field named “{ $name }”.
store-field-twice = The field is there twice.
store-field-type = The field holds { $stored }, but the file brings { $brought }. Nothing was changed.
store-field-type-hint = Import it under another name, or as the type it has.
store-bad-value = The value is not one that a field of { $kind } can hold.
store-too-large = { $count ->
    [one] One number of this field is too large to become a decimal.
   *[other] { $count } numbers of this field are too large to become decimals.
} Nothing was changed.
store-event-time = An event must lie between 1970 and 2106.
store-import-failed = The import has failed and was undone.
store-type-text = text
store-type-whole = whole numbers
store-type-decimal = decimals
store-type-date = dates
store-type-yes-no = yes or no
store-no-model = There is no model named “{ $name }”.
store-model-exists = A model named “{ $name }” exists already.
store-no-version = There is no version named “{ $name }”.
store-no-review = That review is not in this workspace any more.
store-version-exists = A version named “{ $name }” exists already; versions never change.
store-no-step = There is nothing to undo or redo.
store-too-deep = The edit is nested too deeply to be saved.
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
model-advice-nothing-negative = no criterion takes points away: what speaks against a lead does not show
model-advice-band-too-high = no lead can reach the band "{ $band }": it begins at { $from } and the axis ends at { $highest }
model-advice-band-too-low = no lead can be as low as the band "{ $band }": the axis begins at { $lowest }
model-advice-hidden-characters = the name "{ $name }" holds invisible or control characters
model-advice-zone-without-owner = nobody owns the zone "{ $zone }"
model-advice-zone-without-action = the zone "{ $zone }" says nothing about what to do
model-advice-zone-nowhere = the map in force has no cell in the zone "{ $zone }"
## Import
import-empty = The file is empty.
import-is-workbook = This is a spreadsheet workbook, not a CSV file.
import-is-zip = This is a ZIP archive, not a CSV file.
import-is-gzip = This is a gzip archive, not a CSV file.
import-is-pdf = This is a PDF document, not a CSV file.
import-is-database = This is an SQLite database, not a CSV file.
import-is-parquet = This is a Parquet file, not a CSV file.
import-is-page = This looks like a web page, not a CSV file: the export may have failed.
import-is-json = This looks like JSON, not a CSV file.
import-hint-save-csv = Open it in the program it comes from and save it as CSV.
import-hint-unpack = Unpack it and import the file inside.
import-hint-export-again = Sign in again and repeat the export.
import-unreadable = The file could not be read: { $error }.
import-cancelled = The import was stopped; nothing was changed.
import-changed = The file changed while it was being read; nothing was imported.
import-unclosed-quote = A quote opens on line { $line }, in column { $number }, and is never closed: { $text }
import-hint-lenient-quotes = Close the quote in the file, or take such quotes as plain text with --lenient-quotes.
import-field-too-long = A cell is longer than { $limit } bytes.
import-record-too-long = A row is longer than { $limit } bytes.
import-too-many-lines = A row spans more than { $limit } lines.
import-too-many-columns = A row has more than { $limit } columns.
import-torn-header = The header has text after a closing quote.
import-no-header = The first row looks like data, not like names of columns: it holds { $value }.
import-hint-no-header = Add a first row with the names of the columns, or import with --no-header.
import-same-name = Two columns have the same name, { $name }: column { $first } and column { $second }.
import-hint-rename-column = Rename one of them in the file.
import-no-column = There is no column named { $name }.
import-hint-columns = The file has these columns: { $names }.
import-no-lead-column = No column is known to say whose event it is.
import-no-at-column = No column is known to say when the event happened.
import-no-kind-column = No column is known to say what kind of event it is.
import-hint-fixed-kind = Name the column, or give one kind for the whole file.
import-not-dates = This column does not hold dates: less than half of its values are dates; it has { $value }.
import-dates-open = The dates can be read day first or month first, such as { $value }, and no value decides.
import-dates-torn = Some dates can only be read day first, others only month first.
import-hint-dates = Say which with --dates dmy or --dates mdy.
import-row-numbers-mix = No column identifies a lead, and the workspace already has leads of another file: row 5 of this file would overwrite row 5 of that one.
import-hint-row-numbers = Name the column that identifies a lead with --key, or import into another workspace with --db; --row-numbers takes row numbers all the same.
import-rejects-unwritable = The file of rejected rows could not be written: { $error }.
import-row-encoding = holds bytes that are not { $encoding } text
import-row-torn = has text after a closing quote
import-row-fields = { $found ->
    [one] has one field
   *[other] has { $found } fields
 }, header has { $expected }
import-row-nul = holds a NUL character
import-row-no-key = has no value, and it identifies the lead
import-row-long-key = is longer than { $limit } bytes, and it identifies the lead
import-row-email = is not an e-mail address: { $value }
import-row-repeated = repeats { $key }, which stands on line { $line }
import-row-not-date = is not a date: { $value }
import-row-no-such-date = is a date that does not exist: { $value }
import-row-date-range = is a date outside the years 1800 to 2199: { $value }
import-row-not-number = is not a number: { $value }
import-row-number-bounds = is out of bounds, { $low } to { $high }: { $value }
import-row-not-yes-no = is neither yes nor no: { $value }
import-row-no-kind = has no value, and it is the event's kind
import-row-no-at = has no value, and it is the event's instant
import-row-at-range = is outside the years 1970 to 2105: { $value }
import-note-encoding = The text is in { $encoding }, not in UTF-8. Words it decides: { $words }
import-note-ctrl-z = An old end-of-file mark (Ctrl-Z) was ignored.
import-note-mended = { $count ->
    [one] One quote was taken as plain text.
   *[other] { $count } quotes were taken as plain text.
 }
import-note-multiline = { $count ->
    [one] One row spans several lines.
   *[other] { $count } rows span several lines.
 }
import-note-broken = { $count ->
    [one] One row is broken and will be rejected.
   *[other] { $count } rows are broken and will be rejected.
 }
import-note-no-rows = The file has a header and no rows.
import-note-unnamed = Column { $number } has no name and is not kept.
import-note-zone = { $column }: dates without a time zone are taken in { $zone }.
import-note-scientific = { $column }: stays text, because values like 1E+11 were rounded by a spreadsheet.
import-note-long = { $column }: stays text, because a spreadsheet keeps only 15 digits of a number.
import-note-zeros = { $column }: stays text, because some numbers start with a zero.
import-note-torn-numbers = { $column }: stays text, because its numbers are written in ways that exclude each other.
import-note-decimal-comma = { $column }: the comma is taken as the decimal mark, as in { $sample }; no value proves it.
import-note-decimal-point = { $column }: the point is taken as the decimal mark, as in { $sample }; no value proves it.
import-note-odd-numbers = { $count ->
    [one] { $column }: stays text, because one value is not a number: { $value } on line { $line }.
   *[other] { $column }: stays text, because { $count } values are not numbers, the first { $value } on line { $line }.
 }
import-note-odd-dates = { $count ->
    [one] { $column }: stays text, because one value is not a date: { $value } on line { $line }.
   *[other] { $column }: stays text, because { $count } values are not dates, the first { $value } on line { $line }.
 }
import-note-blank-word = { $count ->
    [one] { $column }: stays text, because one row says { $word }. If that means no value, add it to the blanks.
   *[other] { $column }: stays text, because { $count } rows say { $word }. If that means no value, add it to the blanks.
 }
import-note-key = { $column } identifies each lead.
import-note-key-repeated = { $count ->
    [one] { $column } identifies each lead; one row repeats another's.
   *[other] { $column } identifies each lead; { $count } rows repeat another's.
 }
import-note-key-repeats = { $column } identifies each lead; some rows repeat another's.
import-note-key-row-number = No column identifies each lead, so the row's number does.
import-note-key-activity = This looks like activity: { $column } comes again on most rows, each with a date and { $kind }. Import this file as activity.

# --- Command line: help ---

cli-about = quadrille: design and review lead-scoring matrices over one local file. Without a command it opens the app.
cli-examples =
    quadrille demo                        look around in 2,000 invented leads
    quadrille import leads leads.csv      bring your own leads, and get a first model
    quadrille matrix                      how many leads stand in each cell
    quadrille top --limit 50              the best leads of today
    quadrille                             open the app
cli-help-examples = Examples:
cli-help-usage = Usage: { $usage }
cli-help-optional = {" "}[options]
cli-help-command = command
cli-help-commands = Commands (each has its own --help):
cli-help-words = Words:
cli-help-options = Options:
cli-help-everywhere = Options of every command:
cli-help-files = The workspace, unless --db or QUADRILLE_DB names one: { $path }
cli-help-config = Your own keys (keys.ron) and preferences (prefs.ron): { $path }

cli-value-path = PATH
cli-value-file = FILE
cli-value-folder = FOLDER
cli-value-name = NAME
cli-value-date = DATE
cli-value-number = N
cli-value-percent = PERCENT
cli-value-lead = LEAD
cli-value-shell = SHELL
cli-value-size = COLUMNSxROWS
cli-value-keys = KEYS
cli-value-column = COLUMN
cli-value-type = COLUMN=TYPE
cli-value-word = WORD
cli-value-sign = SIGN
cli-value-zone = ZONE

cli-arg-db = The workspace file
cli-arg-lang = The language of everything said (your system's, unless named)
cli-arg-color = When output is coloured (auto: on a terminal, unless NO_COLOR is set)
cli-arg-help = Prints this help
cli-arg-version = Prints the version
cli-arg-format = How the answer is written: aligned for reading, or as CSV or JSON for other programs (table)
cli-arg-as-of = Looks at the leads as of this instant: 2026-01-31 (the end of that day), 2026-01-31T09:30:00Z, -30 (30 days back) or now
cli-arg-model = The model to use (the one brought in last)
cli-arg-raw-csv = In CSV, leaves text that a spreadsheet would run as a formula without its protecting '
cli-arg-next = The next group instead of the top one
cli-arg-share = The share of the leads in the top group, 1 to 50 (the model's)
cli-arg-limit = How many leads to list (25 in a table, all in CSV and JSON)
cli-arg-lead = The lead's key, or words that only this lead has
cli-arg-model-name = The model (the one brought in last)
cli-arg-model-file = A model as RON text
cli-arg-allow-missing = Takes the model although the leads lack fields that it reads
cli-arg-model-output = The file to write (standard output)
cli-arg-force = Replaces files that exist
cli-arg-leads = How many leads ({ $usual })
cli-arg-events-per-lead = How many events a lead has on average ({ $usual })
cli-arg-seed = The same seed gives the same data (1)
cli-arg-out = The folder for leads.csv and events.csv
cli-arg-generate-as-of = The day on which the activity ends (today)
cli-arg-shell = bash, elvish, fish, powershell or zsh
cli-arg-screen = The screen to draw (matrix)
cli-arg-size = The size of the terminal to draw (100x30)
cli-arg-keys = Keys to press before the picture is taken
cli-arg-shot-output = The picture: a file ending in .svg or .txt (text on standard output)
cli-arg-import-file = A CSV file, with a row of column names
cli-arg-key = The column that identifies a lead (found by its name and values)
cli-arg-row-numbers = Takes the number of the row for the lead's key, where no column identifies it
cli-arg-lead-column = The column with the lead's key
cli-arg-kind-column = The column with the kind of event
cli-arg-kind = One kind for every row of the file
cli-arg-at-column = The column with the instant
cli-arg-asset-column = The column with what the lead met: a page, a document, a form
cli-arg-campaign-column = The column with the campaign
cli-arg-channel-column = The column with the channel
cli-arg-value-column = The column with a number, such as an amount
cli-arg-create-leads = Makes the leads that the events name and the workspace lacks
cli-arg-delimiter = What stands between columns: comma, semicolon, tab, pipe, or the sign itself (found)
cli-arg-encoding = The text encoding, such as utf-8 or windows-1252 (found)
cli-arg-no-header = The first row holds values, not column names
cli-arg-dates = The order of day, month and year where the dates leave it open
cli-arg-decimal = The decimal mark (found)
cli-arg-zone = The time zone of dates that name none, such as Europe/Paris (the workspace's, or UTC)
cli-arg-blank = A word that means "no value", besides the usual ones (may be given several times)
cli-arg-type = The type of a column: text, whole, decimal, date or yes-no (may be given several times)
cli-arg-ignore = A column to leave out (may be given several times)
cli-arg-dry-run = Shows what would happen and writes nothing

cli-demo-about = Opens the app on 2,000 invented leads and a year of their activity.
cli-demo-examples =
    quadrille demo
    quadrille demo --lang fr
    quadrille demo | less                 as text, without the app
cli-demo-next = The demo workspace is { $path }: add --db with this path to any command. Your own: quadrille import leads FILE
cli-import-about = Brings leads or their activity from a CSV file into the workspace.
cli-import-examples =
    quadrille import leads leads.csv
    quadrille import events visits.csv --dry-run
cli-import-leads-about = Brings leads from a CSV file. Leads that are there already are brought up to date.
cli-import-leads-examples =
    quadrille import leads leads.csv --dry-run
    quadrille import leads leads.csv --key email --dates dmy
    quadrille import leads leads.csv --blank unknown --type zip=text --ignore notes
cli-import-events-about = Brings activity from a CSV file: one row for each event, with its lead, kind and instant.
cli-import-events-examples =
    quadrille import events events.csv
    quadrille import events clicks.csv --kind click --lead-column email --at-column when
    quadrille import events visits.csv --create-leads --zone Europe/Paris
cli-matrix-about = Shows how many leads stand in each cell of the matrix, and what each zone holds.
cli-matrix-examples =
    quadrille matrix
    quadrille matrix --as-of 2026-01-31
    quadrille matrix --format json --db leads.quadrille
cli-score-about = Lists every lead with its two values, its cell, zone and rank.
cli-score-examples =
    quadrille score --format csv > scores.csv
    quadrille score --model busybiz --as-of 2026-01-31
cli-top-about = Lists the best leads: the top group in rank order.
cli-top-examples =
    quadrille top
    quadrille top --next --limit 100
    quadrille top --share 10 --format csv > call-list.csv
cli-explain-about = Explains where a lead stands: every point, what it was given for, and what the lead did.
cli-explain-examples =
    quadrille explain marie.durand@example.com
    quadrille explain durand --format json
cli-model-about = Lists, shows, checks, brings in and writes out models.
cli-model-examples =
    quadrille model list
    quadrille model check my-model.ron
    quadrille model import my-model.ron
cli-model-list-about = Lists the models of the workspace.
cli-model-list-examples = quadrille model list
cli-model-show-about = Shows a model: its bands, and its criteria with how many leads each touches.
cli-model-show-examples =
    quadrille model show
    quadrille model show busybiz --format csv
cli-model-check-about = Checks a model: every fault of a file with its line and column, and what could be better.
cli-model-check-examples =
    quadrille model check my-model.ron
    quadrille model check my-model.ron --data   # also on the leads of the workspace
    quadrille model check my-model              # a model of the workspace, on its leads
cli-model-import-about = Brings a model file into the workspace. From then on it is the model in use.
cli-model-import-examples =
    quadrille model import my-model.ron
    quadrille model import my-model.ron --allow-missing
cli-model-export-about = Writes a model as RON text, to be edited, kept in git or given to others.
cli-model-export-examples =
    quadrille model export > my-model.ron
    quadrille model export busybiz -o busybiz.ron --force
cli-generate-about = Writes invented leads and their activity as two CSV files. The same seed gives the same data.
cli-generate-examples =
    quadrille generate --out demo-data
    quadrille generate --leads 100000 --events-per-lead 10 --seed 7 --as-of 2026-01-31 --out demo-data
cli-shot-about = Draws a screen of the app as a picture, without a terminal.
cli-shot-examples =
    quadrille shot -o matrix.svg
    quadrille shot --screen leads --size 120x40 --lang fr -o leads.txt
cli-completions-about = Prints what a shell needs to complete commands and options.
cli-completions-examples =
    quadrille completions bash > ~/.local/share/bash-completion/completions/quadrille
    quadrille completions zsh > ~/.zfunc/_quadrille
cli-welcome =
    Welcome to quadrille, a workbench for lead-scoring matrices. There is no workspace yet, or no terminal to show it on.
    {""}
      quadrille demo                        look around in 2,000 invented leads
      quadrille import leads FILE.csv       bring your own leads, and get a first model
      quadrille matrix                      then see how many leads stand in each cell
      quadrille --help                      everything else

# --- Command line: what was not understood ---

cli-problem = quadrille: { $text }
cli-usage-command = there is no command “{ $command }”.
cli-usage-option = there is no option “{ $option }” here.
cli-usage-too-many = “{ $word }” is one word too many.
cli-usage-no-value = { $option } needs a value.
cli-usage-value = { $option } cannot be “{ $value }”.
cli-usage-values = { $option } has the wrong number of values.
cli-usage-twice = { $option } is given twice.
cli-usage-conflict = { $option } and { $other } exclude each other.
cli-usage-missing = something is missing: { $words }.
cli-usage-no-command = a command is missing after this one.
cli-usage-utf8 = an argument is not valid UTF-8 text.
cli-usage-other = the arguments do not fit together.
cli-usage-number = { $option } cannot be “{ $value }”: it is a whole number from { $least } to { $most }.
cli-usage-as-of = --as-of cannot be “{ $value }”.
cli-usage-delimiter = --delimiter cannot be “{ $value }”: it is one sign, or comma, semicolon, tab or pipe.
cli-usage-encoding = there is no text encoding “{ $value }”; try utf-8, windows-1252 or utf-16le.
cli-usage-zone = there is no time zone “{ $value }”; zones are named like Europe/Paris.
cli-usage-type = --type cannot be “{ $value }”: it is COLUMN=TYPE.
cli-usage-size = --size cannot be “{ $value }”: it is like 100x30, each from { $least } to { $most }.
cli-usage-ending = a picture's file ends in .svg or .txt, not in .{ $ending }.
cli-usage-nearest = Did you mean “{ $word }”?
cli-usage-valid = There are: { $words }.
cli-usage-help = Add --help to the command to see what it takes.
cli-hint-as-of = Write a day as 2026-01-31 or 31/01/2026, an instant as 2026-01-31T09:30:00Z, or days back as -30.
cli-hint-demo = Or look around first: quadrille demo
cli-hint-import = Bring your leads: quadrille import leads FILE.csv
cli-hint-model-import = Bring a model: quadrille model import FILE.ron
cli-hint-force = Choose another name, or add --force to replace it.
cli-hint-keys = quadrille score lists the keys of all leads.
cli-hint-allow-missing = Correct the names, or add --allow-missing to take the model all the same.

# --- Command line: files ---

cli-file-missing = there is no such file.
cli-file-permission = you are not allowed to use this file or folder.
cli-file-exists = a file of this name exists already; nothing was changed.
cli-file-folder = this is a folder, not a file.
cli-file-no-folder = a part of the path is not a folder.
cli-file-full = the disk is full; nothing was changed.
cli-file-read-only = this disk cannot be written to.
cli-file-failed = the file could not be used: { $error }.
cli-file-large = the file is larger than { $bytes } bytes, more than any model.
cli-file-not-plain = this is not an ordinary file; rows are read twice, so save them in a file first.
cli-output-full = the disk is full: the output is not complete.
cli-output-failed = the output could not be written: { $error }.
cli-written = Written: { $path }

# --- Command line: workspaces and models ---

cli-no-workspace = there is no workspace here yet.
cli-no-leads = this workspace has no leads yet.
cli-no-model = this workspace has no model yet.
cli-no-lead = there is no lead “{ $lead }”.
cli-many-leads = “{ $lead }” could be any of { $leads } leads.
cli-heading = { $model } · { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
} · as of { $as_of }
cli-outside = { $leads ->
    [one] { $leads } lead is outside the model's population.
   *[other] { $leads } leads are outside the model's population.
}
cli-criterion-trouble = Criterion “{ $criterion }”: { $why }
cli-population-trouble = The population cannot be told, so everyone is scored: { $why }
cli-axes = { $rows } / { $columns }
cli-total = total
cli-yes = yes
cli-no = no
cli-unknown = unknown
cli-owner-marketing = marketing
cli-owner-sales = sales
cli-group-top = top
cli-group-next = next
cli-group-rest = rest
cli-head-action = Action
cli-head-as-of = As of
cli-head-asset = Asset
cli-head-at = When
cli-head-axis = Axis
cli-head-baseline = Baseline
cli-head-blank = Blank
cli-head-cause = Cause
cli-head-cell = Cell
cli-head-cells = Cells
cli-head-changed = Changed
cli-head-column = Score
cli-head-column-points = Score points
cli-head-company = Company
cli-head-criteria = Criteria
cli-head-criterion = Criterion
cli-head-evidence = Given for
cli-head-family = Family
cli-head-file-column = Column
cli-head-group = Group
cli-head-in-use = In use
cli-head-job = Job title
cli-head-key = Lead
cli-head-kind = Activity
cli-head-known = Known
cli-head-leads = Leads
cli-head-model = Model
cli-head-name = Name
cli-head-next = Next
cli-head-on = On
cli-head-owner = Owner
cli-head-points = Points
cli-head-rank = Rank
cli-head-recent = Last activity
cli-head-row = Grade
cli-head-row-points = Grade points
cli-head-rule = Rule
cli-head-samples = Examples
cli-head-share = Share
cli-head-title = Title
cli-head-top = Top
cli-head-type = Type
cli-head-versions = Versions
cli-head-weight = Weight
cli-head-zone = Zone
cli-top-first = The top { $share }: { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
}
cli-top-next = The next { $share }: { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
}
cli-top-more = { $more ->
    [one] … and { $more } more: --limit N lists more, --format csv all.
   *[other] … and { $more } more: --limit N lists more, --format csv all.
}
cli-top-ties = { $ties } leads have the points of the last one in: among them, recency and then the order of import decide.
cli-explain-key = { $key }
cli-explain-who = { $key }: { $who }
cli-explain-place = Cell { $cell }, zone { $zone }, rank { $rank } of { $leads }
cli-explain-outside = This lead is outside the model's population and is not ranked.
cli-explain-axis = { $axis }: { $points } points, band { $band }
cli-explain-events = Last activity ({ $shown } of { $events })
cli-cause-start = Start
cli-cause-cap = Bounds of “{ $group }”
cli-cause-bounds = Floor and ceiling
cli-evidence-off = switched off
cli-evidence-scope = outside its scope
cli-evidence-no-event = no such activity
cli-evidence-events = { $counted } of { $seen } counted, the last on { $newest }
cli-model-title = { $title } ({ $name })
cli-model-bands = { $axis }: { $bands }
cli-model-sound = { $file }: “{ $name }” is sound: { $criteria } criteria, { $rows } × { $columns } cells.
cli-model-against = Against the leads of { $path }:
cli-model-no-field = the leads have no field “{ $field }”.
cli-model-no-kind = no lead has activity of the kind “{ $kind }” yet.
cli-model-missing = { $fields ->
    [one] the model reads { $fields } field that the leads do not have; it was not brought in.
   *[other] the model reads { $fields } fields that the leads do not have; it was not brought in.
}
cli-model-added = The model “{ $name }” is now in { $path } and in use.
cli-model-replaced = The model “{ $name }” in { $path } was replaced and is in use; undo in the app brings the former one back.
cli-model-behind = another window changed “{ $name }” at the same time; nothing was changed. Try again.
cli-advice = - { $text }

# --- Command line: importing ---

cli-delimiter-comma = comma
cli-delimiter-semicolon = semicolon
cli-delimiter-tab = tab
cli-type-left-out = left out
cli-shape = { $file }: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}, { $columns ->
    [one] { $columns } column
   *[other] { $columns } columns
}, { $encoding }, between columns: { $delimiter }
cli-shape-more = … and { $columns } more columns: --dry-run lists them all.
cli-note = - { $text }
cli-progress = { $rows } rows  { $share }  { $rate } rows a second
cli-import-sum = read { $read } = new { $new } + updated { $updated } + unchanged { $unchanged } + rejected { $rejected }
cli-import-blank = { $lines ->
    [one] { $lines } blank line was passed over.
   *[other] { $lines } blank lines were passed over.
}
cli-import-rounded = { $values ->
    [one] { $values } number was rounded to six decimals.
   *[other] { $values } numbers were rounded to six decimals.
}
cli-import-leads-made = { $leads ->
    [one] { $leads } lead was made.
   *[other] { $leads } leads were made.
}
cli-import-unknown-lead = there is no lead “{ $lead }”; --create-leads makes it
cli-import-more-problems = { $rows ->
    [one] … and { $rows } more rejected row.
   *[other] … and { $rows } more rejected rows.
}
cli-import-rejects = The rejected rows, each with its reason: { $path }. Correct them there and import that file.
cli-import-before = The very same file was imported on { $date }.
cli-import-dry-run = Nothing was written: this was a dry run.
cli-import-starter = A first model “{ $name }” was made from the data, to be edited: see quadrille matrix. For published ones: quadrille model templates.
cli-import-cancelled = stopped; the workspace is as it was.
cli-hint-for-example = For example: { $words }
cli-shape-event = An event has its lead in “{ $lead }”, its instant in “{ $at }” and { $kind }.
cli-shape-kind-column = its kind in “{ $column }”
cli-shape-kind-fixed = the kind “{ $kind }”
cli-shape-also = Kept with it: { $columns }
cli-shape-not-kept = Not kept: { $columns }

## The first screen, and bringing a file in

tui-way-name = q u a d r i l l e
tui-way-what = A workbench for lead scoring.
tui-way-how = Move a weight, and watch every lead move on the matrix.
tui-way-demo = Look around with the demo
tui-way-demo-note = invented leads and their activity, with a model that is ready
tui-way-leads = Import leads
tui-way-leads-note = a CSV file from your CRM; a first model is made from it
tui-way-events = Import activity
tui-way-events-note = who visited, opened, asked for what, and when
tui-way-quit = Quit
tui-way-quit-note = nothing is lost: every change is saved as it is made
tui-way-local = Everything stays in one file on this machine.

tui-import-step-file = 1 File
tui-import-step-columns = 2 Columns
tui-import-step-check = 3 Check
tui-import-step-done = 4 Done
tui-import-leads = Leads
tui-import-events = Activity
tui-import-wait = One moment: this waits for the work under way.
tui-import-first = First of all: { $question }

tui-import-parent = folder above
tui-import-folder = folder
tui-import-bytes = { $n } B
tui-import-kilobytes = { $n } kB
tui-import-megabytes = { $n } MB
tui-import-files-hint = type a part of a name, or a whole path
tui-import-files-keys = A path can be typed, pasted or dropped here. Backspace: folder above.
tui-import-files-none = nothing here is called that
tui-import-no-match = No file here is called that.
tui-import-counts = { $found } of { $all }

tui-import-looking = Looking at { $file }…  { $key } stops
tui-import-checking = Trying the import of { $file }…  { $key } stops
tui-import-importing = Importing { $file }…  { $key } stops
tui-import-stopping = Stopping…
tui-import-stopped = Stopped. The workspace is as it was.
tui-import-going = { $rows ->
    [one] { $rows } row, { $rate }/s  { $key } stops
   *[other] { $rows } rows, { $rate }/s  { $key } stops
}
tui-import-going-bytes = { $done }, { $rate }/s  { $key } stops

tui-import-name = { $name }
tui-import-rows = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
tui-import-found-delimiter = separator { $delimiter }
tui-import-found-decimal = decimals { $mark }
tui-import-found-dates = dates { $order }
tui-import-comma = comma
tui-import-semicolon = semicolon
tui-import-tab = tab
tui-import-pipe = bar |
tui-import-point = point
tui-import-day-first = day first
tui-import-month-first = month first
tui-import-row-number = the row’s number

tui-import-head-column = Column
tui-import-head-samples = Sample values
tui-import-head-kept = Kept as
tui-import-head-check = Check
tui-import-columns-note = { $found } found, { $kept } kept
tui-import-no-name = column { $number } (no name)
tui-import-left-out = left out
tui-import-key = key: { $what }
tui-import-only-key = key
tui-import-type-text = text
tui-import-type-whole = whole number
tui-import-type-decimal = decimal
tui-import-type-date = date
tui-import-type-yes-no = yes or no
tui-import-role-name = name
tui-import-role-email = e-mail
tui-import-role-phone = phone
tui-import-role-company = company
tui-import-role-title = job title
tui-import-role-country = country
tui-import-role-created = created on
tui-import-role-outcome = outcome
tui-import-role-owner = owner
tui-import-part-lead = whose it is
tui-import-part-kind = what kind
tui-import-part-at = when
tui-import-part-asset = asset
tui-import-part-campaign = campaign
tui-import-part-channel = channel
tui-import-part-value = value
tui-import-check-asked = needs you
tui-import-check-odd-dates = { $n ->
    [one] { $n } no date
   *[other] { $n } no dates
}
tui-import-check-odd-numbers = { $n ->
    [one] { $n } no number
   *[other] { $n } no numbers
}
tui-import-check-key-blank = { $n } blank
tui-import-check-known = { $n }
tui-import-values = Values: { $known }, of which different: { $distinct }; blank: { $blank }.
tui-import-values-many = Values: { $known }, of which different: more than { $distinct }; blank: { $blank }.
tui-import-check-unique = all different
tui-import-check-repeated = { $n ->
    [one] { $n } repeats
   *[other] { $n } repeat
}
tui-import-check-blank = { $share } blank
tui-import-notes = What was found
tui-import-note-known = { $column }: read as { $kind }, as the workspace has it.
tui-import-notes-question = This needs you
tui-import-no-notes = Nothing to worry about.
tui-import-more-notes = … and { $n } more lines
tui-import-column-hint = { $enter }: choose what this column is kept as. { $space }: leave it out.
tui-import-way-options = say how the file is to be read: separator, encoding, quotes, first row
tui-import-way-other = choose another file
tui-import-hint-quotes = Close the quote in the file, or take such quotes as plain text: press { $key }, then “quotes”.
tui-import-hint-header = Add a first row with the names of the columns, or say that it is data: press { $key }, then “first row”.
tui-import-hint-dates = Press { $key } on the column and choose day first or month first.
tui-import-hint-row-numbers = Choose the column that identifies each lead, or take row numbers all the same: press { $key }, then “what identifies a lead”.
tui-import-hint-kind = Press { $open } on the column that says it, or give one kind for the whole file: press { $key }.

tui-import-settings = How the file is read
tui-import-set-delimiter = Separator
tui-import-set-encoding = Encoding
tui-import-set-header = First row
tui-import-set-decimal = Decimal mark
tui-import-set-dates = Dates that can be read two ways
tui-import-set-zone = Time zone of dates that name none
tui-import-set-blank = Words that mean “no value”
tui-import-set-quotes = Quotes
tui-import-set-duplicates = Rows that repeat a key
tui-import-set-key = What identifies a lead
tui-import-set-create = Activity of unknown leads
tui-import-set-kind = One kind for all rows
tui-import-as-found = as found in the file
tui-import-zone-workspace = as the workspace has it
tui-import-header-yes = names the columns
tui-import-header-no = is data
tui-import-quotes-strict = must be closed
tui-import-quotes-lenient = plain text where they are not closed
tui-import-duplicates-last = the last row stands
tui-import-duplicates-first = the first row stands, others are rejected
tui-import-create-no = is rejected
tui-import-create-yes = makes the lead
tui-import-ask-kind = Kind of every row of this file (empty: as its column says)
tui-import-ask-blank = Another word that means “no value” (empty: none of your own)
tui-import-column-is = { $column }: keep it as
tui-import-type-found = as found in the file
tui-import-make-key = what identifies each lead
tui-import-leave-out = leave it out
tui-import-keep = take it in again
tui-import-now = now
tui-import-fixed-column = A column without a name is never kept.

tui-import-button-check = { $rows ->
    [one] Check { $rows } row
   *[other] Check { $rows } rows
}
tui-import-not-yet = Nothing is written yet.
tui-import-button-import = { $rows ->
    [one] Import { $rows } row
   *[other] Import { $rows } rows
}
tui-import-whole = All of it or nothing.
tui-import-button-workbench = Open the workbench
tui-import-button-again = Choose another file
tui-import-done-next = Everything is saved.
tui-import-nothing = No row of this file can be imported.

tui-import-if-now = If you import now
tui-import-done = Imported
tui-import-into = { $file } into { $workspace }
tui-import-failed = What is wrong
tui-import-new-leads = new leads
tui-import-new-events = new events
tui-import-updated = updated: the file’s values take the place of the old ones
tui-import-unchanged = unchanged: already there, or repeated in the file
tui-import-rejected = rejected
tui-import-read = rows read
tui-import-rejected-rows = Rejected rows
tui-import-first-problems = the first { $shown } of { $all }
tui-import-rejects = The rejected rows, with what is wrong, are in { $path }
tui-import-rejects-later = Rejected rows are kept as they are, with what is wrong, in a file beside this one.
tui-import-before = This very file was imported before: { $date }.
tui-import-leads-made = { $n ->
    [one] { $n } lead is made that only this file knows.
   *[other] { $n } leads are made that only this file knows.
}
tui-import-blank-lines = { $n ->
    [one] { $n } blank line was passed over.
   *[other] { $n } blank lines were passed over.
}
tui-import-rounded = { $n ->
    [one] { $n } number was rounded to six decimals.
   *[other] { $n } numbers were rounded to six decimals.
}
tui-import-starter = A first model, “{ $name }”, was made from these data: a beginning to be edited. { $key }: the gallery has published models to start from.
tui-import-others-stay = Leads that are not in this file stay as they are.
## The screens

tui-tab-workbench = Workbench
tui-tab-leads = Leads
tui-tab-import = Import
tui-header = { $model }{ $draft } · { $state } · { $lang }
tui-state-saved = saved
tui-state-saving = saving
tui-state-failed = NOT SAVED
tui-too-small = Please enlarge the window to 80 × 24 (it is { $width } × { $height }).
tui-problem-hint = { $text } { $hint }
tui-unknown-key = This key does nothing here: press ? for help.
tui-status = { $leads } leads · top { $share } % = { $top } · to sales: { $handed } ({ $change }) · as of { $date }
tui-criteria = Criteria
tui-criteria-columns = weight   leads
tui-no-data = no data
tui-axis-rows = Grade
tui-axis-columns = Score
tui-axis-bands = { $name } ({ $first } to { $last })
tui-axis-meaning = An axis adds up its groups and is cut into bands. Enter moves its bands.
tui-axis-unchanged = { $axis }: no band has changed
tui-group-meaning = A group adds up its criteria and stays within its bounds. Enter sets the bounds.
tui-cap-max = max { $max }
tui-cap-min = min { $min }
tui-cap-both = { $min } to { $max }
tui-scoped = { $rule } — only for: { $scope }
tui-effect = last: ▲{ $up } ▼{ $down } leads, { $top } into top { $share } %
tui-effect-none = This change moves nobody to another cell.
tui-matrix-short = Matrix
tui-matrix = { $rows } × { $columns }
tui-matrix-note = v: { $view } · t: { $map }
tui-matrix-note-short = v: { $view }
tui-view-delta = change
tui-view-share = share
tui-view-zone = zone
tui-cell = { $row } × { $column }: { $count } ({ $share })
tui-cell-held = { $place }, { $held } held by a gate
tui-cell-zone = { $place } · { $zone } · { $owner }
tui-cell-action = { $place } · { $zone } · { $owner }: { $action }
tui-owner-nobody = nobody
tui-owner-marketing = marketing
tui-owner-sales = sales
tui-legend = { $top } mostly top { $share } %  { $next } next { $share } %  { $few }{ $many } few to many
tui-before-after = Before / after
tui-no-change = as the baseline
tui-vs-baseline = against the baseline
tui-before = before
tui-after = after
tui-top-line = Top { $share } %: { $moved } in, { $moved } out · cut-off { $value }, { $ties ->
    [one] { $ties } tie there
   *[other] { $ties } ties there
}
tui-no-knob = Nothing to turn here: pick a criterion, or a group that has a maximum.
tui-not-in-baseline = The baseline does not have this criterion.
tui-one-map = This model has one map only.
tui-no-zone = This cell has no zone.
tui-baseline-set = The model as it is now is the new baseline.
tui-version-saved = Saved as “{ $name }”: it is the new baseline.
tui-blocked-no-leads = There are no leads yet: import a file, or open the demo.
tui-blocked-criterion = Pick a criterion first.
tui-nothing-to-undo = Nothing to undo.
tui-nothing-to-redo = Nothing to redo.
tui-undone = Undone: { $what }
tui-redone = Redone: { $what }
tui-masked = Names and e-mails are masked.
tui-unmasked = Names and e-mails are shown.
tui-mouse-on = Mouse on.
tui-mouse-off = Mouse off: select text with the terminal.
tui-changed-elsewhere = Another window changed this model: here is how it stands now.
tui-menu = Menu: everything that can be done
tui-help = Help: what the keys do here
tui-found = { $found } of { $all }
tui-type-to-find = type to find
tui-nothing-found = Nothing found.
tui-choose = choose…
tui-choose-field = Choose a field
tui-choose-values = Values of { $field }: Tab marks several
tui-choose-kinds = Kinds of activity: Tab marks several
tui-field-detail = { $kind } · { $known } known
tui-field-first = Choose a field first.
tui-form-new = New criterion
tui-form-edit = Criterion
tui-condition = Condition
tui-condition-incomplete = Something is still missing in this condition.
tui-touch = Touches { $leads } of { $of } leads.
tui-touch-unknown = Fill it in to see how many leads it touches.
tui-row-name = Name
tui-row-group = Group
tui-row-weight = Weight, points
tui-row-kind = Kind
tui-row-condition = Condition
tui-row-add = Add
tui-row-joiner = Conditions
tui-row-otherwise = Otherwise, %
tui-row-tier = Tier { $n }
tui-row-field = Field
tui-row-per = For each
tui-row-most = At most, times
tui-row-kinds = Activity
tui-row-within = In the last
tui-row-repeat = Repeated
tui-row-scope = Only for
tui-row-ask = Test
tui-row-value = Value
tui-row-values = Values
tui-row-upto = Up to
tui-row-days = Days
tui-row-min = At least
tui-row-max = At most
tui-row-none = { "" }
tui-add-condition = add a condition
tui-add-tier = add a tier
tui-join-all = all must hold
tui-join-any = any one is enough
tui-unit-days = days
tui-unit-hours = hours
tui-repeat-once = count once
tui-save = save
tui-take = take this condition
tui-kind-match = fields match
tui-kind-tiers = tiers: the first that holds
tui-kind-amount = amount of a number
tui-kind-activity = activity
tui-ask-one-of = is one of
tui-ask-none-of = is none of
tui-ask-contains = contains
tui-ask-starts-with = starts with
tui-ask-at-least = is at least
tui-ask-at-most = is at most
tui-ask-between = is between
tui-ask-before = is before
tui-ask-after = is after
tui-ask-in-last = is in the last days
tui-ask-yes = is yes
tui-ask-no = is no
tui-ask-known = is known
tui-ask-unknown = is unknown
tui-no-name = Give the criterion a name.
tui-no-condition = Add a condition first.
tui-no-tier = Add a tier first.
tui-share-bounds = A share is a whole percent from −100 to 100.
tui-times-bounds = The most times is a whole number from 1 to 100,000.
tui-per-bounds = The step is a number above 0.
tui-not-a-number = “{ $text }” is not a whole number.
tui-caps = Bounds of { $group }
tui-caps-note = The criteria of the group are added up first, then held within these bounds. Empty: no bound.
tui-bands = Bands of { $axis }
tui-bands-other = Tab: { $axis }
tui-band-first = everything below
tui-models = Models
tui-model-open = open
tui-last-model = A workspace keeps at least one model.
tui-ask-weight = Weight of { $criterion }
tui-ask-band = { $band } starts at
tui-ask-copy = Name of the copy of { $model }
tui-ask-rename = New name of { $model }
tui-confirm = Are you sure?
tui-yes = yes
tui-no = no
tui-on = on
tui-off = off
tui-settings = Settings
tui-set-language = Language
tui-set-theme = Theme
tui-set-mouse = Mouse
tui-set-masked = Names masked
tui-set-present = Presentation
tui-lang-en = English
tui-lang-fr = Français
tui-column-rank = #
tui-column-name = Name
tui-column-company = Company
tui-column-title = Title
tui-column-row = Grade
tui-column-column = Score
tui-column-zone = Zone
tui-column-recent = Active
tui-tab-top = Top { $share } % ({ $n })
tui-tab-next = Next { $share } % ({ $n })
tui-tab-rest = Rest ({ $n })
tui-tab-everyone = Everyone
tui-tab-cell = Cell { $row } × { $column }
tui-tab-zone = Zone { $zone }
tui-leads-shown = { $shown } of { $of } leads
tui-names-masked = names masked (P)
tui-leads-none = Nobody here. ← → shows another group, Esc goes back.
tui-leads-no-match = Nobody matches the search. Esc clears it.
tui-search-hint = name, company, e-mail…
tui-cut-off = Cut-off of the top { $share } %: { $axis } { $value }, { $other } { $rows }; { $ties ->
    [0] nobody else stands there
   *[other] { $ties } leads tie there, the more recent first
}
tui-why = Why this score
tui-points = points
tui-ledger-total = { $axis }: { $value } points, the sum of its lines
tui-line-start = Every lead starts with
tui-line-cap = Bounds of { $group }
tui-line-bounds = Bounds of the axis
tui-evidence-off = off
tui-evidence-scope = not for this lead
tui-evidence-none = none
tui-evidence-unknown = { $field }: unknown
tui-evidence-events = { $seen } seen, { $counted } counted, { $ago }
tui-masked-value = •••
tui-timeline = Timeline ({ $n })
tui-timeline-empty = No activity up to this date.
tui-in-top = top { $share } %
tui-in-next = next { $share } %
tui-in-rest = the rest
tui-lead-place = lead { $at } of { $of }
tui-lead-axis = { $axis } { $band } ({ $value })
tui-lead-rank = rank { $rank } of { $of } · { $fifth }
tui-lead-outside = outside the population: not scored
tui-lead-zone = zone { $zone }
tui-lead-held = held by { $gate }
tui-lead-recent = last activity: { $ago }
tui-lead-never = no activity
cli-generate-next = Bring them in: quadrille import leads { $leads } --key email, then quadrille import events { $events }
tui-pair-pick = pick
tui-pair-one = ±1
tui-pair-five = ±5
tui-pair-edge = edge ±1
tui-pair-leads = leads
tui-pair-turn = turn
tui-done-effect = { $what } — { $up ->
    [one] { $up } lead up
   *[other] { $up } leads up
}, { $down } down, { $top } into the top { $share } %
shell-shot-screen = There is no screen named “{ $name }”.
shell-shot-screens = The screens are: { $all }.
shell-shot-key = “{ $name }” is not a key. Keys are named like: down, ctrl+z, shift+left, é.

## The app in its terminal and its worker

shell-terminal-failed = The terminal does not answer any more: { $error }
shell-copied = Copied to the clipboard.
shell-copy-long = That is too long for the terminal’s clipboard: at most { $most } bytes.
shell-keys-mistakes =
    { $count ->
        [one] There is a mistake in your key file, told when you quit. The default keys are in force.
       *[other] There are { $count } mistakes in your key file, told when you quit. The default keys are in force.
    }
shell-nothing-open = No workspace is open: load the demo or import leads first.
shell-recovered = The last session ended in the middle of a change; that change was undone, everything called saved is here.
shell-making-demo = Making the demo workspace …
shell-demo-open = This is the demo workspace: change whatever you like.
shell-model-open = Opened “{ $name }”.
shell-model-copied = “{ $to }” is a copy of “{ $from }”, and open now.
shell-model-renamed = “{ $from }” is called “{ $to }” now.
shell-model-deleted = Deleted “{ $name }”.
shell-model-gone = Another window deleted “{ $name }”; this is another model.
shell-data-changed = Another window brought new data; everything was scored anew.
shell-start-reason = The model as it was when it was first opened.
shell-saved-again = Saving works again: everything is saved.
shell-behind = Another window changed this model at the same moment: the change was not made.
shell-undo-behind = Another window changed this model at the same moment: nothing was undone or redone.
shell-baseline-behind = Another window changed this model at the same moment: look again, then set the baseline.
shell-not-applied = That change does not fit what another window made of the model, and was not made: { $why }
shell-not-saved-any-more = Nothing is saved any more: what you change from now on is lost when you quit.
shell-unsaved-at-end = The last changes on the screen are not in the workspace.
action-use-template = Open the gallery of templates
action-use-template-short = templates
tui-way-template = Choose a template in the gallery
tui-way-template-note = published scoring systems to look at and to make yours
shell-template-added = The model “{ $name }” is there and open; no other was touched.
tui-presenting = Presentation: F brings the footer back.
tell-no-change = Nothing would change.
tell-band-taken = Another band is already called “{ $name }”.
tell-rename-band = { $band } is now called { $to }
tui-ask-band-label = New label of { $band }
tui-values-first = Choose at least one value.
tui-date-unread = “{ $text }” is not read as a date or a number of days; write 2026-01-31.
tui-number-unread = “{ $text }” is not a number this field can hold.

# --- After a trial by other hands ---

cli-change-made = the change was made; its report could not be written: { $why }
cli-arg-lenient-quotes = Takes a quote that is never closed, or text after a closing quote, as plain text
import-hint-at-column = Name the column of dates with --at-column; or take this one all the same, and reject what is no date, with --type "{ $column }=date".
import-not-text = This is not text, so it is no CSV file.
cli-import-no-rows = { $file } has a header and no rows: nothing was changed.
cli-hint-near-keys = Did you mean: { $words }?
model-nested-too-deep = nested too deep: more than { $limit } brackets are open here
model-hint-merge-conflict = keep one of the two versions, and delete the lines that begin with <<<<<<<, =======, ||||||| and >>>>>>>
store-lacks = The workspace misses what it should hold: { $kind } “{ $name }”. Nothing was changed.
store-damaged-keep = Keep the file as it is; there is no backup beside it.
store-other-hint = Name another file with --db; if there is none yet, an import makes a new workspace of it.
store-model-broken = This is the text of the model “{ $name }”, in the workspace.

## The form of a criterion and of a condition

form-ask-more-than = is more than
form-ask-less-than = is less than
form-ask-exactly = is exactly
form-axis-detail = the lead’s value on this axis, in points
form-row-axis = Axis
form-row-part = Of the event
form-row-nth = { $n }
form-join-none = none of them may hold
form-join-not-all = at least one must not hold
form-join-another = and, or: add another condition
form-add-group = add a group of conditions (any, all, none)
form-take-group = take these conditions
form-title-depth = { $title }, level { $depth }
form-days-unread = How many days: a whole number above 0.
tell-more-than = is more than { $value }
tell-less-than = is less than { $value }
form-pair-reorder = reorder
form-value-missing = Write a value.
form-add-group-short = add a group
form-add-else = everyone else
form-sort = sort
form-any = any
form-any-time = ever
form-no-limit = any
form-filter = Which events count
form-filter-all = all of them
form-take-filter = take these events
form-hint-filter = An event counts when it passes every line. Del clears a line.
form-hint-otherwise = The part of the weight for leads that do not match; 0 for those of whom nothing is known.
form-hint-reach = On days or hours: n adds a tier before this one, D deletes it.
form-hint-absence = Counts for leads that were created before that window began and have done it less often since.
form-title-goes = Its title belongs to the old name and goes with it, unless you write another (below “More”).
form-unsorted = The first tier that holds counts: put the one that gives most on top.
form-column-when = condition
form-column-share = share %
form-column-least = at least
form-column-most = at most
form-column-within = in the last
form-column-leads = leads
form-part-asset = Asset
form-part-channel = Channel
form-part-campaign = Campaign
form-part-value = Value
form-row-filter = Only those
form-row-decay = Fades
form-row-more = More
form-row-on = Switched
form-row-provenance = Comes from
form-row-title = Title
form-row-note = Note
form-row-french = In French
form-more-open = show less
form-more-closed = on or off, title, note, where it comes from
form-words-one = same in both languages
form-words-each = English; French below
form-declared = what people say (declared)
form-observed = what they do (observed)
form-deduced = what we work out (deduced)
form-repeat-each = count each time, at most
form-repeat-every = count every time, no limit
form-repeat-asset = once for each asset, at most
form-repeat-reach = by how many: tiers
form-repeat-fewer = absence: fewer than
form-decay-none = never
form-decay-half = halves every (days)
form-decay-step = loses (%) every (days)
form-decay-line = evenly until gone (days)
form-curve-mark = { $age } · { $share }
form-window-bounds = A window is a whole number from 1 to { $days } days, or as long in hours; empty for any time.
form-absence-window = Say in which window they are missed: a number of days or hours.
form-days-bounds = A whole number of days from 1 to { $days }.
form-percent-bounds = A whole percent from 1 to 100.
form-count-bounds = A whole number from 0 to { $most }.
form-most-below-least = “At most” is below “at least”: nobody could be here.
form-span = Values seen so far: { $lo } to { $hi }.
form-span-none = No event has a value yet.
tell-every = every time
tell-each-asset = once for each asset
tell-per-asset = once for each asset, at most { $max }
tell-counted = { $events }: { $times }
tell-whose = { $events } whose { $parts }
tell-part = { $part } { $test }
tell-the-asset = asset
tell-the-channel = channel
tell-the-campaign = campaign
tell-the-value = value
tell-last-days = { $days ->
    [one] in the last day
   *[other] in the last { $days } days
}
tell-last-hours = { $hours ->
    [one] in the last hour
   *[other] in the last { $hours } hours
}
tell-fewer = { $least ->
    [1] none { $within }
   *[other] at most { $most } { $within }
}
tell-reach-least = at least { $n }
tell-reach-exactly = exactly { $n }
tell-reach-between = { $least } to { $most }
tell-reach-within = { $count } { $within }
tell-half-life = { $days ->
    [one] halved every day
   *[other] halved every { $days } days
}
tell-step = { $days ->
    [one] { $percent } % less every day
   *[other] { $percent } % less every { $days } days
}
tell-line = { $days ->
    [one] gone after { $days } day
   *[other] fading evenly over { $days } days
}
tell-inactive = without activity: { $steps }
tell-idle = { $days ->
    [one] after { $days } day { $take }
   *[other] after { $days } days { $take }
}
tell-slow-climb = below { $below } and risen by less than { $gain } in { $days } days: { $take }
tell-take-points = { $points ->
    [one] −{ $points } point
   *[other] −{ $points } points
}
tell-take-percent = −{ $percent } %
tell-take-down = down to { $points }
tell-scale-raw = the sum of points as it is
tell-scale-to = rescaled from { $lo } to { $hi }
tell-entity-contact = contacts
tell-entity-customer = customers
tell-entity-company = companies, one for each value of { $field }
tell-set = Changed: { $parts }
tell-part-title = title
tell-part-description = description
tell-part-entity = who is scored
tell-part-funnel = funnel
tell-part-alignment = questions and answers
tell-part-review = next review
tell-part-left-out = what is left out
tell-part-derived = derived fields
tell-part-learned = learned fields
tell-part-population = population
tell-part-rows = row axis
tell-part-columns = column axis
tell-part-ungraded = leads without a grade
tell-part-gates = gates
tell-part-zones = zones
tell-part-maps = maps
tell-part-map = map in force
tell-part-alerts = alerts
tell-part-rank = rank order
tell-part-top = top share
# --- The gallery of templates, and who plays their roles ---

tui-context-gallery = Gallery of templates
tui-context-roles = Roles of a template
action-leave-open = Leave the role open
action-leave-open-short = leave open
gallery-title = Templates
gallery-search = find by any word
gallery-none = No template has all these words. Esc shows all of them.
gallery-more = { $key } { $last }/{ $all }
gallery-axis = { $name } ({ $bands })
gallery-axes = { $rows } × { $columns }
gallery-contacts = contacts
gallery-companies = companies
gallery-customers = customers
gallery-criteria =
    { $n ->
        [one] 1 criterion
       *[other] { $n } criteria
    }
gallery-gates =
    { $n ->
        [0] no gate
        [one] 1 gate
       *[other] { $n } gates
    }
gallery-alerts =
    { $n ->
        [0] no alert
        [one] 1 alert
       *[other] { $n } alerts
    }
gallery-own-fields =
    { $n ->
        [one] 1 field of its own
       *[other] { $n } fields of its own
    }
gallery-maps = { $n } maps, here “{ $map }”
gallery-owner-hours = { $owner }, { $hours } h
gallery-roles = { $template }: who plays which role
gallery-played = { $played } of { $all } played
gallery-head-role = The template reads
gallery-head-need = needs
gallery-head-player = your data
gallery-head-note = for
gallery-need-any = any value
gallery-need-text = text
gallery-need-number = number
gallery-need-date = date
gallery-need-yes-no = yes or no
gallery-need-kind = activity
gallery-reader = { $name }
gallery-reader-gate = gate “{ $name }”
gallery-reader-alert = alert “{ $name }”
gallery-reader-field = field “{ $name }”
gallery-reader-population = who is scored
gallery-reader-entity = which leads are one company
gallery-open = left open
gallery-unknown =
    { $unknown ->
        [one] 1 of { $all } values unknown
       *[other] { $unknown } of { $all } values unknown
    }
gallery-read-by = Read by: { $readers }
gallery-looks-for = It looks for: { $values }
gallery-open-means = Left open: what reads it gives no points. Enter picks who plays it.
gallery-unknown-values = Not in { $field }, { $n } of { $all }: { $values }
gallery-unknown-means = Pick another, or change these values in the criteria later.
gallery-field-has = { $field } holds: { $values }
gallery-kind-has =
    { $n ->
        [one] { $kind }: 1 event
       *[other] { $kind }: { $n } events
    }
gallery-value = { $value } ({ $n })
gallery-events =
    { $n ->
        [one] 1 event
       *[other] { $n } events
    }
gallery-no-leads = There are no leads yet, so nothing can play a role. Import leads first (Esc, then i), or use it as it is.
gallery-all-played = Every role is played.
gallery-some-open =
    { $n ->
        [one] 1 role is left open: what reads it gives no points.
       *[other] { $n } roles are left open: what reads them gives no points.
    }
gallery-safe = A new model is made; all others stay as they are. Its name comes next.
gallery-use = Use this template
gallery-choose-field = Which field is “{ $role }”?
gallery-choose-kind = Which activity is “{ $role }”?
gallery-unfit = { $kind }; needed: { $need }
gallery-own-field = the template makes a field of the name { $field } itself
gallery-refused = { $field } cannot play this role: { $why }.
gallery-ask-name = Name of the new model
gallery-name-taken = There is a model “{ $name }” already; “{ $free }” is free.
cli-arg-template = The template to start from; quadrille model templates lists them
cli-arg-new-name = Name of the new model; without it, that of the template
cli-arg-role = Who plays a role; nothing after = leaves it open. Again for more
cli-value-role = ROLE=FIELD
cli-model-templates-about = Lists the built-in templates: published scoring systems, and what each is good for.
cli-model-templates-examples =
    quadrille model templates
    quadrille model templates --format csv
cli-model-new-about = Makes a new model of a template. Fields and kinds of activity of the workspace take the roles that it reads, as suggested by their names; what is told says who plays what. No other model is touched.
cli-model-new-examples =
    quadrille model new --template busybiz --dry-run
    quadrille model new --template busybiz --name ours --role company_size=Employees
cli-head-entity = Scores
cli-head-for = What for
cli-usage-role = --role cannot be “{ $value }”: it is ROLE=FIELD.
cli-no-role = the template has no role “{ $role }”.
cli-no-player = the workspace has no “{ $player }” that could play this role; needed: { $need }.
cli-no-leads-for-roles = There are no leads yet, so nothing can play a role: the names of the template stay.
# Models, versions, time travel.

action-rename-model = Rename
action-rename-model-short = rename
action-archive-model = Archive, or put back
action-archive-model-short = archive
action-show-archived = Show or hide archived and deleted models
action-show-archived-short = archived
action-import-model = Bring in a model file
action-import-model-short = import
action-export-model = Write the model to a file
action-export-model-short = export
action-versions = Versions of the open model
action-versions-short = versions
action-restore-version = Make the draft what this version was
action-restore-version-short = bring back
action-compare-with = Compare with the draft, or with the version before
action-compare-with-short = compare
action-as-of = Look as of another instant
action-as-of-short = as of
action-as-of-usual = Back to now
action-as-of-usual-short = now
tui-context-versions = Versions
tui-context-as-of = Time travel

models-hint-last = Make another one first.
models-is-deleted = “{ $name }” is deleted: Enter brings it back.
models-none-deleted = No model was deleted.
models-restored = “{ $name }” is back, with its history and its versions.
models-made = “{ $name }” is new, and open now.
models-put-in = “{ $name }” came in, and is open now.
models-put-again = “{ $name }” is now as in the file: undo brings back what it was.
models-archived = “{ $name }” is archived: it stays in the list behind the others.
models-unarchived = “{ $name }” is back among the others.
models-new = New model
models-new-leads = From the leads
models-new-leads-note = criteria proposed from their fields and activity
models-new-empty = Empty
models-new-empty-note = two axes, and you add every criterion
models-new-template = From a template
models-new-template-note = a method that others use, to be adapted
models-ask-name = Name of the new model
models-near-name = Only plain letters, digits, . _ and -: Enter takes “{ $name }”.
models-ask-file = Write it to this file
models-ask-overwrite = { $path } is there already. Write over it?
models-put = There is a model “{ $name }” already
models-put-beside = Bring it in as “{ $name }”
models-put-beside-note = the other stays as it is
models-put-over = Make “{ $name }” what the file says
models-put-over-note = one edit, which can be undone
models-all-shown = archived and deleted ones too
models-hidden = { $n ->
    [one] one more is archived or deleted
   *[other] { $n } more are archived or deleted
}
models-head-changed = Changed
models-head-saved = Saved
models-head-state = State
models-open-archived = open
models-active = –
models-state-archived = archived
models-state-deleted = deleted
models-broken = broken
models-import = Bring in a model file
models-file-hint = part of a name, or a path
models-more-problems = { $n ->
    [one] and one more problem
   *[other] and { $n } more problems
}

versions-of = Versions of { $model }
versions-reading = Reading …
versions-draft = draft
versions-draft-note = the model as it stands
versions-is-baseline = baseline
versions-from-to-draft = From “{ $from }” to the draft
versions-from-to = From “{ $from }” to “{ $to }”
versions-the-first = “{ $name }” is the first version
versions-none-yet = No version yet
versions-first = There is nothing to compare with.
versions-no-difference = Nothing differs.
versions-more = { $n ->
    [one] one more line: Page Down
   *[other] { $n } more lines: Page Down
}
versions-weight = { $criterion }: { $before } → { $after } points
versions-band = { $band } starts at { $after }, was { $before }
versions-draft-no-baseline = The draft moves on with every edit: save it as a version first.
versions-is-draft = This is the draft: pick a version to bring it back.
versions-same = The draft is just as “{ $name }” was.
versions-restored = The draft is as “{ $name }” was.
versions-open-first = Open this model first: Enter in the list of models.
versions-baseline = The matrix shows what changed since “{ $name }”.
versions-no-name = A version needs a name.
versions-saved = Saved as “{ $name }”.
versions-new = Save as a version
versions-row-name = Name
versions-row-reason = Reason
versions-row-baseline = Compare with it
versions-form-note = A version never changes. The reason tells the others, and you in a year, why the model became what it is.

as-of-title = Look at the leads as of
as-of-scoring = scoring …
as-of-forms = { $day }, or with its time; -30: days back; now
as-of-unknown = “{ $text }” is no instant: write 2026-06-30, 30/06/2026 14:00, -30 or now.
as-of-is-now = The leads are looked at as of now.
as-of-header = as of { $date } · { $note }
as-of-pair-day = a day
as-of-pair-week = a week

# What parts of an event cannot answer.
tell-wrong-detail = an event's {$part} cannot answer “{$test}”
tell-no-score = a score is only known to gates

# Why a ledger line gives or takes points.
tell-cause-idle = Inactivity
tell-cause-slow = Slow climb
tell-cause-scale = Scale
tell-idle-since = nothing since { $date }
tell-climbed = rose by { $points }
tell-evidence-fresh = { $told }; worth { $worth } of a fresh one
tell-evidence-reached = level { $tier } reached, { $seen } seen
tell-evidence-not-reached = no level reached, { $seen } seen
tell-evidence-fewer = { $seen } seen
tell-evidence-too-young = not known to be older than the window

# Leads that a gate holds.
tui-tab-held = Held: { $gate }
# --- Models: faults and advice of every part ---

model-many-parts = the list { $list } has { $n } parts; at most { $limit } are allowed
model-empty-list = the list { $list } of "{ $of }" is empty
model-twice-in-list = "{ $name }" is in the list twice
model-one-gate = a gate
model-several-gates = gates
model-one-alert = an alert
model-several-alerts = alerts
model-one-stage = a stage
model-one-question = a question
model-one-left-out = a part of the list left_out
model-several-added = derived or learned fields
model-scale-reversed = the scale of { $axis } goes from { $low } to { $high }; its first end is to be below its second
model-scale-without-best = the scale of { $axis } needs a best above 0: the start and all groups at their best give no points
model-scale-unbounded = the scale of { $axis } needs a best, and "{ $criterion }" gives points without limit
model-hint-limit = count "{ $criterion }" fewer times, or give the group "{ $group }" a max
model-idle-order = the step of { $days } days does not come after the one of { $before } days; the fewest days come first
model-window-of-its-own = "{ $of }" counts with { $repeat }, which has its own windows; within cannot stand beside it
model-nothing-decays = "{ $of }" counts with { $repeat }, in which nothing decays; decay cannot stand beside it
model-test-of-text = { $what } is text: test it with Is, OneOf, Contains, StartsWith, Known or Unknown, and texts in quotes
model-test-of-numbers = { $what } is a number: test it with Is, OneOf, AtLeast, AtMost, MoreThan, LessThan, Between, Known or Unknown, and numbers
model-axis-outside-gate = only a gate may test the value of an axis
model-axis-test = the value of { $axis } is always a number: test it with Is, OneOf, AtLeast, AtMost, MoreThan, LessThan or Between, and numbers
model-gate-no-such-zone = the gate "{ $gate }" names the zone "{ $zone }", which does not exist
model-ungraded-is-a-band = the ungraded are called "{ $label }" like a band of the rows
model-derived-kinds = the values of "{ $field }" are not all of one kind: { $found } and { $first }
model-hint-decimals = write whole numbers among decimals with a decimal: 3.0
model-reads-itself = the field "{ $field }" is worked out from itself
model-reads-later = the field "{ $field }" reads "{ $later }", which is not worked out before it
model-bad-day = "{ $found }" is not a day of the calendar, written 2026-01-31
model-bad-instant = "{ $found }" is not an instant, written 2026-01-31T09:30:00Z

# --- Learned fields, and a lead through time ---

learned-refused-none = This model has no learned field “{ $name }”.
learned-refused-untaught = “{ $name }” has learned nothing yet.
learned-refused-few = There are { $won } won and { $lost } lost leads; { $needed } of each are needed to learn from.
learned-refused-read = { $part }: { $why }
learned-reads-won = Which leads are won
learned-reads-lost = Which leads are lost
learned-reads-since = Which leads are recent enough
learned-reads-fields = A field it learns from
learned-refused-created = Only leads created since a day are to count, and no field tells when a lead was created.
learned-refused-values = { $found } different values, most of them in “{ $field }”, and { $most } can be counted: leave that field out.
learned-sample = learned { $date } from { $won } won and { $lost } lost
learned-day = { $year }-{ $month }-{ $day }
learned-ready = It has learned nothing yet; { $won } won and { $lost } lost leads can teach it.
learned-mute = What it has learned says nothing of this lead.
learned-how = Learn among the parts of the model, or with: quadrille learn
learned-percent = { $percent }%
learned-stage = The stage alone decides.
learned-value = { $value } · { $field }
agreement-rank = On { $leads } leads, its order and the model’s agree to { $rho } (Spearman: 1 the same, 0 none, −1 opposite; equals share a rank).
agreement-short = Its order and the model’s agree to { $rho } on { $leads } leads (1 the same, 0 none, −1 opposite); of the best { $size } of each, { $both } are in both.
agreement-rank-none = On { $leads } leads, one of the two says the same of everyone: their orders cannot be compared.
agreement-top = Of the best { $share }% of each ({ $size } leads), { $both } are in both; chance alone gives { $share }%.
agreement-ties = { $ties } more leads say the same as the last of its best.
agreement-auc = A won lead stands above a lost one { $learned } times in 100 here, { $model } in the model ({ $won } won, { $lost } lost; 50 is chance; the stage left out).
agreement-auc-none = Neither can be tried on outcomes: { $won } won and { $lost } lost leads.
agreement-caution = Careful: sales worked the leads that the old score chose, and it is tried on the leads it learned from.
agreement-reads = The model reads this field itself, so that they agree by making.
travel-title = Changes ({ $n })
travel-next = Tab: changes
travel-none = Nothing changed in the time looked at.
travel-first = Handed over { $date }
travel-never = Not handed over so far.
travel-place = { $cell } · { $zone }
travel-out = not scored
cli-learn-about = Learns a field of the model from the leads that were won and lost, and keeps what it learned.
cli-learn-examples =
    quadrille learn
    quadrille learn chance --dry-run
cli-agreement-about = Tells how far a learned field and the model agree, and how well each tells won leads from lost ones.
cli-agreement-examples =
    quadrille agreement
    quadrille agreement chance --format json
cli-history-about = Tells how a lead's cell and zone changed: when it would have been handed over under this model.
cli-history-examples =
    quadrille history marie.durand@example.com
    quadrille history durand --as-of 2026-01-31
cli-inflow-about = Counts the leads that entered each zone, week by week, beside what the zone can take.
cli-inflow-examples =
    quadrille inflow
    quadrille inflow --weeks 12 --format csv
cli-value-learned = FIELD
cli-arg-learned = The learned field; without it, the model's first
cli-arg-weeks = How many weeks up to the date, from 1 to 260; 4 without it
cli-learn-done = “{ $field }” has learned; undo in the app brings back what it knew before.
cli-learn-would = “{ $field }” would learn; nothing was written.
cli-learn-field = Learned field “{ $field }”
cli-learn-none = The model “{ $model }” has no learned field.
cli-learn-silent = { $field }: { $why }
cli-learn-says = { $field }: { $percent } ({ $sample })
cli-hint-learned = Add one among the parts of the model in the app, or in its text: learned: [...].
cli-hint-learn = Let it learn first: quadrille learn
cli-inflow-what = Entered: in the zone at the end of the week, and not at its start.
cli-head-value = Value
cli-head-field = Field
cli-head-says = Says
cli-head-held-by = Held by
cli-head-handed-over = Handed over
cli-head-start = From
cli-head-end = To
cli-head-entered = Entered
cli-head-capacity = Can take

parts-maps = Maps

# Leads that a gate holds.
# --- Models: faults and advice of every part ---

model-advice-no-review = no day is set for the next review (next_review)
model-advice-nothing-ages = nothing ages: no criterion has a window or a decay and no axis a degradation, so old activity counts for ever
model-advice-not-counted = { $list } of "{ $field }" names "{ $name }", which is not among its fields: it changes nothing
model-advice-gate-hands-over = who fails the gate "{ $gate }" lands in the zone "{ $zone }", which is handed over to sales
model-advice-gate-open = the gate "{ $gate }" lets everyone pass
model-advice-gate-closed = the gate "{ $gate }" holds everyone: { $axis } ends at { $highest }
model-advice-zone-without-sla = the zone "{ $zone }" is handed over to sales without a time to act within (sla_hours)
model-advice-ceiling-too-high = the ceiling of { $ceiling } cannot be reached: start and groups at their best give { $best }
model-advice-scale-cut = the top of the scale cannot be reached: it stands for { $best } points, and the ceiling is { $ceiling }
model-advice-wide = the axis goes from { $lowest } to { $highest }: over more than { $wide } points, one value says little
model-advice-far-above = the axis reaches { $highest }, more than { $times } times where its top band begins ({ $top }): up there nobody is told apart
model-advice-outlier = "{ $criterion }" weighs { $weight }, more than { $times } times the middle weight of its axis, { $middle }
model-advice-same-action = "{ $first }" and "{ $second }" give { $points } and { $others } points for the same activity
model-advice-case-never = in "{ $of }", case { $n } is never reached: those before it take all it would
model-advice-case-value = in "{ $of }", "{ $value }" stands in case { $first } and again in case { $second }: the first counts
model-advice-case-overlap = in "{ $of }", cases { $first } and { $second } overlap: where both hold, the first counts

# --- Checks: what the leads say of a model ---

check-no-leads = there are no leads yet: import some to see what this model does
check-no-events = there is no activity yet: criteria that count events give nothing until you import some
check-nobody = the population is empty: this model scores nobody
check-trouble = "{ $part }" cannot be read: { $why }
check-review-due = the review of { $day } is due: look at the top 20 % again, then set the next day
check-shadows = the model’s field "{ $field }" hides a field of the leads with the same name
check-no-lesson = the field "{ $field }" has learned nothing yet: it is unknown for everyone
check-never = "{ $criterion }" gives nobody anything
check-always = "{ $criterion }" gives everyone the same: it tells nobody apart
check-unknown-values = { $n ->
    [one] one lead has a value of "{ $field }" that no criterion knows: { $values }
   *[other] { $n } leads have a value of "{ $field }" that no criterion knows: { $values }
}
check-gate-holds-all = the gate "{ $gate }" holds everyone who comes to it
check-unscored-kinds = { $n ->
    [one] one kind of activity happens and is neither scored nor left out: { $values }
   *[other] { $n } kinds of activity happen and are neither scored nor left out: { $values }
}
check-unscored-assets = { $n ->
    [one] one asset is used and is neither scored nor left out: { $values }
   *[other] { $n } assets are used and are neither scored nor left out: { $values }
}
check-counted = { $name } ({ $n })
check-and-more = { $named } and { $n } more
cli-value-file-or-name = FILE-OR-NAME
cli-arg-file-or-model = A model file, or the name of a model of the workspace
cli-arg-check-data = Also says what the leads of the workspace say of the file
cli-model-range = { $axis }: { $lowest } to { $highest } points; start and groups at their best give { $best }.
cli-model-range-open = { $axis }: from { $lowest } points, without an upper limit.
cli-model-nothing-to-say = Nothing to improve that a program can see.
cli-template = { $name }: { $title } ({ $entity }, { $criteria })

# --- Axes, bands, groups, maps and zones ---

tui-context-painter = Zone painter
action-axis-settings = Settings of the axis: start, bounds, scale, what time takes
action-axis-settings-short = settings
action-paint-zones = Paint the zones of the cells
action-paint-zones-short = zones
action-edit-zones = Edit the zones
action-edit-zones-short = zone list
action-paint = Paint the selected cells
action-paint-short = paint
action-next-zone = Paint with the next zone
action-next-zone-short = next zone
action-previous-zone = Paint with the zone before
action-previous-zone-short = zone before
action-pick-zone = Paint with the zone of this cell
action-pick-zone-short = pick
action-select-up = Select one row more above
action-select-up-short = select up
action-select-down = Select one row more below
action-select-down-short = select down
action-select-left = Select one column more at the left
action-select-left-short = select left
action-select-right = Select one column more at the right
action-select-right-short = select right
action-next-map = Paint another map
action-next-map-short = other map
action-compare-map = Compare with another map
action-compare-map-short = compare
action-put-in-force = Put this map in force
action-put-in-force-short = in force
axis-cells = { $n ->
    [one] { $n } cell
   *[other] { $n } cells
}
axis-leads = { $n ->
    [one] { $n } lead
   *[other] { $n } leads
}
painter-title = Zones of the cells
painter-nothing-to-paint = There is no map, or no zone to paint with: n makes a map, z opens the zones.
painter-no-zones = This model has no zone yet. Press z, then n, to make the first; a map then gives each cell its zone.
painter-no-map = This model has no map yet. Press n to make one: every cell begins in the first zone, and you paint from there.
painter-painted-cells = { $cells }, { $leads }: now { $zone }
painter-in-force-already = This map is in force already.
painter-map-deleted = The map { $map } is gone.
painter-map-taken = There is a map called { $map } already.
painter-ask-map = Name of the new map, a copy of { $map }
painter-ask-first-map = Name of the map
painter-blocked = Open the zone painter first: Z on the workbench.
painter-painted-in-force = Painted: { $map } (in force)
painter-painted = Painted: { $map }
painter-other-in-force = Compared: { $map } (in force)
painter-other = Compared: { $map }
painter-zones = Zones
painter-leads = leads
painter-same = Both maps are the same: nothing differs from { $map }.
painter-differs = { $sign } { $cells }, { $leads } differ from { $map }.
painter-move = { $from } → { $to }: { $cells }, { $leads }
painter-and = { $a }; { $b }
painter-selected = { $cells } selected, { $leads }
painter-cell = { $row } × { $column }: { $leads }, { $zone }
bands-new = New band
bands-row-from = Begins at
bands-row-lowest = What is below
bands-lowest = low
bands-edge-taken = A band begins at { $from } already.
bands-split-note = Cut from { $band }: { $leads } go over to the new band. In every map it has the same zones, until you paint others.
bands-first-note = { $leads } are in the new band.
bands-last = An axis keeps at least one band.
bands-removed = { $band } is gone: what was in it is in { $heir }
bands-band =   Band
bands-from = from
bands-leads = leads
bands-change = change
bands-share = share
bands-whole = everything
bands-note = Move the edge and watch the counts: an edge is the lowest value of its band.
bands-ungraded = { $label }: { $leads } of which nothing is known here, in a row of their own.
axis-settings = Settings of { $axis }
axis-row-start = Everybody starts with
axis-hint-start = Points that every lead has before any criterion counts. Empty: none.
axis-row-floor = Never below
axis-row-ceiling = Never above
axis-hint-floor = What is beyond is cut off, after time has taken its part and before the scale. Empty: no bound.
axis-row-best = Groups at their best
axis-hint-best = Each group at its best, within its own bounds. With the start, this is the most an axis can give.
axis-group-best = { $group } { $best }
axis-plus = { $a } + { $b }
axis-no-groups = no group yet
axis-row-scale = Shown
axis-scale-raw = as the sum of points
axis-scale-to = brought to a range
axis-hint-scale = Brought to a range, the best that a lead can have is shown as the range’s end, 0 as its beginning. Bands and gates then read the shown value.
axis-row-lo = · from
axis-row-hi = · to
axis-range-order = The end must be above the beginning.
axis-floor-above = The lowest value is above the highest.
axis-row-ungraded = Unknown leads
axis-ungraded-none = in the band of their value
axis-hint-ungraded = A name here puts the leads of which nothing is known on this axis in a row of their own, below the lowest band. Every map gets the row too.
axis-row-idle = { $n }. Idle for, days
axis-hint-idle = Whole days since the last event that a criterion of this axis counts, or since the lead was created. The deepest step reached applies.
axis-row-take = · loses
axis-take-points = points
axis-take-percent = percent of what is above zero
axis-take-down = all that is above
axis-row-much = · how much
axis-hint-much = Points, percent or the value that is left, as chosen above.
axis-add-idle = a step of inactivity
axis-row-gain = { $n }. Rose by less than
axis-row-over = · in the last, days
axis-row-below = · and is below
axis-row-points = · loses, points
axis-hint-slow = Takes points from who climbs too slowly: below a value, and risen by too little in the last days. A lead younger than that loses nothing.
axis-add-slow = a loss for climbing too slowly
axis-days-twice = Another step begins after as many days.
axis-range = A lead can have from { $lo } to { $hi } here.
axis-range-scaled = The most a lead can have is { $best }: it is shown as { $hi }, and 0 as { $lo }.
axis-range-nothing = Nothing gives points here: there is no best to bring to a range.
axis-range-endless = A criterion here counts without limit, so there is no best to bring to a range. Give the criterion or its group an upper bound.
axis-taken-now = As saved now, time takes points from { $leads }.
axis-state = from { $lo } to { $hi }
axis-state-degraded = from { $lo } to { $hi }, less with time
groups = Groups
groups-empty = No group yet. Press n to add one; criteria are added up in groups.
groups-row-title = Title
groups-row-axis = Axis
groups-new = New group
groups-taken = This axis has a group called { $name } already.
groups-sum = { $least } to { $most }
groups-detail = { $n ->
    [one] { $n } criterion, { $sum }
   *[other] { $n } criteria, { $sum }
}
groups-detail-bounds = { $n ->
    [one] { $n } criterion, { $sum }, held to { $bounds }
   *[other] { $n } criteria, { $sum }, held to { $bounds }
}
groups-no-bounds = no bounds
groups-note = Its criteria give { $sum } together; within the bounds the group gives { $low } to { $high }.
groups-last = Its criteria need another group to go to: add one first.
groups-heir = { $n ->
    [one] Which group takes the criterion of { $group }?
   *[other] Which group takes the { $n } criteria of { $group }?
}
zones-empty = No zone yet. Press n to make the first: a part of the matrix that is treated alike.
zones-new = New zone
zones-one = Zone { $zone }
zones-hint-name = A short name; maps and gates follow when it changes.
zones-row-owner = Owner
zones-row-action = What is done
zones-row-hours = Within, working hours
zones-hint-hours = Working hours within which the owner acts. Empty: no promise.
zones-row-week = Leads a week
zones-hint-week = How many leads the owner can take in a week. Empty: not said.
zones-row-over = Hands over to sales
zones-hint-over = Whether the leads of this zone are handed over to sales.
zones-taken = There is a zone called { $zone } already.
zones-detail = { $terms } · { $leads }
zones-now = Under the map in force it has { $leads }.
zones-weeks = { $n ->
    [one] That is { $n } week of work.
   *[other] That is { $n } weeks of work.
}
zones-entered = Entered in each of the last { $weeks } weeks: { $each }.
zones-too-many = More than the { $most } that can be taken in a week.
zones-last = Cells and gates need another zone to go to: add one first.
zones-heir = { $gates ->
    [0] Which zone takes the { $cells } of { $zone }?
    [one] Which zone takes the { $cells } and the gate of { $zone }?
   *[other] Which zone takes the { $cells } and the { $gates } gates of { $zone }?
}
zones-terms = { $owner }
zones-terms-hours = { $owner }, within { $hours } h
zones-terms-week = { $owner }, { $week } a week
zones-terms-both = { $owner }, { $hours } h, { $week } a week
parts-axis = Axis: { $axis }
parts-bands = Bands
parts-bands-state = { $rows } × { $columns }
parts-maps-state = { $n }, in force: { $map }

# --- Checks: what the leads say of a model ---

cli-head-week = To { $date }

# --- Forms and lists of a model's parts ---

tui-context-list = List of parts
action-parts = Parts of the model: title, gates, alerts, fields…
action-parts-short = parts
action-alerts = Who the alerts speak of
action-alerts-short = alerts
sheet-in-french = · in French
sheet-in-english = · in English
sheet-the-same = the same
sheet-none = none
sheet-no-day = none; for example 2026-01-31
sheet-no-such-day = “{ $text }” is no day: write 2026-01-31.
sheet-name-missing = Give it a name.
sheet-text-missing = Write something here.
sheet-number-missing = Give a whole number.
sheet-pick-missing = Choose one: Enter opens the list.
sheet-bounds = A whole number from { $least } to { $most }.
parts = Parts of the model
parts-none = none
parts-unknown = unknown
parts-count = { $n }
parts-title = Title and description
parts-funnel = Funnel stages
parts-alignment = Alignment of marketing and sales
parts-review = Next review
parts-entity = What is scored
parts-population = Population
parts-derived = Derived fields
parts-learned = Learned fields
parts-criteria = Criteria
parts-gates = Gates
parts-alerts = Alerts
parts-ranking = Ranking and top group
parts-funnel-state = { $n ->
    [one] { $n } stage
   *[other] { $n } stages
}
parts-funnel-empty = No stage yet. n adds the first one: visitor, lead, MQL, SQL, customer… with who is in charge of it.
parts-stage = Stage of the funnel
parts-row-owner = In charge
parts-row-title = Title
parts-row-description = Description
parts-row-review = Day
parts-hint-review = The day on which marketing and sales look at the scores again. Scoring drifts: a review each quarter is usual.
parts-review-none = none set
parts-review-state = { $day }, { $away }
parts-alignment-state = { $answered } of { $n } answered
parts-alignment-empty = No question yet. n adds one.
parts-unanswered = no answer yet
parts-question-answer = { $question } — { $answer }
parts-row-question = Question
parts-row-answer = Answer
parts-question-cycle = How long is the shortest sales cycle, and the longest?
parts-question-stages = Which stages must every sale go through?
parts-question-organisations = Which organisations are involved in a purchase?
parts-question-media = Which media do you use today?
parts-question-strengths = What are your strengths and your weaknesses?
parts-entity-contact = contacts
parts-entity-customer = customers
parts-entity-company = companies
parts-entity-company-by = companies, by { $by }
parts-row-entity = Each row is
parts-hint-entity = Companies: all leads with the same value of a field are put together, with their activity. Customers: the same leads, read for another sale or the risk of losing them.
parts-row-by = Same company by
parts-hint-by = The field that tells the company: its name, its number, the domain of the e-mail. Leads without one are left out.
parts-companies = { $n ->
    [one] It makes { $n } company.
   *[other] It makes { $n } companies.
}
parts-hint-how = How the values of a company's people become one value.
parts-how-usual = usual: { $how }
parts-how-most = the value most have
parts-how-first = the first one imported
parts-how-highest = the highest or newest
parts-how-lowest = the lowest or oldest
parts-how-sum = the sum
parts-row-population = Scored
parts-hint-population = Who is scored at all: competitors, staff and applicants can stay out. D brings everyone back.
parts-population-state = { $who }: { $n }
parts-criteria-state = { $n }, of which off: { $off }
parts-ranking-state = top { $share } %
parts-rank-nothing = –
parts-rank-sum = the sum of both
parts-rank-recent = the more recent activity
parts-row-rank-first = First by
parts-row-rank-then = then by
parts-hint-rank = Who comes first in every list; the highest first. What still ties is decided by the lead's key.
parts-rank-twice = This one is there already.
parts-rank-empty = Rank by at least one thing.
parts-row-share = Top group, %
parts-hint-share = The share of the population in the top group, 1 to 50 %; the next group is as large.
parts-gate = Gate
parts-gates-empty = No gate yet. n adds one: what a lead must meet to go where its cell says, such as a grade above 50, whatever it has done.
parts-gates-state = { $held ->
    [one] { $n }, holding { $held } lead
   *[other] { $n }, holding { $held } leads
}
parts-gate-held = { $n ->
    [one] holds { $n } lead → { $zone }
   *[other] holds { $n } leads → { $zone }
}
parts-gate-passes = Passes: { $pass }
parts-row-pass = Passes who
parts-hint-pass = Fields and the two values can be asked for: grade above 50, consent given. Who fails stays in the cell, held.
parts-row-gate-zone = The others go to
parts-hint-gate-zone = The first gate that a lead fails decides its zone.
parts-gate-no-pass = Say who passes: Enter makes the condition.
parts-gate-no-zone = A gate needs a zone to send leads to: make zones first.
parts-gate-would = { $fail } of { $of } leads do not pass
parts-alert = Alert
parts-alerts-empty = No alert yet. n adds one: a precise buying action, for some countries say, told to sales whatever the score is.
parts-alerts-state = { $fired ->
    [one] { $n }, { $fired } lead now
   *[other] { $n }, { $fired } leads now
}
parts-alert-fired = { $n ->
    [one] { $n } lead now
   *[other] { $n } leads now
}
parts-alert-note = { $who } — { $events }
parts-row-alert-when = Only for
parts-hint-alert-when = Whom it concerns: some countries, large companies. It looks past the score and the gates.
parts-any-time = however long ago
parts-row-action = What to do
parts-alert-would = { $n ->
    [one] It speaks of { $n } lead now.
   *[other] It speaks of { $n } leads now.
}
parts-fired = Alerts: who, and since when
parts-fired-empty = No alert has fired. Alerts are set among the parts of the model: a on the workbench.
parts-fired-row = { $alert } · { $handed } · { $day }
parts-fired-note = { $n ->
    [one] { $alert }: { $what }, { $ago } ({ $at }).
   *[other] { $alert }: { $what }, { $ago } ({ $at }), { $n } times.
}
parts-fired-asset = { $kind } ({ $asset })
parts-derived-one = Derived field
parts-derived-empty = No derived field yet. n adds one: a new field by conditions on others, such as a budget class from the job title.
parts-derived-state = { $cases ->
    [one] { $cases } case, known for { $known }
   *[other] { $cases } cases, known for { $known }
}
parts-case-told = { $value } if { $when }
parts-row-field-name = Field's name
parts-hint-derived = Criteria, gates and later fields can read it like any other field.
parts-row-type = Its values are
parts-type-number = numbers
parts-add-case = add a case
parts-row-case = Case { $n }, if
parts-hint-case = The first case that holds gives the value. Shift+↑↓ moves a case, D deletes it.
parts-row-case-value = its value
parts-row-otherwise = Otherwise
parts-case-no-when = Say when this case holds: Enter makes the condition.
parts-value-missing = Give a value of that type.
parts-no-case = Add at least one case.
parts-case-count = { $n ->
    [one] { $n } lead
   *[other] { $n } leads
}
parts-row-filter = Events
parts-hint-filter = What fires it: kinds of activity, and which asset, channel or campaign.
parts-alert-within = { $events }, { $window }
parts-learned-one = Learned field
parts-learned-empty = No learned field yet. n adds one: how likely a lead is to be won, from 0 to 100, learned from the leads already won and lost.
parts-untaught = nothing learned yet
parts-hint-learned = A whole percent, 0 to 100, that criteria can read like any number.
parts-row-won = Won if
parts-row-lost = Lost if
parts-hint-won = Who became a customer: deal stage is won.
parts-hint-lost = Who was given up. All others are open and are not learned from.
parts-row-fields = Learn from fields
parts-hint-fields = Tab marks several: country, source, sector… Not the ones that tell the outcome.
parts-row-blanks = Blanks count in
parts-hint-blanks = Fields whose missing value says something too: no phone number given.
parts-row-tags = Tags
parts-hint-tags = Fields of tags: a value seen on fewer than 50 leads says nothing.
parts-row-stage-field = Stage
parts-hint-stage-field = The field that tells how far a lead has come, if there is one.
parts-row-stage = { $n }
parts-hint-stage = First stage first: Shift+↑↓ moves one, empty rows are left out.
parts-add-stage = add a stage
parts-row-since = Created since
parts-hint-since = Only leads created on or after this day are learned from.
parts-learn-now = learn now
parts-hint-learn = Saves the form, and learns from the leads as they are now. Undo takes it back.
parts-outcome-missing = Say how it is known: Enter makes the condition.
parts-fields-missing = Choose at least one field.
parts-inventory = Asset inventory
parts-inventory-state = { $open ->
    [one] { $n }, { $open } active but unscored
   *[other] { $n }, { $open } active but unscored
}
parts-inventory-empty = No activity yet: import it (3, then I), and every page, form and download it names is listed here.
parts-stock = { $name } — { $state }
parts-stock-asset = Asset
parts-stock-kind = Kind of activity
parts-stock-open = active but unscored
parts-stock-idle = unscored, no activity
parts-stock-left-out = left out on purpose
parts-stock-by = { $name } { $weight }
parts-stock-by-more = { $first } and { $n } more
parts-stock-counts = { $events ->
    [one] { $events } event, { $leads } leads
   *[other] { $events } events, { $leads } leads
}
parts-stock-note-open = { $what }, in the last { $days } days. Space leaves it out on purpose, n makes a criterion for it.
parts-stock-note-left-out = { $what }: nobody scores it, and that is meant. Space takes that back.
parts-stock-note-scored = { $what }, in the last { $days } days. Enter goes to the criterion.
parts-stock-is-scored = “{ $name }” is scored: switch its criteria off first.
parts-stock-no-group = There is no group to put a criterion in.
action-checks = What could be better in the model, on these leads
action-checks-short = checks
parts-criteria-checks = Criteria ({ $key } { $n })
parts-checks = Checks: what could be better
parts-checks-none = nothing to say
parts-checks-empty = Nothing to say: the model is sound, and so it is on these leads.
parts-check-model = model
parts-check-data = on these leads
action-save-form = Save the form and close it
action-save-form-short = save
cli-value-new-name = NEW-NAME
cli-value-text = TEXT
cli-arg-model-this = The model
cli-arg-model-new = What the copy or the model is to be called
cli-arg-version-name = The version
cli-arg-archived = Lists archived and deleted models too
cli-arg-changes = Lists what changed from that version to the draft
cli-arg-reason = Why the model became what it is
cli-model-copy-about = Makes a model that begins as another one stands.
cli-model-copy-examples = quadrille model copy busybiz autumn
cli-model-rename-about = Gives a model another name; its history and versions stay.
cli-model-rename-examples = quadrille model rename autumn winter
cli-model-archive-about = Puts a model away, behind the others.
cli-model-archive-examples = quadrille model archive winter
cli-model-unarchive-about = Puts an archived model back among the others.
cli-model-unarchive-examples = quadrille model unarchive winter
cli-model-delete-about = Deletes a model. All of it stays in the workspace, to be restored.
cli-model-delete-examples = quadrille model delete winter
cli-model-restore-about = Brings a deleted model back, with its history and versions.
cli-model-restore-examples =
    quadrille model list --archived
    quadrille model restore winter
cli-model-versions-about = Lists the versions of a model and how much changed since each; or what changed since one.
cli-model-versions-examples =
    quadrille model versions busybiz
    quadrille model versions --changes launch
cli-model-save-about = Saves the model as it stands as a version, which never changes.
cli-model-save-examples = quadrille model save launch --reason "Agreed with sales on 12 November"
cli-model-baseline-about = Chooses the version that the matrix shows its changes against.
cli-model-baseline-examples = quadrille model baseline launch
cli-model-copied = “{ $to }” is a copy of “{ $from }”.
cli-model-archived = “{ $name }” is archived: “quadrille model unarchive { $name }” puts it back.
cli-model-deleted = Deleted “{ $name }”: “quadrille model restore { $name }” brings it back.
cli-model-not-deleted = no deleted model is called “{ $name }”.
cli-version-saved = Saved “{ $model }” as it stands as the version “{ $name }”.
cli-model-active = active
cli-head-reason = Reason
cli-head-change = What changed
cli-head-changes = Changes since
cli-value-topic = TOPIC
cli-arg-topic = model (how a model is written, with an example of everything), or a command
cli-help-about = Explains how a model is written, or a command.
cli-help-command-examples =
    quadrille help model | less
    quadrille help import
cli-help-no-topic = there is no help on “{ $topic }”.
parts-row-unit = Unit
parts-population-would = { $n } of { $of } leads are scored

# --- Axes, bands, groups, maps and zones ---

painter-in-force = { $map } (in force)
parts-ungraded = Unknown leads
parts-zones = Zones

# --- What a template takes for its own ---

gallery-yes-no = { $field } answers yes or no: yes is taken for “{ $yes }”, no for “{ $no }”.
learned-absent = Nothing is learned from what the leads do not have: { $fields }.
models-deleting = The model is being deleted; undo brings it back in a moment.
# --- Leaving a form ---

form-unsaved = Not saved yet. Ctrl+S saves; Esc once more leaves without saving.
# --- Capacity, working time, and who waits ---

week-no-day = No day is worked. Choose at least one.
week-order = The day must end after it begins, at midnight at the latest.
week-holiday = “{ $text }” is no day. Write it as 2026-12-25.

# --- Verdicts ---

tui-context-review = Review
tui-context-session = A review being held
tui-tab-review = Review
action-screen-review = Go to the review
action-screen-review-short = review
action-too-early = Verdict: too early
action-too-early-short = too early
action-too-late = Verdict: too late
action-too-late-short = too late
action-off-target = Verdict: off target
action-off-target-short = off target
action-right-verdict = Verdict: right
action-right-verdict-short = right
action-comment = Give the verdict a reason and a note
action-comment-short = comment
action-clear-verdict = Take the verdict away
action-clear-verdict-short = clear
action-hunch = Note your hunch: hot, warm or cold
action-hunch-short = hunch
action-skip-lead = Pass this lead over
action-skip-lead-short = skip
action-filter-verdict = Show the leads with one verdict alone
action-filter-verdict-short = verdicts
verdict-too-early = too early
verdict-too-late = too late
verdict-off-target = off target
verdict-right = right
verdict-cleared = no verdict
verdict-skipped = skipped
hunch-hot = hunch: hot
hunch-warm = hunch: warm
hunch-cold = hunch: cold
verdict-said = { $lead }: { $verdict }
verdict-none = This lead has no verdict to take away.
comment-title = Verdict on { $lead }
comment-row-verdict = Verdict
comment-row-reason = Reason
comment-hint-reason = The list belongs to the workspace: its settings are on the page of the reviews.
comment-row-note = Note
comment-hint-note = For whoever meets this lead next.
comment-no-reason = none
comment-reason-text = { $text }
comment-needs-verdict = Give a verdict first, then say why.
reasons-too-early = no budget yet; no project yet; only gathering information; wrong moment of the year
reasons-too-late = bought elsewhere; already in talks with somebody else; called back too late; project over
reasons-off-target = sector out of scope; too small; wrong country; student or competitor; wrong person
reasons-right = meeting made; project confirmed; passed on to a colleague
hunch-title = Your hunch about { $lead }
hunch-row = This lead feels
hunch-hint = Noted beside the score, which it does not change: where the two disagree is worth a talk.
review-page-list = Reviews
review-page-questions = Four questions
review-page-contrast = Top against next
review-page-suggestions = Suggestions
review-page-capacity = Capacity
tui-column-verdict = Verdict
tui-leads-judged = { $shown }, with a verdict
tui-leads-not-judged = { $shown }, without a verdict
tui-leads-only = { $shown }, verdict: { $verdict }

# --- Reviews and the session ---

action-open-disputed = Open the most disputed criterion in the workbench
action-open-disputed-short = disputed
action-review-settings = Settings of the reviews: reasons, hunch first
action-review-settings-short = settings
action-minutes = Write the minutes of the review
action-minutes-short = minutes
review-named = review “{ $name }”
review-settings = Settings of the reviews
review-settings-saved = Settings of the reviews saved.
review-new = New review
review-name = Review { $date }
review-row-who = Participants
review-hint-who = Names, with a comma between them.
review-row-kind = Sample
review-kind-fifths = the top { $share } % and the next
review-kind-cell = a cell of the matrix
review-kind-zone = a zone
review-row-top = Of the top
review-hint-top = How many leads; empty takes them all. They are drawn by lot, each as likely.
review-row-next = Of the next
review-hint-next = How many leads of the group just below, to compare; empty takes them all, 0 none.
review-row-row = Row
review-row-column = Column
review-row-zone = Zone
review-row-most = How many
review-all = all
review-row-seed = Drawn with
review-hint-seed = With the same number, the same leads are drawn again. It is kept with the review.
review-nobody = Nobody would be drawn: choose other leads, or more of them.
review-will-draw = { $top } of the { $of_top } leads of the top { $share } % and { $next } of the { $of_next } of the next { $share } % will be drawn.
review-will-draw-some = { $drawn } of { $of } leads will be drawn.
review-begun =
    { $n ->
        [one] The review has begun: one lead to judge.
       *[other] The review has begun: { $n } leads to judge.
    }
review-changed = Saved “{ $name }”.
review-removed = Removed “{ $name }”; the verdicts given in it stay.
review-none-yet = There is no review yet.
review-ending = End of “{ $name }”
review-row-point = Open point { $n }
review-hint-point = What is to be settled, and by whom; it goes into the minutes.
review-add-point = another open point
review-hint-next-day = When marketing and sales meet again over the leads; a review each quarter is usual.
review-next-into-model = The day also becomes the next review of the model “{ $model }”, whose checks remind of it.
review-ended = “{ $name }” is ended. R writes its minutes.
review-sample-top = { $top } of the top { $share } %
review-sample-fifths = { $top } of the top + { $next } of the next { $share } %
review-sample-cell = { $n } of cell { $row } { $column }
review-sample-zone = { $n } of zone { $zone }
review-row-hunch-first = Ask for a hunch first
review-hint-hunch-first = Score and reasons stay hidden until somebody has noted a hunch, so that it is one.
review-row-flagged = Flag a criterion above
review-hint-flagged = Percent of the top group’s points from one criterion; more is flagged among the four questions.
review-row-reason = Reason { $n }
review-no-reason = empty: left out
review-row-reason-of = Explains
review-hint-reason-of = For which verdict the reason is proposed.
review-add-reason = another reason
review-any-verdict = any verdict
review-list-title =
    { $n ->
        [0] Reviews
        [one] 1 review
       *[other] { $n } reviews
    }
review-what-it-is = In a review, marketing and sales go through leads one by one: all of the top or a sample of it, and some of the next for comparison. Each gets a verdict with one key: too early, too late, off target, or right.
review-what-comes-of-it = Every verdict is saved at once; a review that was broken off goes on at the very lead. What the verdicts say of the model stands on the pages beside this one.
review-how-to-begin = { $key } begins a review.
review-column-date = Begun
review-column-seen = Seen
review-column-verdicts = Verdicts
review-column-state = State
review-state-ended = ended
review-state-open = open
review-seen = { $seen }/{ $of }
review-goes-on = Enter goes on with lead { $at } of { $of }.
review-to-end = All leads were gone through: Enter leads to the end of the review.
review-was-ended = Ended on { $date }.
review-next-on = Next review on { $date }.
review-about = Sample: { $sample }, drawn with { $seed } · model { $model }
review-with = With { $people }
review-open-points = Open points: { $points }
tally-none = No verdict yet.
tally-right = Right: { $hits }/{ $of } = { $share }
tally-right-top = Right in the top: { $hits }/{ $of } = { $share }
tally-bounds = (95% CI { $lo }–{ $hi })
tally-bounds-small = (95% CI { $lo }–{ $hi }, small number)
tally-verdict = Verdict
tally-top = top
tally-next = next
tally-rest = rest
tally-total = total
tally-left = to judge
session-seen = { $seen }/{ $of } seen
session-with = with { $people }
session-place = { $at } of { $of }
session-to-judge = To judge · { $place }
session-missing = This lead is not among the leads any more: it was removed, or the model scores other leads now.
session-missing-how = { $skip } passes it over.
session-missing-skip = This lead is gone: there is nothing to judge. Pass it over.
session-other-model-title = Another model is open
session-other-model = This review is held on the model “{ $of }”, but “{ $open }” is open.
session-open-model = { $key } opens “{ $of }”.
session-go-on-anyway = { $key } goes on with “{ $open }”; verdicts keep the model they were given on.
session-no-model = The model “{ $model }” is not in this workspace any more.
session-choose-model = First choose on which model the review goes on.
session-end-title = End of the sample
session-all-seen =
    { $n ->
        [one] The one lead of the sample was gone through.
       *[other] All { $n } leads were gone through.
    }
session-left = { $left } of { $of } leads were not looked at yet; { $key } goes back to them.
session-were-left = { $left } of { $of } leads were not looked at.
session-end-how = { $key } ends the review: open points, and the day of the next one.
session-minutes-how = { $key } writes the minutes.
session-ended = This review was ended: nothing is added to it any more.
session-no-lead = No lead is left to judge here.
session-enter = A verdict goes on to the next lead by itself; so does passing it over.
session-tally = Tally
session-disputed = Most disputed criterion:
session-disputed-key = Most disputed ({ $key } opens it):
session-disputed-why = gives points to { $early } too early, { $off } off target, { $right } right
session-disputed-how = { $key } opens it in the workbench
session-no-disputed = No criterion is disputed yet.
session-back = The review goes on from the list of reviews (3).
session-last = Last decisions
session-nothing-said = Nothing said yet: one key gives a verdict and goes on to the next lead.
session-hidden = Score and reasons are hidden: { $hunch } notes your hunch first, { $show } shows them.
session-field = { $field }: { $value }
session-no-reasons = No criterion gives or takes points.
session-event = { $ago }: { $what }
session-said = { $date }: { $what }
session-said-by = { $date }: { $what } ({ $who })
session-presenting-masked = Presentation: names are masked, P shows them; F brings the footer back.
# --- The answers to a review's questions ---

review-better = The top { $share }% look really more interested than the next { $share }%: { $why }.
review-no-better = The top { $share }% look no better than the next { $share }%: { $why }.
review-worse = The top { $share }% look worse than the next { $share }%: { $why }.
review-by-outcomes = of their closed deals { $top }% were won, of the next group’s { $next }%
review-by-verdicts = sales found { $top }% of the leads judged there right, and { $next }% of those of the next group
review-by-activity = { $top }% of them did more in the last { $days } days than the middle lead of both groups, and { $next }% of the next; scores are made of activity, so that outcomes or verdicts would say more
review-unclear-nobody = Nothing to compare: the top group or the next is empty.
review-unclear-same = It cannot be told: all leads of both groups have the same points, so that chance decides who is on top.
review-unclear-none = It cannot be told: there are no outcomes, no verdicts and no activity of the last { $days } days. Judge some leads of both groups, or import what came of them.
review-unclear-few = It cannot be told yet: too few closed deals ({ $closed }) and verdicts ({ $judged }) in both groups. From about { $needed } in each on it can.
review-gaps-nobody = This model scores nobody.
review-gaps-few = { $leads ->
    [one] A single lead has no gaps.
   *[other] { $leads } leads are too few to speak of gaps.
}
review-gaps-same = No gap at all: all { $leads } leads have { $points } points. Nothing tells them apart.
review-gaps-large = Very large: the first tenth holds { $held }% of all points, and the first lead has { $most } where the middle one has { $median }.
review-gaps-bunched = Bunched: { $tied } of { $leads } leads have the very same { $points } points, and nothing tells them apart.
review-gaps-even = Even: the first tenth holds { $held }% of all points, and the first lead has { $most } where the middle one has { $median }.
review-cut-off = { $ties ->
    [one] The cut-off is at { $points } points, and nobody ties with the last one in.
   *[other] The cut-off is at { $points } points, where { $ties } leads tie: recency, then the order of import decide.
}
review-patterns-none = The top group has no points above none.
review-flagged = { $criterion } makes { $share }% of the points of the top group: too strong?
review-unflagged = No criterion makes more than { $limit }% of the points of the top group.
review-twins = { $a } and { $b } go together ({ $both } of { $either } leads): is one interest counted twice?
review-missing-few = Too little to go by. Bad leads (off target or lost): { $bad }; good ones (right or won): { $good }. It takes { $needed } of each.
review-missing-none = Nothing stands out: no value and no event comes surely more often with the { $bad } bad leads (off target or lost) than with the { $good } good ones and costs nothing yet.
review-missing-some = { $n ->
    [one] One thing comes surely more often with the { $bad } bad leads (off target or lost) than with the { $good } good ones, and costs nothing yet.
   *[other] { $n } things come surely more often with the { $bad } bad leads (off target or lost) than with the { $good } good ones, and cost nothing yet.
}
review-mark = bad: { $bad }/{ $of_bad } ({ $bad_share }%), good: { $good }/{ $of_good } ({ $good_share }%)
review-source-none = No field tells what came of the leads.
review-source-field = What came of the leads is read from “{ $field }”.
review-source-learned = Won and lost are what the learned field “{ $field }” calls so.
review-range = { $lo } to { $hi }
review-others = { $n } others
review-unknown = unknown

# --- The minutes of a review ---

minutes-title = Minutes of the review “{ $review }”
minutes-footer = Written by quadrille; leads and points as of { $as_of }.
minutes-draft = Draft: this review has not been ended yet. What follows is how far it came.
minutes-masked = Names are masked: people are shown by their initials, and the notes of the verdicts are left out.
minutes-held = Held: { $begun } to { $ended }
minutes-begun = Begun: { $begun }
minutes-participants = Took part: { $people }
minutes-nobody-named = Took part: nobody was named
minutes-model = Model: { $model }, leads as of { $as_of }
minutes-sample = Sample: { $sample } (seed { $seed })
minutes-sample-none = no lead
minutes-sample-both = { $first }, then { $then }
minutes-sample-top = all leads of the top group
minutes-sample-of-top = { $n ->
    [one] one lead of the top group, drawn by lot
   *[other] { $n } leads of the top group, drawn by lot
}
minutes-sample-next = all leads of the next group
minutes-sample-of-next = { $n ->
    [one] one lead of the next group, drawn by lot
   *[other] { $n } leads of the next group, drawn by lot
}
minutes-sample-cell = all leads of the cell { $cell }
minutes-sample-of-cell = { $n ->
    [one] one lead of the cell { $cell }, drawn by lot
   *[other] { $n } leads of the cell { $cell }, drawn by lot
}
minutes-sample-zone = all leads of the zone “{ $zone }”
minutes-sample-of-zone = { $n ->
    [one] one lead of the zone “{ $zone }”, drawn by lot
   *[other] { $n } leads of the zone “{ $zone }”, drawn by lot
}
minutes-judged = { $leads ->
    [one] Judged: { $judged } of one lead
   *[other] Judged: { $judged } of { $leads } leads
}
minutes-verdicts = What sales found
minutes-no-verdicts = No verdict was given.
minutes-head-group = Group
minutes-head-judged = Judged
minutes-head-left = Not looked at
minutes-group-top = Top { $share }%
minutes-group-next = Next { $share }%
minutes-group-rest = The rest
minutes-share = { $n } ({ $share }; { $lo }–{ $hi })
minutes-interval = In brackets: the share of the leads judged, and where the true share lies in 95 cases of 100 (percent).
minutes-small = { $judged ->
    [one] One verdict in all: that says next to nothing of the other leads.
   *[other] Small numbers, { $judged } verdicts in all: go by the brackets, not by the shares.
}
minutes-reasons = Reasons given
minutes-no-reasons = No reason was given.
minutes-reason = { $n }× { $verdict }: { $reason }
minutes-disputed = The criterion spoken against most
minutes-no-disputed = None: no criterion gives more to the leads found too early or off target than to the right ones.
minutes-disputed-is = { $criterion }: { $down } points per lead found too early ({ $n_early } with points) or off target ({ $n_off }), against { $right } per right lead ({ $n_right }).
minutes-leads = The leads judged
minutes-no-leads = No lead has a verdict.
minutes-head-by = Who
minutes-notes-left-out = The notes are left out because names are masked.
minutes-gone = { $leads ->
    [one] One lead is no longer among the leads: it is shown by its key.
   *[other] { $leads } leads are no longer among the leads: they are shown by their keys.
}
minutes-changes = Changed in the model
minutes-no-changes = Nothing was changed.
minutes-no-model = It cannot be told: the model as it was, or as it is, can no longer be read.
minutes-versions = Versions saved
minutes-no-versions = No version was saved during the review.
minutes-version = “{ $name }”, { $at }: { $reason }
minutes-version-plain = “{ $name }”, { $at }
minutes-effect = What the changes do
minutes-no-effect = Nothing: no lead moved.
minutes-effect-on = Leads in each zone under the model before and after, as of { $as_of }:
minutes-no-zones = The model has no zones.
minutes-head-before = Before
minutes-head-after = After
minutes-head-change = Change
minutes-other-entity = The two models score different things: their top groups cannot be compared.
minutes-came = { $n ->
    [one] One lead came into the top group: { $names }
   *[other] { $n } leads came into the top group: { $names }
}
minutes-none-came = No lead came into the top group.
minutes-left = { $n ->
    [one] One lead left it: { $names }
   *[other] { $n } leads left it: { $names }
}
minutes-none-left = No lead left it.
minutes-and-more = { $names } and { $more } more
minutes-open-points = Open points
minutes-no-open-points = None noted.
minutes-next = Next review
minutes-next-on = On { $date }.
minutes-no-next = No date set: a model is only as good as its last review.
review-share = { $share } of { $of }
review-share-likely = { $share }% ({ $lo }–{ $hi })
review-share-none = –
review-gap = { $is } ({ $lo } to { $hi })
review-gap-few = { $is } ({ $lo } to { $hi }), few
review-median = { $median } ({ $lower } to { $upper })
review-ask-gaps = 1  Are the gaps between the leads’ points very large?
review-ask-contrast = 2  Do the top { $share }% look really more interested than the next { $share }%?
review-ask-patterns = 3  Does one thing make too much of the points?
review-ask-missing = 4  Should something cost points?
review-busy = Being worked out…
review-stale = The model has changed; being worked out anew…
review-five = lowest { $least } · quarter { $lower } · middle { $median } · three quarters { $upper } · highest { $most }
review-hit = given to { $hit }%
review-never = Nobody gets anything for: { $names }
review-always = Everyone gets the same for: { $names }
review-cost = { $mark } → { $points }
review-group-top = Top { $share }%
review-group-next = Next { $share }%
review-head-difference = Difference
review-row-leads = Leads
review-row-won = Won, if closed
review-row-right = Right, if judged
review-row-busy = Busier than middle
review-row-active = Active in { $days } days
review-row-events = Events, { $days } days
review-row-median = { $axis }, median
review-row-sum = Sum, median
review-makers = What makes the difference
review-head-hit-top = top
review-head-hit-next = next
review-head-points = points: top
review-head-more = more
review-makeup = Who they are, by { $field }
action-next-field = Compare the groups by the next field
action-next-field-short = field
review-brackets = In brackets: likely in 95 of 100 cases; the middle half after a median.
review-gaps-without = Most of them have none: { $without } of { $leads } leads have no points at all, and the first has { $most }.
tui-pair-verdict = verdict
load-unknown = not set
load-fits = fits
load-over = { $n } a week too many
load-line-unknown = Say how many leads a week its owner can take (a on the workbench, then Zones), and the line that fits is worked out.
load-line-kept = What comes fits, and no other line would bring more without bringing too many.
load-line-absent = No line between two bands bounds this zone, so none can be moved for it.
load-line-nowhere = Wherever a line is moved, too many leads come, or none: it takes a gate, a criterion or another map.
load-line-fits = To fit: { $line }
load-line-room = There is room for more: { $line }
load-line-moved = with { $band } from { $to } instead of { $from }: { $entered } a week instead of { $was }, and { $now } in it now instead of { $had }.
week-monday = Monday
week-tuesday = Tuesday
week-wednesday = Wednesday
week-thursday = Thursday
week-friday = Friday
week-saturday = Saturday
week-sunday = Sunday
week-run = { $first } to { $last }
sla-answered-verdict = Somebody has acted on a lead when it was given a verdict since it came to its zone.
sla-answered-events = Somebody has acted on a lead when, since it came to its zone, it was given a verdict or there was one of: { $kinds }.
sla-zone = { $zone }, within { $hours } working hours: { $late } late, { $in_time } in time, { $answered } acted on
sla-before = before { $date }
cli-capacity-about = Tells what each zone brings beside what its owner can take, and which line between two bands would fit.
cli-capacity-what = A week: leads that entered in the last { $weeks } weeks, on average. A line is a band's lowest value.
cli-capacity-line = { $zone }: { $line }
cli-capacity-unset = Nobody has said how many leads fit: set “Leads a week” in the zones (a on the workbench, then Zones), or weekly_capacity in the model's text.
cli-no-zones = This model has no zones: nobody acts on its leads yet. Add them among its parts (a on the workbench).
cli-sla-about = Lists the leads that wait for longer than their zone's working hours: those of sales first, the longest first.
cli-sla-unset = No zone has a time to act in: set “Within, working hours” in the zones (a on the workbench, then Zones), or sla_hours in the model's text.
cli-sla-week = Working time: { $week }
cli-alerts-about = Lists the leads that the model's alerts speak of, whatever their score, the newest event first.
cli-alerts-unset = This model has no alerts: precise buying actions that sales want to hear of, whatever the score. Add them among the parts of the model (a on the workbench).
cli-alerts-none = No alert has fired.
cli-alert-trouble = the alert “{ $alert }” cannot fire: { $why }
cli-arg-new = Only what an earlier --new has not told yet; prints nothing if nothing is new (JSON: an empty list)
cli-arg-keep = With --new: leaves them new
cli-head-now = In it now
cli-head-a-week = A week
cli-head-fits = Fits
cli-head-weeks = Weeks
cli-head-line = Line
cli-head-band = Band
cli-head-sla = Hours agreed
cli-head-over = Hours over
cli-head-waited = Hours waited
cli-head-since = In the zone since
cli-head-alert = Alert
cli-head-event = Event
cli-head-times = Times
cli-head-new = New
week-told = { $off ->
    [0] { $days }, { $from } to { $to }
    [one] { $days }, { $from } to { $to }; one day off
   *[other] { $days }, { $from } to { $to }; { $off } days off
}
cli-capacity-examples =
    quadrille capacity
    quadrille capacity --format json
cli-sla-examples =
    quadrille sla
    quadrille sla --limit 100
    quadrille sla --format csv > late.csv
cli-alerts-examples =
    quadrille alerts
    quadrille alerts --new
    quadrille alerts --new --keep --format json
cli-capacity-floods = More would then come to { $zone } than its owner can take.
cli-sla-no-zone = there is no zone “{ $zone }”
cli-arg-sla-zone = Only the leads of this zone
verdict-lead-gone = This lead is not in the workspace any more.
action-working-week = Set the working week and the days off
action-working-week-short = working week
capacity-zones = What comes, and what fits
capacity-a-week = a week: the last { $weeks } on average
capacity-at-work = being worked out…
capacity-at-work-percent = being worked out: { $percent }%…
capacity-no-zones = This model has no zones: nobody acts on its leads yet. z adds the first.
capacity-head-zone = Zone
capacity-head-now = In it now
capacity-head-week = A week
capacity-head-room = Can take
capacity-head-fits = Does it fit?
capacity-head-lead = Lead
capacity-head-company = Company
capacity-head-over = Hours over
capacity-head-since = Since
capacity-floods = More would then come to { $zone } than its owner can take.
capacity-try = Enter tries it.
capacity-waits = Within { $hours } working hours: { $late } late, { $in_time } in time, { $answered } acted on.
capacity-since = since { $at }
capacity-late = { $zone }, { $since }: waits for { $waited } working hours, where { $hours } were agreed. { $action }
capacity-waiting = Who waits too long
capacity-waiting-n = Who waits too long: { $n }
capacity-week-wrong = { $why } w mends the working week.
capacity-no-time = No zone has a time to act in, so nobody can be late. z opens the zones: give the ones that sales act on their working hours.
capacity-nobody = Nobody waits too long: { $in_time } leads are in time, on { $answered } somebody has acted.
capacity-over = +{ $hours } h
capacity-over-least = > { $hours } h
week-title = Working week
week-hint-day = Whether this day is worked.
week-row-from = From
week-row-to = To
week-hint-hour = An hour of the workspace's time zone, such as 9, 09:30 or 18:00.
week-row-holiday = Day off { $n }
week-hint-holiday = A day that is not worked: 2026-12-25. n adds another.
week-row-add = a day off
week-row-answered = Sales have acted
week-hint-answered = Events that say that sales have acted on a lead: a call, a meeting. A verdict always does.
week-no-hour = “{ $text }” is no hour of the day. Write it as 09:30.
week-saved = Working week: { $week }
parts-fired-new = New since the alerts were last looked at.
parts-fired-handed-over = handed over to sales
parts-fired-not-handed-over = not handed over
parts-fired-stands = In { $zone }, { $handed }.
cli-questions-about = Answers a review's four questions: gaps, the top group against the next, patterns, missing negatives.
cli-questions-examples =
    quadrille questions
    quadrille questions --as-of 2026-06-30 --format json
cli-head-question = Question
cli-head-item = Of
cli-head-measure = Measure
cli-head-share-of-points = Share of points
cli-head-given-to = Given to
review-patterns-few = { $leads ->
    [one] The top group has a single lead: what makes its points says little.
   *[other] The top group has only { $leads } leads: what makes their points says little.
}
tui-leads-disagreed = { $shown }, hunch and score disagree
detail-try-none = Put the cursor on a criterion: ← → tries another weight for it, and saves nothing.
detail-band = { $band } margin { $above }
detail-band-next = { $missing } to { $next }
detail-leaves = Leaves the top { $share } % without { $criteria }.
detail-leaves-not = Stays in the top { $share } % whichever three criteria it lost.
detail-misses = { $missing } points below the cut of the top { $share } %.
detail-misses-tie = At the cut of the top { $share } %, behind on the tie.
detail-and = { $a } and { $b }
detail-tried = Tried, not saved · { $criterion } at { $weight }: { $cell }, { $value } points, rank { $rank }
detail-tried-none = Tried, not saved · { $criterion } at { $weight }: not scored
detail-said = Verdicts
detail-said-none = nothing said yet
detail-said-by = { $what } · { $date } · { $who }
detail-said-anonymous = { $what } · { $date }
detail-disagrees = { $hunch }, but { $fifth }
settings-person = Your name
settings-ask-person = What are you called?

# --- The call sheet, and the commands on reviews ---

sheet-head-phone = Phone
sheet-head-email = E-mail
sheet-head-why = Why it is here
sheet-head-mark = Sheet
sheet-leave-as-is = { $title } (leave as it is)
sheet-why = { $criterion } +{ $points }
sheet-no-column = The file has no column “{ $column }”.
sheet-hint-columns = Fill in a sheet that quadrille review sheet wrote, and keep its first line.
sheet-unknown-verdict = “{ $word }” is no verdict.
sheet-hint-verdicts = Write too early, too late, off target or right; or nothing.
sheet-unknown-lead = There is no lead “{ $lead }” here.
sheet-twice = The sheet has rows with different verdicts on “{ $lead }”.
sheet-newer = “{ $lead }” was judged since the sheet was written ({ $known }); the sheet says { $found }.
sheet-hint-theirs = To let the sheet decide (of several rows the last): --theirs
cli-value-review = REVIEW
cli-arg-review = The review’s name or number (the newest)
cli-arg-minutes-format = The form (HTML where the file is called .html, else Markdown)
cli-arg-mask = Masks names and leaves the notes out
cli-arg-sheet-out = The file to write
cli-arg-sheet-review = The leads of that review’s sample
cli-arg-sheet-top = The leads of the top group (the default)
cli-arg-sheet-next = The leads of the next group
cli-arg-sheet-zone = The leads of that zone
cli-arg-sheet-file = The filled call sheet
cli-arg-sheet-by = Who gave the verdicts
cli-arg-sheet-theirs = Lets the sheet decide where it and the workspace differ, and the last row where two rows do
cli-review-about = Lists reviews, writes their minutes, and sends call sheets to sales and reads them back.
cli-review-examples =
    quadrille review list
    quadrille review minutes "Autumn" --out minutes.html
    quadrille review sheet --review "Autumn" --out calls.csv
    quadrille review read calls.csv --by "Ana"
cli-review-list-about = Lists the reviews of the workspace.
cli-review-list-examples = quadrille review list
cli-review-show-about = Shows a review’s leads and what was found of them.
cli-review-show-examples = quadrille review show "Autumn"
cli-review-minutes-about = Writes the minutes of a review: what was found, what was changed, and what that does.
cli-review-minutes-examples =
    quadrille review minutes "Autumn" --out minutes.html
    quadrille review minutes --mask --lang fr > minutes.md
cli-review-sheet-about = Writes a call sheet for sales: who to call, why, and empty columns for the verdict, its reason and a note.
cli-review-sheet-examples =
    quadrille review sheet --out calls.csv
    quadrille review sheet --review "Autumn" --out calls.csv --lang fr
    quadrille review sheet --zone mql --out calls.csv
cli-review-read-about = Reads a filled call sheet: each verdict is recorded on its lead; rows that speak against the workspace are told and left out.
cli-review-read-examples =
    quadrille review read calls.csv --by "Ana" --dry-run
    quadrille review read calls.csv --by "Ana"
cli-no-review-yet = There is no review in this workspace yet.
cli-hint-review = Begin one in the app: quadrille, then 3 and n
cli-no-such-review = There is no review “{ $name }”.
cli-no-zone = The model has no zone “{ $zone }”.
cli-head-number = No
cli-head-begun = Begun
cli-head-ended = Ended
cli-review-heading = Review “{ $review }”, begun { $begun }, on the model { $model }
cli-sheet-empty = There is no lead to write on the sheet.
cli-sheet-written = { $leads ->
    [one] Written: { $path }, one lead
   *[other] Written: { $path }, { $leads } leads
}
cli-sheet-recorded = { $verdicts ->
    [0] No verdict recorded.
    [one] One verdict recorded.
   *[other] { $verdicts } verdicts recorded.
}
cli-sheet-would-record = { $verdicts ->
    [0] No verdict would be recorded; nothing was written.
    [one] One verdict would be recorded; nothing was written.
   *[other] { $verdicts } verdicts would be recorded; nothing was written.
}
cli-sheet-known = { $rows ->
    [one] One row says what is recorded already.
   *[other] { $rows } rows say what is recorded already.
}
cli-sheet-blank = { $rows ->
    [one] One row has no verdict.
   *[other] { $rows } rows have no verdict.
}
cli-sheet-refused = { $rows ->
    [one] One row was left out:
   *[other] { $rows } rows were left out:
}
opening-reading = Reading { $workspace }…
opening-last = { $model }, as you left it on { $date }: { $n } leads

# --- What the verdicts ask for ---

action-show-leads = In the review: list the leads that a suggestion rests on
action-show-leads-short = its leads
suggest-raise-line = Raise the line of { $band } ({ $axis }) from { $from } to { $to }
suggest-lower-line = Lower the line of { $band } ({ $axis }) from { $from } to { $to }
suggest-act-sooner = Act sooner: line of { $band } ({ $axis }) from { $from } to { $to }
suggest-share = Make the top group { $to }% instead of { $from }%
suggest-cut = Lower { $criterion } from { $from } to { $to }
suggest-raise = Raise { $criterion } from { $from } to { $to }
suggest-negative = Take { $points } points off: { $mark }
suggest-gate = Hold back: { $mark } → { $zone }
suggest-proof-line = Below that line are { $hits } of the { $of } leads handed over too early, and { $right_hits } of the { $right } right ones.
suggest-proof-cut = It makes { $share }% of the points of leads handed over too early, { $right_share }% of those of right ones. Above its middle share: { $hits } of { $of } and { $right_hits } of { $right }.
suggest-proof-began = { $hits } of the { $of } leads that came too late began with it, and { $right_hits } of the { $right } right ones.
suggest-proof-mark = { $hits } of the { $of } off-target leads have it, and { $right_hits } of the { $right } right ones.
suggest-proof-balance = { $late } leads came too late, { $early } too early.
suggest-proof-early = { $hits } of the { $of } judged leads handed over came too early; the true share is likely above { $lo }%.
suggest-proof-right = { $hits } of the { $of } judged leads handed over are right; the true share is likely above { $lo }%.
suggest-sooner = { $n } that came too late would be handed over sooner: { $days } days ago already, or now at least.
suggest-difference = Difference likely { $lo }% to { $hi }%.
suggest-chance = By chance: { $n } in 1,000, with { $looked } things looked at.
suggest-chance-least = By chance: under 1 in 1,000, with { $looked } things looked at.
suggest-small = Few leads: look at them first.
suggest-count = { $n } { $verdict }
suggest-nobody = none
suggest-short-out = out: { $out }
suggest-short-into = in: { $into }
suggest-short-both = out: { $out }; in: { $into }
suggest-short-leads = { $before } → { $after } leads
suggest-top = Top { $share }%: { $n_into ->
    [one] one comes in
   *[other] { $n_into } come in
} (judged: { $into }), { $n_out ->
    [one] one leaves
   *[other] { $n_out } leave
} (judged: { $out }).
suggest-top-same = Top { $share }%: the same leads.
suggest-handed-over = Handed over: { $before } → { $after } leads; entering in { $weeks } weeks: { $entered } → { $then }.
suggest-handed-over-top = In the top group: { $before } → { $after } leads.
suggest-judged-none = No verdict yet.
suggest-judged = { $n ->
    [one] One verdict: { $who }
   *[other] { $n } verdicts: { $who }
}. Of leads handed over now: { $inside }.
suggest-judged-top = { $n ->
    [one] One verdict: { $who }
   *[other] { $n } verdicts: { $who }
}. No zone is handed over to sales, so the top group counts: { $inside }.
suggest-other-model = { $n ->
    [one] One was given under another model.
   *[other] { $n } were given under another model.
}
suggest-moved = { $n ->
    [one] One was given when the lead stood in another cell.
   *[other] { $n } were given when the lead stood in another cell.
}
suggest-kind-raise-line = Too early: raise the line
suggest-kind-cut = Too early: cut a criterion
suggest-kind-lower-line = Too late: lower the line
suggest-kind-raise = Too late: raise what came first
suggest-kind-negative = Off target: take points off
suggest-kind-gate = Off target: hold back by a gate
suggest-kind-sooner = All right: act sooner
suggest-lacking-judged = It takes { $need } verdicts on leads that are scored; there are { $have }.
suggest-lacking-few = It takes { $need } leads found “{ $verdict }” to tell; there are { $have }.
suggest-lacking-line = No line between two bands leads into a zone that is handed over to sales.
suggest-lacking-criterion = No criterion gives points for what can be compared.
suggest-lacking-zone = There is no zone to send those leads to that is not of sales, or no zone is handed over at all.
suggest-lacking-chance = { $looked ->
    [one] One thing was looked at: it differs no more than by chance.
   *[other] { $looked } things were looked at: none differs more than by chance.
}
suggest-lacking-help = There is a difference, but no change of this kind would send out or bring in more leads rightly than wrongly.
suggest-lacking-right = { $hits } of the { $of } judged leads handed over are right; it takes nine in ten, and enough of them.
suggest-short-judged = { $have } of { $need } verdicts
suggest-short-few = { $verdict }: { $have } of { $need }
suggest-short-nothing = does not apply
suggest-short-chance = nothing sure
suggest-short-help = nothing helps
suggest-short-right = right: { $hits } of { $of }
suggest-head-leads = leads
suggest-head-entered = new in { $weeks } weeks
suggest-head-room = can take
suggest-all = Handed over
suggest-all-top = Top group
suggest-evidence = Leads it rests on
suggest-did = Tried: { $what }.
suggest-kept = Kept: it is part of the draft now.
suggest-one-at-a-time = Keep what is tried (Enter on it) or take it back (undo) first.
suggest-stale = The model or the verdicts have changed; working it out anew.
suggest-is-tried = Tried; shown as it was before. Enter keeps it, undo takes it back.
suggest-how = Enter tries it in the draft, o lists its leads. Nothing changes by itself.
suggest-no-leads = No lead speaks for it: nothing is suggested here.
cli-suggest-about = Says what the verdicts ask to be changed in the model, on what that rests and exactly what it would do. Changes nothing.
cli-suggest-examples =
    quadrille suggest
    quadrille suggest --format json
cli-suggest-title = { $n }. { $what }
cli-suggest-none = Nothing can be suggested from these verdicts.
cli-suggest-lacking = What cannot be suggested:
cli-suggest-why = { $kind } – { $why }
cli-suggest-zone = { $zone }: { $before } → { $after } leads; entering in { $weeks } weeks: { $entered } → { $then }
cli-head-suggestion = Suggestion
cli-head-what = What
cli-head-judged = Judged
cli-head-rests-on = Rests on

# --- Where the minutes go ---

minutes-ask = Minutes of the review “{ $review }”
minutes-row-form = Form
minutes-form-page = one page (HTML), to print or to send
minutes-form-markdown = Markdown
minutes-row-lang = Language
minutes-lang-en = English
minutes-lang-fr = Français
minutes-row-names = Names
minutes-names-shown = shown
minutes-names-masked = masked
minutes-hint-names = Masked: initials instead of names, and no notes.
minutes-row-then = What to do
minutes-then-write = write the file
minutes-then-show = write the file and open it
minutes-then-copy = copy the text as Markdown
minutes-row-file = File
minutes-hint-file = Only you can read it; nothing is overwritten without being asked for.
minutes-needs-file = Where to?
minutes-shown = Written: { $path }. It is being opened.
minutes-not-shown = Written: { $path }. It could not be opened ({ $error }): open it yourself.

# --- Call sheets in the app ---

action-call-sheet = Write a call sheet of the review, for sales
action-call-sheet-short = call sheet
action-read-sheet = Read a call sheet that sales filled in
action-read-sheet-short = read sheet
calls-file = calls
calls-ask-write = The file of the call sheet
calls-ask-read = The call sheet that was filled in
calls-recorded = Verdicts recorded: { $verdicts }; known already: { $known }
calls-refused = Verdicts recorded: { $verdicts }; rows left out: { $rows }. The first: { $first }
suggest-out = Judged leads that leave: { $out }.
suggest-into = Judged leads that come in: { $into }.
suggest-none-move = No judged lead leaves or comes in.
suggest-judged-all = { $n ->
    [one] One verdict: { $who }, on a lead handed over now.
   *[other] { $n } verdicts: { $who }, all on leads handed over now.
}
suggest-more = At least { $need } are needed: give some in the list of leads, or hold a review (page Reviews, key n).
review-blocked-field = The groups are compared by fields on the page “{ $page }”.
calls-list = leads
calls-too-many = More than { $most } leads: narrow the list, or write them all with “quadrille score --format csv”.
calls-masked = Names are masked, and so is the sheet: it cannot be read back. P on the screen shows them.
suggest-count-right = { $n } right
calls-read = { $verdicts } verdicts from a call sheet
hunch-word-hot = hot
hunch-word-warm = warm
hunch-word-cold = cold
review-pair-try = try
review-pair-end = end
cli-file-folder-missing = there is no folder { $folder }.
shell-upgrade-copying = An older workspace is brought up to date: backup { $share }
shell-upgrade-checking = An older workspace is brought up to date: checking the backup…
shell-upgrade-changing = An older workspace is brought up to date: changing its form…
tui-leads-searching = searching…
