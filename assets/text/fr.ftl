# Tous les mots que lit une personne, en français. en.ftl porte les mêmes clés et les mêmes arguments.
# Espace insécable (U+00A0) devant le deux-points et à l’intérieur des guillemets ; fine (U+202F) devant ; ! ? et %.

# --- Temps ---

time-today = aujourd’hui
time-yesterday = hier
time-tomorrow = demain
time-days-ago = { $days ->
    [one] il y a { $days } jour
   *[other] il y a { $days } jours
}
time-days-ahead = { $days ->
    [one] dans { $days } jour
   *[other] dans { $days } jours
}
time-days-short = { $days } j

# --- Problèmes : où quelque chose ne va pas ---

problem-told = { $place } : { $text }
problem-line = ligne { $line }
problem-column = colonne { $column }
problem-field = colonne « { $field } »
