# Every word a person reads, in English. fr.ftl holds the same keys with the same arguments.
