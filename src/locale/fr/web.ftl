# Les mots du cadre et des éléments communs à toutes les pages.

## Cadre
nav-brand = Fondouk
nav-skip = Aller au contenu
nav-main = Rubriques principales
nav-foot = Le reste de la maison
nav-pages = Pages de cette liste
nav-breadcrumbs = Vous êtes ici
nav-search = Rechercher
nav-search-label = Rechercher des produits, des artisans et des clusters
nav-search-hint = Zellige, bois d’olivier, lampe en laiton…
nav-language = Langue
nav-makers = Artisans
nav-clusters = Clusters
nav-collections = Collections
nav-sourcing-requests = Demandes d’achat
nav-programme = Programme
nav-api = Pour les logiciels
nav-sign-in = Se connecter
nav-sign-up = S’inscrire
nav-sign-out = Se déconnecter
nav-promise = Là où les artisans du sud de la Méditerranée traitent directement avec les boutiques, les marques et les hôtels du monde entier.

## Formulaires
form-optional = facultatif
form-amount = Montant
form-currency = Devise
form-any-language = Une seule langue suffit ; les autres peuvent suivre.
form-problems = { $count ->
    [one] Un point est à revoir
   *[other] { $count } points sont à revoir
}
form-save = Enregistrer
form-send = Envoyer
form-cancel = Annuler
form-edit = Modifier
form-delete = Supprimer
form-add = Ajouter
form-confirm = Confirmer
form-continue = Continuer
form-back = Retour
form-choose = Choisir…
form-sure = Êtes-vous certain de vouloir continuer ?

## Commun
common-verified = Vérifié par le programme
common-next-page = Suite
common-first-page = Revenir au début
common-see-all = Tout voir
common-show-more = Afficher plus
common-evidence = Voir les justificatifs
common-none = Aucun
common-unknown = Inconnu
common-yes = Oui
common-no = Non
common-not-stated = Non précisé
common-on-behalf = { $person } pour { $organisation }
common-no-results = Aucun résultat pour l’instant
common-no-results-hint = Essayez avec moins de mots, une autre orthographe, ou retirez un filtre.
common-placeholder-picture = Dessin tenant lieu de photographie
common-from-to = du { $from } au { $to }
common-updated = Mis à jour le { $date }
common-results = { $count ->
    [0] Aucun résultat
    [one] { $count } résultat
   *[other] { $count } résultats
}

## Filtres
filter-title = Filtres
filter-chosen = Filtres retenus
filter-remove = Retirer le filtre
filter-clear = Retirer tous les filtres
filter-apply = Appliquer
filter-kind = Type
filter-country = Pays
filter-cluster = Cluster
filter-craft = Métier
filter-material = Matière
filter-technique = Technique
filter-price = Prix de gros
filter-price-max = Au plus
filter-moq = Commande minimale
filter-lead-time = Délai
filter-sort = Trier par
sort-relevance = Pertinence
sort-newest = Nouveautés
sort-price-up = Prix croissant
sort-price-down = Prix décroissant
sort-lead-time = Délai le plus court
sort-name = Nom

## Ce que l’on trouve
kind-product = Produit
kind-products = Produits
kind-collection = Collection
kind-collections = Collections
kind-maker = Artisan
kind-makers = Artisans
kind-cluster = Cluster
kind-clusters = Clusters

## États
status-draft = Brouillon
status-published = Publié
status-withdrawn = Retiré
status-open = Ouvert
status-closed = Clos
status-answered = Répondu
status-sent = Envoyé
status-countered = Contre-proposition
status-accepted = Accepté
status-declined = Décliné
status-not-chosen = Non retenu
status-expired = Expiré
status-replaced = Remplacé
status-proposed = Proposé
status-signed = Signé
status-active = En vigueur
status-ended = Terminé
status-confirmed = Confirmé
status-shipped = Expédié
status-delivered = Livré
status-paid = Payé
status-cancelled = Annulé
status-pending = En attente
status-approved = Approuvé
status-unverified = Pas encore vérifié
status-verified = Vérifié
status-refused = Refusé
status-invited = Invité
status-member = Membre
status-suspended = Suspendu
status-revoked = Révoqué
status-failed = Échoué
status-selection = Sélection
status-diagnostic = Étude diagnostique
status-planning = Vision et plan d’action
status-implementation = Mise en œuvre
status-monitoring = Suivi
status-met = Cible atteinte
status-on-track = En bonne voie
status-behind = En retard

## Verdicts d’un rapprochement
verdict-holds = Convient
verdict-near = Presque
verdict-fails = Ne convient pas

## Dates
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.
date-long = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date-short = { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
date-month = { $month } { $year }

## Unités : $count choisit la forme, $shown est le nombre tel qu’il s’imprime
unit-days = { $count ->
    [one] { $shown } jour
   *[other] { $shown } jours
}
unit-weeks = { $count ->
    [one] { $shown } semaine
   *[other] { $shown } semaines
}
unit-months = { $shown } mois
unit-years = { $count ->
    [one] { $shown } an
   *[other] { $shown } ans
}
unit-pieces = { $count ->
    [one] { $shown } pièce
   *[other] { $shown } pièces
}
unit-products = { $count ->
    [one] { $shown } produit
   *[other] { $shown } produits
}
unit-collections = { $count ->
    [one] { $shown } collection
   *[other] { $shown } collections
}
unit-makers = { $count ->
    [one] { $shown } artisan
   *[other] { $shown } artisans
}
unit-people = { $count ->
    [one] { $shown } personne
   *[other] { $shown } personnes
}
unit-agreements = { $count ->
    [one] { $shown } contrat
   *[other] { $shown } contrats
}
unit-deals = { $count ->
    [one] { $shown } commande
   *[other] { $shown } commandes
}
unit-records = { $count ->
    [one] { $shown } pièce justificative
   *[other] { $shown } pièces justificatives
}
unit-per-week = { $amount } par semaine
unit-moq = à partir de { $pieces }
unit-per-piece = { $price } la pièce
unit-grams = { $shown } g
unit-kilograms = { $shown } kg
