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

# --- Modèles : ce qu’un fichier est à la place ---

model-empty = le fichier est vide
model-too-large = le fichier fait { $size } octets ; un modèle en fait { $limit } au plus
model-utf16 = le fichier est du texte UTF-16 ; un modèle est en UTF-8
model-not-utf8 = l’octet { $byte } n’est pas du texte UTF-8
model-looks-like = cela ressemble à du { $what } ; un modèle est du RON
model-merge-conflict = le fichier contient des marques de conflit de fusion
model-hint-save-utf8 = enregistrez le fichier en UTF-8
model-hint-ron = un modèle commence par « ( » et un champ, par exemple : (name: "mon-modele", …)

# --- Modèles : fautes d’écriture ---

model-curly-quote = guillemet typographique { $found } ; écrivez "
model-long-dash = tiret long { $found } ; écrivez -
model-hidden-space = caractère invisible { $code } venu d’un traitement de texte ou d’une page web ; écrivez une espace simple
model-unclosed-text = ce texte n’est jamais fermé ; il manque son " final
model-unclosed-comment = ce commentaire n’est jamais fermé ; il manque son */
model-unclosed-bracket = ce { $bracket } n’est jamais fermé
model-unopened-bracket = ce { $bracket } ne ferme rien
model-hint-closed-by = le { $bracket } en { $place } ne le ferme pas
model-hint-first-at = le premier est en { $place }
model-hint-near = vouliez-vous dire « { $near } » ?
model-hint-condition = une condition sur un champ s’écrit Field("pays", Is("FR"))
model-hint-newer = si ce modèle vient d’un quadrille plus récent, il faut cette version pour le lire
model-too-deep = ici, des conditions s’emboîtent sur plus de { $limit } niveaux
model-unknown-field-near = champ inconnu « { $found } » ; vouliez-vous dire « { $near } » ?
model-unknown-field = champ inconnu « { $found } » ; possibles ici : { $known }
model-unknown-word-near = mot inconnu « { $found } » ; vouliez-vous dire « { $near } » ?
model-unknown-word = mot inconnu « { $found } » ; possibles ici : { $known }
model-missing-field = il manque ici le champ « { $field } »
model-duplicate-field = le champ « { $field } » est écrit deux fois
model-too-few-parts = { $n ->
    [0] il manque des éléments ici
    [one] il manque des éléments après le premier
   *[other] il manque des éléments après les { $n } premiers
}
model-trailing = le modèle finit avant « { $found } » ; rien ne peut suivre son dernier crochet
model-bad-escape = ce texte contient un \ qui ne veut rien dire ; une barre oblique inverse s’écrit \\
model-no-extension = extension RON inconnue « { $name } »
model-number-bounds = { $what } vaut { $number } ; de { $lowest } à { $highest } sont permis
model-number-too-large = le nombre { $number } dépasse les bornes
model-number-unfit = le nombre { $number } est trop grand ou a plus de six décimales
model-decimal-comma = { $written } a une virgule décimale ; écrivez { $right }
model-whole-only = { $number } n’est pas permis ici : nombres entiers seulement
model-expected = attendu : { $what } ; trouvé : « { $found } »
model-expected-at-end = attendu : { $what } ; mais le texte s’arrête
model-what-value = un texte entre guillemets droits, un nombre, true ou false
model-what-words = un texte entre guillemets droits, ou (en: "…", fr: "…")
model-what-whole = un nombre entier
model-what-text = un texte entre guillemets droits
model-what-yes-no = true ou false
model-what-list = une liste entre [ ]
model-what-list-end = une virgule ou la fin de la liste, ]
model-what-comma = une virgule
model-what-colon = un nom de champ et un deux-points
model-what-group = une parenthèse (
model-what-group-end = une virgule ou la parenthèse fermante )
model-what-name = un nom sans guillemets

# --- Modèles : défauts ---

model-bad-name = le nom du modèle « { $name } » ne fait pas 1 à 64 lettres sans accent, chiffres, « . », « _ » et « - », sans « . » au début
model-device-name = Windows se réserve le nom « { $name } »
model-empty-name = { $what } n’a pas de nom
model-duplicate-name = deux { $what } portent le nom « { $name } »
model-one-criterion = un critère
model-one-group = un groupe
model-one-band = une tranche
model-one-zone = une zone
model-one-map = une carte
model-one-kind = un type d’événement
model-one-field = un champ
model-several-criteria = critères
model-several-groups = groupes d’un même axe
model-several-bands = tranches d’un même axe
model-several-zones = zones
model-several-maps = cartes
model-many-criteria = le modèle a { $n } critères ; { $limit } au plus sont permis
model-many-bands = l’axe a { $n } tranches ; { $limit } au plus sont permises
model-many-zones = le modèle a { $n } zones ; { $limit } au plus sont permises
model-many-tiers = « { $of } » a { $n } paliers ; { $limit } au plus sont permis
model-no-tiers = « { $of } » n’a aucun palier
model-long-text = le texte « { $start }… » fait { $size } octets ; { $limit } au plus sont permis
model-out-of-bounds = { $what } de « { $of } » vaut { $number } ; de { $lowest } à { $highest } sont permis
model-reversed-bounds = { $low } de « { $of } » vaut { $least }, plus que son { $high } de { $most }
model-sum-too-large = l’axe peut dépasser { $limit } points, ce qui ne se compte plus exactement ; le critère le plus lourd est « { $criterion } »
model-bounds-too-large = l’axe peut dépasser { $limit } points, ce qui ne se compte plus exactement
model-first-band = la première tranche « { $band } » a une valeur minimale ; elle prend tout ce qui est sous la deuxième
model-band-without-from = la tranche « { $band } » n’a pas de valeur minimale (from)
model-band-order = la tranche « { $band } » commence à { $from }, pas au-dessus de « { $before } », qui commence à { $lower }
model-no-such-map = la carte en vigueur doit être « { $name } », mais aucune carte ne porte ce nom
model-no-such-zone = la carte « { $map } » nomme la zone « { $zone } », qui n’existe pas
model-map-unknown-row = la carte « { $map } » a une ligne « { $row } », mais aucune tranche de lignes ne porte ce nom
model-map-row-twice = la carte « { $map } » a deux lignes « { $row } »
model-map-row-too-long = la ligne « { $row } » de la carte « { $map } » a { $n } zones pour { $bands ->
    [one] { $bands } tranche de colonnes
   *[other] { $bands } tranches de colonnes
}
model-map-hole = la carte « { $map } » n’a pas de zone pour la ligne « { $row } », colonne « { $column } »
model-map-missing-row = la carte « { $map } » n’a pas de ligne « { $row } »
model-rank-empty = rank_by ne nomme rien pour classer
model-rank-twice = rank_by nomme deux fois { $key }
model-per-not-positive = per de « { $of } » vaut { $found } ; il faut un nombre au-dessus de 0
model-empty-one-of = la liste de valeurs pour « { $field } » est vide : aucun prospect ne peut convenir
model-reversed-between = entre { $low } et { $high } pour « { $field } » est inversé : rien ne se trouve entre les deux
model-date-value = dans un modèle, la date { $date } doit être écrite comme un texte

# --- Modèles : conseils ---

model-advice-no-criteria = aucun critère ne compte : chaque prospect reste où il commence
model-advice-one-axis = un seul axe a des critères : la matrice est une liste
model-advice-many-criteria = { $n } critères comptent ; au-delà de { $many }, il est difficile de les peser les uns contre les autres
model-advice-nothing-negative = rien ne retire de points : les prospects ne font que monter
model-advice-band-too-high = aucun prospect ne peut atteindre la tranche « { $band } » : elle commence à { $from } et l’axe finit à { $highest }
model-advice-band-too-low = aucun prospect ne peut descendre jusqu’à la tranche « { $band } » : l’axe commence à { $lowest }
model-advice-hidden-characters = le nom « { $name } » contient des caractères invisibles ou de commande
model-advice-zone-without-owner = personne n’est responsable de la zone « { $zone } »
model-advice-zone-without-action = la zone « { $zone } » ne dit pas quoi faire
model-advice-zone-nowhere = la carte en vigueur n’a aucune case dans la zone « { $zone } »
