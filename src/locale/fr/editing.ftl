# Historique, annulations, brouillons, copies, modifications groupées, traductions.
refusal-undo-nothing = Il n'y a rien ici que l'on puisse annuler.
refusal-undo-moved = Ceci a encore changé depuis : { $field }. Annulez d'abord la modification plus récente, ou récrivez-le.
refusal-bulk-undone = Cette modification a déjà été annulée.

## History
history-title = Historique
history-lead = Chaque modification, avec ce qui était écrit avant. Les 200 dernières sont gardées, pendant trois ans.
history-empty = Rien n'a changé depuis que l'historique est tenu.
date-moment = { $day }, { $time } UTC
history-field-in = { $field } ({ $language })
history-nothing = rien
history-by-house = La maison
history-gross-weight = Poids avec emballage
history-undone = Annulée
history-undo = Annuler ceci
history-undo-bulk = Annuler pour tous les produits
history-undo-bulk-sure = Annuler cette modification pour chaque produit qu'elle a touché ?
history-restore = Revenir à cet état
history-restore-sure = Tout remettre comme c'était après cette modification ? Les modifications suivantes restent dans l'historique.
history-act-created = Création
history-act-edited = Modification
history-act-terms = Variantes, prix et emballage modifiés
history-act-pictures = Photographies modifiées
history-act-published = Publication
history-act-withdrawn = Retrait
history-act-imported = Importation d'un fichier
history-act-copied = Copie
history-act-translated = Traduction
history-act-bulk = Modification avec d'autres produits
history-act-undone = Modification annulée
history-act-restored = Retour à un état antérieur
notice-undo = Annuler
notice-undone = La modification est annulée.
notice-restored = L'état antérieur est rétabli.
notice-bulk-undone = La modification est annulée pour tous les produits.

## Unsaved forms
draft-found = Vous avez des modifications non enregistrées du { $when }.
draft-continue = Les reprendre
draft-throw = Les abandonner
draft-throw-sure = Abandonner vos modifications non enregistrées ?
draft-continued = Voici vos modifications non enregistrées. Elles ne comptent qu'une fois enregistrées.
draft-keep = Garder comme brouillon
draft-is-kept = Ce que vous avez écrit est gardé ; vous seul le voyez.
draft-is-not-kept = Ce que vous avez écrit n'a pas encore pu être gardé. Un nouvel essai suit.
merge-by = { $who } a modifié ceci le { $when }, après que vous avez commencé.
merge-somebody = Ceci a été modifié après que vous avez commencé.
merge-taken = Repris de là, puisque vous n'y aviez rien changé :
merge-clashes = Modifié des deux côtés :
merge-theirs = Actuellement :
merge-mine = Chez vous :
merge-choose = Votre version est ci-dessous. Enregistrez-la pour la garder, ou prenez l'autre.
merge-take-theirs = Prendre l'autre version
notice-draft-kept = Votre brouillon est gardé. Vous seul le voyez.
notice-draft-thrown = Le formulaire montre de nouveau ce qui est enregistré.

## Copies
copy-of = Copie de { $title }
copy-make = Faire une copie
copy-with-products = Copier avec ses produits
copy-alone = Copier sans produits
problem-copy-too-many = Une collection de plus de { $most } produits n'est pas copiée avec eux.
notice-product-copied = Voici la copie : un brouillon sans référence.
notice-collection-copied = Voici la copie : un brouillon que personne ne voit encore.

## Several products at once
bulk-title = Modifier plusieurs produits
bulk-lead = Seul ce que vous remplissez change. Vous voyez d'abord ce qui se passerait ; rien n'est écrit avant votre accord.
bulk-choose = Choisir
bulk-chosen = Modifier les produits choisis
bulk-all = Modifier toute cette liste
bulk-all-chosen = Tous les produits de la liste que vous regardiez
bulk-as-it-is = Ne pas changer
bulk-percent = Prix en plus ou en moins, en pour cent
bulk-percent-hint = 5 augmente, -2,5 baisse : le prix, ceux des variantes et la grille de prix. Les échantillons gardent le leur.
bulk-step = Arrondir à
bulk-step-hint = Avec un pourcentage : 0,5 arrondit au demi le plus proche.
bulk-price = Ou le même prix pour tous
bulk-collection-none = Hors de toute collection
bulk-shelf = Publier ou retirer
bulk-countries = Montrés aux acheteurs de
bulk-countries-all = Tous les pays
bulk-countries-only = Ces pays seulement
bulk-countries-except = Tous sauf ces pays
bulk-country-list = Quels pays
bulk-look = Voir ce qui se passerait
bulk-preview = Ce qui se passerait
bulk-preview-lead = Rien n'est encore écrit. Toutes les modifications ci-dessous se font ensemble, ou aucune.
bulk-refused = Reste tel quel
bulk-count-changes = { $count ->
    [one] { $count } produit changerait.
   *[other] { $count } produits changeraient.
}
bulk-count-stays = { $count ->
    [one] { $count } produit dit déjà cela.
   *[other] { $count } produits disent déjà cela.
}
bulk-count-refused = { $count ->
    [one] { $count } produit ne peut pas être modifié ainsi et reste tel quel.
   *[other] { $count } produits ne peuvent pas être modifiés ainsi et restent tels quels.
}
bulk-carry-out = { $count ->
    [one] Modifier { $count } produit
   *[other] Modifier { $count } produits
}
bulk-left-out = { $count ->
    [one] { $count } autre n'est pas montré ici.
   *[other] { $count } autres ne sont pas montrés ici.
}
refusal-bulk-moved = Quelque chose a changé depuis votre aperçu. Rien n'a été écrit ; regardez de nouveau.
refusal-bulk-unseen = Regardez d'abord l'aperçu, et renvoyez son empreinte.
refusal-bulk-nothing = Aucun de ces produits ne changerait.
problem-percent = Il faut un nombre de -90 à 900 avec deux décimales au plus, par exemple 5 ou -2,5.
problem-bulk-price-twice = Choisissez : un pourcentage, ou le même prix pour tous.
problem-bulk-step = L'arrondi demande un pourcentage et un pas au-dessus de zéro, par exemple 0,5.
problem-bulk-nothing = Dites ce qui doit changer.
problem-bulk-none = Choisissez au moins un produit.
problem-bulk-products = Ce doit être vos propres produits.
problem-bulk-too-many = Au plus { $most } produits à la fois. Réduisez la liste, ou passez par une importation.
problem-bulk-countries = Nommez des pays, séparés par des virgules : France, Allemagne.
notice-bulk-changed = Les produits sont modifiés.

## Translations
translations-title = Traductions
translations-lead = Les trois langues côte à côte. Ce qui manque est marqué ; rien d'autre ne change ici.
translations-list-lead = Ce qui manque dans quelle langue. Les acheteurs lisent d'abord la leur.
translations-missing = Manque
translations-missing-in = Manque en : { $languages }
translations-nothing = Rien ne manque ici.
problem-caption-picture = Ce doit être une photographie de ce produit ou de cette collection.
notice-translated = Les textes sont enregistrés.
