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

## Import
import-empty = Le fichier est vide.
import-is-workbook = C'est un classeur de tableur, pas un fichier CSV.
import-is-zip = C'est une archive ZIP, pas un fichier CSV.
import-is-gzip = C'est une archive gzip, pas un fichier CSV.
import-is-pdf = C'est un document PDF, pas un fichier CSV.
import-is-database = C'est une base SQLite, pas un fichier CSV.
import-is-parquet = C'est un fichier Parquet, pas un fichier CSV.
import-is-page = Cela ressemble à une page web, pas à un fichier CSV : l'export a peut-être échoué.
import-is-json = Cela ressemble à du JSON, pas à un fichier CSV.
import-hint-save-csv = Ouvrez-le dans le logiciel d'où il vient et enregistrez-le au format CSV.
import-hint-unpack = Décompressez-le, puis importez le fichier qu'il contient.
import-hint-export-again = Reconnectez-vous et relancez l'export.
import-unreadable = Le fichier n'a pas pu être lu : { $error }.
import-cancelled = L'import a été arrêté ; rien n'a été modifié.
import-changed = Le fichier a changé pendant la lecture ; rien n'a été importé.
import-unclosed-quote = Un guillemet s'ouvre à la ligne { $line }, colonne { $number }, et ne se ferme jamais : { $text }
import-hint-lenient-quotes = Fermez le guillemet dans le fichier, ou prenez ces guillemets comme du texte avec --lenient-quotes.
import-field-too-long = Une cellule dépasse { $limit } octets.
import-record-too-long = Une ligne du tableau dépasse { $limit } octets.
import-too-many-lines = Une ligne du tableau s'étend sur plus de { $limit } lignes du fichier.
import-too-many-columns = Une ligne a plus de { $limit } colonnes.
import-torn-header = L'en-tête contient du texte après un guillemet fermant.
import-no-header = La première ligne ressemble à des données, pas à des noms de colonnes : elle contient { $value }.
import-hint-no-header = Ajoutez une première ligne avec les noms des colonnes, ou importez avec --no-header.
import-same-name = Deux colonnes portent le même nom, { $name } : la colonne { $first } et la colonne { $second }.
import-hint-rename-column = Renommez l'une des deux dans le fichier.
import-no-column = Aucune colonne ne s'appelle { $name }.
import-hint-columns = Le fichier a ces colonnes : { $names }.
import-no-lead-column = Aucune colonne connue ne dit de quel prospect vient l'événement.
import-no-at-column = Aucune colonne connue ne dit quand l'événement a eu lieu.
import-no-kind-column = Aucune colonne connue ne dit de quel type d'événement il s'agit.
import-hint-fixed-kind = Nommez la colonne, ou donnez un seul type pour tout le fichier.
import-not-dates = Cette colonne ne contient pas de dates : on y trouve { $value }.
import-dates-open = Les dates peuvent se lire jour d'abord ou mois d'abord, comme { $value }, et aucune valeur ne tranche.
import-dates-torn = Certaines dates ne se lisent que jour d'abord, d'autres que mois d'abord.
import-hint-dates = Précisez avec --dates dmy (jour d'abord) ou --dates mdy (mois d'abord).
import-rejects-unwritable = Le fichier des lignes rejetées n'a pas pu être écrit : { $error }.
import-row-encoding = contient des octets qui ne sont pas du texte { $encoding }
import-row-torn = contient du texte après un guillemet fermant
import-row-fields = { $found ->
    [one] a { $found } champ
   *[other] a { $found } champs
 }, l'en-tête en a { $expected }
import-row-nul = contient un caractère NUL
import-row-no-key = est vide, alors qu'elle identifie le prospect
import-row-long-key = dépasse { $limit } octets, alors qu'elle identifie le prospect
import-row-email = n'est pas une adresse e-mail : { $value }
import-row-repeated = répète { $key }, déjà présent à la ligne { $line }
import-row-not-date = n'est pas une date : { $value }
import-row-no-such-date = est une date qui n'existe pas : { $value }
import-row-date-range = est une date hors des années 1800 à 2199 : { $value }
import-row-not-number = n'est pas un nombre : { $value }
import-row-number-bounds = est hors limites, de { $low } à { $high } : { $value }
import-row-not-yes-no = n'est ni oui ni non : { $value }
import-row-no-kind = est vide, alors qu'elle donne le type d'événement
import-row-no-at = est vide, alors qu'elle donne l'instant de l'événement
import-row-at-range = est hors des années 1970 à 2105 : { $value }
import-note-encoding = Le texte est en { $encoding }, pas en UTF-8. Mots concernés : { $words }
import-note-ctrl-z = Une ancienne marque de fin de fichier (Ctrl-Z) a été ignorée.
import-note-mended = { $count ->
    [one] { $count } guillemet a été pris comme du texte.
   *[other] { $count } guillemets ont été pris comme du texte.
 }
import-note-multiline = { $count ->
    [one] { $count } ligne du tableau s'étend sur plusieurs lignes du fichier.
   *[other] { $count } lignes du tableau s'étendent sur plusieurs lignes du fichier.
 }
import-note-broken = { $count ->
    [one] { $count } ligne est abîmée et sera rejetée.
   *[other] { $count } lignes sont abîmées et seront rejetées.
 }
import-note-no-rows = Le fichier a un en-tête et aucune ligne.
import-note-unnamed = La colonne { $number } n'a pas de nom et n'est pas gardée.
import-note-zone = { $column } : les dates sans fuseau horaire sont prises en { $zone }.
import-note-scientific = { $column } : reste du texte, car des valeurs comme 1E+11 ont été arrondies par un tableur.
import-note-long = { $column } : reste du texte, car un tableur ne garde que 15 chiffres d'un nombre.
import-note-zeros = { $column } : reste du texte, car certains nombres commencent par un zéro.
import-note-torn-numbers = { $column } : reste du texte, car ses nombres sont écrits de façons incompatibles.
import-note-decimal-comma = { $column } : la virgule est prise comme séparateur décimal, comme dans { $sample } ; aucune valeur ne le prouve.
import-note-decimal-point = { $column } : le point est pris comme séparateur décimal, comme dans { $sample } ; aucune valeur ne le prouve.
import-note-odd-numbers = { $count ->
    [one] { $column } : reste du texte, car { $count } valeur n'est pas un nombre : { $value }, ligne { $line }.
   *[other] { $column } : reste du texte, car { $count } valeurs ne sont pas des nombres, la première étant { $value }, ligne { $line }.
 }
import-note-odd-dates = { $count ->
    [one] { $column } : reste du texte, car { $count } valeur n'est pas une date : { $value }, ligne { $line }.
   *[other] { $column } : reste du texte, car { $count } valeurs ne sont pas des dates, la première étant { $value }, ligne { $line }.
 }
import-note-blank-word = { $count ->
    [one] { $column } : reste du texte, car { $count } ligne porte { $word }. Si cela veut dire « pas de valeur », ajoutez-le aux mots vides.
   *[other] { $column } : reste du texte, car { $count } lignes portent { $word }. Si cela veut dire « pas de valeur », ajoutez-le aux mots vides.
 }
import-note-key = { $column } identifie chaque prospect.
import-note-key-repeated = { $count ->
    [one] { $column } identifie chaque prospect ; { $count } ligne répète une autre.
   *[other] { $column } identifie chaque prospect ; { $count } lignes en répètent une autre.
 }
import-note-key-repeats = { $column } identifie chaque prospect ; des lignes en répètent d'autres.
import-note-key-row-number = Aucune colonne n'identifie chaque prospect : c'est le numéro de ligne qui le fait.
