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
store-import-hint = Open or make a workspace, then import this file into it.
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
store-read-only-hint = Check the permissions of the file and of its folder, or open it read-only.
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
store-field-twice = The field is there twice.
store-field-type = The field holds { $stored }, but the file brings { $brought }. Nothing was changed.
store-field-type-hint = Import it under another name, or as the type it has.
store-bad-value = The value is not one that a field of { $kind } can hold.
store-too-large = { $count ->
    [one] One number of this field is
   *[other] { $count } numbers of this field are
} too large to become decimals. Nothing was changed.
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
store-version-exists = A version named “{ $name }” exists already; versions never change.
store-no-step = There is nothing to undo or redo.
store-too-deep = The edit is nested too deeply to be saved.
