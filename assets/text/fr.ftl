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
## Les règles, les modifications et les preuves en phrases

tell-everyone = tout le monde
tell-nobody = personne
tell-and = { $a } et { $b }
tell-or = { $a } ou { $b }
tell-not = sauf si : { $part }
tell-brackets = ({ $part })
tell-field = { $field } { $test }
tell-is = est { $value }
tell-one-of = fait partie de { $values }
tell-contains = contient « { $text } »
tell-starts-with = commence par « { $text } »
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
tell-otherwise = { $when } (sinon { $share } %)
tell-tier = { $share } % : { $when }
tell-then = { $a } ; { $b }
tell-amount = chaque tranche de { $per } de { $field }, au plus { $max } fois
tell-any-activity = toute activité
tell-once = une fois
tell-each = chaque fois, au plus { $max }
tell-activity = { $kinds }, { $times }
tell-activity-days = { $days ->
    [one] { $kinds } sur le dernier jour, { $times }
   *[other] { $kinds } sur les { $days } derniers jours, { $times }
}
tell-activity-hours = { $hours ->
    [one] { $kinds } sur la dernière heure, { $times }
   *[other] { $kinds } sur les { $hours } dernières heures, { $times }
}
tell-no-field = sans données : aucun champ ne s’appelle « { $field } »
tell-no-kind = sans données : aucune activité du type { $kinds }
tell-wrong-type = sans données : « { $field } » contient { $kind }, le test « { $test } » ne s’y applique pas
tell-type-text = du texte
tell-type-whole = des nombres entiers
tell-type-decimal = des décimaux
tell-type-date = des dates
tell-type-yes-no = oui ou non
tell-set-weight = { $criterion } : { $weight } points
tell-set-on = { $criterion } : activé
tell-set-off = { $criterion } : désactivé
tell-set-criterion = { $criterion } : modifié
tell-insert = { $criterion } : ajouté
tell-remove = { $criterion } : supprimé
tell-move = { $criterion } : déplacé
tell-set-band = { $band } commence à { $from }
tell-set-caps = { $group } : bornes modifiées
tell-set-map = la carte « { $map } » est en vigueur
tell-replace = le modèle a été remplacé
tell-no-criterion = Il n’y a plus de critère « { $name } ».
tell-name-taken = Un autre critère s’appelle déjà « { $name } ».
tell-no-group = Il n’y a plus de groupe « { $name } ».
tell-no-band = Il n’y a plus de palier « { $name } ».
tell-no-map = Il n’y a plus de carte « { $name } ».
tell-first-band = Le premier palier n’a pas de valeur minimale : il prend tout ce qui est sous le deuxième.
tell-band-order = Un palier ne peut pas dépasser son voisin.
tell-cap-order = Le minimum est au-dessus du maximum.
tell-weight-bounds = Un poids est un nombre entier de −1 000 000 à 1 000 000.

## Touches et actions des écrans

action-up = Monter
action-up-short = haut
action-down = Descendre
action-down-short = bas
action-left = Aller à gauche
action-left-short = gauche
action-right = Aller à droite
action-right-short = droite
action-page-up = Page précédente
action-page-up-short = page préc.
action-page-down = Page suivante
action-page-down-short = page suiv.
action-first = Aller au début
action-first-short = début
action-last = Aller à la fin
action-last-short = fin
action-next-pane = Volet suivant
action-next-pane-short = volet
action-previous-pane = Volet précédent
action-previous-pane-short = volet
action-open = Ouvrir la sélection
action-open-short = ouvrir
action-accept = Valider
action-accept-short = valider
action-back = Revenir
action-back-short = retour
action-screen-workbench = Aller à l’atelier
action-screen-workbench-short = atelier
action-screen-leads = Aller aux prospects
action-screen-leads-short = prospects
action-screen-import = Aller à l’import
action-screen-import-short = import
action-next-screen = Écran suivant
action-next-screen-short = écran
action-previous-screen = Écran précédent
action-previous-screen-short = écran
action-weight-up = Augmenter le poids de 1
action-weight-up-short = +1
action-weight-down = Diminuer le poids de 1
action-weight-down-short = -1
action-weight-up-more = Augmenter le poids de 5
action-weight-up-more-short = +5
action-weight-down-more = Diminuer le poids de 5
action-weight-down-more-short = -5
action-type-weight = Saisir le poids ou le seuil
action-type-weight-short = saisir
action-weight-baseline = Remettre le poids de la référence
action-weight-baseline-short = référence
action-toggle = Désactiver ou réactiver
action-toggle-short = activer
action-edit = Modifier
action-edit-short = modifier
action-new = Nouveau
action-new-short = nouveau
action-duplicate = Dupliquer
action-duplicate-short = dupliquer
action-delete = Supprimer
action-delete-short = supprimer
action-reorder-up = Monter le critère
action-reorder-up-short = monter
action-reorder-down = Descendre le critère
action-reorder-down-short = descendre
action-cell-view = Changer ce que montrent les cases
action-cell-view-short = cases
action-edit-bands = Modifier les paliers
action-edit-bands-short = paliers
action-edit-caps = Modifier les bornes des groupes
action-edit-caps-short = bornes
action-band-edge-up = Relever le seuil du palier de 1
action-band-edge-up-short = seuil +1
action-band-edge-down = Abaisser le seuil du palier de 1
action-band-edge-down-short = seuil -1
action-band-edge-up-more = Relever le seuil du palier de 5
action-band-edge-up-more-short = seuil +5
action-band-edge-down-more = Abaisser le seuil du palier de 5
action-band-edge-down-more-short = seuil -5
action-choose-map = Choisir la carte des zones
action-choose-map-short = carte
action-zone-filter = Ne montrer qu’une zone
action-zone-filter-short = zone
action-set-baseline = Prendre cet état comme référence
action-set-baseline-short = référence
action-save-version = Enregistrer comme version nommée
action-save-version-short = version
action-models = Modèles et versions
action-models-short = modèles
action-filter = Filtrer
action-filter-short = filtrer
action-order = Changer l’ordre
action-order-short = ordre
action-mark = Marquer ou démarquer
action-mark-short = marquer
action-next-lead = Prospect suivant
action-next-lead-short = suivant
action-previous-lead = Prospect précédent
action-previous-lead-short = précédent
action-copy = Copier
action-copy-short = copier
action-import-leads = Importer des prospects d’un fichier
action-import-leads-short = prospects
action-import-events = Importer l’activité d’un fichier
action-import-events-short = activité
action-import-options = Préciser comment lire le fichier
action-import-options-short = options
action-load-demo = Essayer avec des données de démonstration
action-load-demo-short = démo
action-undo = Annuler
action-undo-short = annuler
action-redo = Rétablir
action-redo-short = rétablir
action-menu = Menu de toutes les actions
action-menu-short = menu
action-help = Aide et touches
action-help-short = aide
action-privacy = Masquer ou montrer les noms
action-privacy-short = noms
action-present = Mode présentation
action-present-short = présenter
action-mouse = Activer ou couper la souris
action-mouse-short = souris
action-settings = Réglages
action-settings-short = réglages
action-quit = Quitter
action-quit-short = quitter

tui-context-global = Partout
tui-context-criteria = Critères
tui-context-matrix = Matrice
tui-context-leads = Prospects
tui-context-detail = Fiche d’un prospect
tui-context-import = Import
tui-context-welcome = Accueil
tui-context-models = Modèles et versions
tui-context-bands = Paliers
tui-context-form = Formulaire
tui-context-confirm = Question
tui-context-popup = Texte à lire
tui-context-picker = Liste avec recherche
tui-context-files = Fichiers
tui-context-menu = Menu
tui-context-help = Aide
tui-context-text-field = Champ de texte

tui-key-ctrl = Ctrl
tui-key-alt = Alt
tui-key-shift = Maj
tui-key-enter = Entrée
tui-key-esc = Échap
tui-key-tab = Tab
tui-key-space = Espace
tui-key-backspace = Retour arr.
tui-key-delete = Suppr
tui-key-insert = Inser
tui-key-up = Haut
tui-key-down = Bas
tui-key-left = Gauche
tui-key-right = Droite
tui-key-home = Début
tui-key-end = Fin
tui-key-pageup = Pg préc.
tui-key-pagedown = Pg suiv.

tui-keys-unreadable = Le fichier de touches est illisible : { $why }
tui-keys-unknown-action = L’action « { $name } » n’existe pas.
tui-keys-did-you-mean = Vouliez-vous dire « { $name } » ?
tui-keys-twice = L’action « { $name } » reçoit des touches deux fois.
tui-keys-unknown-key = « { $key } », pour « { $name } », n’est pas une touche.
tui-keys-names = Une touche est un caractère ou un nom comme enter, esc, tab, space, up, pageup, f5, précédé au besoin de ctrl+ ou shift+.
tui-keys-clash = La touche « { $key } » voudrait dire à la fois « { $first } » et « { $second } » ({ $place }).
tui-keys-typed = La touche « { $key } » ne peut pas être « { $name } » : elle y écrit du texte ({ $place }).
tui-keys-defaults = En attendant la correction, les touches par défaut s’appliquent.
tui-table-keys = Touches
tui-table-action = Effet
tui-table-where = Où
tui-table-menu-only = (menu)

# Le fichier de l’espace de travail.
store-no-name = Un espace de travail a besoin d’un nom de fichier.
store-missing = Ce fichier n’existe pas.
store-no-folder = Une partie du chemin n’est pas un dossier.
store-folder = C’est un dossier, pas un fichier d’espace de travail.
store-not-a-file = Ce n’est pas un fichier ordinaire.
store-exists = Un fichier de ce nom existe déjà ; rien n’a été modifié.
store-no-permission = Vous n’avez pas le droit d’ouvrir ce fichier.
store-io = Le fichier n’a pas pu être utilisé : { $error }.
store-empty = Le fichier est vide.
store-empty-hint = Si rien d’autre ne s’en sert, supprimez-le et créez un nouvel espace de travail sous ce nom.
store-is-csv = Ce fichier ressemble à un CSV, ce n’est pas un espace de travail.
store-is-excel = C’est un classeur Excel, pas un espace de travail.
store-is-text = C’est un fichier texte, pas un espace de travail.
store-not-a-workspace = Ce n’est pas un espace de travail quadrille.
store-other-program = C’est la base de données d’un autre programme, pas un espace de travail quadrille.
store-newer = Cet espace de travail vient d’un quadrille plus récent : il est au format { $version }, celui-ci lit jusqu’au format { $newest }. Rien n’a été modifié.
store-import-hint = Nommez un autre fichier avec --db, ou importez celui-ci : quadrille import leads FICHIER.
store-newer-hint = Installez le dernier quadrille pour l’ouvrir.
store-older = Cet espace de travail vient d’un quadrille plus ancien : il est au format { $version }, celui-ci lit le format { $newest }.
store-older-hint = Ouvrez-le une fois en écriture : il sera sauvegardé, puis mis à jour.
store-cut-off = Le fichier est tronqué : il n’en reste que { $bytes } octets. Rien n’a été modifié.
store-wal = Un autre programme a laissé un journal d’écriture à côté de l’espace de travail, ou l’a ouvert en ce moment. Rien n’a été modifié.
store-wal-hint = Fermez ce programme, puis rouvrez l’espace de travail.
store-strange = L’espace de travail contient un élément que quadrille n’a pas créé : { $kind } « { $name } ». Rien n’a été modifié.
store-strange-hint = Si vous avez confiance en ce fichier, retirez cet élément avec l’outil qui l’y a mis.
store-damaged = L’espace de travail est endommagé. Rien n’a été modifié.
store-damaged-hint = Gardez le fichier tel quel et revenez à la sauvegarde la plus récente dans { $folder }.
store-unfinished = Une session précédente s’est arrêtée au milieu d’une modification, qui n’est pas encore annulée.
store-read-only = Ce fichier ne peut pas être modifié.
store-read-only-hint = Vérifiez les droits du fichier et de son dossier.
store-cannot-open = Le fichier, ou le journal à côté de lui, n’a pas pu être ouvert.
store-busy = Une autre fenêtre est en train d’écrire dans cet espace de travail. Rien n’a été modifié.
store-busy-hint = Réessayez quand elle aura terminé.
store-full = Il n’y a plus de place sur le disque. Rien n’a été modifié.
store-full-hint = Libérez de l’espace, puis réessayez.
store-disk = Le disque a signalé une erreur (code { $code }). La modification a été annulée.
store-disk-hint = Vérifiez le disque ou le lecteur réseau avant de continuer.
store-too-big = Une valeur est trop grande pour un espace de travail.
store-failed = L’espace de travail n’a pas pu faire cela (code { $code }). La modification a été annulée.
store-moved = L’espace de travail n’est plus là où il a été ouvert : il a été déplacé ou supprimé. Rien n’a été écrit.
store-replaced = L’espace de travail a été remplacé par un autre fichier, peut-être par un logiciel de synchronisation. Rien n’a été écrit.
store-moved-hint = Fermez cette fenêtre et rouvrez le fichier là où il se trouve maintenant.
store-backup-damaged = La sauvegarde n’a pas pu être relue en entier ; elle a été supprimée, et l’espace de travail est resté tel quel.
store-bad-name = Un champ a besoin d’un nom de 1 000 octets au plus, sans caractère nul.
store-too-many-fields = Un espace de travail contient au plus { $most } champs.
store-no-field = Aucun champ ne s’appelle « { $name } ».
store-field-twice = Le champ apparaît deux fois.
store-field-type = Ce champ contient des valeurs de type { $stored }, mais le fichier importé contient le type { $brought }. Rien n’a été modifié.
store-field-type-hint = Importez-le sous un autre nom, ou avec le type qu’il a déjà.
store-bad-value = La valeur ne convient pas à un champ de type { $kind }.
store-too-large = { $count ->
    [one] Un nombre de ce champ est trop grand pour devenir décimal.
   *[other] { $count } nombres de ce champ sont trop grands pour devenir décimaux.
} Rien n’a été modifié.
store-event-time = Un événement doit se situer entre 1970 et 2106.
store-import-failed = L’import a échoué et a été annulé.
store-type-text = texte
store-type-whole = nombre entier
store-type-decimal = nombre décimal
store-type-date = date
store-type-yes-no = oui ou non
store-no-model = Aucun modèle ne s’appelle « { $name } ».
store-model-exists = Un modèle « { $name } » existe déjà.
store-no-version = Aucune version ne s’appelle « { $name } ».
store-no-review = Cette revue n’est plus dans cet espace de travail.
store-version-exists = Une version « { $name } » existe déjà ; une version ne change jamais.
store-no-step = Il n’y a rien à annuler ni à rétablir.
store-too-deep = La modification est trop imbriquée pour être enregistrée.
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
model-one-band = un palier
model-one-zone = une zone
model-one-map = une carte
model-one-kind = un type d’événement
model-one-field = un champ
model-several-criteria = critères
model-several-groups = groupes d’un même axe
model-several-bands = paliers d’un même axe
model-several-zones = zones
model-several-maps = cartes
model-many-criteria = le modèle a { $n } critères ; { $limit } au plus sont permis
model-many-bands = l’axe a { $n } paliers ; { $limit } au plus sont permis
model-many-zones = le modèle a { $n } zones ; { $limit } au plus sont permises
model-many-tiers = « { $of } » a { $n } niveaux ; { $limit } au plus sont permis
model-no-tiers = « { $of } » n’a aucun niveau
model-long-text = le texte « { $start }… » fait { $size } octets ; { $limit } au plus sont permis
model-out-of-bounds = { $what } de « { $of } » vaut { $number } ; de { $lowest } à { $highest } sont permis
model-reversed-bounds = { $low } de « { $of } » vaut { $least }, plus que son { $high } de { $most }
model-sum-too-large = l’axe peut dépasser { $limit } points, ce qui ne se compte plus exactement ; le critère le plus lourd est « { $criterion } »
model-bounds-too-large = l’axe peut dépasser { $limit } points, ce qui ne se compte plus exactement
model-first-band = le premier palier « { $band } » a une valeur minimale ; il prend tout ce qui est sous le deuxième
model-band-without-from = le palier « { $band } » n’a pas de valeur minimale (from)
model-band-order = le palier « { $band } » commence à { $from }, pas au-dessus de « { $before } », qui commence à { $lower }
model-no-such-map = la carte en vigueur doit être « { $name } », mais aucune carte ne porte ce nom
model-no-such-zone = la carte « { $map } » nomme la zone « { $zone } », qui n’existe pas
model-map-unknown-row = la carte « { $map } » a une ligne « { $row } », mais aucun palier de lignes ne porte ce nom
model-map-row-twice = la carte « { $map } » a deux lignes « { $row } »
model-map-row-too-long = la ligne « { $row } » de la carte « { $map } » a { $n } zones pour { $bands ->
    [one] { $bands } palier de colonnes
   *[other] { $bands } paliers de colonnes
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
model-advice-nothing-negative = aucun critère ne retire de points : ce qui parle contre un prospect ne se voit pas
model-advice-band-too-high = aucun prospect ne peut atteindre le palier « { $band } » : il commence à { $from } et l’axe finit à { $highest }
model-advice-band-too-low = aucun prospect ne peut descendre jusqu’au palier « { $band } » : l’axe commence à { $lowest }
model-advice-hidden-characters = le nom « { $name } » contient des caractères invisibles ou de commande
model-advice-zone-without-owner = personne n’est responsable de la zone « { $zone } »
model-advice-zone-without-action = la zone « { $zone } » ne dit pas quoi faire
model-advice-zone-nowhere = la carte en vigueur n’a aucune case dans la zone « { $zone } »

## Import
import-empty = Le fichier est vide.
import-is-workbook = C’est un classeur de tableur, pas un fichier CSV.
import-is-zip = C’est une archive ZIP, pas un fichier CSV.
import-is-gzip = C’est une archive gzip, pas un fichier CSV.
import-is-pdf = C’est un document PDF, pas un fichier CSV.
import-is-database = C’est une base SQLite, pas un fichier CSV.
import-is-parquet = C’est un fichier Parquet, pas un fichier CSV.
import-is-page = Cela ressemble à une page web, pas à un fichier CSV : l’export a peut-être échoué.
import-is-json = Cela ressemble à du JSON, pas à un fichier CSV.
import-hint-save-csv = Ouvrez-le dans le logiciel d’où il vient et enregistrez-le au format CSV.
import-hint-unpack = Décompressez-le, puis importez le fichier qu’il contient.
import-hint-export-again = Reconnectez-vous et relancez l’export.
import-unreadable = Le fichier n’a pas pu être lu : { $error }.
import-cancelled = L’import a été arrêté ; rien n’a été modifié.
import-changed = Le fichier a changé pendant la lecture ; rien n’a été importé.
import-unclosed-quote = Un guillemet s’ouvre à la ligne { $line }, colonne { $number }, et ne se ferme jamais : { $text }
import-hint-lenient-quotes = Fermez le guillemet dans le fichier, ou prenez ces guillemets comme du texte avec --lenient-quotes.
import-field-too-long = Une cellule dépasse { $limit } octets.
import-record-too-long = Une ligne du tableau dépasse { $limit } octets.
import-too-many-lines = Une ligne du tableau s’étend sur plus de { $limit } lignes du fichier.
import-too-many-columns = Une ligne a plus de { $limit } colonnes.
import-torn-header = L’en-tête contient du texte après un guillemet fermant.
import-no-header = La première ligne ressemble à des données, pas à des noms de colonnes : elle contient { $value }.
import-hint-no-header = Ajoutez une première ligne avec les noms des colonnes, ou importez avec --no-header.
import-same-name = Deux colonnes portent le même nom, { $name } : la colonne { $first } et la colonne { $second }.
import-hint-rename-column = Renommez l’une des deux dans le fichier.
import-no-column = Aucune colonne ne s’appelle { $name }.
import-hint-columns = Le fichier a ces colonnes : { $names }.
import-no-lead-column = Aucune colonne connue ne dit de quel prospect vient l’événement.
import-no-at-column = Aucune colonne connue ne dit quand l’événement a eu lieu.
import-no-kind-column = Aucune colonne connue ne dit de quel type d’événement il s’agit.
import-hint-fixed-kind = Nommez la colonne, ou donnez un seul type pour tout le fichier.
import-dates-open = Les dates peuvent se lire jour d’abord ou mois d’abord, comme { $value }, et aucune valeur ne tranche.
import-dates-torn = Certaines dates ne se lisent que jour d’abord, d’autres que mois d’abord.
import-hint-dates = Précisez avec --dates dmy (jour d’abord) ou --dates mdy (mois d’abord).
import-row-numbers-mix = Aucune colonne n’identifie chaque prospect, et l’espace de travail contient déjà ceux d’un autre fichier : la ligne 5 de ce fichier remplacerait la ligne 5 de l’autre.
import-hint-row-numbers = Nommez la colonne qui identifie le prospect avec --key, ou importez dans un autre espace de travail avec --db ; --row-numbers prend malgré tout les numéros de ligne.
import-rejects-unwritable = Le fichier des lignes rejetées n’a pas pu être écrit : { $error }.
import-not-dates = Cette colonne ne contient pas de dates : moins de la moitié de ses valeurs en sont ; on y trouve { $value }.
import-row-encoding = contient des octets qui ne sont pas du texte { $encoding }
import-row-torn = contient du texte après un guillemet fermant
import-row-fields = { $found ->
    [one] a { $found } champ
   *[other] a { $found } champs
 }, l’en-tête en a { $expected }
import-row-nul = contient un caractère NUL
import-row-no-key = est vide, alors qu’elle identifie le prospect
import-row-long-key = dépasse { $limit } octets, alors qu’elle identifie le prospect
import-row-email = n’est pas une adresse e-mail : { $value }
import-row-repeated = répète { $key }, déjà présent à la ligne { $line }
import-row-not-date = n’est pas une date : { $value }
import-row-no-such-date = est une date qui n’existe pas : { $value }
import-row-date-range = est une date hors des années 1800 à 2199 : { $value }
import-row-not-number = n’est pas un nombre : { $value }
import-row-number-bounds = est hors limites, de { $low } à { $high } : { $value }
import-row-not-yes-no = n’est ni oui ni non : { $value }
import-row-no-kind = est vide, alors qu’elle donne le type d’événement
import-row-no-at = est vide, alors qu’elle donne l’instant de l’événement
import-row-at-range = est hors des années 1970 à 2105 : { $value }
import-note-encoding = Le texte est en { $encoding }, pas en UTF-8. Mots concernés : { $words }
import-note-ctrl-z = Une ancienne marque de fin de fichier (Ctrl-Z) a été ignorée.
import-note-mended = { $count ->
    [one] { $count } guillemet a été pris comme du texte.
   *[other] { $count } guillemets ont été pris comme du texte.
 }
import-note-multiline = { $count ->
    [one] { $count } ligne du tableau s’étend sur plusieurs lignes du fichier.
   *[other] { $count } lignes du tableau s’étendent sur plusieurs lignes du fichier.
 }
import-note-broken = { $count ->
    [one] { $count } ligne est abîmée et sera rejetée.
   *[other] { $count } lignes sont abîmées et seront rejetées.
 }
import-note-no-rows = Le fichier a un en-tête et aucune ligne.
import-note-unnamed = La colonne { $number } n’a pas de nom et n’est pas gardée.
import-note-zone = { $column } : les dates sans fuseau horaire sont prises en { $zone }.
import-note-scientific = { $column } : reste du texte, car des valeurs comme 1E+11 ont été arrondies par un tableur.
import-note-long = { $column } : reste du texte, car un tableur ne garde que 15 chiffres d’un nombre.
import-note-zeros = { $column } : reste du texte, car certains nombres commencent par un zéro.
import-note-torn-numbers = { $column } : reste du texte, car ses nombres sont écrits de façons incompatibles.
import-note-decimal-comma = { $column } : la virgule est prise comme séparateur décimal, comme dans { $sample } ; aucune valeur ne le prouve.
import-note-decimal-point = { $column } : le point est pris comme séparateur décimal, comme dans { $sample } ; aucune valeur ne le prouve.
import-note-odd-numbers = { $count ->
    [one] { $column } : reste du texte, car { $count } valeur n’est pas un nombre : { $value }, ligne { $line }.
   *[other] { $column } : reste du texte, car { $count } valeurs ne sont pas des nombres, la première étant { $value }, ligne { $line }.
 }
import-note-odd-dates = { $count ->
    [one] { $column } : reste du texte, car { $count } valeur n’est pas une date : { $value }, ligne { $line }.
   *[other] { $column } : reste du texte, car { $count } valeurs ne sont pas des dates, la première étant { $value }, ligne { $line }.
 }
import-note-blank-word = { $count ->
    [one] { $column } : reste du texte, car { $count } ligne porte { $word }. Si cela veut dire « pas de valeur », ajoutez-le aux mots vides.
   *[other] { $column } : reste du texte, car { $count } lignes portent { $word }. Si cela veut dire « pas de valeur », ajoutez-le aux mots vides.
 }
import-note-key = { $column } identifie chaque prospect.
import-note-key-repeated = { $count ->
    [one] { $column } identifie chaque prospect ; { $count } ligne répète une autre.
   *[other] { $column } identifie chaque prospect ; { $count } lignes en répètent une autre.
 }
import-note-key-repeats = { $column } identifie chaque prospect ; des lignes en répètent d’autres.
import-note-key-row-number = Aucune colonne n’identifie chaque prospect : c’est le numéro de ligne qui le fait.
import-note-key-activity = Cela ressemble à de l’activité : { $column } revient sur la plupart des lignes, chacune avec une date et { $kind }. Importez ce fichier comme activité.

# --- Ligne de commande : aide ---

cli-about = quadrille : concevoir et revoir des matrices de scoring de prospects dans un seul fichier local. Sans commande, ouvre l’application.
cli-examples =
    quadrille demo                        découvrir avec 2 000 prospects inventés
    quadrille import leads leads.csv      importer vos prospects, et obtenir un premier modèle
    quadrille matrix                      combien de prospects dans chaque case
    quadrille top --limit 50              les meilleurs prospects du jour
    quadrille                             ouvrir l’application
cli-help-examples = Exemples :
cli-help-usage = Usage : { $usage }
cli-help-optional = {" "}[options]
cli-help-command = commande
cli-help-commands = Commandes (chacune a sa propre aide, --help) :
cli-help-words = Mots :
cli-help-options = Options :
cli-help-everywhere = Options de toutes les commandes :
cli-help-files = L’espace de travail, sauf si --db ou QUADRILLE_DB en nomme un autre : { $path }
cli-help-config = Vos touches (keys.ron) et vos préférences (prefs.ron) : { $path }

cli-value-path = CHEMIN
cli-value-file = FICHIER
cli-value-folder = DOSSIER
cli-value-name = NOM
cli-value-date = DATE
cli-value-number = N
cli-value-percent = POURCENT
cli-value-lead = PROSPECT
cli-value-shell = SHELL
cli-value-size = COLONNESxLIGNES
cli-value-keys = TOUCHES
cli-value-column = COLONNE
cli-value-type = COLONNE=TYPE
cli-value-word = MOT
cli-value-sign = SIGNE
cli-value-zone = FUSEAU

cli-arg-db = Le fichier de l’espace de travail
cli-arg-lang = La langue de tout ce qui est dit (celle du système, par défaut)
cli-arg-color = Quand la sortie est en couleur (auto : sur un terminal, sauf si NO_COLOR est défini)
cli-arg-help = Affiche cette aide
cli-arg-version = Affiche la version
cli-arg-format = La forme de la réponse : alignée pour la lecture, ou CSV ou JSON pour d’autres programmes (table)
cli-arg-as-of = Regarde les prospects à cet instant : 2026-01-31 (la fin de ce jour), 2026-01-31T09:30:00Z, -30 (30 jours avant) ou now (maintenant)
cli-arg-model = Le modèle à utiliser (le dernier importé)
cli-arg-raw-csv = En CSV, laisse sans leur ' protectrice les textes qu’un tableur exécuterait comme des formules
cli-arg-next = Le groupe suivant au lieu du premier
cli-arg-share = La part des prospects dans le premier groupe, de 1 à 50 (celle du modèle)
cli-arg-limit = Combien de prospects montrer (25 dans un tableau, tous en CSV et JSON)
cli-arg-lead = La clé du prospect, ou des mots qu’il est seul à avoir
cli-arg-model-name = Le modèle (le dernier importé)
cli-arg-model-file = Un modèle en texte RON
cli-arg-allow-missing = Prend le modèle même si les prospects n’ont pas tous les champs qu’il lit
cli-arg-model-output = Le fichier à écrire (sortie standard)
cli-arg-force = Remplace les fichiers existants
cli-arg-leads = Combien de prospects ({ $usual })
cli-arg-events-per-lead = Combien d’événements par prospect en moyenne ({ $usual })
cli-arg-seed = La même graine donne les mêmes données (1)
cli-arg-out = Le dossier où écrire leads.csv et events.csv
cli-arg-generate-as-of = Le jour où l’activité s’arrête (aujourd’hui)
cli-arg-shell = bash, elvish, fish, powershell ou zsh
cli-arg-screen = L’écran à dessiner (matrix)
cli-arg-size = La taille du terminal à dessiner (100x30)
cli-arg-keys = Touches à presser avant de prendre l’image
cli-arg-shot-output = L’image : un fichier en .svg ou .txt (texte sur la sortie standard)
cli-arg-import-file = Un fichier CSV, avec une ligne de noms de colonnes
cli-arg-key = La colonne qui identifie un prospect (trouvée d’après son nom et ses valeurs)
cli-arg-row-numbers = Prend le numéro de ligne pour clé, quand aucune colonne n’identifie le prospect
cli-arg-lead-column = La colonne de la clé du prospect
cli-arg-kind-column = La colonne du type d’événement
cli-arg-kind = Un même type pour toutes les lignes du fichier
cli-arg-at-column = La colonne de l’instant
cli-arg-asset-column = La colonne de ce que le prospect a rencontré : page, document, formulaire
cli-arg-campaign-column = La colonne de la campagne
cli-arg-channel-column = La colonne du canal
cli-arg-value-column = La colonne d’un nombre, par exemple un montant
cli-arg-create-leads = Crée les prospects que les événements nomment et qui manquent à l’espace de travail
cli-arg-delimiter = Ce qui sépare les colonnes : comma, semicolon, tab, pipe, ou le signe lui-même (trouvé)
cli-arg-encoding = L’encodage du texte, par exemple utf-8 ou windows-1252 (trouvé)
cli-arg-no-header = La première ligne contient des valeurs, pas des noms de colonnes
cli-arg-dates = L’ordre du jour, du mois et de l’année quand les dates le laissent ouvert
cli-arg-decimal = Le séparateur décimal (trouvé)
cli-arg-zone = Le fuseau des dates qui n’en nomment pas, par exemple Europe/Paris (celui de l’espace de travail, ou UTC)
cli-arg-blank = Un mot qui veut dire « pas de valeur », outre les habituels (peut être répété)
cli-arg-type = Le type d’une colonne : text, whole (entier), decimal, date ou yes-no (oui/non) (peut être répété)
cli-arg-ignore = Une colonne à laisser de côté (peut être répété)
cli-arg-dry-run = Montre ce qui se passerait et n’écrit rien

cli-demo-about = Ouvre l’application sur 2 000 prospects inventés et un an de leur activité.
cli-demo-examples =
    quadrille demo
    quadrille demo --lang en
    quadrille demo | less                 en texte, sans l’application
cli-demo-next = L’espace de travail de démonstration est { $path } : ajoutez --db et ce chemin à n’importe quelle commande. Le vôtre : quadrille import leads FICHIER
cli-import-about = Importe dans l’espace de travail des prospects ou leur activité depuis un fichier CSV.
cli-import-examples =
    quadrille import leads prospects.csv
    quadrille import events visites.csv --dry-run
cli-import-leads-about = Importe des prospects depuis un fichier CSV. Ceux qui sont déjà là sont mis à jour.
cli-import-leads-examples =
    quadrille import leads prospects.csv --dry-run
    quadrille import leads prospects.csv --key email --dates dmy
    quadrille import leads prospects.csv --blank inconnu --type code_postal=text --ignore notes
cli-import-events-about = Importe de l’activité depuis un fichier CSV : une ligne par événement, avec prospect, type et instant.
cli-import-events-examples =
    quadrille import events evenements.csv
    quadrille import events clics.csv --kind clic --lead-column email --at-column quand
    quadrille import events visites.csv --create-leads --zone Europe/Paris
cli-matrix-about = Montre combien de prospects se trouvent dans chaque case de la matrice, et ce que contient chaque zone.
cli-matrix-examples =
    quadrille matrix
    quadrille matrix --as-of 2026-01-31
    quadrille matrix --format json --db prospects.quadrille
cli-score-about = Liste tous les prospects avec leurs deux valeurs, leur case, leur zone et leur rang.
cli-score-examples =
    quadrille score --format csv > scores.csv
    quadrille score --model busybiz --as-of 2026-01-31
cli-top-about = Liste les meilleurs prospects : le premier groupe, par rang.
cli-top-examples =
    quadrille top
    quadrille top --next --limit 100
    quadrille top --share 10 --format csv > a-appeler.csv
cli-explain-about = Explique la place d’un prospect : chaque point, ce qui l’a donné, et ce que le prospect a fait.
cli-explain-examples =
    quadrille explain marie.durand@example.com
    quadrille explain durand --format json
cli-model-about = Liste, montre, vérifie, importe et écrit des modèles.
cli-model-examples =
    quadrille model list
    quadrille model check mon-modele.ron
    quadrille model import mon-modele.ron
cli-model-list-about = Liste les modèles de l’espace de travail.
cli-model-list-examples = quadrille model list
cli-model-show-about = Montre un modèle : ses paliers, et ses critères avec le nombre de prospects que chacun touche.
cli-model-show-examples =
    quadrille model show
    quadrille model show busybiz --format csv
cli-model-check-about = Vérifie un modèle : chaque faute d’un fichier avec sa ligne et sa colonne, et ce qui pourrait être mieux.
cli-model-check-examples =
    quadrille model check mon-modele.ron
    quadrille model check mon-modele.ron --data   # aussi sur les prospects de l’espace de travail
    quadrille model check mon-modele              # un modèle de l’espace de travail, sur ses prospects
cli-model-import-about = Importe un fichier de modèle dans l’espace de travail. Il devient le modèle utilisé.
cli-model-import-examples =
    quadrille model import mon-modele.ron
    quadrille model import mon-modele.ron --allow-missing
cli-model-export-about = Écrit un modèle en texte RON, à retravailler, à garder dans git ou à transmettre.
cli-model-export-examples =
    quadrille model export > mon-modele.ron
    quadrille model export busybiz -o busybiz.ron --force
cli-generate-about = Écrit des prospects inventés et leur activité dans deux fichiers CSV. La même graine donne les mêmes données.
cli-generate-examples =
    quadrille generate --out donnees
    quadrille generate --leads 100000 --events-per-lead 10 --seed 7 --as-of 2026-01-31 --out donnees
cli-shot-about = Dessine un écran de l’application, sans terminal.
cli-shot-examples =
    quadrille shot -o matrice.svg
    quadrille shot --screen leads --size 120x40 --lang fr -o prospects.txt
cli-completions-about = Affiche ce qu’il faut à un shell pour compléter commandes et options.
cli-completions-examples =
    quadrille completions bash > ~/.local/share/bash-completion/completions/quadrille
    quadrille completions zsh > ~/.zfunc/_quadrille
cli-welcome =
    Bienvenue dans quadrille, l’atelier des matrices de scoring. Il n’y a pas encore d’espace de travail, ou pas de terminal pour le montrer.
    {""}
      quadrille demo                        découvrir avec 2 000 prospects inventés
      quadrille import leads FICHIER.csv    importer vos prospects, et obtenir un premier modèle
      quadrille matrix                      puis voir combien de prospects sont dans chaque case
      quadrille --help                      tout le reste

# --- Ligne de commande : ce qui n’a pas été compris ---

cli-problem = quadrille : { $text }
cli-usage-command = il n’y a pas de commande « { $command } ».
cli-usage-option = il n’y a pas d’option « { $option } » ici.
cli-usage-too-many = « { $word } » est un mot de trop.
cli-usage-no-value = { $option } demande une valeur.
cli-usage-value = { $option } ne peut pas être « { $value } ».
cli-usage-values = { $option } n’a pas le bon nombre de valeurs.
cli-usage-twice = { $option } est donné deux fois.
cli-usage-conflict = { $option } et { $other } s’excluent.
cli-usage-missing = il manque quelque chose : { $words }.
cli-usage-no-command = il manque une commande après celle-ci.
cli-usage-utf8 = un argument n’est pas un texte UTF-8 valide.
cli-usage-other = les arguments ne vont pas ensemble.
cli-usage-number = { $option } ne peut pas être « { $value } » : c’est un nombre entier de { $least } à { $most }.
cli-usage-as-of = --as-of ne peut pas être « { $value } ».
cli-usage-delimiter = --delimiter ne peut pas être « { $value } » : c’est un seul signe, ou comma, semicolon, tab ou pipe.
cli-usage-encoding = il n’y a pas d’encodage « { $value } » ; essayez utf-8, windows-1252 ou utf-16le.
cli-usage-zone = il n’y a pas de fuseau « { $value } » ; les fuseaux se nomment comme Europe/Paris.
cli-usage-type = --type ne peut pas être « { $value } » : c’est COLONNE=TYPE.
cli-usage-size = --size ne peut pas être « { $value } » : c’est par exemple 100x30, chacun de { $least } à { $most }.
cli-usage-ending = le fichier d’une image finit en .svg ou .txt, pas en .{ $ending }.
cli-usage-nearest = Vouliez-vous dire « { $word } » ?
cli-usage-valid = Il y a : { $words }.
cli-usage-help = Ajoutez --help à la commande pour voir ce qu’elle accepte.
cli-hint-as-of = Écrivez un jour comme 2026-01-31 ou 31/01/2026, un instant comme 2026-01-31T09:30:00Z, ou un nombre de jours en arrière comme -30.
cli-hint-demo = Ou découvrez d’abord : quadrille demo
cli-hint-import = Importez vos prospects : quadrille import leads FICHIER.csv
cli-hint-model-import = Importez un modèle : quadrille model import FICHIER.ron
cli-hint-force = Choisissez un autre nom, ou ajoutez --force pour le remplacer.
cli-hint-keys = quadrille score liste les clés de tous les prospects.
cli-hint-allow-missing = Corrigez les noms, ou ajoutez --allow-missing pour prendre le modèle malgré tout.

# --- Ligne de commande : fichiers ---

cli-file-missing = ce fichier n’existe pas.
cli-file-permission = vous n’avez pas le droit d’utiliser ce fichier ou ce dossier.
cli-file-exists = un fichier de ce nom existe déjà ; rien n’a été changé.
cli-file-folder = c’est un dossier, pas un fichier.
cli-file-no-folder = une partie du chemin n’est pas un dossier.
cli-file-full = le disque est plein ; rien n’a été changé.
cli-file-read-only = on ne peut pas écrire sur ce disque.
cli-file-failed = le fichier n’a pas pu être utilisé : { $error }.
cli-file-large = le fichier dépasse { $bytes } octets, plus que n’importe quel modèle.
cli-file-not-plain = ce n’est pas un fichier ordinaire ; les lignes sont lues deux fois, enregistrez-les d’abord dans un fichier.
cli-output-full = le disque est plein : la sortie n’est pas complète.
cli-output-failed = la sortie n’a pas pu être écrite : { $error }.
cli-written = Écrit : { $path }

# --- Ligne de commande : espaces de travail et modèles ---

cli-no-workspace = il n’y a pas encore d’espace de travail ici.
cli-no-leads = cet espace de travail n’a pas encore de prospects.
cli-no-model = cet espace de travail n’a pas encore de modèle.
cli-no-lead = il n’y a pas de prospect « { $lead } ».
cli-many-leads = « { $lead } » peut désigner { $leads } prospects.
cli-heading = { $model } · { $leads ->
    [one] { $leads } prospect
   *[other] { $leads } prospects
} · au { $as_of }
cli-outside = { $leads ->
    [one] { $leads } prospect est hors de la population du modèle.
   *[other] { $leads } prospects sont hors de la population du modèle.
}
cli-criterion-trouble = Critère « { $criterion } » : { $why }
cli-population-trouble = La population est indécidable, tout le monde est donc noté : { $why }
cli-axes = { $rows } / { $columns }
cli-total = total
cli-yes = oui
cli-no = non
cli-unknown = inconnu
cli-owner-marketing = marketing
cli-owner-sales = ventes
cli-group-top = premier
cli-group-next = suivant
cli-group-rest = reste
cli-head-action = Action
cli-head-as-of = Au
cli-head-asset = Contenu
cli-head-at = Quand
cli-head-axis = Axe
cli-head-baseline = Référence
cli-head-blank = Vides
cli-head-cause = Cause
cli-head-cell = Case
cli-head-cells = Cases
cli-head-changed = Modifié
cli-head-column = Score
cli-head-column-points = Points score
cli-head-company = Société
cli-head-criteria = Critères
cli-head-criterion = Critère
cli-head-evidence = Donné pour
cli-head-family = Famille
cli-head-file-column = Colonne
cli-head-group = Groupe
cli-head-in-use = Utilisé
cli-head-job = Fonction
cli-head-key = Prospect
cli-head-kind = Activité
cli-head-known = Connus
cli-head-leads = Prospects
cli-head-model = Modèle
cli-head-name = Nom
cli-head-next = Suivants
cli-head-on = Actif
cli-head-owner = Responsable
cli-head-points = Points
cli-head-rank = Rang
cli-head-recent = Dernière activité
cli-head-row = Note
cli-head-row-points = Points note
cli-head-rule = Règle
cli-head-samples = Exemples
cli-head-share = Part
cli-head-title = Titre
cli-head-top = Premiers
cli-head-type = Type
cli-head-versions = Versions
cli-head-weight = Poids
cli-head-zone = Zone
cli-top-first = Les premiers { $share } : { $leads ->
    [one] { $leads } prospect
   *[other] { $leads } prospects
}
cli-top-next = Les { $share } suivants : { $leads ->
    [one] { $leads } prospect
   *[other] { $leads } prospects
}
cli-top-more = { $more ->
    [one] … et { $more } autre : --limit N en montre plus, --format csv tous.
   *[other] … et { $more } autres : --limit N en montre plus, --format csv tous.
}
cli-top-ties = { $ties } prospects ont les points du dernier retenu : entre eux, l’activité la plus récente puis l’ordre d’import décident.
cli-explain-key = { $key }
cli-explain-who = { $key } : { $who }
cli-explain-place = Case { $cell }, zone { $zone }, rang { $rank } sur { $leads }
cli-explain-outside = Ce prospect est hors de la population du modèle et n’a pas de rang.
cli-explain-axis = { $axis } : { $points } points, palier { $band }
cli-explain-events = Dernière activité ({ $shown } sur { $events })
cli-cause-start = Départ
cli-cause-cap = Bornes de « { $group } »
cli-cause-bounds = Bornes de l’axe
cli-evidence-off = désactivé
cli-evidence-scope = hors de sa portée
cli-evidence-no-event = aucune activité de ce type
cli-evidence-events = { $counted } sur { $seen } comptés, le dernier le { $newest }
cli-model-title = { $title } ({ $name })
cli-model-bands = { $axis } : { $bands }
cli-model-sound = { $file } : « { $name } » est valide : { $criteria } critères, { $rows } × { $columns } cases.
cli-model-against = Face aux prospects de { $path } :
cli-model-no-field = les prospects n’ont pas de champ « { $field } ».
cli-model-no-kind = aucun prospect n’a encore d’activité du type « { $kind } ».
cli-model-missing = { $fields ->
    [one] le modèle lit { $fields } champ que les prospects n’ont pas ; il n’a pas été importé.
   *[other] le modèle lit { $fields } champs que les prospects n’ont pas ; il n’a pas été importé.
}
cli-model-added = Le modèle « { $name } » est maintenant dans { $path }, et utilisé.
cli-model-replaced = Le modèle « { $name } » de { $path } a été remplacé et est utilisé ; annuler dans l’application ramène l’ancien.
cli-model-behind = une autre fenêtre a changé « { $name } » au même moment ; rien n’a été changé. Réessayez.
cli-advice = - { $text }

# --- Ligne de commande : imports ---

cli-delimiter-comma = virgule
cli-delimiter-semicolon = point-virgule
cli-delimiter-tab = tabulation
cli-type-left-out = laissée de côté
cli-shape = { $file } : { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
}, { $columns ->
    [one] { $columns } colonne
   *[other] { $columns } colonnes
}, { $encoding }, entre les colonnes : { $delimiter }
cli-shape-more = … et { $columns } colonnes de plus : --dry-run les montre toutes.
cli-note = - { $text }
cli-progress = { $rows } lignes  { $share }  { $rate } lignes par seconde
cli-import-sum = lu { $read } = nouveau { $new } + mis à jour { $updated } + inchangé { $unchanged } + rejeté { $rejected }
cli-import-blank = { $lines ->
    [one] { $lines } ligne vide a été passée.
   *[other] { $lines } lignes vides ont été passées.
}
cli-import-rounded = { $values ->
    [one] { $values } nombre a été arrondi à six décimales.
   *[other] { $values } nombres ont été arrondis à six décimales.
}
cli-import-leads-made = { $leads ->
    [one] { $leads } prospect a été créé.
   *[other] { $leads } prospects ont été créés.
}
cli-import-unknown-lead = il n’y a pas de prospect « { $lead } » ; --create-leads le crée
cli-import-more-problems = { $rows ->
    [one] … et { $rows } autre ligne rejetée.
   *[other] … et { $rows } autres lignes rejetées.
}
cli-import-rejects = Les lignes rejetées, chacune avec sa raison : { $path }. Corrigez-les là et importez ce fichier.
cli-import-before = Ce fichier, octet pour octet, a déjà été importé le { $date }.
cli-import-dry-run = Rien n’a été écrit : c’était un essai à blanc.
cli-import-starter = Un premier modèle « { $name } » a été tiré des données, à retravailler : voyez quadrille matrix. Pour des modèles publiés : quadrille model templates.
cli-import-cancelled = arrêté ; l’espace de travail est tel qu’il était.
cli-hint-for-example = Par exemple : { $words }
cli-shape-event = Un événement a son prospect dans « { $lead } », son instant dans « { $at } » et { $kind }.
cli-shape-kind-column = son type dans « { $column } »
cli-shape-kind-fixed = le type « { $kind } »
cli-shape-also = Gardé avec lui : { $columns }
cli-shape-not-kept = Non gardé : { $columns }

## Le premier écran, et l’import d’un fichier

tui-way-name = q u a d r i l l e
tui-way-what = Un atelier de lead scoring.
tui-way-how = Changez un poids : chaque prospect bouge dans la matrice.
tui-way-demo = Découvrir avec la démo
tui-way-demo-note = des prospects inventés et leur activité, avec un modèle prêt
tui-way-leads = Importer des prospects
tui-way-leads-note = un fichier CSV de votre CRM ; un premier modèle en est tiré
tui-way-events = Importer de l’activité
tui-way-events-note = qui a visité, ouvert, demandé quoi, et quand
tui-way-quit = Quitter
tui-way-quit-note = rien n’est perdu : tout est enregistré aussitôt
tui-way-local = Tout reste dans un seul fichier, sur cette machine.

tui-import-step-file = 1 Fichier
tui-import-step-columns = 2 Colonnes
tui-import-step-check = 3 Contrôle
tui-import-step-done = 4 Terminé
tui-import-leads = Prospects
tui-import-events = Activité
tui-import-wait = Un instant : un travail est en cours.
tui-import-first = Avant tout : { $question }

tui-import-parent = dossier parent
tui-import-folder = dossier
tui-import-bytes = { $n } o
tui-import-kilobytes = { $n } ko
tui-import-megabytes = { $n } Mo
tui-import-files-hint = tapez une partie d’un nom, ou un chemin entier
tui-import-files-keys = Tapez, collez ou déposez un chemin. Retour arrière : dossier parent.
tui-import-files-none = rien ici ne porte ce nom
tui-import-no-match = Aucun fichier ici ne porte ce nom.
tui-import-counts = { $found } sur { $all }

tui-import-looking = Lecture de { $file }…  { $key } arrête
tui-import-checking = Essai de l’import de { $file }…  { $key } arrête
tui-import-importing = Import de { $file }…  { $key } arrête
tui-import-stopping = Arrêt…
tui-import-stopped = Arrêté. L’espace de travail est tel qu’il était.
tui-import-going = { $rows ->
    [one] { $rows } ligne, { $rate }/s  { $key } arrête
   *[other] { $rows } lignes, { $rate }/s  { $key } arrête
}
tui-import-going-bytes = { $done }, { $rate }/s  { $key } arrête

tui-import-name = { $name }
tui-import-rows = { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
}
tui-import-found-delimiter = séparateur { $delimiter }
tui-import-found-decimal = décimales { $mark }
tui-import-found-dates = dates { $order }
tui-import-comma = virgule
tui-import-semicolon = point-virgule
tui-import-tab = tabulation
tui-import-pipe = barre |
tui-import-point = point
tui-import-day-first = jour d’abord
tui-import-month-first = mois d’abord
tui-import-row-number = le numéro de la ligne

tui-import-head-column = Colonne
tui-import-head-samples = Exemples
tui-import-head-kept = Gardée comme
tui-import-head-check = Contrôle
tui-import-columns-note = { $found } trouvées, { $kept } gardées
tui-import-no-name = colonne { $number } (sans nom)
tui-import-left-out = écartée
tui-import-key = clé : { $what }
tui-import-only-key = clé
tui-import-type-text = texte
tui-import-type-whole = nombre entier
tui-import-type-decimal = décimal
tui-import-type-date = date
tui-import-type-yes-no = oui ou non
tui-import-role-name = nom
tui-import-role-email = e-mail
tui-import-role-phone = téléphone
tui-import-role-company = société
tui-import-role-title = fonction
tui-import-role-country = pays
tui-import-role-created = créé le
tui-import-role-outcome = issue
tui-import-role-owner = responsable
tui-import-part-lead = de qui
tui-import-part-kind = type
tui-import-part-at = quand
tui-import-part-asset = contenu
tui-import-part-campaign = campagne
tui-import-part-channel = canal
tui-import-part-value = valeur
tui-import-check-asked = à préciser
tui-import-check-odd-dates = { $n ->
    [one] { $n } non datée
   *[other] { $n } non datées
}
tui-import-check-odd-numbers = { $n ->
    [one] { $n } non chiffrée
   *[other] { $n } non chiffrées
}
tui-import-check-key-blank = { $n ->
    [one] { $n } vide
   *[other] { $n } vides
}
tui-import-check-known = { $n }
tui-import-values = Valeurs : { $known }, dont différentes : { $distinct } ; vides : { $blank }.
tui-import-values-many = Valeurs : { $known }, dont différentes : plus de { $distinct } ; vides : { $blank }.
tui-import-check-unique = sans doublon
tui-import-check-repeated = { $n ->
    [one] { $n } répétée
   *[other] { $n } répétées
}
tui-import-check-blank = { $share } vides
tui-import-notes = Ce qui a été trouvé
tui-import-note-known = { $column } : lue comme l’espace de travail l’a déjà ({ $kind }).
tui-import-notes-question = À vous de préciser
tui-import-no-notes = Rien à signaler.
tui-import-more-notes = … et { $n } lignes de plus
tui-import-column-hint = { $enter } : choisir comment garder cette colonne. { $space } : l’écarter.
tui-import-way-options = dire comment lire le fichier : séparateur, encodage, guillemets, première ligne
tui-import-way-other = choisir un autre fichier
tui-import-hint-quotes = Fermez le guillemet dans le fichier, ou prenez-le comme simple texte : touche { $key }, puis « guillemets ».
tui-import-hint-header = Ajoutez une première ligne avec le nom des colonnes, ou dites que ce sont des données : touche { $key }, puis « première ligne ».
tui-import-hint-dates = Appuyez sur { $key } sur la colonne et choisissez jour d’abord ou mois d’abord.
tui-import-hint-row-numbers = Choisissez la colonne qui identifie chaque prospect, ou prenez malgré tout les numéros de ligne : touche { $key }, puis « ce qui identifie un prospect ».
tui-import-hint-kind = Appuyez sur { $open } sur la colonne qui le dit, ou donnez un seul type pour tout le fichier : touche { $key }.

tui-import-settings = Comment le fichier est lu
tui-import-set-delimiter = Séparateur
tui-import-set-encoding = Encodage
tui-import-set-header = Première ligne
tui-import-set-decimal = Signe décimal
tui-import-set-dates = Dates lisibles de deux façons
tui-import-set-zone = Fuseau des dates qui n’en ont pas
tui-import-set-blank = Mots qui veulent dire « sans valeur »
tui-import-set-quotes = Guillemets
tui-import-set-duplicates = Lignes qui répètent une clé
tui-import-set-key = Ce qui identifie un prospect
tui-import-set-create = Activité de prospects inconnus
tui-import-set-kind = Un seul type pour toutes les lignes
tui-import-as-found = comme dans le fichier
tui-import-zone-workspace = celui de l’espace de travail
tui-import-header-yes = nomme les colonnes
tui-import-header-no = contient des données
tui-import-quotes-strict = doivent être fermés
tui-import-quotes-lenient = simple texte s’ils ne sont pas fermés
tui-import-duplicates-last = la dernière ligne l’emporte
tui-import-duplicates-first = la première l’emporte, les autres sont rejetées
tui-import-create-no = est rejetée
tui-import-create-yes = crée le prospect
tui-import-ask-kind = Type de toutes les lignes de ce fichier (vide : celui de la colonne)
tui-import-ask-blank = Un autre mot qui veut dire « sans valeur » (vide : aucun)
tui-import-column-is = { $column } : la garder comme
tui-import-type-found = comme dans le fichier
tui-import-make-key = ce qui identifie chaque prospect
tui-import-leave-out = l’écarter
tui-import-keep = la reprendre
tui-import-now = actuel
tui-import-fixed-column = Une colonne sans nom n’est jamais gardée.

tui-import-button-check = { $rows ->
    [one] Contrôler { $rows } ligne
   *[other] Contrôler { $rows } lignes
}
tui-import-not-yet = Rien n’est encore écrit.
tui-import-button-import = { $rows ->
    [one] Importer { $rows } ligne
   *[other] Importer { $rows } lignes
}
tui-import-whole = Tout ou rien.
tui-import-button-workbench = Ouvrir l’atelier
tui-import-button-again = Choisir un autre fichier
tui-import-done-next = Tout est enregistré.
tui-import-nothing = Aucune ligne de ce fichier ne peut être importée.

tui-import-if-now = Si vous importez maintenant
tui-import-done = Importé
tui-import-into = { $file } dans { $workspace }
tui-import-failed = Ce qui ne va pas
tui-import-new-leads = nouveaux prospects
tui-import-new-events = nouveaux événements
tui-import-updated = mis à jour : les valeurs du fichier remplacent les anciennes
tui-import-unchanged = inchangés : déjà là, ou répétés dans le fichier
tui-import-rejected = rejetées
tui-import-read = lignes lues
tui-import-rejected-rows = Lignes rejetées
tui-import-first-problems = les { $shown } premières sur { $all }
tui-import-rejects = Les lignes rejetées, avec la raison, sont dans { $path }
tui-import-rejects-later = Les lignes rejetées sont gardées telles quelles, avec la raison, dans un fichier à côté de celui-ci.
tui-import-before = Ce même fichier a déjà été importé : { $date }.
tui-import-leads-made = { $n ->
    [one] { $n } prospect que seul ce fichier connaît est créé.
   *[other] { $n } prospects que seul ce fichier connaît sont créés.
}
tui-import-blank-lines = { $n ->
    [one] { $n } ligne vide a été passée.
   *[other] { $n } lignes vides ont été passées.
}
tui-import-rounded = { $n ->
    [one] { $n } nombre a été arrondi à six décimales.
   *[other] { $n } nombres ont été arrondis à six décimales.
}
tui-import-starter = Un premier modèle, « { $name } », a été tiré de ces données : un début à retoucher. { $key } : la galerie a des modèles publiés pour partir de là.
tui-import-others-stay = Les prospects absents de ce fichier restent tels quels.
## Les écrans

tui-tab-workbench = Atelier
tui-tab-leads = Prospects
tui-tab-import = Import
tui-header = { $model }{ $draft } · { $state } · { $lang }
tui-state-saved = enregistré
tui-state-saving = enregistrement
tui-state-failed = NON ENREGISTRÉ
tui-too-small = Agrandissez la fenêtre à 80 × 24 (elle fait { $width } × { $height }).
tui-problem-hint = { $text } { $hint }
tui-unknown-key = Cette touche ne fait rien ici : ? pour l’aide.
tui-status = { $leads } prospects · top { $share } % = { $top } · aux commerciaux : { $handed } ({ $change }) · { $date }
tui-criteria = Critères
tui-criteria-columns = poids  prosp.
tui-no-data = absent
tui-axis-rows = Note
tui-axis-columns = Score
tui-axis-bands = { $name } (de { $first } à { $last })
tui-axis-meaning = Un axe additionne ses groupes et se découpe en paliers. Entrée déplace ses paliers.
tui-axis-unchanged = { $axis } : aucun palier n’a changé
tui-group-meaning = Un groupe additionne ses critères et reste dans ses bornes. Entrée règle les bornes.
tui-cap-max = max { $max }
tui-cap-min = min { $min }
tui-cap-both = de { $min } à { $max }
tui-scoped = { $rule } — seulement pour : { $scope }
tui-effect = dernier : ▲{ $up } ▼{ $down } prosp., { $top } entrés au top { $share } %
tui-effect-none = Ce changement ne fait changer personne de case.
tui-matrix-short = Matrice
tui-matrix = { $rows } × { $columns }
tui-matrix-note = v : { $view } · t : { $map }
tui-matrix-note-short = v : { $view }
tui-view-delta = écart
tui-view-share = part
tui-view-zone = zone
tui-cell = { $row } × { $column } : { $count } ({ $share })
tui-cell-held = { $place }, dont { $held } retenus par un verrou
tui-cell-zone = { $place } · { $zone } · { $owner }
tui-cell-action = { $place } · { $zone } · { $owner } : { $action }
tui-owner-nobody = personne
tui-owner-marketing = marketing
tui-owner-sales = ventes
tui-legend = { $top } surtout { $share } % du haut  { $next } suivants  { $few }{ $many } peu à beaucoup
tui-before-after = Avant / après
tui-no-change = comme la référence
tui-vs-baseline = par rapport à la référence
tui-before = avant
tui-after = après
tui-top-line = { $share } % du haut : { $moved ->
    [one] { $moved } entre
   *[other] { $moved } entrent
}, { $moved ->
    [one] { $moved } sort
   *[other] { $moved } sortent
} · seuil { $value }, { $ties } à égalité
tui-no-knob = Rien à régler ici : choisissez un critère, ou un groupe qui a un maximum.
tui-not-in-baseline = La référence n’a pas ce critère.
tui-one-map = Ce modèle n’a qu’une carte.
tui-no-zone = Cette case n’a pas de zone.
tui-baseline-set = Le modèle actuel est la nouvelle référence.
tui-version-saved = Enregistré sous « { $name } » : c’est la nouvelle référence.
tui-blocked-no-leads = Il n’y a pas encore de prospects : importez un fichier ou ouvrez la démo.
tui-blocked-criterion = Choisissez d’abord un critère.
tui-nothing-to-undo = Rien à annuler.
tui-nothing-to-redo = Rien à rétablir.
tui-undone = Annulé : { $what }
tui-redone = Rétabli : { $what }
tui-masked = Les noms et les e-mails sont masqués.
tui-unmasked = Les noms et les e-mails sont affichés.
tui-mouse-on = Souris active.
tui-mouse-off = Souris inactive : sélectionnez du texte avec le terminal.
tui-changed-elsewhere = Une autre fenêtre a modifié ce modèle : le voici tel qu’il est.
tui-menu = Menu : tout ce qu’on peut faire
tui-help = Aide : ce que font les touches ici
tui-found = { $found } sur { $all }
tui-type-to-find = tapez pour chercher
tui-nothing-found = Rien trouvé.
tui-choose = choisir…
tui-choose-field = Choisir un champ
tui-choose-values = Valeurs de { $field } : Tab en marque plusieurs
tui-choose-kinds = Types d’activité : Tab en marque plusieurs
tui-field-detail = { $kind } · { $known } renseignés
tui-field-first = Choisissez d’abord un champ.
tui-form-new = Nouveau critère
tui-form-edit = Critère
tui-condition = Condition
tui-condition-incomplete = Il manque encore quelque chose à cette condition.
tui-touch = Touche { $leads } prospects sur { $of }.
tui-touch-unknown = Complétez pour voir combien de prospects sont touchés.
tui-row-name = Nom
tui-row-group = Groupe
tui-row-weight = Poids (points)
tui-row-kind = Type
tui-row-condition = Condition
tui-row-add = Ajouter
tui-row-joiner = Conditions
tui-row-otherwise = Sinon (%)
tui-row-tier = Niveau { $n }
tui-row-field = Champ
tui-row-per = Par tranche de
tui-row-most = Au plus (fois)
tui-row-kinds = Activité
tui-row-within = Depuis
tui-row-repeat = Répétitions
tui-row-scope = Seulement pour
tui-row-ask = Test
tui-row-value = Valeur
tui-row-values = Valeurs
tui-row-upto = Jusqu’à
tui-row-days = Jours
tui-row-min = Au moins
tui-row-max = Au plus
tui-row-none = { "" }
tui-add-condition = ajouter une condition
tui-add-tier = ajouter un niveau
tui-join-all = toutes doivent être vraies
tui-join-any = une seule suffit
tui-unit-days = jours
tui-unit-hours = heures
tui-repeat-once = compter une fois
tui-save = enregistrer
tui-take = valider cette condition
tui-kind-match = conditions sur les champs
tui-kind-tiers = niveaux : le premier qui s’applique
tui-kind-amount = montant d’un champ numérique
tui-kind-activity = activité
tui-ask-one-of = fait partie de
tui-ask-none-of = ne fait pas partie de
tui-ask-contains = contient
tui-ask-starts-with = commence par
tui-ask-at-least = vaut au moins
tui-ask-at-most = vaut au plus
tui-ask-between = est entre
tui-ask-before = est avant
tui-ask-after = est après
tui-ask-in-last = date des derniers jours
tui-ask-yes = est oui
tui-ask-no = est non
tui-ask-known = est renseigné
tui-ask-unknown = n’est pas renseigné
tui-no-name = Donnez un nom au critère.
tui-no-condition = Ajoutez d’abord une condition.
tui-no-tier = Ajoutez d’abord un niveau.
tui-share-bounds = Une part est un pourcentage entier de −100 à 100.
tui-times-bounds = Le nombre de fois va de 1 à 100 000.
tui-per-bounds = La tranche est un nombre supérieur à 0.
tui-not-a-number = « { $text } » n’est pas un nombre entier.
tui-caps = Bornes de { $group }
tui-caps-note = Les critères du groupe s’additionnent d’abord, puis restent dans ces bornes. Vide : pas de borne.
tui-bands = Paliers de { $axis }
tui-bands-other = Tab : { $axis }
tui-band-first = tout ce qui est en dessous
tui-models = Modèles
tui-model-open = ouvert
tui-last-model = Un espace de travail garde au moins un modèle.
tui-ask-weight = Poids de { $criterion }
tui-ask-band = { $band } commence à
tui-ask-copy = Nom de la copie de { $model }
tui-ask-rename = Nouveau nom de { $model }
tui-confirm = Êtes-vous sûr ?
tui-yes = oui
tui-no = non
tui-on = oui
tui-off = non
tui-settings = Réglages
tui-set-language = Langue
tui-set-theme = Thème
tui-set-mouse = Souris
tui-set-masked = Noms masqués
tui-set-present = Présentation
tui-lang-en = English
tui-lang-fr = Français
tui-column-rank = #
tui-column-name = Nom
tui-column-company = Société
tui-column-title = Fonction
tui-column-row = Note
tui-column-column = Score
tui-column-zone = Zone
tui-column-recent = Actif
tui-tab-top = { $share } % du haut ({ $n })
tui-tab-next = { $share } % suivants ({ $n })
tui-tab-rest = Reste ({ $n })
tui-tab-everyone = Tous
tui-tab-cell = Case { $row } × { $column }
tui-tab-zone = Zone { $zone }
tui-leads-shown = { $shown ->
    [one] { $shown } prospect sur { $of }
   *[other] { $shown } prospects sur { $of }
}
tui-names-masked = noms masqués (P)
tui-leads-none = Personne ici. ← → montre un autre groupe, Échap revient.
tui-leads-no-match = Personne ne correspond à la recherche. Échap l’efface.
tui-search-hint = nom, société, e-mail…
tui-cut-off = Seuil des { $share } % du haut : { $axis } { $value }, { $other } { $rows } ; { $ties ->
    [0] personne d’autre n’y est
   *[other] { $ties } prospects à égalité, le plus récent d’abord
}
tui-why = Pourquoi ce score
tui-points = points
tui-ledger-total = { $axis } : { $value } points, la somme de ses lignes
tui-line-start = Chaque prospect commence avec
tui-line-cap = Bornes de { $group }
tui-line-bounds = Bornes de l’axe
tui-evidence-off = désactivé
tui-evidence-scope = pas pour ce prospect
tui-evidence-none = aucune
tui-evidence-unknown = { $field } : inconnu
tui-evidence-events = { $seen } vu{ $seen ->
    [one] {""}
   *[other] s
}, { $counted } compté{ $counted ->
    [one] {""}
   *[other] s
}, { $ago }
tui-masked-value = •••
tui-timeline = Chronologie ({ $n })
tui-timeline-empty = Aucune activité jusqu’à cette date.
tui-in-top = { $share } % du haut
tui-in-next = { $share } % suivants
tui-in-rest = le reste
tui-lead-place = prospect { $at } sur { $of }
tui-lead-axis = { $axis } { $band } ({ $value })
tui-lead-rank = rang { $rank } sur { $of } · { $fifth }
tui-lead-outside = hors de la population : non noté
tui-lead-zone = zone { $zone }
tui-lead-held = retenu par { $gate }
tui-lead-recent = dernière activité : { $ago }
tui-lead-never = aucune activité
cli-generate-next = Importez-les : quadrille import leads { $leads } --key email, puis quadrille import events { $events }
tui-pair-pick = choisir
tui-pair-one = ±1
tui-pair-five = ±5
tui-pair-edge = seuil ±1
tui-pair-leads = prospects
tui-pair-turn = changer
tui-done-effect = { $what } — { $up ->
    [one] { $up } monte
   *[other] { $up } montent
}, { $down ->
    [one] { $down } descend
   *[other] { $down } descendent
}, { $top ->
    [one] { $top } entre
   *[other] { $top } entrent
} dans les { $share } % du haut
shell-shot-screen = Aucun écran ne s’appelle « { $name } ».
shell-shot-screens = Les écrans sont : { $all }.
shell-shot-key = « { $name } » n’est pas une touche. Les touches s’écrivent : down, ctrl+z, shift+left, é.

## L’application dans son terminal et son ouvrier

shell-terminal-failed = Le terminal ne répond plus : { $error }
shell-copied = Copié dans le presse-papiers.
shell-copy-long = C’est trop long pour le presse-papiers du terminal : { $most } octets au plus.
shell-keys-mistakes =
    { $count ->
        [one] Votre fichier de touches contient une erreur, dite à la sortie. Les touches par défaut sont en vigueur.
       *[other] Votre fichier de touches contient { $count } erreurs, dites à la sortie. Les touches par défaut sont en vigueur.
    }
shell-nothing-open = Aucun espace de travail n’est ouvert : chargez la démonstration ou importez d’abord des prospects.
shell-recovered = La dernière séance s’est arrêtée au milieu d’une modification, qui a été annulée ; tout ce qui était dit enregistré est là.
shell-making-demo = Création de l’espace de travail de démonstration…
shell-demo-open = Voici l’espace de travail de démonstration : modifiez ce que vous voulez.
shell-model-open = « { $name } » est ouvert.
shell-model-copied = « { $to } » est une copie de « { $from } » ; elle est ouverte.
shell-model-renamed = « { $from } » s’appelle désormais « { $to } ».
shell-model-deleted = « { $name } » est supprimé.
shell-model-gone = Une autre fenêtre a supprimé « { $name } » ; voici un autre modèle.
shell-data-changed = Une autre fenêtre a importé de nouvelles données ; tout a été recalculé.
shell-start-reason = Le modèle tel qu’il était à sa première ouverture.
shell-saved-again = L’enregistrement fonctionne de nouveau : tout est enregistré.
shell-behind = Une autre fenêtre a modifié ce modèle au même moment : la modification n’a pas été faite.
shell-undo-behind = Une autre fenêtre a modifié ce modèle au même moment : rien n’a été annulé ni rétabli.
shell-baseline-behind = Une autre fenêtre a modifié ce modèle au même moment : regardez de nouveau, puis fixez la référence.
shell-not-applied = Cette modification ne va plus avec ce qu’une autre fenêtre a fait du modèle, et n’a pas été faite : { $why }
shell-not-saved-any-more = Plus rien n’est enregistré : ce que vous modifiez désormais sera perdu à la sortie.
shell-unsaved-at-end = Les dernières modifications à l’écran ne sont pas dans l’espace de travail.
action-use-template = Ouvrir la galerie des modèles fournis
action-use-template-short = galerie
tui-way-template = Choisir dans la galerie des modèles fournis
tui-way-template-note = des systèmes de scoring publiés, à regarder et à faire vôtres
shell-template-added = Le modèle « { $name } » est là, ouvert ; aucun autre n’a été touché.
tui-presenting = Présentation : F ramène le pied de page.
tell-no-change = Rien ne changerait.
tell-band-taken = Un autre palier s’appelle déjà « { $name } ».
tell-rename-band = { $band } s’appelle maintenant { $to }
tui-ask-band-label = Nouveau nom de { $band }
tui-values-first = Choisissez au moins une valeur.
tui-date-unread = « { $text } » ne se lit ni comme une date ni comme un nombre de jours ; écrivez 31/01/2026.
tui-number-unread = « { $text } » n’est pas un nombre que ce champ peut contenir.

# --- Après un essai par d’autres mains ---

cli-change-made = la modification est faite ; son compte rendu n’a pas pu être écrit : { $why }
cli-arg-lenient-quotes = Prend pour du simple texte un guillemet jamais fermé, ou du texte après un guillemet fermant
import-hint-at-column = Nommez la colonne des dates avec --at-column ; ou prenez celle-ci malgré tout, en rejetant ce qui n’est pas une date, avec --type "{ $column }=date".
import-not-text = Ce n’est pas du texte, donc pas un fichier CSV.
cli-import-no-rows = { $file } a une ligne d’en-tête et aucune autre ligne : rien n’a changé.
cli-hint-near-keys = Vouliez-vous dire : { $words } ?
model-nested-too-deep = imbrication trop profonde : plus de { $limit } parenthèses ou crochets sont ouverts ici
model-hint-merge-conflict = gardez l’une des deux versions, et supprimez les lignes qui commencent par <<<<<<<, =======, ||||||| et >>>>>>>
store-lacks = Il manque à l’espace de travail ce qu’il devrait contenir : { $kind } « { $name } ». Rien n’a été modifié.
store-damaged-keep = Gardez le fichier tel quel ; il n’a pas de sauvegarde à côté de lui.
store-other-hint = Nommez un autre fichier avec --db ; s’il n’existe pas encore, un import en fait un nouvel espace de travail.
store-model-broken = Il s’agit du texte du modèle « { $name } », dans l’espace de travail.

## Le formulaire d’un critère et celui d’une condition

form-ask-more-than = est supérieur à
form-ask-less-than = est inférieur à
form-ask-exactly = vaut exactement
form-axis-detail = la valeur du prospect sur cet axe, en points
form-row-axis = Axe
form-row-part = De l’événement
form-row-nth = { $n }
form-join-none = aucune ne doit être vraie
form-join-not-all = l’une au moins doit être fausse
form-join-another = et, ou : ajouter une autre condition
form-add-group = ajouter un groupe de conditions (toutes, une, aucune)
form-take-group = valider ces conditions
form-title-depth = { $title }, niveau { $depth }
form-days-unread = Combien de jours : un nombre entier supérieur à 0.
tell-more-than = est supérieur à { $value }
tell-less-than = est inférieur à { $value }
form-pair-reorder = déplacer
form-value-missing = Écrivez une valeur.
form-add-group-short = ajouter un groupe
form-add-else = les autres
form-sort = trier
form-any = peu importe
form-any-time = toujours
form-no-limit = sans
form-filter = Quels événements comptent
form-filter-all = tous
form-take-filter = valider ces événements
form-hint-filter = Un événement compte s’il passe chaque ligne. Suppr vide une ligne.
form-hint-otherwise = La part du poids pour les prospects qui ne répondent pas aux conditions ; 0 pour ceux dont on ne sait rien.
form-hint-reach = Sur jours ou heures : n ajoute un niveau avant celui-ci, D le supprime.
form-hint-absence = Compte pour les prospects créés avant le début de cette fenêtre et qui l’ont moins fait depuis.
form-title-goes = Son titre est lié à l’ancien nom et part avec lui, sauf si vous en écrivez un autre (sous « Plus »).
form-unsorted = Le premier niveau qui s’applique compte : mettez en tête celui qui donne le plus.
form-column-when = condition
form-column-share = part %
form-column-least = au moins
form-column-most = au plus
form-column-within = depuis
form-column-leads = prosp.
form-part-asset = Contenu
form-part-channel = Canal
form-part-campaign = Campagne
form-part-value = Valeur
form-row-filter = Seulement
form-row-decay = S’efface
form-row-more = Plus
form-row-on = Activé
form-row-provenance = Provenance
form-row-title = Titre
form-row-note = Note
form-row-french = En français
form-more-open = en montrer moins
form-more-closed = activé ou non, titre, note, provenance
form-words-one = pareil en anglais
form-words-each = anglais ; français dessous
form-declared = ce qu’ils déclarent (déclaré)
form-observed = ce qu’ils font (observé)
form-deduced = ce qu’on en déduit (déduit)
form-repeat-each = compter chaque fois, au plus
form-repeat-every = compter chaque fois, sans limite
form-repeat-asset = une fois par contenu, au plus
form-repeat-reach = selon le nombre : niveaux
form-repeat-fewer = absence : moins de
form-decay-none = jamais
form-decay-half = de moitié tous les (jours)
form-decay-step = perd (%) tous les (jours)
form-decay-line = peu à peu, jusqu’à rien en (jours)
form-curve-mark = { $age } · { $share }
form-window-bounds = Une fenêtre est un nombre entier de 1 à { $days } jours, ou autant en heures ; vide pour toujours.
form-absence-window = Dites dans quelle fenêtre ils manquent : un nombre de jours ou d’heures.
form-days-bounds = Un nombre entier de jours de 1 à { $days }.
form-percent-bounds = Un pourcentage entier de 1 à 100.
form-count-bounds = Un nombre entier de 0 à { $most }.
form-most-below-least = « Au plus » est sous « au moins » : personne ne pourrait y être.
form-span = Valeurs vues jusqu’ici : de { $lo } à { $hi }.
form-span-none = Aucun événement n’a encore de valeur.
tell-every = chaque fois
tell-each-asset = une fois par contenu
tell-per-asset = une fois par contenu, au plus { $max }
tell-counted = { $events } : { $times }
tell-whose = { $events } dont { $parts }
tell-part = { $part } { $test }
tell-the-asset = le contenu
tell-the-channel = le canal
tell-the-campaign = la campagne
tell-the-value = la valeur
tell-last-days = { $days ->
    [one] sur le dernier jour
   *[other] sur les { $days } derniers jours
}
tell-last-hours = { $hours ->
    [one] sur la dernière heure
   *[other] sur les { $hours } dernières heures
}
tell-fewer = { $least ->
    [1] aucune { $within }
   *[other] au plus { $most } { $within }
}
tell-reach-least = au moins { $n }
tell-reach-exactly = exactement { $n }
tell-reach-between = de { $least } à { $most }
tell-reach-within = { $count } { $within }
tell-half-life = { $days ->
    [one] de moitié moins chaque jour
   *[other] de moitié moins tous les { $days } jours
}
tell-step = { $days ->
    [one] { $percent } % de moins chaque jour
   *[other] { $percent } % de moins tous les { $days } jours
}
tell-line = { $days ->
    [one] plus rien après { $days } jour
   *[other] s’efface peu à peu en { $days } jours
}
tell-inactive = sans activité : { $steps }
tell-idle = { $days ->
    [one] après { $days } jour { $take }
   *[other] après { $days } jours { $take }
}
tell-slow-climb = sous { $below } et montée de moins de { $gain } en { $days } jours : { $take }
tell-take-points = { $points ->
    [one] −{ $points } point
   *[other] −{ $points } points
}
tell-take-percent = −{ $percent } %
tell-take-down = ramené à { $points }
tell-scale-raw = la somme des points telle quelle
tell-scale-to = ramenée entre { $lo } et { $hi }
tell-entity-contact = des contacts
tell-entity-customer = des clients
tell-entity-company = des sociétés, une par valeur de { $field }
tell-set = Modifié : { $parts }
tell-part-title = titre
tell-part-description = description
tell-part-entity = qui est noté
tell-part-funnel = tunnel de vente
tell-part-alignment = questions et réponses
tell-part-review = prochaine revue
tell-part-left-out = ce qui est laissé de côté
tell-part-derived = champs déduits
tell-part-learned = champs appris
tell-part-population = population
tell-part-rows = axe des lignes
tell-part-columns = axe des colonnes
tell-part-ungraded = prospects sans note
tell-part-gates = verrous
tell-part-zones = zones
tell-part-maps = cartes
tell-part-map = carte en vigueur
tell-part-alerts = alertes
tell-part-rank = ordre de classement
tell-part-top = part du haut
# --- La galerie des modèles fournis, et qui joue leurs rôles ---

tui-context-gallery = Galerie des modèles
tui-context-roles = Rôles d’un modèle fourni
action-leave-open = Laisser le rôle ouvert
action-leave-open-short = vider
gallery-title = Modèles fournis
gallery-search = chercher un mot
gallery-none = Aucun modèle fourni n’a tous ces mots. Échap les montre tous.
gallery-more = { $key } { $last }/{ $all }
gallery-axis = { $name } ({ $bands })
gallery-axes = { $rows } × { $columns }
gallery-contacts = contacts
gallery-companies = entreprises
gallery-customers = clients
gallery-criteria =
    { $n ->
        [one] { $n } critère
       *[other] { $n } critères
    }
gallery-gates =
    { $n ->
        [0] aucun verrou
        [one] 1 verrou
       *[other] { $n } verrous
    }
gallery-alerts =
    { $n ->
        [0] aucune alerte
        [one] 1 alerte
       *[other] { $n } alertes
    }
gallery-own-fields =
    { $n ->
        [one] { $n } champ à lui
       *[other] { $n } champs à lui
    }
gallery-maps = { $n } cartes, ici « { $map } »
gallery-owner-hours = { $owner }, { $hours } h
gallery-roles = { $template } : qui joue quel rôle
gallery-played = { $played } sur { $all } joués
gallery-head-role = Le modèle lit
gallery-head-need = attend
gallery-head-player = vos données
gallery-head-note = pour
gallery-need-any = une valeur
gallery-need-text = texte
gallery-need-number = nombre
gallery-need-date = date
gallery-need-yes-no = oui/non
gallery-need-kind = activité
gallery-reader = { $name }
gallery-reader-gate = verrou « { $name } »
gallery-reader-alert = alerte « { $name } »
gallery-reader-field = champ « { $name } »
gallery-reader-population = qui est noté
gallery-reader-entity = quels prospects sont une entreprise
gallery-open = laissé ouvert
gallery-unknown =
    { $unknown ->
        [one] { $unknown } valeur sur { $all } inconnue
       *[other] { $unknown } valeurs sur { $all } inconnues
    }
gallery-read-by = Lu par : { $readers }
gallery-looks-for = Il cherche : { $values }
gallery-open-means = Laissé ouvert : ce qui le lit ne donne aucun point. Entrée choisit qui le joue.
gallery-unknown-values = Pas dans { $field }, { $n } sur { $all } : { $values }
gallery-unknown-means = Choisissez un autre champ, ou changez ces valeurs plus tard dans les critères.
gallery-field-has = { $field } contient : { $values }
gallery-kind-has =
    { $n ->
        [one] { $kind } : { $n } événement
       *[other] { $kind } : { $n } événements
    }
gallery-value = { $value } ({ $n })
gallery-events =
    { $n ->
        [one] { $n } événement
       *[other] { $n } événements
    }
gallery-no-leads = Il n’y a pas encore de prospects : rien ne peut jouer un rôle. Importez-en d’abord (Échap, puis i), ou prenez-le tel quel.
gallery-all-played = Tous les rôles sont joués.
gallery-some-open =
    { $n ->
        [one] { $n } rôle est laissé ouvert : ce qui le lit ne donne aucun point.
       *[other] { $n } rôles sont laissés ouverts : ce qui les lit ne donne aucun point.
    }
gallery-safe = Un nouveau modèle est créé ; les autres restent tels quels. Son nom vient ensuite.
gallery-use = Prendre ce modèle
gallery-choose-field = Quel champ est « { $role } » ?
gallery-choose-kind = Quelle activité est « { $role } » ?
gallery-unfit = { $kind } ; il faut : { $need }
gallery-own-field = le modèle fabrique lui-même un champ du nom de { $field }
gallery-refused = { $field } ne peut pas jouer ce rôle : { $why }.
gallery-ask-name = Nom du nouveau modèle
gallery-name-taken = Un modèle s’appelle déjà « { $name } » ; « { $free } » est libre.
cli-arg-template = Le modèle fourni dont partir ; quadrille model templates les liste
cli-arg-new-name = Nom du nouveau modèle ; sans lui, celui du modèle fourni
cli-arg-role = Qui joue un rôle ; rien après = le laisse ouvert. À répéter
cli-value-role = RÔLE=CHAMP
cli-model-templates-about = Liste les modèles fournis : des systèmes de scoring publiés, et à quoi chacun sert.
cli-model-templates-examples =
    quadrille model templates
    quadrille model templates --format csv
cli-model-new-about = Crée un modèle à partir d’un modèle fourni. Des champs et des activités de l’espace de travail prennent les rôles qu’il lit, comme leurs noms le suggèrent ; le compte rendu dit qui joue quoi. Aucun autre modèle n’est touché.
cli-model-new-examples =
    quadrille model new --template busybiz --dry-run
    quadrille model new --template busybiz --name notre --role company_size=Effectif
cli-head-entity = Note
cli-head-for = À quoi il sert
cli-usage-role = --role ne peut pas être « { $value } » : c’est RÔLE=CHAMP.
cli-no-role = le modèle fourni n’a pas de rôle « { $role } ».
cli-no-player = l’espace de travail n’a pas de « { $player } » qui puisse jouer ce rôle ; il faut : { $need }.
cli-no-leads-for-roles = Il n’y a pas encore de prospects : rien ne peut jouer un rôle, les noms du modèle fourni restent.
# Modèles, versions, voyage dans le temps.

action-rename-model = Renommer
action-rename-model-short = renommer
action-archive-model = Archiver, ou remettre en place
action-archive-model-short = archiver
action-show-archived = Montrer ou cacher les modèles archivés et supprimés
action-show-archived-short = archivés
action-import-model = Importer un fichier de modèle
action-import-model-short = importer
action-export-model = Écrire le modèle dans un fichier
action-export-model-short = exporter
action-versions = Versions du modèle ouvert
action-versions-short = versions
action-restore-version = Reprendre cette version comme brouillon
action-restore-version-short = reprendre
action-compare-with = Comparer au brouillon, ou à la version d’avant
action-compare-with-short = comparer
action-as-of = Regarder à un autre instant
action-as-of-short = à la date
action-as-of-usual = Revenir à maintenant
action-as-of-usual-short = maintenant
tui-context-versions = Versions
tui-context-as-of = Voyage dans le temps

models-hint-last = Faites-en un autre d’abord.
models-is-deleted = « { $name } » est supprimé : Entrée le fait revenir.
models-none-deleted = Aucun modèle n’a été supprimé.
models-restored = « { $name } » est revenu, avec son histoire et ses versions.
models-made = « { $name } » est nouveau, et ouvert.
models-put-in = « { $name } » est importé, et ouvert.
models-put-again = « { $name } » est maintenant comme dans le fichier : annuler rend ce qu’il était.
models-archived = « { $name } » est archivé : il reste dans la liste, derrière les autres.
models-unarchived = « { $name } » est de nouveau parmi les autres.
models-new = Nouveau modèle
models-new-leads = Tiré des prospects
models-new-leads-note = des critères proposés d’après leurs champs et leur activité
models-new-empty = Vide
models-new-empty-note = deux axes, et chaque critère à ajouter
models-new-template = Tiré d’un modèle fourni
models-new-template-note = une méthode éprouvée, à adapter
models-ask-name = Nom du nouveau modèle
models-near-name = Lettres sans accent, chiffres, . _ et - seulement : Entrée prend « { $name } ».
models-ask-file = L’écrire dans ce fichier
models-ask-overwrite = { $path } existe déjà. L’écraser ?
models-put = Il y a déjà un modèle « { $name } »
models-put-beside = L’importer sous le nom « { $name } »
models-put-beside-note = l’autre reste comme il est
models-put-over = Faire de « { $name } » ce que dit le fichier
models-put-over-note = une seule modification, qui s’annule
models-all-shown = archivés et supprimés compris
models-hidden = { $n ->
    [one] un autre est archivé ou supprimé
   *[other] { $n } autres sont archivés ou supprimés
}
models-head-changed = Modifié
models-head-saved = Enregistré
models-head-state = État
models-open-archived = ouvert
models-active = –
models-state-archived = archivé
models-state-deleted = supprimé
models-broken = cassé
models-import = Importer un fichier de modèle
models-file-hint = une partie du nom, ou un chemin
models-more-problems = { $n ->
    [one] et un autre problème
   *[other] et { $n } autres problèmes
}

versions-of = Versions de { $model }
versions-reading = Lecture…
versions-draft = brouillon
versions-draft-note = le modèle tel qu’il est aujourd’hui
versions-is-baseline = référence
versions-from-to-draft = De « { $from } » au brouillon
versions-from-to = De « { $from } » à « { $to } »
versions-the-first = « { $name } » est la première version
versions-none-yet = Pas encore de version
versions-first = Il n’y a rien à comparer.
versions-no-difference = Rien ne diffère.
versions-more = { $n ->
    [one] encore une ligne : Page suiv.
   *[other] encore { $n } lignes : Page suiv.
}
versions-weight = { $criterion } : { $before } → { $after } points
versions-band = { $band } commence à { $after } au lieu de { $before }
versions-draft-no-baseline = Le brouillon change à chaque modification : enregistrez-le d’abord comme version.
versions-is-draft = C’est le brouillon : choisissez une version à reprendre.
versions-same = Le brouillon est exactement comme « { $name } ».
versions-restored = Le brouillon est comme « { $name } » était.
versions-open-first = Ouvrez d’abord ce modèle : Entrée dans la liste des modèles.
versions-baseline = La matrice montre ce qui a changé depuis « { $name } ».
versions-no-name = Une version a besoin d’un nom.
versions-saved = Enregistré sous « { $name } ».
versions-new = Enregistrer comme version
versions-row-name = Nom
versions-row-reason = Raison
versions-row-baseline = S’y comparer
versions-form-note = Une version ne change jamais. La raison dit aux autres, et à vous dans un an, pourquoi le modèle est devenu ce qu’il est.

as-of-title = Regarder les prospects à la date du
as-of-scoring = calcul…
as-of-forms = { $day }, ou avec l’heure ; -30 (jours) ; maintenant
as-of-unknown = « { $text } » n’est pas un instant : écrivez 30/06/2026, 30/06/2026 14:00, -30 ou maintenant.
as-of-is-now = Les prospects sont regardés à maintenant.
as-of-header = au { $date } · { $note }
as-of-pair-day = un jour
as-of-pair-week = une semaine

# What parts of an event cannot answer.
tell-wrong-detail = {$part} d’un évènement ne peut pas répondre à « {$test} »
tell-no-score = seuls les verrous connaissent le score

# Why a ledger line gives or takes points.
tell-cause-idle = Inactivité
tell-cause-slow = Progression trop lente
tell-cause-scale = Échelle
tell-idle-since = rien depuis le { $date }
tell-climbed = a monté de { $points }
tell-evidence-fresh = { $told } ; valeur actuelle : { $worth } action récente
tell-evidence-reached = palier { $tier } atteint, { $seen } vus
tell-evidence-not-reached = aucun palier atteint, { $seen } vus
tell-evidence-fewer = { $seen } vus
tell-evidence-too-young = ancienneté insuffisante ou inconnue

# Leads that a gate holds.
tui-tab-held = Retenus : { $gate }
# --- Modèles : défauts et conseils de chaque partie ---

model-many-parts = la liste { $list } a { $n } éléments ; { $limit } au plus sont permis
model-empty-list = la liste { $list } de « { $of } » est vide
model-twice-in-list = « { $name } » est deux fois dans la liste
model-one-gate = un verrou
model-several-gates = verrous
model-one-alert = une alerte
model-several-alerts = alertes
model-one-stage = une étape
model-one-question = une question
model-one-left-out = un élément de la liste left_out
model-several-added = champs déduits ou appris
model-scale-reversed = l’échelle de { $axis } va de { $low } à { $high } ; son premier bout doit être sous le second
model-scale-without-best = l’échelle de { $axis } a besoin d’un maximum au-dessus de 0 : le départ et tous les groupes au mieux ne donnent aucun point
model-scale-unbounded = l’échelle de { $axis } a besoin d’un maximum, et « { $criterion } » donne des points sans limite
model-hint-limit = comptez « { $criterion } » moins de fois, ou donnez un max au groupe « { $group } »
model-idle-order = l’étape de { $days } jours ne vient pas après celle de { $before } jours ; les durées vont en croissant
model-window-of-its-own = « { $of } » compte avec { $repeat }, qui a ses propres fenêtres de temps ; within ne peut pas s’y ajouter
model-nothing-decays = « { $of } » compte avec { $repeat }, où rien ne s’efface ; decay ne peut pas s’y ajouter
model-test-of-text = { $what } est un texte : testez-le avec Is, OneOf, Contains, StartsWith, Known ou Unknown, et des textes entre guillemets droits
model-test-of-numbers = { $what } est un nombre : testez-le avec Is, OneOf, AtLeast, AtMost, MoreThan, LessThan, Between, Known ou Unknown, et des nombres
model-axis-outside-gate = seul un verrou peut tester la valeur d’un axe
model-axis-test = la valeur de { $axis } est toujours un nombre : testez-la avec Is, OneOf, AtLeast, AtMost, MoreThan, LessThan ou Between, et des nombres
model-gate-no-such-zone = le verrou « { $gate } » nomme la zone « { $zone } », qui n’existe pas
model-ungraded-is-a-band = les non notés s’appellent « { $label } », comme un palier de lignes
model-derived-kinds = les valeurs de « { $field } » ne sont pas toutes du même type : { $found } et { $first }
model-hint-decimals = parmi des décimaux, écrivez aussi les nombres entiers avec une décimale : 3.0
model-reads-itself = le champ « { $field } » se déduit de lui-même
model-reads-later = le champ « { $field } » lit « { $later } », qui n’est pas établi avant lui
model-bad-day = « { $found } » n’est pas un jour du calendrier, écrit 2026-01-31
model-bad-instant = « { $found } » n’est pas un instant, écrit 2026-01-31T09:30:00Z

# --- Learned fields, and a lead through time ---

learned-refused-none = Ce modèle n’a pas de champ appris « { $name } ».
learned-refused-untaught = « { $name } » n’a encore rien appris.
learned-refused-few = Il y a { $won } prospects gagnés et { $lost } perdus ; il en faut { $needed } de chaque pour apprendre.
learned-refused-read = { $part } : { $why }
learned-reads-won = Quels prospects sont gagnés
learned-reads-lost = Quels prospects sont perdus
learned-reads-since = Quels prospects sont assez récents
learned-reads-fields = Un champ dont il apprend
learned-refused-created = Seuls les prospects créés depuis un jour donné doivent compter, et aucun champ ne dit quand un prospect a été créé.
learned-refused-values = { $found } valeurs différentes, la plupart dans « { $field } », et { $most } peuvent être comptées : laissez ce champ de côté.
learned-sample = appris le { $date } de { $won } gagnés et { $lost } perdus
learned-day = { $day }/{ $month }/{ $year }
learned-ready = Il n’a encore rien appris ; { $won } prospects gagnés et { $lost } perdus peuvent l’instruire.
learned-mute = Ce qu’il a appris ne dit rien de ce prospect.
learned-how = Apprendre : parmi les parties du modèle, ou avec quadrille learn
learned-percent = { $percent } %
learned-stage = L’étape décide seule.
learned-value = { $value } · { $field }
agreement-rank = Sur { $leads } prospects, son ordre et celui du modèle s’accordent à { $rho } (Spearman : 1 identiques, 0 sans lien, −1 opposés ; les égaux partagent un rang).
agreement-short = Son ordre et celui du modèle s’accordent à { $rho } sur { $leads } prospects (1 le même, 0 aucun, −1 l’inverse) ; des { $size } meilleurs de chacun, { $both } sont dans les deux.
agreement-rank-none = Sur { $leads } prospects, l’un des deux dit la même chose de tous : leurs ordres ne se comparent pas.
agreement-top = Parmi les meilleurs { $share } % de chacun ({ $size } prospects), { $both } sont communs ; le hasard seul donne { $share } %.
agreement-ties = { $ties } autres prospects valent autant que le dernier de ses meilleurs.
agreement-auc = Un prospect gagné passe devant un perdu { $learned } fois sur 100 ici, { $model } dans le modèle ({ $won } gagnés, { $lost } perdus ; 50 : le hasard ; sans l’étape).
agreement-auc-none = Ni l’un ni l’autre ne peut être jugé aux résultats : { $won } prospects gagnés et { $lost } perdus.
agreement-caution = Prudence : les commerciaux ont travaillé les prospects choisis par l’ancienne note, et il est jugé sur ceux dont il a appris.
agreement-reads = Le modèle lit lui-même ce champ : ils s’accordent donc par construction.
travel-title = Changements ({ $n })
travel-next = Tab : changements
travel-none = Rien n’a changé dans la période regardée.
travel-first = Transmis le { $date }
travel-never = Pas encore transmis.
travel-place = { $cell } · { $zone }
travel-out = hors notation
cli-learn-about = Apprend un champ du modèle des prospects gagnés et perdus, et garde ce qu’il a appris.
cli-learn-examples =
    quadrille learn
    quadrille learn chance --dry-run
cli-agreement-about = Dit si un champ appris et le modèle s’accordent, et comment chacun distingue les gagnés des perdus.
cli-agreement-examples =
    quadrille agreement
    quadrille agreement chance --format json
cli-history-about = Dit comment la case et la zone d’un prospect ont changé : quand ce modèle l’aurait transmis.
cli-history-examples =
    quadrille history marie.durand@example.com
    quadrille history durand --as-of 2026-01-31
cli-inflow-about = Compte les prospects entrés dans chaque zone, semaine par semaine, face à ce qu’elle peut prendre.
cli-inflow-examples =
    quadrille inflow
    quadrille inflow --weeks 12 --format csv
cli-value-learned = CHAMP
cli-arg-learned = Le champ appris ; sans lui, le premier du modèle
cli-arg-weeks = Combien de semaines jusqu’à la date, de 1 à 260 ; 4 sans elle
cli-learn-done = « { $field } » a appris ; annuler dans l’application rend ce qu’il savait avant.
cli-learn-would = « { $field } » apprendrait ; rien n’a été écrit.
cli-learn-field = Champ appris « { $field } »
cli-learn-none = Le modèle « { $model } » n’a pas de champ appris.
cli-learn-silent = { $field } : { $why }
cli-learn-says = { $field } : { $percent } ({ $sample })
cli-hint-learned = Ajoutez-en un parmi les parties du modèle dans l’application, ou dans son texte : learned: [...].
cli-hint-learn = Qu’il apprenne d’abord : quadrille learn
cli-inflow-what = Entrés : dans la zone à la fin de la semaine, et pas à son début.
cli-head-value = Valeur
cli-head-field = Champ
cli-head-says = Dit
cli-head-held-by = Retenu par
cli-head-handed-over = Transmis
cli-head-start = Du
cli-head-end = Au
cli-head-entered = Entrés
cli-head-capacity = Peut prendre

parts-maps = Cartes

# Leads that a gate holds.
# --- Modèles : défauts et conseils de chaque partie ---

# --- Axes, bands, groups, maps and zones ---

tui-context-painter = Carte des zones
action-axis-settings = Réglages de l’axe : départ, bornes, échelle, perte avec le temps
action-axis-settings-short = réglages
action-paint-zones = Peindre les zones des cases
action-paint-zones-short = zones
action-edit-zones = Modifier les zones
action-edit-zones-short = zones
action-paint = Peindre les cases choisies
action-paint-short = peindre
action-next-zone = Peindre avec la zone suivante
action-next-zone-short = zone suiv.
action-previous-zone = Peindre avec la zone précédente
action-previous-zone-short = zone préc.
action-pick-zone = Peindre avec la zone de cette case
action-pick-zone-short = prélever
action-select-up = Étendre la sélection vers le haut
action-select-up-short = étendre
action-select-down = Étendre la sélection vers le bas
action-select-down-short = étendre
action-select-left = Étendre la sélection vers la gauche
action-select-left-short = étendre
action-select-right = Étendre la sélection vers la droite
action-select-right-short = étendre
action-next-map = Peindre une autre carte
action-next-map-short = autre carte
action-compare-map = Comparer avec une autre carte
action-compare-map-short = comparer
action-put-in-force = Mettre cette carte en vigueur
action-put-in-force-short = en vigueur
axis-cells = { $n ->
    [one] { $n } case
   *[other] { $n } cases
}
axis-leads = { $n ->
    [one] { $n } prospect
   *[other] { $n } prospects
}
painter-title = Zones des cases
painter-nothing-to-paint = Il manque une carte ou une zone à peindre : n crée une carte, z ouvre les zones.
painter-no-zones = Ce modèle n’a pas encore de zone. Appuyez sur z puis n pour créer la première ; une carte donnera ensuite sa zone à chaque case.
painter-no-map = Ce modèle n’a pas encore de carte. Appuyez sur n pour en créer une : toutes les cases commencent dans la première zone, et vous peignez à partir de là.
painter-painted-cells = { $cells }, { $leads } : désormais { $zone }
painter-in-force-already = Cette carte est déjà en vigueur.
painter-map-deleted = La carte { $map } est supprimée.
painter-map-taken = Il existe déjà une carte nommée { $map }.
painter-ask-map = Nom de la nouvelle carte, copie de { $map }
painter-ask-first-map = Nom de la carte
painter-blocked = Ouvrez d’abord la carte des zones : Z dans l’atelier.
painter-painted-in-force = Peinte : { $map } (en vigueur)
painter-painted = Peinte : { $map }
painter-other-in-force = Comparée : { $map } (en vigueur)
painter-other = Comparée : { $map }
painter-zones = Zones
painter-leads = prospects
painter-same = Les deux cartes sont identiques : rien ne diffère de { $map }.
painter-differs = { $sign } { $cells }, { $leads } diffèrent de { $map }.
painter-move = { $from } → { $to } : { $cells }, { $leads }
painter-selected = Sélection : { $cells }, { $leads }
painter-cell = { $row } × { $column } : { $leads }, { $zone }
bands-new = Nouveau palier
bands-row-from = Commence à
bands-row-lowest = Ce qui est en dessous
bands-lowest = bas
bands-edge-taken = Un palier commence déjà à { $from }.
bands-split-note = Pris sur { $band } : { $leads } passent dans le nouveau palier. Il a les mêmes zones dans chaque carte, tant que vous n’en peignez pas d’autres.
bands-first-note = Nouveau palier : { $leads }.
bands-last = Un axe garde au moins un palier.
bands-removed = { $band } est supprimé : son contenu passe dans { $heir }
bands-band =   Palier
bands-from = à partir de
bands-leads = prospects
bands-change = écart
bands-share = part
bands-whole = tout
bands-note = Déplacez le seuil et regardez les effectifs : le seuil est la plus petite valeur du palier.
bands-ungraded = { $label } : { $leads } dont on ne sait rien ici, sur une ligne à part.
axis-settings = Réglages de { $axis }
axis-row-start = Point de départ
axis-hint-start = Points que tout prospect possède avant qu’un critère compte. Vide : aucun.
axis-row-floor = Jamais sous
axis-row-ceiling = Jamais au-dessus de
axis-hint-floor = Ce qui dépasse est coupé, après la perte due au temps et avant l’échelle. Vide : aucune borne.
axis-row-best = Groupes au mieux
axis-hint-best = Chaque groupe à son maximum, dans ses propres bornes. Avec le point de départ, c’est le maximum de l’axe.
axis-group-best = { $group } { $best }
axis-plus = { $a } + { $b }
axis-no-groups = aucun groupe
axis-row-scale = Affichage
axis-scale-raw = somme des points
axis-scale-to = ramené à une plage
axis-hint-scale = Ramené à une plage, le meilleur total possible devient la fin de la plage, 0 le début. Paliers et verrous lisent alors la valeur affichée.
axis-row-lo = · de
axis-row-hi = · à
axis-range-order = La fin doit être au-dessus du début.
axis-floor-above = La borne basse dépasse la borne haute.
axis-row-ungraded = Prospects inconnus
axis-ungraded-none = dans le palier de leur valeur
axis-hint-ungraded = Un nom ici place les prospects dont on ne sait rien sur cet axe sur une ligne à part, sous le plus bas palier. Chaque carte reçoit aussi cette ligne.
axis-row-idle = { $n }. Inactif depuis, jours
axis-hint-idle = Jours entiers depuis le dernier événement compté par un critère de cet axe, ou depuis la création du prospect. L’étape la plus lointaine atteinte s’applique.
axis-row-take = · perd
axis-take-points = des points
axis-take-percent = un pourcentage de ce qui dépasse zéro
axis-take-down = tout ce qui dépasse
axis-row-much = · combien
axis-hint-much = Points, pourcentage ou valeur restante, selon le choix ci-dessus.
axis-add-idle = une étape d’inactivité
axis-row-gain = { $n }. Hausse inférieure à
axis-row-over = · en, jours
axis-row-below = · et valeur sous
axis-row-points = · perd, points
axis-hint-slow = Retire des points à qui monte trop lentement : sous une valeur, avec une hausse trop faible sur les derniers jours. Un prospect plus récent ne perd rien.
axis-add-slow = une perte pour montée trop lente
axis-days-twice = Une autre étape commence après autant de jours.
axis-range = Un prospect peut avoir ici de { $lo } à { $hi }.
axis-range-scaled = Le maximum possible est { $best } : il est affiché { $hi }, et 0 devient { $lo }.
axis-range-nothing = Rien ne donne de points ici : il n’y a pas de maximum à ramener à une plage.
axis-range-endless = Un critère compte ici sans limite : il n’y a pas de maximum à ramener à une plage. Donnez une borne haute au critère ou à son groupe.
axis-taken-now = En l’état enregistré, le temps retire des points à { $leads }.
axis-state = de { $lo } à { $hi }
axis-state-degraded = de { $lo } à { $hi }, moins avec le temps
groups = Groupes
groups-empty = Aucun groupe. Appuyez sur n pour en ajouter un ; les critères s’additionnent par groupe.
groups-row-title = Titre
groups-row-axis = Axe
groups-new = Nouveau groupe
groups-taken = Cet axe a déjà un groupe nommé { $name }.
groups-sum = de { $least } à { $most }
groups-detail = { $n ->
    [one] { $n } critère, { $sum }
   *[other] { $n } critères, { $sum }
}
groups-detail-bounds = { $n ->
    [one] { $n } critère, { $sum }, tenu à { $bounds }
   *[other] { $n } critères, { $sum }, tenus à { $bounds }
}
groups-no-bounds = aucune borne
groups-note = Ses critères donnent { $sum } au total ; dans ses bornes, le groupe donne de { $low } à { $high }.
groups-last = Ses critères ont besoin d’un autre groupe : ajoutez-en un d’abord.
groups-heir = { $n ->
    [one] Quel groupe reprend le critère de { $group } ?
   *[other] Quel groupe reprend les { $n } critères de { $group } ?
}
zones-empty = Aucune zone. Appuyez sur n pour créer la première : une partie de la matrice traitée de la même façon.
zones-new = Nouvelle zone
zones-one = Zone { $zone }
zones-hint-name = Un nom court ; cartes et verrous suivent s’il change.
zones-row-owner = Responsable
zones-row-action = Action
zones-row-hours = Sous, heures ouvrées
zones-hint-hours = Heures ouvrées dans lesquelles le responsable agit. Vide : aucun engagement.
zones-row-week = Prospects par semaine
zones-hint-week = Combien de prospects le responsable peut traiter par semaine. Vide : non précisé.
zones-row-over = Passe aux ventes
zones-hint-over = Si les prospects de cette zone sont transmis aux ventes.
zones-taken = Il existe déjà une zone nommée { $zone }.
zones-detail = { $terms } · { $leads }
zones-now = Sous la carte en vigueur, elle compte { $leads }.
zones-weeks = { $n ->
    [one] Soit { $n } semaine de travail.
   *[other] Soit { $n } semaines de travail.
}
zones-entered = Entrés dans chacune des { $weeks } dernières semaines : { $each }.
zones-too-many = Plus que les { $most } qu’on peut prendre en une semaine.
zones-last = Les cases et les verrous ont besoin d’une autre zone : ajoutez-en une d’abord.
zones-heir = { $gates ->
    [0] Quelle zone reprend les { $cells } de { $zone } ?
    [one] Quelle zone reprend les { $cells } et le verrou de { $zone } ?
   *[other] Quelle zone reprend les { $cells } et les { $gates } verrous de { $zone } ?
}
zones-terms = { $owner }
zones-terms-hours = { $owner }, sous { $hours } h
zones-terms-week = { $owner }, { $week } par semaine
zones-terms-both = { $owner }, { $hours } h, { $week } par sem.
parts-axis = Axe : { $axis }
parts-bands = Paliers
parts-bands-state = { $rows } × { $columns }
parts-maps-state = { $n }, en vigueur : { $map }
model-advice-no-review = aucun jour n’est fixé pour la prochaine revue (next_review)
model-advice-nothing-ages = rien ne vieillit : aucun critère n’a de fenêtre de temps ni d’effacement et aucun axe de dégradation, si bien qu’une activité ancienne compte pour toujours
model-advice-not-counted = { $list } de « { $field } » nomme « { $name } », qui n’est pas parmi ses champs : cela ne change rien
model-advice-gate-hands-over = qui échoue au verrou « { $gate } » arrive dans la zone « { $zone } », qui est transmise aux ventes
model-advice-gate-open = le verrou « { $gate } » laisse passer tout le monde
model-advice-gate-closed = le verrou « { $gate } » retient tout le monde : { $axis } finit à { $highest }
model-advice-zone-without-sla = la zone « { $zone } » est transmise aux ventes sans délai pour agir (sla_hours)
model-advice-ceiling-too-high = le plafond de { $ceiling } est hors d’atteinte : le départ et les groupes au mieux donnent { $best }
model-advice-scale-cut = le haut de l’échelle est hors d’atteinte : il correspond à { $best } points, et le plafond est à { $ceiling }
model-advice-wide = l’axe va de { $lowest } à { $highest } : sur plus de { $wide } points, une valeur seule ne dit pas grand-chose
model-advice-far-above = l’axe monte jusqu’à { $highest }, plus de { $times } fois le début de son dernier palier ({ $top }) : là-haut, plus rien ne distingue les prospects
model-advice-outlier = « { $criterion } » pèse { $weight }, plus de { $times } fois le poids médian de son axe, { $middle }
model-advice-same-action = « { $first } » et « { $second } » donnent { $points } et { $others } points pour la même activité
model-advice-case-never = dans « { $of } », le cas { $n } n’est jamais atteint : ceux d’avant prennent tout ce qu’il prendrait
model-advice-case-value = dans « { $of } », « { $value } » est dans le cas { $first } et encore dans le cas { $second } : le premier compte
model-advice-case-overlap = dans « { $of } », les cas { $first } et { $second } se recoupent : là où les deux valent, le premier compte

# --- Vérifications : ce que les prospects disent d’un modèle ---

check-no-leads = il n’y a pas encore de prospects : importez-en pour voir ce que fait ce modèle
check-no-events = il n’y a pas encore d’activité : les critères qui comptent des événements ne donnent rien avant un import
check-nobody = la population est vide : ce modèle ne note personne
check-trouble = « { $part } » ne peut pas être lu : { $why }
check-review-due = la revue du { $day } est due : regardez de nouveau les 20 % du haut, puis fixez le prochain jour
check-shadows = le champ « { $field } » du modèle cache un champ des prospects du même nom
check-no-lesson = le champ « { $field } » n’a encore rien appris : il est inconnu pour tous
check-never = « { $criterion } » ne donne rien à personne
check-always = « { $criterion } » donne la même chose à tous : il ne distingue personne
check-unknown-values = { $n ->
    [one] un prospect a une valeur de « { $field } » qu’aucun critère ne connaît : { $values }
   *[other] { $n } prospects ont une valeur de « { $field } » qu’aucun critère ne connaît : { $values }
}
check-gate-holds-all = le verrou « { $gate } » retient tous ceux qui y arrivent
check-unscored-kinds = { $n ->
    [one] un type d’activité a lieu sans être noté ni laissé de côté : { $values }
   *[other] { $n } types d’activité ont lieu sans être notés ni laissés de côté : { $values }
}
check-unscored-assets = { $n ->
    [one] un contenu est utilisé sans être noté ni laissé de côté : { $values }
   *[other] { $n } contenus sont utilisés sans être notés ni laissés de côté : { $values }
}
check-counted = { $name } ({ $n })
check-and-more = { $named } et { $n } de plus
cli-value-file-or-name = FICHIER-OU-NOM
cli-arg-file-or-model = Un fichier de modèle, ou le nom d’un modèle de l’espace de travail
cli-arg-check-data = Dit aussi ce que les prospects de l’espace de travail disent du fichier
cli-model-range = { $axis } : de { $lowest } à { $highest } points ; le départ et les groupes au mieux donnent { $best }.
cli-model-range-open = { $axis } : à partir de { $lowest } points, sans limite vers le haut.
cli-model-nothing-to-say = Rien à améliorer qu’un programme puisse voir.
cli-template = { $name } : { $title } ({ $entity }, { $criteria })

# --- Axes, bands, groups, maps and zones ---

painter-and = { $a } ; { $b }
# --- Vérifications : ce que les prospects disent d’un modèle ---

cli-head-week = Au { $date }

# --- Formulaires et listes des parties d’un modèle ---

tui-context-list = Liste de parties
action-parts = Les parties du modèle : titre, verrous, alertes, champs…
action-parts-short = parties
action-alerts = Les prospects signalés par les alertes
action-alerts-short = alertes
sheet-in-french = · en français
sheet-in-english = · en anglais
sheet-the-same = identique
sheet-none = aucun
sheet-no-day = aucune ; par exemple 2026-01-31
sheet-no-such-day = « { $text } » n’est pas une date : écrire 2026-01-31.
sheet-name-missing = Il faut un nom.
sheet-text-missing = Il faut un texte ici.
sheet-number-missing = Il faut un nombre entier.
sheet-pick-missing = Il faut choisir : Entrée ouvre la liste.
sheet-bounds = Un nombre entier de { $least } à { $most }.
parts = Parties du modèle
parts-none = aucun
parts-unknown = inconnu
parts-count = { $n }
parts-title = Titre et description
parts-funnel = Étapes du tunnel
parts-alignment = Alignement marketing-ventes
parts-review = Prochaine revue
parts-entity = Ce qui est noté
parts-population = Population
parts-derived = Champs dérivés
parts-learned = Champs appris
parts-criteria = Critères
parts-gates = Verrous
parts-alerts = Alertes
parts-ranking = Classement et groupe de tête
parts-funnel-state = { $n ->
    [one] { $n } étape
   *[other] { $n } étapes
}
parts-funnel-empty = Aucune étape. n ajoute la première : visiteur, prospect, MQL, SQL, client… avec qui en a la charge.
parts-stage = Étape du tunnel
parts-row-owner = Responsable
parts-row-title = Titre
parts-row-description = Description
parts-row-review = Jour
parts-hint-review = Le jour où marketing et ventes reverront les notes. Un scoring dérive : une revue par trimestre est courante.
parts-review-none = aucune fixée
parts-review-state = { $day }, { $away }
parts-alignment-state = { $answered } sur { $n } avec réponse
parts-alignment-empty = Aucune question. n en ajoute une.
parts-unanswered = sans réponse
parts-question-answer = { $question } — { $answer }
parts-row-question = Question
parts-row-answer = Réponse
parts-question-cycle = Quelle est la durée du cycle de vente le plus court, et du plus long ?
parts-question-stages = Quelles sont les étapes obligatoires de chaque vente ?
parts-question-organisations = Quelles organisations sont impliquées dans un achat ?
parts-question-media = Quels médias utilisez-vous aujourd’hui ?
parts-question-strengths = Quelles sont vos forces et vos faiblesses ?
parts-entity-contact = contacts
parts-entity-customer = clients
parts-entity-company = entreprises
parts-entity-company-by = entreprises, par { $by }
parts-row-entity = Chaque ligne est
parts-hint-entity = Entreprises : les prospects de même valeur d’un champ sont réunis, avec leur activité. Clients : les mêmes, lus pour une autre vente ou le risque de les perdre.
parts-row-by = Même entreprise par
parts-hint-by = Le champ qui dit l’entreprise : son nom, son numéro, le domaine de l’e-mail. Les prospects sans valeur sont laissés de côté.
parts-companies = { $n ->
    [one] Cela donne { $n } entreprise.
   *[other] Cela donne { $n } entreprises.
}
parts-hint-how = Comment les valeurs des membres d’une entreprise n’en font qu’une.
parts-how-usual = habituel : { $how }
parts-how-most = la valeur la plus fréquente
parts-how-first = la première importée
parts-how-highest = la plus haute ou récente
parts-how-lowest = la plus basse ou ancienne
parts-how-sum = la somme
parts-row-population = Sont notés
parts-hint-population = Qui est noté : concurrents, collègues et candidats peuvent rester dehors. D remet tout le monde.
parts-population-state = { $who } : { $n }
parts-criteria-state = { $n }, dont éteints : { $off }
parts-ranking-state = { $share } % de tête
parts-rank-nothing = –
parts-rank-sum = la somme des deux
parts-rank-recent = l’activité la plus récente
parts-row-rank-first = D’abord par
parts-row-rank-then = puis par
parts-hint-rank = Qui vient en premier dans chaque liste, le plus haut d’abord. L’identifiant départage les derniers ex æquo.
parts-rank-twice = Celui-ci y est déjà.
parts-rank-empty = Il faut au moins un ordre.
parts-row-share = Groupe de tête, %
parts-hint-share = La part de la population dans le groupe de tête, de 1 à 50 % ; le groupe suivant est aussi grand.
parts-gate = Verrou
parts-gates-empty = Aucun verrou. n en ajoute un : ce qu’un prospect doit remplir pour aller où dit sa case, comme une note supérieure à 50, quoi qu’il ait fait.
parts-gates-state = { $held ->
    [one] { $n }, retenant { $held } prospect
   *[other] { $n }, retenant { $held } prospects
}
parts-gate-held = { $n ->
    [one] retient { $n } prospect → { $zone }
   *[other] retient { $n } prospects → { $zone }
}
parts-gate-passes = Passe : { $pass }
parts-row-pass = Laisse passer
parts-hint-pass = Champs et les deux valeurs : note supérieure à 50, consentement donné. Qui ne passe pas reste dans sa case, retenu.
parts-row-gate-zone = Les autres vont en
parts-hint-gate-zone = Le premier verrou non passé décide de la zone.
parts-gate-no-pass = Dire qui passe : Entrée fait la condition.
parts-gate-no-zone = Un verrou a besoin d’une zone où envoyer : créer d’abord des zones.
parts-gate-would = { $fail } prospects sur { $of } ne passent pas
parts-alert = Alerte
parts-alerts-empty = Aucune alerte. n en ajoute une : un acte d’achat précis, pour certains pays par exemple, signalé aux ventes quelle que soit la note.
parts-alerts-state = { $fired ->
    [one] { $n }, { $fired } prospect à présent
   *[other] { $n }, { $fired } prospects à présent
}
parts-alert-fired = { $n ->
    [one] { $n } prospect à présent
   *[other] { $n } prospects à présent
}
parts-alert-note = { $who } — { $events }
parts-row-alert-when = Seulement pour
parts-hint-alert-when = Qui elle concerne : certains pays, les grandes entreprises. Elle passe outre la note et les verrous.
parts-any-time = sans limite de temps
parts-row-action = À faire
parts-alert-would = { $n ->
    [one] Elle signale { $n } prospect à présent.
   *[other] Elle signale { $n } prospects à présent.
}
parts-fired = Alertes : qui, et depuis quand
parts-fired-empty = Aucune alerte. Les alertes se règlent parmi les parties du modèle : a dans l’atelier.
parts-fired-row = { $alert } · { $handed } · { $day }
parts-fired-note = { $n ->
    [one] { $alert } : { $what }, { $ago } ({ $at }).
   *[other] { $alert } : { $what }, { $ago } ({ $at }), { $n } fois.
}
parts-fired-asset = { $kind } ({ $asset })
parts-derived-one = Champ dérivé
parts-derived-empty = Aucun champ dérivé. n en ajoute un : un champ tiré d’autres par conditions, comme une classe de budget d’après la fonction.
parts-derived-state = { $cases ->
    [one] { $cases } cas, connu pour { $known }
   *[other] { $cases } cas, connu pour { $known }
}
parts-case-told = { $value } si { $when }
parts-row-field-name = Nom du champ
parts-hint-derived = Critères, verrous et champs suivants peuvent le lire comme tout autre champ.
parts-row-type = Ses valeurs sont
parts-type-number = des nombres
parts-add-case = ajouter un cas
parts-row-case = Cas { $n }, si
parts-hint-case = Le premier cas vérifié donne la valeur. Maj+↑↓ déplace un cas, D le supprime.
parts-row-case-value = sa valeur
parts-row-otherwise = Sinon
parts-case-no-when = Dire quand ce cas vaut : Entrée fait la condition.
parts-value-missing = Il faut une valeur de ce type.
parts-no-case = Il faut au moins un cas.
parts-case-count = { $n ->
    [one] { $n } prospect
   *[other] { $n } prospects
}
parts-row-filter = Activité
parts-hint-filter = Ce qui la déclenche : types d’activité, et contenu, canal ou campagne.
parts-alert-within = { $events }, { $window }
parts-learned-one = Champ appris
parts-learned-empty = Aucun champ appris. n en ajoute un : la chance de gagner un prospect, de 0 à 100, apprise des prospects déjà gagnés et perdus.
parts-untaught = rien d’appris
parts-hint-learned = Un pourcentage entier, de 0 à 100, que les critères lisent comme tout nombre.
parts-row-won = Gagné si
parts-row-lost = Perdu si
parts-hint-won = Qui est devenu client : étape gagnée.
parts-hint-lost = Qui a été abandonné. Les autres sont ouverts et n’apprennent rien.
parts-row-fields = Apprendre de
parts-hint-fields = Tab en marque plusieurs : pays, source, secteur… Pas ceux qui disent l’issue.
parts-row-blanks = Vides comptés dans
parts-hint-blanks = Champs dont l’absence dit aussi quelque chose : pas de téléphone donné.
parts-row-tags = Étiquettes
parts-hint-tags = Champs d’étiquettes : une valeur vue sur moins de 50 prospects ne dit rien.
parts-row-stage-field = Étape
parts-hint-stage-field = Le champ qui dit où en est un prospect, s’il y en a un.
parts-row-stage = { $n }
parts-hint-stage = La première étape d’abord : Maj+↑↓ en déplace une, les lignes vides ne comptent pas.
parts-add-stage = ajouter une étape
parts-row-since = Créés depuis
parts-hint-since = Seuls les prospects créés depuis ce jour apprennent quelque chose.
parts-learn-now = apprendre maintenant
parts-hint-learn = Enregistre, et apprend des prospects tels qu’ils sont. Annuler défait tout.
parts-outcome-missing = Dire à quoi cela se voit : Entrée fait la condition.
parts-fields-missing = Il faut au moins un champ.
parts-inventory = Inventaire des contenus
parts-inventory-state = { $open ->
    [one] { $n }, { $open } actif mais non noté
   *[other] { $n }, { $open } actifs mais non notés
}
parts-inventory-empty = Aucune activité : importez-la (3, puis I), et chaque page, formulaire et téléchargement qu’elle nomme est listé ici.
parts-stock = { $name } — { $state }
parts-stock-asset = Contenu
parts-stock-kind = Type d’activité
parts-stock-open = actif mais non noté
parts-stock-idle = non noté, sans activité
parts-stock-left-out = laissé de côté exprès
parts-stock-by = { $name } { $weight }
parts-stock-by-more = { $first } et { $n } de plus
parts-stock-counts = { $events ->
    [one] { $events } fois, { $leads } prospects
   *[other] { $events } fois, { $leads } prospects
}
parts-stock-note-open = { $what }, sur les { $days } derniers jours. Espace le laisse de côté exprès, n en fait un critère.
parts-stock-note-left-out = { $what } : personne ne le note, et c’est voulu. Espace revient là-dessus.
parts-stock-note-scored = { $what }, sur les { $days } derniers jours. Entrée va au critère.
parts-stock-is-scored = « { $name } » est noté : éteindre d’abord ses critères.
parts-stock-no-group = Il n’y a pas de groupe où mettre un critère.
action-checks = Ce qui pourrait être mieux dans le modèle, sur ces prospects
action-checks-short = vérifier
parts-criteria-checks = Critères ({ $key } { $n })
parts-checks = Remarques : ce qui pourrait être mieux
parts-checks-none = rien à dire
parts-checks-empty = Rien à dire : le modèle est sain, et sur ces prospects aussi.
parts-check-model = modèle
parts-check-data = sur ces prospects
action-save-form = Enregistrer le formulaire et le fermer
action-save-form-short = enregistrer
cli-value-new-name = NOUVEAU-NOM
cli-value-text = TEXTE
cli-arg-model-this = Le modèle
cli-arg-model-new = Le nom de la copie, ou le nouveau nom du modèle
cli-arg-version-name = La version
cli-arg-archived = Liste aussi les modèles archivés et supprimés
cli-arg-changes = Liste ce qui a changé de cette version au brouillon
cli-arg-reason = Pourquoi le modèle est devenu ce qu’il est
cli-model-copy-about = Fait un modèle qui part de l’état d’un autre.
cli-model-copy-examples = quadrille model copy busybiz automne
cli-model-rename-about = Donne un autre nom à un modèle ; son histoire et ses versions restent.
cli-model-rename-examples = quadrille model rename automne hiver
cli-model-archive-about = Range un modèle, derrière les autres.
cli-model-archive-examples = quadrille model archive hiver
cli-model-unarchive-about = Remet un modèle archivé parmi les autres.
cli-model-unarchive-examples = quadrille model unarchive hiver
cli-model-delete-about = Supprime un modèle. Il reste tout entier dans l’espace de travail, et peut revenir.
cli-model-delete-examples = quadrille model delete hiver
cli-model-restore-about = Fait revenir un modèle supprimé, avec son histoire et ses versions.
cli-model-restore-examples =
    quadrille model list --archived
    quadrille model restore hiver
cli-model-versions-about = Liste les versions d’un modèle et combien a changé depuis chacune ; ou ce qui a changé depuis l’une d’elles.
cli-model-versions-examples =
    quadrille model versions busybiz
    quadrille model versions --changes lancement
cli-model-save-about = Enregistre l’état du modèle comme version, qui ne change jamais.
cli-model-save-examples = quadrille model save lancement --reason "Décidé avec les commerciaux le 12 novembre"
cli-model-baseline-about = Choisit la version à laquelle la matrice se compare.
cli-model-baseline-examples = quadrille model baseline lancement
cli-model-copied = « { $to } » est une copie de « { $from } ».
cli-model-archived = « { $name } » est archivé : « quadrille model unarchive { $name } » le remet en place.
cli-model-deleted = « { $name } » est supprimé : « quadrille model restore { $name } » le fait revenir.
cli-model-not-deleted = aucun modèle supprimé ne s’appelle « { $name } ».
cli-version-saved = « { $model } » est enregistré tel quel comme version « { $name } ».
cli-model-active = actif
cli-head-reason = Raison
cli-head-change = Ce qui a changé
cli-head-changes = Changements depuis
cli-value-topic = SUJET
cli-arg-topic = model (comment un modèle s’écrit, avec un exemple de tout), ou une commande
cli-help-about = Explique comment un modèle s’écrit, ou une commande.
cli-help-command-examples =
    quadrille help model | less
    quadrille help import
cli-help-no-topic = il n’y a pas d’aide sur « { $topic } ».
parts-row-unit = Unité
parts-population-would = { $n } prospects sur { $of } sont notés

# --- Axes, bands, groups, maps and zones ---

painter-in-force = { $map } (en vigueur)
parts-ungraded = Prospects inconnus
parts-zones = Zones

# --- What a template takes for its own ---

gallery-yes-no = { $field } répond par oui ou non : oui vaut « { $yes } », non vaut « { $no } ».
learned-absent = Rien n’est appris de ce que les prospects n’ont pas : { $fields }.
models-deleting = Le modèle est en cours de suppression ; dans un instant, annuler le fera revenir.
# --- Leaving a form ---

form-unsaved = Pas encore enregistré. Ctrl+S enregistre ; encore Échap quitte sans enregistrer.
# --- Capacité, temps ouvré et délais ---

week-no-day = Aucun jour n’est ouvré. Choisissez-en au moins un.
week-order = La journée doit finir après avoir commencé, à minuit au plus tard.
week-holiday = « { $text } » n’est pas un jour. Écrivez-le ainsi : 2026-12-25.

# --- Avis ---

tui-context-review = Revue
tui-context-session = Une revue en cours
tui-tab-review = Revue
action-screen-review = Aller à la revue
action-screen-review-short = revue
action-too-early = Avis : trop tôt
action-too-early-short = trop tôt
action-too-late = Avis : trop tard
action-too-late-short = trop tard
action-off-target = Avis : hors cible
action-off-target-short = hors cible
action-right-verdict = Avis : bon
action-right-verdict-short = bon
action-comment = Donner un motif et une remarque à l’avis
action-comment-short = commenter
action-clear-verdict = Retirer l’avis
action-clear-verdict-short = retirer
action-hunch = Noter votre intuition : chaud, tiède ou froid
action-hunch-short = intuition
action-skip-lead = Passer ce prospect
action-skip-lead-short = passer
action-filter-verdict = N’afficher que les prospects d’un avis
action-filter-verdict-short = avis
verdict-too-early = trop tôt
verdict-too-late = trop tard
verdict-off-target = hors cible
verdict-right = bon
verdict-cleared = sans avis
verdict-skipped = passé
hunch-hot = intuition : chaud
hunch-warm = intuition : tiède
hunch-cold = intuition : froid
verdict-said = { $lead } : { $verdict }
verdict-none = Ce prospect n’a pas d’avis à retirer.
comment-title = Avis sur { $lead }
comment-row-verdict = Avis
comment-row-reason = Motif
comment-hint-reason = La liste est celle de l’espace de travail : elle se règle sur la page des revues.
comment-row-note = Remarque
comment-hint-note = Pour la prochaine personne qui rencontre ce prospect.
comment-no-reason = aucun
comment-reason-text = { $text }
comment-needs-verdict = Donnez d’abord un avis, puis dites pourquoi.
reasons-too-early = pas encore de budget; pas encore de projet; simple prise d’information; mauvais moment de l’année
reasons-too-late = a acheté ailleurs; déjà en discussion avec un autre; rappelé trop tard; projet terminé
reasons-off-target = secteur hors périmètre; trop petit; mauvais pays; étudiant ou concurrent; mauvais interlocuteur
reasons-right = rendez-vous pris; projet confirmé; transmis à un collègue
hunch-title = Votre intuition sur { $lead }
hunch-row = Ce prospect semble
hunch-hint = Notée à côté du score, qu’elle ne change pas : là où les deux divergent, il faut en parler.
review-page-list = Revues
review-page-questions = Quatre questions
review-page-contrast = Haut contre suite
review-page-suggestions = Suggestions
review-page-capacity = Capacité
tui-column-verdict = Avis
tui-leads-judged = { $shown }, avec un avis
tui-leads-not-judged = { $shown }, sans avis
tui-leads-only = { $shown }, avis : { $verdict }

# --- Les revues et la séance ---

action-open-disputed = Ouvrir le critère le plus contesté dans l’atelier
action-open-disputed-short = contesté
action-review-settings = Réglages des revues : motifs, intuition d’abord
action-review-settings-short = réglages
action-minutes = Rédiger le compte rendu de la revue
action-minutes-short = compte rendu
review-named = revue « { $name } »
review-settings = Réglages des revues
review-settings-saved = Réglages des revues enregistrés.
review-new = Nouvelle revue
review-name = Revue du { $date }
review-row-who = Participants
review-hint-who = Les noms, séparés par des virgules.
review-row-kind = Échantillon
review-kind-fifths = les { $share } % du haut et les suivants
review-kind-cell = une case de la matrice
review-kind-zone = une zone
review-row-top = Du haut
review-hint-top = Combien de prospects ; vide les prend tous. Ils sont tirés au sort, à chances égales.
review-row-next = Des suivants
review-hint-next = Combien de prospects du groupe juste en dessous, pour comparer ; vide les prend tous, 0 aucun.
review-row-row = Ligne
review-row-column = Colonne
review-row-zone = Zone
review-row-most = Combien
review-all = tous
review-row-seed = Tirage n°
review-hint-seed = Le même numéro tire les mêmes prospects. Il est conservé avec la revue.
review-nobody = Personne ne serait tiré : choisissez d’autres prospects, ou davantage.
review-will-draw = Seront tirés : { $top } des { $of_top } prospects des { $share } % du haut et { $next } des { $of_next } des { $share } % suivants.
review-will-draw-some = Seront tirés : { $drawn } prospects sur { $of }.
review-begun =
    { $n ->
        [one] La revue a commencé : un prospect à juger.
       *[other] La revue a commencé : { $n } prospects à juger.
    }
review-changed = « { $name } » est enregistrée.
review-removed = « { $name } » est retirée ; les avis donnés restent.
review-none-yet = Il n’y a pas encore de revue.
review-ending = Fin de « { $name } »
review-row-point = Point ouvert { $n }
review-hint-point = Ce qui reste à régler, et par qui ; cela va dans le compte rendu.
review-add-point = un autre point ouvert
review-hint-next-day = Quand marketing et commerciaux se retrouvent autour des prospects ; une revue par trimestre est l’usage.
review-next-into-model = Ce jour devient aussi la prochaine revue du modèle « { $model } », dont les contrôles la rappellent.
review-ended = « { $name } » est terminée. R rédige le compte rendu.
review-sample-top = { $top } des { $share } % du haut
review-sample-fifths = { $top } du haut + { $next } des { $share } % suivants
review-sample-cell = { $n } de la case { $row } { $column }
review-sample-zone = { $n } de la zone { $zone }
review-row-hunch-first = L’intuition d’abord
review-hint-hunch-first = Score et raisons restent cachés tant que personne n’a noté son intuition : c’est ce qui en fait une.
review-row-flagged = Signaler un critère dès
review-hint-flagged = Pourcentage des points du haut venant d’un seul critère ; au-delà, il est signalé dans les quatre questions.
review-row-reason = Motif { $n }
review-no-reason = vide : omis
review-row-reason-of = Explique
review-hint-reason-of = Pour quel avis le motif est proposé.
review-add-reason = un autre motif
review-any-verdict = tout avis
review-list-title =
    { $n ->
        [0] Revues
        [one] 1 revue
       *[other] { $n } revues
    }
review-what-it-is = Dans une revue, marketing et commerciaux passent les prospects un à un : le haut, entier ou par échantillon, et quelques-uns des suivants pour comparer. Chacun reçoit un avis d’une seule touche : trop tôt, trop tard, hors cible ou bon.
review-what-comes-of-it = Chaque avis est enregistré aussitôt ; une revue interrompue reprend au prospect même. Ce que les avis disent du modèle se lit sur les pages voisines.
review-how-to-begin = { $key } commence une revue.
review-column-date = Début
review-column-seen = Vus
review-column-verdicts = Avis
review-column-state = État
review-state-ended = terminée
review-state-open = en cours
review-seen = { $seen }/{ $of }
review-goes-on = Entrée reprend au prospect { $at } sur { $of }.
review-to-end = Tous les prospects ont été passés : Entrée mène à la fin de la revue.
review-was-ended = Terminée le { $date }.
review-next-on = Prochaine revue le { $date }.
review-about = Échantillon : { $sample }, tirage n° { $seed } · modèle { $model }
review-with = Avec { $people }
review-open-points = Points ouverts : { $points }
tally-none = Pas encore d’avis.
tally-right = Bons : { $hits }/{ $of } = { $share }
tally-right-top = Bons dans le haut : { $hits }/{ $of } = { $share }
tally-bounds = (IC 95 % : { $lo }–{ $hi })
tally-bounds-small = (IC 95 % : { $lo }–{ $hi }, petit nombre)
tally-verdict = Avis
tally-top = haut
tally-next = suite
tally-rest = reste
tally-total = total
tally-left = à juger
session-seen = { $seen }/{ $of } vus
session-with = avec { $people }
session-place = { $at } sur { $of }
session-to-judge = À juger · { $place }
session-missing = Ce prospect n’est plus parmi les prospects : il a été retiré, ou le modèle en note d’autres à présent.
session-missing-how = { $skip } le passe.
session-missing-skip = Ce prospect n’est plus là : il n’y a rien à juger. Passez-le.
session-other-model-title = Un autre modèle est ouvert
session-other-model = Cette revue porte sur le modèle « { $of } », mais c’est « { $open } » qui est ouvert.
session-open-model = { $key } ouvre « { $of } ».
session-go-on-anyway = { $key } continue avec « { $open } » ; chaque avis garde le modèle sur lequel il a été donné.
session-no-model = Le modèle « { $model } » n’est plus dans cet atelier.
session-choose-model = Choisissez d’abord sur quel modèle la revue continue.
session-end-title = Fin de l’échantillon
session-all-seen =
    { $n ->
        [one] Le seul prospect a été passé en revue.
       *[other] Les { $n } prospects ont tous été passés en revue.
    }
session-left = { $left } prospects sur { $of } n’ont pas encore été vus ; { $key } y revient.
session-were-left = { $left } prospects sur { $of } n’ont pas été vus.
session-end-how = { $key } termine la revue : points ouverts et jour de la prochaine.
session-minutes-how = { $key } rédige le compte rendu.
session-ended = Cette revue est terminée : rien ne s’y ajoute plus.
session-no-lead = Il n’y a plus de prospect à juger ici.
session-enter = Un avis passe de lui-même au prospect suivant ; passer un prospect aussi.
session-tally = Bilan de la séance
session-disputed = Critère le plus contesté :
session-disputed-key = Plus contesté ({ $key } l’ouvre) :
session-disputed-why = donne des points à { $early } trop tôt, { $off } hors cible, { $right } bons
session-disputed-how = { $key } l’ouvre dans l’atelier
session-no-disputed = Aucun critère n’est encore contesté.
session-back = La revue reprend depuis la liste des revues (3).
session-last = Dernières décisions
session-nothing-said = Rien encore : une touche donne un avis et passe au prospect suivant.
session-hidden = Score et raisons sont cachés : { $hunch } note d’abord votre intuition, { $show } les montre.
session-field = { $field } : { $value }
session-no-reasons = Aucun critère ne donne ni ne retire de points.
session-event = { $ago } : { $what }
session-said = { $date } : { $what }
session-said-by = { $date } : { $what } ({ $who })
session-presenting-masked = Présentation : les noms sont masqués, P les montre ; F ramène le pied de page.
# --- The answers to a review's questions ---

review-better = Les { $share } % du haut semblent vraiment plus intéressés que les { $share } % suivants : { $why }.
review-no-better = Les { $share } % du haut ne semblent pas meilleurs que les { $share } % suivants : { $why }.
review-worse = Les { $share } % du haut semblent moins bons que les { $share } % suivants : { $why }.
review-by-outcomes = { $top } % de leurs affaires closes sont gagnées, contre { $next } % chez les suivants
review-by-verdicts = les commerciaux en ont jugé bons { $top } %, contre { $next } % chez les suivants
review-by-activity = { $top } % d’entre eux ont fait plus en { $days } jours que le prospect du milieu des deux groupes, contre { $next } % des suivants ; la note étant faite d’activité, des résultats ou des avis en diraient plus
review-unclear-nobody = Rien à comparer : le groupe du haut ou le suivant est vide.
review-unclear-same = Impossible à dire : tous les prospects des deux groupes ont les mêmes points, le hasard décide de qui est en haut.
review-unclear-none = Impossible à dire : ni résultat, ni avis, ni activité depuis { $days } jours. Jugez quelques prospects des deux groupes, ou importez ce qu’ils sont devenus.
review-unclear-few = Impossible à dire pour l’instant : trop peu d’affaires closes ({ $closed }) et d’avis ({ $judged }) dans les deux groupes. À partir d’environ { $needed } par groupe, ce sera possible.
review-gaps-nobody = Ce modèle ne note personne.
review-gaps-few = { $leads ->
    [one] Un prospect seul n’a pas d’écarts.
   *[other] { $leads } prospects, c’est trop peu pour parler d’écarts.
}
review-gaps-same = Aucun écart : les { $leads } prospects ont tous { $points } points. Rien ne les distingue.
review-gaps-large = Très grands : le premier dixième détient { $held } % de tous les points, et le premier prospect en a { $most } quand celui du milieu en a { $median }.
review-gaps-bunched = Regroupés : { $tied } des { $leads } prospects ont exactement { $points } points, et rien ne les distingue.
review-gaps-even = Réguliers : le premier dixième détient { $held } % de tous les points, et le premier prospect en a { $most } quand celui du milieu en a { $median }.
review-cut-off = { $ties ->
    [one] La limite est à { $points } points, et le dernier retenu y est seul.
   *[other] La limite est à { $points } points, où { $ties } prospects sont à égalité : l’activité récente puis l’ordre d’import décident.
}
review-patterns-none = Le groupe du haut n’a aucun point positif.
review-flagged = { $criterion } fait { $share } % des points du groupe du haut : trop fort ?
review-unflagged = Aucun critère ne fait plus de { $limit } % des points du groupe du haut.
review-twins = { $a } et { $b } vont ensemble ({ $both } prospects sur { $either }) : un même intérêt compté deux fois ?
review-missing-few = Trop peu pour conclure. Mauvais prospects (hors cible ou perdus) : { $bad } ; bons (bons ou gagnés) : { $good }. Il en faut { $needed } de chaque.
review-missing-none = Rien ne ressort : aucune valeur ni activité ne vient sûrement plus souvent avec les { $bad } mauvais prospects (hors cible ou perdus) qu’avec les { $good } bons sans rien coûter encore.
review-missing-some = { $n ->
    [one] Une chose vient sûrement plus souvent avec les { $bad } mauvais prospects (hors cible ou perdus) qu’avec les { $good } bons, et ne coûte rien encore.
   *[other] { $n } choses viennent sûrement plus souvent avec les { $bad } mauvais prospects (hors cible ou perdus) qu’avec les { $good } bons, et ne coûtent rien encore.
}
review-mark = mauvais : { $bad }/{ $of_bad } ({ $bad_share } %), bons : { $good }/{ $of_good } ({ $good_share } %)
review-source-none = Aucun champ ne dit ce que les prospects sont devenus.
review-source-field = Ce que les prospects sont devenus est lu dans « { $field } ».
review-source-learned = Gagné et perdu sont ce que le champ appris « { $field } » nomme ainsi.
review-range = { $lo } à { $hi }
review-others = { $n } autres
review-unknown = inconnu

# --- Le compte rendu d’une revue ---

minutes-title = Compte rendu de la revue « { $review } »
minutes-footer = Écrit par quadrille ; prospects et points au { $as_of }.
minutes-draft = Brouillon : cette revue n’est pas encore close. Voici où elle en est.
minutes-masked = Les noms sont masqués : les personnes figurent par leurs initiales, et les remarques des avis sont omises.
minutes-held = Tenue : du { $begun } au { $ended }
minutes-begun = Commencée : { $begun }
minutes-participants = Ont participé : { $people }
minutes-nobody-named = Ont participé : personne n’a été nommé
minutes-model = Modèle : { $model }, prospects au { $as_of }
minutes-sample = Échantillon : { $sample } (graine { $seed })
minutes-sample-none = aucun prospect
minutes-sample-both = { $first }, puis { $then }
minutes-sample-top = tous les prospects du groupe de tête
minutes-sample-of-top = { $n ->
    [one] un prospect du groupe de tête, tiré au sort
   *[other] { $n } prospects du groupe de tête, tirés au sort
}
minutes-sample-next = tous les prospects du groupe suivant
minutes-sample-of-next = { $n ->
    [one] un prospect du groupe suivant, tiré au sort
   *[other] { $n } prospects du groupe suivant, tirés au sort
}
minutes-sample-cell = tous les prospects de la case { $cell }
minutes-sample-of-cell = { $n ->
    [one] un prospect de la case { $cell }, tiré au sort
   *[other] { $n } prospects de la case { $cell }, tirés au sort
}
minutes-sample-zone = tous les prospects de la zone « { $zone } »
minutes-sample-of-zone = { $n ->
    [one] un prospect de la zone « { $zone } », tiré au sort
   *[other] { $n } prospects de la zone « { $zone } », tirés au sort
}
minutes-judged = { $leads ->
    [one] Jugés : { $judged } sur un prospect
   *[other] Jugés : { $judged } sur { $leads } prospects
}
minutes-verdicts = L’avis des commerciaux
minutes-no-verdicts = Aucun avis n’a été donné.
minutes-head-group = Groupe
minutes-head-judged = Jugés
minutes-head-left = Pas encore vus
minutes-group-top = { $share } % du haut
minutes-group-next = { $share } % suivants
minutes-group-rest = Le reste
minutes-share = { $n } ({ $share } ; { $lo }–{ $hi })
minutes-interval = Entre parenthèses : la part des prospects jugés, et où se trouve la vraie part dans 95 cas sur 100 (en pour cent).
minutes-small = { $judged ->
    [one] Un seul avis en tout : cela ne dit presque rien des autres prospects.
   *[other] Petits nombres, { $judged } avis en tout : fiez-vous aux parenthèses plutôt qu’aux parts.
}
minutes-reasons = Motifs donnés
minutes-no-reasons = Aucun motif n’a été donné.
minutes-reason = { $n }× { $verdict } : { $reason }
minutes-disputed = Le critère le plus contesté
minutes-no-disputed = Aucun : nul critère ne donne plus aux prospects jugés trop tôt ou hors cible qu’aux bons.
minutes-disputed-is = { $criterion } : { $down } points par prospect jugé trop tôt ({ $n_early } avec des points) ou hors cible ({ $n_off }), contre { $right } par bon prospect ({ $n_right }).
minutes-leads = Les prospects jugés
minutes-no-leads = Aucun prospect n’a d’avis.
minutes-head-by = Qui
minutes-notes-left-out = Les remarques sont omises parce que les noms sont masqués.
minutes-gone = { $leads ->
    [one] Un prospect n’est plus dans l’atelier : il figure par son identifiant.
   *[other] { $leads } prospects ne sont plus dans l’atelier : ils figurent par leur identifiant.
}
minutes-changes = Modifié dans le modèle
minutes-no-changes = Rien n’a été modifié.
minutes-no-model = On ne peut pas le dire : le modèle d’avant, ou celui d’aujourd’hui, n’est plus lisible.
minutes-versions = Versions enregistrées
minutes-no-versions = Aucune version n’a été enregistrée pendant la revue.
minutes-version = « { $name } », { $at } : { $reason }
minutes-version-plain = « { $name } », { $at }
minutes-effect = Ce que font les modifications
minutes-no-effect = Rien : aucun prospect n’a bougé.
minutes-effect-on = Prospects de chaque zone avec le modèle d’avant et d’après, au { $as_of } :
minutes-no-zones = Le modèle n’a pas de zones.
minutes-head-before = Avant
minutes-head-after = Après
minutes-head-change = Écart
minutes-other-entity = Les deux modèles ne notent pas la même chose : leurs groupes de tête ne se comparent pas.
minutes-came = { $n ->
    [one] Un prospect est entré dans le groupe de tête : { $names }
   *[other] { $n } prospects sont entrés dans le groupe de tête : { $names }
}
minutes-none-came = Aucun prospect n’est entré dans le groupe de tête.
minutes-left = { $n ->
    [one] Un prospect en est sorti : { $names }
   *[other] { $n } prospects en sont sortis : { $names }
}
minutes-none-left = Aucun prospect n’en est sorti.
minutes-and-more = { $names } et { $more } de plus
minutes-open-points = Points ouverts
minutes-no-open-points = Aucun de noté.
minutes-next = Prochaine revue
minutes-next-on = Le { $date }.
minutes-no-next = Pas de date : un modèle ne vaut que par sa dernière revue.
review-share = { $share } de { $of }
review-share-likely = { $share } % ({ $lo }–{ $hi })
review-share-none = –
review-gap = { $is } ({ $lo } à { $hi })
review-gap-few = { $is } ({ $lo } à { $hi }), peu
review-median = { $median } ({ $lower } à { $upper })
review-ask-gaps = 1  Les écarts de points entre prospects sont-ils très grands ?
review-ask-contrast = 2  Les { $share } % du haut semblent-ils vraiment plus intéressés que les suivants ?
review-ask-patterns = 3  Une chose fait-elle trop de points à elle seule ?
review-ask-missing = 4  Faut-il retirer des points pour quelque chose ?
review-busy = Calcul en cours…
review-stale = Le modèle a changé ; nouveau calcul en cours…
review-five = plus bas { $least } · quart { $lower } · milieu { $median } · trois quarts { $upper } · plus haut { $most }
review-hit = donné à { $hit } %
review-never = Personne ne reçoit rien pour : { $names }
review-always = Tous reçoivent la même chose pour : { $names }
review-cost = { $mark } → { $points }
review-group-top = { $share } % du haut
review-group-next = { $share } % suivants
review-head-difference = Différence
review-row-leads = Prospects
review-row-won = Gagnés, si clos
review-row-right = Bons, si jugés
review-row-busy = Plus que le médian
review-row-active = Actifs, { $days } j
review-row-events = Activités, { $days } j
review-row-median = { $axis }, médiane
review-row-sum = Somme, médiane
review-makers = Ce qui fait la différence
review-head-hit-top = haut
review-head-hit-next = suiv.
review-head-points = points : haut
review-head-more = en plus
review-makeup = Qui sont-ils, par { $field }
action-next-field = Comparer les groupes par le champ suivant
action-next-field-short = champ
review-brackets = Entre parenthèses : probable à 95 sur 100 ; pour une médiane, sa moitié.
review-gaps-without = La plupart n’en ont pas : { $without } des { $leads } prospects n’ont aucun point, et le premier en a { $most }.
tui-pair-verdict = avis
load-unknown = non précisée
load-fits = tient
load-over = { $n } de trop par semaine
load-line-unknown = Dites combien de prospects par semaine son responsable peut traiter (a dans l’atelier, puis Zones), et le seuil qui convient sera calculé.
load-line-kept = Ce qui arrive tient, et aucun autre seuil n’amènerait plus sans en amener trop.
load-line-absent = Aucun seuil entre deux paliers ne borde cette zone : il n’y en a donc pas à déplacer.
load-line-nowhere = Où qu’on place un seuil, il arrive trop de prospects, ou aucun : il y faut un verrou, un critère ou une autre carte.
load-line-fits = Pour que ça tienne : { $line }
load-line-room = Il reste de la place : { $line }
load-line-moved = avec { $band } à partir de { $to } au lieu de { $from } : { $entered } par semaine au lieu de { $was }, et { $now } dans la zone aujourd’hui au lieu de { $had }.
week-monday = lundi
week-tuesday = mardi
week-wednesday = mercredi
week-thursday = jeudi
week-friday = vendredi
week-saturday = samedi
week-sunday = dimanche
week-run = { $first } à { $last }
sla-answered-verdict = Un prospect est traité quand il a reçu un avis depuis son arrivée dans sa zone.
sla-answered-events = Un prospect est traité quand il a reçu, depuis son arrivée dans sa zone, un avis ou l’un de ces événements : { $kinds }.
sla-zone = { $zone }, sous { $hours } heures ouvrées : { $late } en retard, { $in_time } dans les temps, { $answered ->
    [one] { $answered } traité
   *[other] { $answered } traités
}
sla-before = avant le { $date }
cli-capacity-about = Dit ce que chaque zone amène face à ce que son responsable peut traiter, et quel seuil entre deux paliers conviendrait.
cli-capacity-what = Par semaine : prospects entrés au cours des { $weeks } dernières semaines, en moyenne. Un seuil est la valeur la plus basse d’un palier.
cli-capacity-line = { $zone } : { $line }
cli-capacity-unset = La capacité n’est pas précisée : réglez « Prospects par semaine » dans les zones (a dans l’atelier, puis Zones), ou weekly_capacity dans le texte du modèle.
cli-no-zones = Ce modèle n’a pas de zones : personne n’agit encore sur ses prospects. Ajoutez-en parmi ses parties (a dans l’atelier).
cli-sla-about = Liste les prospects qui attendent au-delà des heures ouvrées de leur zone : ceux des ventes d’abord, la plus longue attente en tête.
cli-sla-unset = Aucune zone n’a de délai : réglez « Sous, heures ouvrées » dans les zones (a dans l’atelier, puis Zones), ou sla_hours dans le texte du modèle.
cli-sla-week = Temps ouvré : { $week }
cli-alerts-about = Liste les prospects que signalent les alertes du modèle, quelle que soit leur note, l’événement le plus récent d’abord.
cli-alerts-unset = Ce modèle n’a pas d’alertes : des actes d’achat précis que les ventes veulent connaître, quelle que soit la note. Ajoutez-en parmi les parties du modèle (a dans l’atelier).
cli-alerts-none = Aucune alerte ne s’est déclenchée.
cli-alert-trouble = l’alerte « { $alert } » ne peut pas se déclencher : { $why }
cli-arg-new = Seulement ce qu’un --new précédent n’a pas encore dit ; n’affiche rien s’il n’y a rien de nouveau (JSON : une liste vide)
cli-arg-keep = Avec --new : les laisse nouvelles
cli-head-now = Aujourd’hui
cli-head-a-week = Par semaine
cli-head-fits = Tient
cli-head-weeks = Semaines
cli-head-line = Seuil
cli-head-band = Palier
cli-head-sla = Heures convenues
cli-head-over = Heures de retard
cli-head-waited = Heures d’attente
cli-head-since = Dans la zone depuis
cli-head-alert = Alerte
cli-head-event = Événement
cli-head-times = Fois
cli-head-new = Nouveau
week-told = { $off ->
    [0] { $days }, { $from } à { $to }
    [one] { $days }, { $from } à { $to } ; un jour chômé
   *[other] { $days }, { $from } à { $to } ; { $off } jours chômés
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
cli-capacity-floods = Il arriverait alors plus de prospects dans { $zone } que son responsable ne peut en traiter.
cli-sla-no-zone = il n’y a pas de zone « { $zone } »
cli-arg-sla-zone = Seulement les prospects de cette zone
verdict-lead-gone = Ce prospect n’est plus dans l’espace de travail.
action-working-week = Régler la semaine ouvrée et les jours chômés
action-working-week-short = semaine
capacity-zones = Ce qui arrive, et ce qui tient
capacity-a-week = par semaine : moyenne des { $weeks } dernières
capacity-at-work = calcul en cours…
capacity-at-work-percent = calcul en cours : { $percent } %…
capacity-no-zones = Ce modèle n’a pas de zones : personne n’agit encore sur ses prospects. z ajoute la première.
capacity-head-zone = Zone
capacity-head-now = Aujourd’hui
capacity-head-week = Par semaine
capacity-head-room = Capacité
capacity-head-fits = Ça tient ?
capacity-head-lead = Prospect
capacity-head-company = Société
capacity-head-over = Retard
capacity-head-since = Depuis
capacity-floods = Il arriverait alors plus de prospects dans { $zone } que son responsable ne peut en traiter.
capacity-try = Entrée l’essaie.
capacity-waits = Sous { $hours } heures ouvrées : { $late } en retard, { $in_time } dans les temps, { $answered ->
    [one] { $answered } traité
   *[other] { $answered } traités
}.
capacity-since = depuis le { $at }
capacity-late = { $zone }, { $since } : attend depuis { $waited } heures ouvrées, pour { $hours } convenues. { $action }
capacity-waiting = Qui attend trop longtemps
capacity-waiting-n = Qui attend trop longtemps : { $n }
capacity-week-wrong = { $why } w corrige la semaine ouvrée.
capacity-no-time = Aucune zone n’a de délai : personne ne peut être en retard. z ouvre les zones : donnez leurs heures ouvrées à celles dont les ventes s’occupent.
capacity-nobody = Personne n’attend trop longtemps : { $in_time } prospects sont dans les temps, { $answered } sont traités.
capacity-over = +{ $hours } h
capacity-over-least = > { $hours } h
week-title = Semaine ouvrée
week-hint-day = Si ce jour est ouvré.
week-row-from = De
week-row-to = À
week-hint-hour = Une heure du fuseau de l’espace de travail, par exemple 9, 09:30 ou 18:00.
week-row-holiday = Jour chômé { $n }
week-hint-holiday = Un jour qui n’est pas ouvré : 2026-12-25. n en ajoute un autre.
week-row-add = un jour chômé
week-row-answered = Les ventes ont agi
week-hint-answered = Événements qui disent que les ventes ont traité un prospect : un appel, un rendez-vous. Un avis le dit toujours.
week-no-hour = « { $text } » n’est pas une heure. Écrivez-la ainsi : 09:30.
week-saved = Semaine ouvrée : { $week }
parts-fired-new = Nouveau depuis le dernier coup d’œil aux alertes.
parts-fired-handed-over = transmis aux ventes
parts-fired-not-handed-over = non transmis
parts-fired-stands = Dans { $zone }, { $handed }.
cli-questions-about = Répond aux quatre questions d’une revue : écarts, haut contre suite, schémas, négatifs manquants.
cli-questions-examples =
    quadrille questions
    quadrille questions --as-of 2026-06-30 --format json
cli-head-question = Question
cli-head-item = De
cli-head-measure = Mesure
cli-head-share-of-points = Part des points
cli-head-given-to = Donné à
review-patterns-few = { $leads ->
    [one] Le groupe du haut n’a qu’un prospect : ce qui fait ses points dit peu.
   *[other] Le groupe du haut n’a que { $leads } prospects : ce qui fait leurs points dit peu.
}
tui-leads-disagreed = { $shown }, intuition et score divergent
detail-try-none = Placez le curseur sur un critère : ← → essaie un autre poids, sans rien enregistrer.
detail-band = marge { $band } { $above }
detail-band-next = { $missing } avant { $next }
detail-leaves = Quitte les { $share } % du haut sans { $criteria }.
detail-leaves-not = Reste dans les { $share } % du haut, quels que soient les trois critères perdus.
detail-misses = { $missing } points sous la coupure des { $share } % du haut.
detail-misses-tie = À la coupure des { $share } % du haut, derrière à égalité.
detail-and = { $a } et { $b }
detail-tried = Essai, non enregistré · { $criterion } à { $weight } : { $cell }, { $value } points, rang { $rank }
detail-tried-none = Essai, non enregistré · { $criterion } à { $weight } : hors calcul
detail-said = Avis
detail-said-none = rien n’a été dit
detail-said-by = { $what } · { $date } · { $who }
detail-said-anonymous = { $what } · { $date }
detail-disagrees = { $hunch }, mais { $fifth }
settings-person = Votre nom
settings-ask-person = Comment vous appelez-vous ?

# --- La feuille d’appels, et les commandes des revues ---

sheet-head-phone = Téléphone
sheet-head-email = E-mail
sheet-head-why = Pourquoi il est là
sheet-head-mark = Feuille
sheet-leave-as-is = { $title } (ne pas modifier)
sheet-why = { $criterion } +{ $points }
sheet-no-column = Le fichier n’a pas de colonne « { $column } ».
sheet-hint-columns = Remplissez une feuille écrite par quadrille review sheet, et gardez sa première ligne.
sheet-unknown-verdict = « { $word } » n’est pas un avis.
sheet-hint-verdicts = Écrivez trop tôt, trop tard, hors cible ou bon ; ou rien.
sheet-unknown-lead = Il n’y a pas ici de prospect « { $lead } ».
sheet-twice = La feuille a des lignes d’avis différents sur « { $lead } ».
sheet-newer = « { $lead } » a été jugé depuis que la feuille a été écrite ({ $known }) ; la feuille dit { $found }.
sheet-hint-theirs = Pour que la feuille l’emporte (de plusieurs lignes, la dernière) : --theirs
cli-value-review = REVUE
cli-arg-review = Le nom ou le numéro de la revue (la plus récente)
cli-arg-minutes-format = La forme (HTML si le fichier se termine par .html, sinon Markdown)
cli-arg-mask = Masque les noms et omet les remarques
cli-arg-sheet-out = Le fichier à écrire
cli-arg-sheet-review = Les prospects de l’échantillon de cette revue
cli-arg-sheet-top = Les prospects du groupe de tête (par défaut)
cli-arg-sheet-next = Les prospects du groupe suivant
cli-arg-sheet-zone = Les prospects de cette zone
cli-arg-sheet-file = La feuille d’appels remplie
cli-arg-sheet-by = Qui a donné les avis
cli-arg-sheet-theirs = Donne raison à la feuille là où elle et l’atelier diffèrent, et à la dernière ligne là où deux lignes diffèrent
cli-review-about = Liste les revues, écrit leurs comptes rendus, envoie des feuilles d’appels aux commerciaux et les relit.
cli-review-examples =
    quadrille review list
    quadrille review minutes "Automne" --out compte-rendu.html
    quadrille review sheet --review "Automne" --out appels.csv
    quadrille review read appels.csv --by "Ana"
cli-review-list-about = Liste les revues de l’atelier.
cli-review-list-examples = quadrille review list
cli-review-show-about = Montre les prospects d’une revue et les avis sur eux.
cli-review-show-examples = quadrille review show "Automne"
cli-review-minutes-about = Écrit le compte rendu d’une revue : les avis, ce qui a été modifié, et ce que cela fait.
cli-review-minutes-examples =
    quadrille review minutes "Automne" --out compte-rendu.html
    quadrille review minutes --mask --lang en > minutes.md
cli-review-sheet-about = Écrit une feuille d’appels pour les commerciaux : qui appeler, pourquoi, et des colonnes vides pour l’avis, son motif et une remarque.
cli-review-sheet-examples =
    quadrille review sheet --out appels.csv
    quadrille review sheet --review "Automne" --out appels.csv
    quadrille review sheet --zone mql --out appels.csv
cli-review-read-about = Lit une feuille d’appels remplie : chaque avis est enregistré sur son prospect ; les lignes qui contredisent l’atelier sont signalées et laissées de côté.
cli-review-read-examples =
    quadrille review read appels.csv --by "Ana" --dry-run
    quadrille review read appels.csv --by "Ana"
cli-no-review-yet = Il n’y a pas encore de revue dans cet atelier.
cli-hint-review = Commencez-en une dans l’application : quadrille, puis 3 et n
cli-no-such-review = Il n’y a pas de revue « { $name } ».
cli-no-zone = Le modèle n’a pas de zone « { $zone } ».
cli-head-number = Nº
cli-head-begun = Commencée
cli-head-ended = Close
cli-review-heading = Revue « { $review } », commencée le { $begun }, sur le modèle { $model }
cli-sheet-empty = Il n’y a aucun prospect à écrire sur la feuille.
cli-sheet-written = { $leads ->
    [one] Écrit : { $path }, un prospect
   *[other] Écrit : { $path }, { $leads } prospects
}
cli-sheet-recorded = { $verdicts ->
    [0] Aucun avis enregistré.
    [one] Un avis enregistré.
   *[other] { $verdicts } avis enregistrés.
}
cli-sheet-would-record = { $verdicts ->
    [0] Aucun avis ne serait enregistré ; rien n’a été écrit.
    [one] Un avis serait enregistré ; rien n’a été écrit.
   *[other] { $verdicts } avis seraient enregistrés ; rien n’a été écrit.
}
cli-sheet-known = { $rows ->
    [one] Une ligne dit ce qui est déjà enregistré.
   *[other] { $rows } lignes disent ce qui est déjà enregistré.
}
cli-sheet-blank = { $rows ->
    [one] Une ligne est sans avis.
   *[other] { $rows } lignes sont sans avis.
}
cli-sheet-refused = { $rows ->
    [one] Une ligne a été laissée de côté :
   *[other] { $rows } lignes ont été laissées de côté :
}
opening-reading = Lecture de { $workspace }…
opening-last = { $model }, tel que laissé au { $date } : { $n } prospects

# --- What the verdicts ask for ---

action-show-leads = Dans la revue : lister les prospects sur lesquels repose une suggestion
action-show-leads-short = voir qui
suggest-raise-line = Relever le seuil de { $band } ({ $axis }) de { $from } à { $to }
suggest-lower-line = Abaisser le seuil de { $band } ({ $axis }) de { $from } à { $to }
suggest-act-sooner = Agir plus tôt : seuil de { $band } ({ $axis }) de { $from } à { $to }
suggest-share = Faire du groupe du haut { $to } % au lieu de { $from } %
suggest-cut = Alléger { $criterion } de { $from } à { $to }
suggest-raise = Renforcer { $criterion } de { $from } à { $to }
suggest-negative = Retirer { $points } points : { $mark }
suggest-gate = Retenir : { $mark } → { $zone }
suggest-proof-line = Sous ce seuil se trouvent { $hits } des { $of } prospects transmis trop tôt, et { $right_hits } des { $right } bons.
suggest-proof-cut = Il fait { $share } % des points des prospects transmis trop tôt, { $right_share } % de ceux des bons. Au-dessus de sa part médiane : { $hits } sur { $of } et { $right_hits } sur { $right }.
suggest-proof-began = { $hits } des { $of } prospects arrivés trop tard ont commencé par là, et { $right_hits } des { $right } bons.
suggest-proof-mark = { $hits } des { $of } prospects hors cible sont dans ce cas, et { $right_hits } des { $right } bons.
suggest-proof-balance = { $late } prospects sont arrivés trop tard, { $early } trop tôt.
suggest-proof-early = { $hits } des { $of } prospects transmis et jugés sont arrivés trop tôt ; la vraie part dépasse sans doute { $lo } %.
suggest-proof-right = { $hits } des { $of } prospects transmis et jugés sont bons ; la vraie part dépasse sans doute { $lo } %.
suggest-sooner = { $n } arrivés trop tard seraient transmis plus tôt : il y a { $days } jours déjà, ou au moins maintenant.
suggest-difference = Écart probable de { $lo } % à { $hi } %.
suggest-chance = Par hasard : { $n } fois sur 1 000 (parmi { $looked } possibles).
suggest-chance-least = Par hasard : moins d’une fois sur 1 000 (parmi { $looked } possibles).
suggest-small = Peu de prospects : regardez-les d’abord.
suggest-count = { $n } { $verdict }
suggest-nobody = aucun
suggest-short-out = sortent : { $out }
suggest-short-into = entrent : { $into }
suggest-short-both = sortent : { $out } ; entrent : { $into }
suggest-short-leads = { $before } → { $after } prospects
suggest-top = { $share } % du haut : { $n_into ->
    [one] { $n_into } entre
   *[other] { $n_into } entrent
} (jugés : { $into }), { $n_out ->
    [one] { $n_out } sort
   *[other] { $n_out } sortent
} (jugés : { $out }).
suggest-top-same = { $share } % du haut : les mêmes prospects.
suggest-handed-over = Transmis : { $before } → { $after } prospects ; entrées en { $weeks } semaines : { $entered } → { $then }.
suggest-handed-over-top = Dans le groupe du haut : { $before } → { $after } prospects.
suggest-judged-none = Aucun avis encore.
suggest-judged = { $n ->
    [one] Un avis : { $who }
   *[other] { $n } avis : { $who }
}. Sur des prospects transmis aujourd’hui : { $inside }.
suggest-judged-top = { $n ->
    [one] Un avis : { $who }
   *[other] { $n } avis : { $who }
}. Aucune zone n’est transmise aux ventes ; le groupe du haut en tient lieu : { $inside }.
suggest-other-model = { $n ->
    [one] Un avis a été donné sous un autre modèle.
   *[other] { $n } ont été donnés sous un autre modèle.
}
suggest-moved = { $n ->
    [one] Un avis a été donné quand le prospect était dans une autre case.
   *[other] { $n } ont été donnés quand le prospect était dans une autre case.
}
suggest-kind-raise-line = Trop tôt : relever le seuil
suggest-kind-cut = Trop tôt : alléger un critère
suggest-kind-lower-line = Trop tard : abaisser le seuil
suggest-kind-raise = Trop tard : renforcer ce qui vient d’abord
suggest-kind-negative = Hors cible : retirer des points
suggest-kind-gate = Hors cible : retenir par un verrou
suggest-kind-sooner = Tout est bon : agir plus tôt
suggest-lacking-judged = Il faut { $need } avis sur des prospects notés ; il y en a { $have }.
suggest-lacking-few = Il faut { $need } prospects jugés « { $verdict } » pour le dire ; il y en a { $have }.
suggest-lacking-line = Aucun seuil entre deux paliers ne mène à une zone transmise aux ventes.
suggest-lacking-criterion = Aucun critère ne donne de points pour ce qui peut se comparer.
suggest-lacking-zone = Aucune zone qui ne soit pas aux ventes ne peut recevoir ces prospects, ou aucune zone n’est transmise.
suggest-lacking-chance = { $looked ->
    [one] Une chose regardée : elle ne diffère pas plus que par hasard.
   *[other] { $looked } choses regardées : aucune ne diffère plus que par hasard.
}
suggest-lacking-help = Il y a un écart, mais aucun changement de ce genre ne ferait sortir ou entrer plus de prospects à raison qu’à tort.
suggest-lacking-right = { $hits } des { $of } prospects transmis et jugés sont bons ; il en faut neuf sur dix, et assez.
suggest-short-judged = { $have } avis sur { $need }
suggest-short-few = { $verdict } : { $have } sur { $need }
suggest-short-nothing = sans objet
suggest-short-chance = rien de sûr
suggest-short-help = rien n’aide
suggest-short-right = bons : { $hits } sur { $of }
suggest-head-leads = prospects
suggest-head-entered = entrés, { $weeks } sem.
suggest-head-room = capacité
suggest-all = Transmis
suggest-all-top = Groupe du haut
suggest-evidence = Prospects à l’appui
suggest-did = À l’essai : { $what }.
suggest-kept = Gardé : cela fait maintenant partie du brouillon.
suggest-one-at-a-time = Gardez d’abord ce qui est à l’essai (Entrée dessus), ou annulez-le.
suggest-stale = Le modèle ou les avis ont changé ; nouveau calcul en cours.
suggest-is-tried = À l’essai, montré tel qu’avant. Entrée garde, annuler revient en arrière.
suggest-how = Entrée l’essaie au brouillon, o liste ses prospects. Rien ne change seul.
suggest-no-leads = Aucun prospect n’en parle : rien n’est suggéré ici.
cli-suggest-about = Dit ce que les avis demandent de changer dans le modèle, sur quoi cela repose et ce que cela ferait exactement. Ne change rien.
cli-suggest-examples =
    quadrille suggest
    quadrille suggest --format json
cli-suggest-title = { $n }. { $what }
cli-suggest-none = Ces avis ne permettent de rien suggérer.
cli-suggest-lacking = Ce qui ne peut être suggéré :
cli-suggest-why = { $kind } – { $why }
cli-suggest-zone = { $zone } : { $before } → { $after } prospects ; entrées en { $weeks } semaines : { $entered } → { $then }
cli-head-suggestion = Suggestion
cli-head-what = Quoi
cli-head-judged = Jugés
cli-head-rests-on = Repose sur

# --- Où va le compte rendu ---

minutes-ask = Compte rendu de la revue « { $review } »
minutes-row-form = Forme
minutes-form-page = une page (HTML), à imprimer ou à envoyer
minutes-form-markdown = Markdown
minutes-row-lang = Langue
minutes-lang-en = English
minutes-lang-fr = Français
minutes-row-names = Noms
minutes-names-shown = en clair
minutes-names-masked = masqués
minutes-hint-names = Masqués : des initiales au lieu des noms, et pas de remarques.
minutes-row-then = À faire
minutes-then-write = écrire le fichier
minutes-then-show = écrire le fichier et l’ouvrir
minutes-then-copy = copier le texte en Markdown
minutes-row-file = Fichier
minutes-hint-file = Vous seul pouvez le lire ; rien n’est remplacé sans qu’on vous le demande.
minutes-needs-file = Où donc ?
minutes-shown = Écrit : { $path }. Il va s’ouvrir.
minutes-not-shown = Écrit : { $path }. Impossible de l’ouvrir ({ $error }) : ouvrez-le vous-même.

# --- Feuilles d’appels dans l’application ---

action-call-sheet = Écrire une feuille d’appels de la revue, pour les commerciaux
action-call-sheet-short = appels
action-read-sheet = Lire une feuille d’appels remplie par les commerciaux
action-read-sheet-short = retours
calls-file = appels
calls-ask-write = Le fichier de la feuille d’appels
calls-ask-read = La feuille d’appels remplie
calls-recorded = Avis enregistrés : { $verdicts } ; déjà connus : { $known }
calls-refused = Avis enregistrés : { $verdicts } ; lignes laissées de côté : { $rows }. La première : { $first }
suggest-out = Prospects jugés qui sortent : { $out }.
suggest-into = Prospects jugés qui entrent : { $into }.
suggest-none-move = Aucun prospect jugé ne sort ni n’entre.
suggest-judged-all = { $n ->
    [one] Un avis : { $who }, sur un prospect transmis aujourd’hui.
   *[other] { $n } avis : { $who }, tous sur des prospects transmis aujourd’hui.
}
suggest-more = Il en faut au moins { $need } : donnez-en dans la liste des prospects, ou tenez une revue (page Revues, touche n).
review-blocked-field = Les groupes se comparent par champ sur la page « { $page } ».
calls-list = prospects
calls-too-many = Plus de { $most } prospects : réduisez la liste, ou écrivez-les tous avec « quadrille score --format csv ».
calls-masked = Les noms sont masqués, la feuille aussi : elle ne pourra pas être relue. P les montre.
suggest-count-right = { $n ->
    [one] { $n } bon
   *[other] { $n } bons
}
calls-read = { $verdicts } avis d’une feuille d’appels
hunch-word-hot = chaud
hunch-word-warm = tiède
hunch-word-cold = froid
review-pair-try = essayer
review-pair-end = terminer
cli-file-folder-missing = le dossier { $folder } n’existe pas.
shell-upgrade-copying = Mise à jour d’un ancien espace de travail : sauvegarde { $share }
shell-upgrade-checking = Mise à jour d’un ancien espace de travail : vérification de la sauvegarde…
shell-upgrade-changing = Mise à jour d’un ancien espace de travail : passage à la nouvelle forme…
tui-leads-searching = recherche…
