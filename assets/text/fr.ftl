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

# --- Le terminal ---

shell-no-terminal = L’atelier plein écran a besoin d’un terminal, or ici le clavier ou l’écran n’en est pas un.
shell-dumb-terminal = Ce terminal (TERM=dumb) ne sait pas afficher un plein écran.
shell-unnamed-terminal = Ce terminal ne dit pas ce qu’il sait faire (TERM est vide).
shell-use-commands = Les commandes marchent partout : « quadrille matrix » affiche la matrice en texte simple, « quadrille --help » donne la liste des autres.
shell-broken = quadrille s’est arrêté à cause d’une erreur de sa part ({ $place }).
shell-broken-saved = Ce que l’écran disait enregistré l’est bien. Merci de signaler ce que vous faisiez, avec l’endroit entre parenthèses.
shell-worker-broken = Une partie de quadrille ({ $name }) s’est arrêtée à cause d’une erreur de sa part ({ $place }).
shell-worker-restart = Ce que l’écran disait enregistré l’est bien. Quittez puis relancez pour continuer.
