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

## Les règles, les modifications et les preuves en phrases

tell-everyone = tout le monde
tell-nobody = personne
tell-and = { $a } et { $b }
tell-or = { $a } ou { $b }
tell-not = sauf si : { $part }
tell-brackets = ({ $part })
tell-field = { $field } { $test }
tell-is = est { $value }
tell-one-of = fait partie de { $values }
tell-contains = contient « { $text } »
tell-starts-with = commence par « { $text } »
tell-at-least = vaut au moins { $value }
tell-at-most = vaut au plus { $value }
tell-between = est entre { $lo } et { $hi }
tell-before = est avant { $value }
tell-after = est après { $value }
tell-in-last = { $days ->
    [one] date du dernier jour
   *[other] date des { $days } derniers jours
}
tell-known = est renseigné
tell-unknown = n’est pas renseigné
tell-yes = oui
tell-no = non
tell-number = { $n }
tell-text = { $text }
tell-comma = { $a }, { $b }
tell-nothing = rien
tell-otherwise = { $when } (sinon { $share } %)
tell-tier = { $share } % : { $when }
tell-then = { $a } ; { $b }
tell-amount = chaque tranche de { $per } de { $field }, au plus { $max } fois
tell-any-activity = toute activité
tell-once = une fois
tell-each = chaque fois, au plus { $max }
tell-activity = { $kinds }, { $times }
tell-activity-days = { $days ->
    [one] { $kinds } depuis { $days } jour, { $times }
   *[other] { $kinds } depuis { $days } jours, { $times }
}
tell-activity-hours = { $hours ->
    [one] { $kinds } depuis { $hours } heure, { $times }
   *[other] { $kinds } depuis { $hours } heures, { $times }
}
tell-no-field = sans données : aucun champ ne s’appelle « { $field } »
tell-no-kind = sans données : aucune activité du type { $kinds }
tell-wrong-type = sans données : « { $field } » contient { $kind }, le test « { $test } » ne s’y applique pas
tell-type-text = du texte
tell-type-whole = des nombres entiers
tell-type-decimal = des décimaux
tell-type-date = des dates
tell-type-yes-no = oui ou non
tell-set-weight = { $criterion } : { $weight } points
tell-set-on = { $criterion } : activé
tell-set-off = { $criterion } : désactivé
tell-set-criterion = { $criterion } : modifié
tell-insert = { $criterion } : ajouté
tell-remove = { $criterion } : supprimé
tell-move = { $criterion } : déplacé
tell-set-band = { $band } commence à { $from }
tell-set-caps = { $group } : bornes modifiées
tell-replace = le modèle a été remplacé
tell-no-criterion = Il n’y a plus de critère « { $name } ».
tell-name-taken = Un autre critère s’appelle déjà « { $name } ».
tell-no-group = Il n’y a plus de groupe « { $name } ».
tell-no-band = Il n’y a plus de palier « { $name } ».
tell-first-band = Le premier palier n’a pas de valeur minimale : il prend tout ce qui est sous le deuxième.
tell-band-order = Un palier ne peut pas dépasser son voisin.
tell-cap-order = Le minimum est au-dessus du maximum.
tell-weight-bounds = Un poids est un nombre entier de −1 000 000 à 1 000 000.
