# Tous les mots que lit une personne, en français. en.ftl porte les mêmes clés et les mêmes arguments.
