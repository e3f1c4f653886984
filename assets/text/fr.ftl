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

# Le fichier de l’atelier.
store-no-name = Un atelier a besoin d’un nom de fichier.
store-missing = Ce fichier n’existe pas.
store-no-folder = Une partie du chemin n’est pas un dossier.
store-folder = C’est un dossier, pas un fichier d’atelier.
store-not-a-file = Ce n’est pas un fichier ordinaire.
store-exists = Un fichier de ce nom existe déjà ; rien n’a été modifié.
store-no-permission = Vous n’avez pas le droit d’ouvrir ce fichier.
store-io = Le fichier n’a pas pu être utilisé : { $error }.
store-empty = Le fichier est vide.
store-empty-hint = Si rien d’autre ne s’en sert, supprimez-le et créez un nouvel atelier sous ce nom.
store-is-csv = Ce fichier ressemble à un CSV, ce n’est pas un atelier.
store-is-excel = C’est un classeur Excel, pas un atelier.
store-is-text = C’est un fichier texte, pas un atelier.
store-import-hint = Ouvrez ou créez un atelier, puis importez-y ce fichier.
store-not-a-workspace = Ce n’est pas un atelier quadrille.
store-other-program = C’est la base de données d’un autre programme, pas un atelier quadrille.
store-newer = Cet atelier vient d’un quadrille plus récent : il est au format { $version }, celui-ci lit jusqu’au format { $newest }. Rien n’a été modifié.
store-newer-hint = Installez le dernier quadrille pour l’ouvrir.
store-older = Cet atelier vient d’un quadrille plus ancien : il est au format { $version }, celui-ci lit le format { $newest }.
store-older-hint = Ouvrez-le une fois en écriture : il sera sauvegardé, puis mis à jour.
store-cut-off = Le fichier est tronqué : il n’en reste que { $bytes } octets. Rien n’a été modifié.
store-wal = Un autre programme a laissé un journal d’écriture à côté de l’atelier, ou l’a ouvert en ce moment. Rien n’a été modifié.
store-wal-hint = Fermez ce programme, puis rouvrez l’atelier.
store-strange = L’atelier contient un élément que quadrille n’a pas créé : { $kind } « { $name } ». Rien n’a été modifié.
store-strange-hint = Si vous avez confiance en ce fichier, retirez cet élément avec l’outil qui l’y a mis.
store-damaged = L’atelier est endommagé. Rien n’a été modifié.
store-damaged-hint = Gardez le fichier tel quel et revenez à la sauvegarde la plus récente dans { $folder }.
store-unfinished = Une session précédente s’est arrêtée au milieu d’une modification, qui n’est pas encore annulée.
store-read-only = Ce fichier ne peut pas être modifié.
store-read-only-hint = Vérifiez les droits du fichier et de son dossier, ou ouvrez-le en lecture seule.
store-cannot-open = Le fichier, ou le journal à côté de lui, n’a pas pu être ouvert.
store-busy = Une autre fenêtre est en train d’écrire dans cet atelier. Rien n’a été modifié.
store-busy-hint = Réessayez quand elle aura terminé.
store-full = Il n’y a plus de place sur le disque. Rien n’a été modifié.
store-full-hint = Libérez de l’espace, puis réessayez.
store-disk = Le disque a signalé une erreur (code { $code }). La modification a été annulée.
store-disk-hint = Vérifiez le disque ou le lecteur réseau avant de continuer.
store-too-big = Une valeur est trop grande pour un atelier.
store-failed = L’atelier n’a pas pu faire cela (code { $code }). La modification a été annulée.
store-moved = L’atelier n’est plus là où il a été ouvert : il a été déplacé ou supprimé. Rien n’a été écrit.
store-replaced = L’atelier a été remplacé par un autre fichier, peut-être par un logiciel de synchronisation. Rien n’a été écrit.
store-moved-hint = Fermez cette fenêtre et rouvrez le fichier là où il se trouve maintenant.
store-backup-damaged = La sauvegarde n’a pas pu être relue en entier ; elle a été supprimée, et l’atelier est resté tel quel.
store-bad-name = Un champ a besoin d’un nom de 1 000 octets au plus, sans caractère nul.
store-too-many-fields = Un atelier contient au plus { $most } champs.
store-field-twice = Le champ apparaît deux fois.
store-field-type = Ce champ contient des valeurs de type { $stored }, mais le fichier apporte le type { $brought }. Rien n’a été modifié.
store-field-type-hint = Importez-le sous un autre nom, ou avec le type qu’il a déjà.
store-bad-value = La valeur ne convient pas à un champ de type { $kind }.
store-too-large = { $count ->
    [one] Un nombre de ce champ est trop grand
   *[other] { $count } nombres de ce champ sont trop grands
} pour devenir décimal. Rien n’a été modifié.
store-event-time = Un événement doit se situer entre 1970 et 2106.
store-import-failed = L’import a échoué et a été annulé.
store-type-text = texte
store-type-whole = nombre entier
store-type-decimal = nombre décimal
store-type-date = date
store-type-yes-no = oui ou non
store-no-model = Aucun modèle ne s’appelle « { $name } ».
store-model-exists = Un modèle « { $name } » existe déjà.
store-no-version = Aucune version ne s’appelle « { $name } ».
store-version-exists = Une version « { $name } » existe déjà ; une version ne change jamais.
store-no-step = Il n’y a rien à annuler ni à rétablir.
store-too-deep = La modification est trop imbriquée pour être enregistrée.
