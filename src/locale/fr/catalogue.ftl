# Ce que les artisans proposent : collections, produits, images.
refusal-product-published = Ce produit est déjà publié.
refusal-collection-published = Cette collection est déjà publiée.
refusal-not-published = Ceci n’est pas publié, il n’y a donc rien à retirer.
refusal-collection-empty = Une collection doit contenir au moins un produit complet. Ajoutez-en un, ou complétez ce qui manque.
product-missing = Il manque : { $field }
problem-sku-taken = Vous utilisez déjà cette référence pour un autre produit.
problem-collection-unknown = Ce doit être l’une de vos collections.
problem-maker-unknown = Aucun artisan n’est connu ici sous ce nom d’adresse.
problem-maker-not-approved = Cet artisan n’est pas encore agréé : rien ne peut être publié pour lui.
problem-other-maker = Cet import ne concerne que { $maker }.
problem-moq-multiple = Les pièces vont par { $multiple } : la commande minimale pourrait être de { $below } ou de { $above }.
problem-moq-multiple-one = Les pièces vont par { $multiple } : la commande minimale pourrait être de { $above }.
problem-hs-code = Un code douanier a de 6 à 13 chiffres, par exemple 6912.00.
problem-pictures-full = { $most } images au plus. Supprimez-en une pour faire de la place.
problem-file-missing = Veuillez choisir un fichier.
problem-line-not-utf8 = Cette ligne n’est pas du texte en UTF-8.
problem-line-too-long = Cette ligne dépasse un mégaoctet.

## Commun
catalogue-any = Tous
catalogue-comma = { ", " }
catalogue-in-language = En { $language }

## Collections publiques
collections-lead = Des pièces pensées ensemble, présentées par les ateliers qui les fabriquent.
collections-none = Pas encore de collection
collections-none-text = Les premiers artisans préparent les leurs. Revenez bientôt.
collection-untitled = Collection sans titre
collection-only-you = Vous seul voyez cette page : la collection n’est pas publiée.
collection-no-products = Aucun produit pour le moment

## Produits publics
products-lead = Faits main au sud de la Méditerranée, sur commande pour boutiques, marques et hôtels.
products-all = Tous les produits
products-none = Pas encore de produit
product-untitled = Produit sans titre
product-only-you = Vous seul voyez cette page : le produit n’est pas publié.
product-by = Par
product-price-per-piece = la pièce, prix de gros
product-price-join = Les prix de gros sont réservés aux acheteurs vérifiés. L’inscription est gratuite et votre entreprise est vérifiée en quelques jours.
product-price-wait = Votre entreprise est en cours de vérification. Dès que ce sera fait, vous verrez ici les prix de gros.
product-price-not-yours = Les prix de gros ne sont montrés qu’aux acheteurs vérifiés.
product-ask = Demander un devis
product-siblings = De la même collection

## Champs d’un produit
product-title = Titre
product-title-hint = Ce que c’est, en 3 à 8 mots : genre, matière, particularité.
product-description = Description
product-description-hint = Comment il est fait, sa taille, son entretien, et ce à quoi il ne convient pas.
product-craft = Métier
product-materials = Matières
product-materials-hint = Au moins une avant de publier, huit au plus.
product-techniques = Techniques
product-price = Prix de gros
product-price-hint = Pour une pièce, dans votre monnaie de compte. Seuls les acheteurs vérifiés le voient. Aucune commission n’est prélevée.
product-moq = Commande minimale
product-moq-hint = En pièces ; un multiple du colisage.
product-order-multiple = Colisage
product-order-multiple-hint = Les pièces se commandent par multiples de ce nombre. Écrivez 1 si tout nombre convient.
product-lead-time = Délai de fabrication
product-lead-time-days = Délai de fabrication en jours
product-lead-time-hint = De la commande confirmée à la marchandise prête à partir. Mieux vaut un long délai honnête qu’un court non tenu.
product-weekly-capacity = Capacité par semaine
product-weekly-capacity-hint = Nombre de pièces de ce produit réalisables par semaine.
product-hs-code = Code douanier (SH)
product-hs-code-hint = 6 à 13 chiffres. Écrivez ce que c’est avec des mots, et choisissez dans la liste.
product-origin = Pays d’origine
product-collection = Collection
product-collection-hint = Facultatif : les produits d’une collection sont présentés ensemble.
product-sku = Référence
product-sku-hint = Votre propre référence, si vous en avez une.
product-weight = Poids
product-weight-grams = Poids en grammes

## Champs d’une collection
collection-title = Titre de la collection
collection-title-hint = Un nom que les acheteurs retiendront.
collection-story = Histoire
collection-story-hint = Ce qui unit ces pièces, d’où elles viennent, qui les fait.

## Atelier
workshop-waiting = Le programme n’a pas encore agréé votre atelier. Vous pouvez tout préparer dès maintenant ; la publication s’ouvrira avec l’agrément.
workshop-products = Vos produits
workshop-status = État
workshop-missing = Ce qui manque
workshop-nothing-missing = Rien
workshop-publish = Publier
workshop-withdraw = Retirer
workshop-see = Voir comme les acheteurs
workshop-preview = Aperçu
workshop-no-collections = Pas encore de collection
workshop-no-collections-text = Une collection est votre vitrine : un titre, quelques mots et les produits qui vont ensemble.
workshop-no-products = Pas encore de produit
workshop-no-products-text = Commencez par un seul : un titre et une photo suffisent pour aujourd’hui, le reste suivra.
product-new = Nouveau produit
product-new-lead = Écrivez ce que vous savez, enregistrez, et continuez quand vous voulez. Personne ne le voit avant la publication.
product-is-published = Les acheteurs voient ce produit. Il doit rester complet quand vous le modifiez.
product-is-ready = Ce produit est complet : il peut être publié.
product-missing-list = Avant la publication, il lui faut :
product-withdraw-sure = Retirer ce produit ? Les acheteurs ne le trouveront plus ; vous pourrez le republier.
collection-new = Nouvelle collection
collection-new-lead = Donnez-lui d’abord un nom ; ajoutez ensuite ses produits.
collection-is-published = Les acheteurs voient cette collection avec tous ses produits publiés.
collection-publish-rule = Publier la collection publie aussi chacun de ses brouillons complets. Les brouillons incomplets restent des brouillons, et les produits retirés restent retirés.
collection-ready = { $count ->
    [one] Un brouillon est complet et serait publié avec elle.
   *[other] { $count } brouillons sont complets et seraient publiés avec elle.
}
collection-lacking = { $count ->
    [one] Un brouillon est incomplet et resterait un brouillon.
   *[other] { $count } brouillons sont incomplets et resteraient des brouillons.
}
collection-withdraw-sure = Masquer cette collection ? Ses produits restent publiés et visibles séparément.

## Images
photos-title = Photos
photos-hint = La première est la couverture. Ouvrez une photo pour la légender, la déplacer ou la supprimer.
photos-add = Ajouter des photos
photos-add-hint = JPEG, PNG ou WebP ; plusieurs à la fois si vous voulez. La lumière du jour et un fond uni vendent le mieux.
photos-send = Envoyer les photos
photos-full = Il n’y a plus de place ; supprimez-en une d’abord.
photo-title = Photo
photo-caption = Légende
photo-caption-hint = Ce que l’on voit ; lu à voix haute à qui ne voit pas l’image.
photo-position = Place
photo-position-hint = De 1 à { $count } ; la première est la couverture.

## Vocabulaires
vocabulary-crafts = Métiers
vocabulary-crafts-lead = Les métiers de la maison en trois langues ; chacun mène à ses produits.
vocabulary-materials = Matières
vocabulary-materials-lead = De quoi les choses sont faites, en trois langues.
vocabulary-techniques = Techniques
vocabulary-techniques-lead = Comment les choses sont faites, en trois langues.

## Avis
notice-product-saved = Le produit est enregistré.
notice-product-published = Le produit est publié : les acheteurs peuvent le trouver.
notice-product-withdrawn = Le produit est retiré. Vous pouvez le republier quand vous voulez.
notice-collection-saved = La collection est enregistrée.
notice-collection-published = La collection est publiée, avec tous ses produits complets.
notice-collection-withdrawn = La collection est masquée. Ses produits restent publiés.
notice-pictures-added = Les photos sont en place.
notice-picture-saved = La photo est enregistrée.
notice-picture-deleted = La photo est supprimée.

## Les conditions d’un produit
terms-title = Variantes, prix et emballage
terms-lead = Tailles et couleurs avec leurs propres références, prix par quantité et par pays, échantillons, et emballage d’une pièce.
terms-variants = Variantes
terms-variants-hint = Seulement si le produit existe en plusieurs tailles, couleurs ou émaux. Videz une ligne pour la retirer.
terms-variant-number = Variante { $number }
terms-variant-price = Prix de cette variante
terms-variant-price-hint = Laissez vide si elle coûte le prix du produit.
terms-tiers = Liste de prix
terms-tiers-hint = Les prix autres que le prix simple : à partir d’une quantité, pour certains pays, en une saison, ou pour une livraison plus rapide. Le pays de l’acheteur passe avant « partout », une plus grande quantité avant une plus petite. Videz une ligne pour la retirer.
terms-tier-number = Prix { $number }
terms-tier-from = Prix { $number } : à partir de { $from } pièces
terms-tier-least = À partir de (pièces)
terms-tier-most = Jusqu’à
terms-tier-price = Prix d’une pièce
terms-tier-territory = Seulement pour les acheteurs de
terms-tier-territory-hint = Des pays, séparés par des virgules : France, Allemagne. Vide : partout.
terms-tier-lead-time-hint = Seulement s’il diffère de celui du produit.
terms-tier-from-day = À partir du
terms-tier-until-day = Jusqu’au
terms-tier-variant = Seulement pour la variante
terms-all-variants = Toutes
terms-other = Échantillons et pays
terms-sample = Prix d’un échantillon
terms-sample-hint = Écrivez 0 s’il est gratuit. Vide : pas d’échantillon.
terms-only-in = Ne le montrer qu’aux acheteurs de
terms-only-in-hint = Des pays, séparés par des virgules. Vide : à tout le monde.
terms-except-in = Ne pas le montrer aux acheteurs de
terms-except-in-hint = Des pays, séparés par des virgules.
terms-packing = Emballage et sécurité
terms-gross-weight = Poids avec l’emballage, en grammes
terms-gross-weight-hint = D’une pièce, telle qu’elle voyage.
terms-length = Longueur en mm
terms-width = Largeur en mm
terms-height = Hauteur en mm
terms-warnings = Avertissements
terms-warnings-hint = Ce qu’une boutique en Europe doit imprimer à côté : non alimentaire, petites pièces, entretien.
terms-sample-free = gratuit
terms-from = à partir de { $pieces }
terms-between = de { $from } à { $to } pièces
terms-days = { $from } – { $until }
terms-days-from = à partir du { $from }
terms-days-until = jusqu’au { $until }
terms-everywhere = partout
terms-quantity = Quantité
terms-where = Pour
terms-when = Valable
terms-packed-size = { $length } × { $width } × { $height } mm
terms-packed = Emballé
option-size = Taille
option-colour = Couleur
option-glaze = Émail
option-finish = Finition
option-material = Matière
option-motif = Motif
option-other = Autre
notice-terms-saved = Les conditions sont enregistrées.
problem-tier-range = Il faut au moins { $from }.
problem-tier-days = Ce jour vient avant le premier.
problem-tier-overlap = La ligne { $row } donne un autre prix pour les mêmes pièces aux mêmes jours. Changez la quantité, les pays ou les jours de l’une des deux.
problem-tier-variant = Il n’y a pas ici de variante avec la référence { $sku }.
problem-variant-options = Dites en quoi cette variante diffère : sa taille, sa couleur, son émail.
problem-variant-sku-twice = Une autre variante plus haut a cette référence.
problem-variant-twice = Une autre variante plus haut est la même.
problem-country-twice = { $country } se trouve dans les deux listes.
problem-packing-sides = Donnez les trois côtés, ou aucun.

## Le calendrier d’un atelier
calendar-title = Calendrier
calendar-lead = Les semaines où vous faites plus ou moins de pièces que d’habitude, et celles où vous êtes fermé. Les demandes en tiennent compte ; les acheteurs ne le voient pas.
calendar-empty = Rien n’est encore noté : chaque semaine est une semaine habituelle.
calendar-add = Ajouter au calendrier
calendar-weekly = Pièces par semaine
calendar-weekly-hint = Écrivez 0 quand l’atelier est fermé.
calendar-note = De quoi il s’agit
calendar-note-hint = Pour vous : récolte, fête, congés.
calendar-product = Pour
calendar-product-hint = D’habitude tout l’atelier.
calendar-all = Tout l’atelier
calendar-closed = Fermé
calendar-delete = Retirer
notice-calendar-changed = Le calendrier est modifié.
problem-period-past = Ces jours sont passés.
problem-period-long = Un an au plus à la fois.
problem-period-overlap = Du { $from } au { $until }, autre chose est déjà noté. Retirez-le d’abord, ou choisissez d’autres jours.
problem-period-product = Il faut que ce soit un de vos produits.

## Codes douaniers
customs-title = Codes douaniers
customs-lead = Comment cela s’appelle-t-il à la frontière ? Écrivez ce que c’est avec vos mots.
customs-what = Qu’est-ce que c’est ?
customs-what-hint = Par exemple : vaisselle en porcelaine, sac à main en cuir, zellige ; ou les premiers chiffres d’un code.
customs-look = Chercher un code douanier
customs-none = Ces mots ne mènent à aucun code. Essayez la matière et l’usage.
customs-source = Nomenclature des marchandises de l’Union européenne, 2025, chapitres de l’artisanat ; © Union européenne. Les six premiers chiffres sont les mêmes dans le monde entier. La douane décide en dernier lieu.

terms-agreed = Selon votre accord
terms-agreed-less = { $percent } % de remise sur le tarif
terms-agreed-multiple = par lots de { $multiple }
terms-agreed-any = à la pièce
terms-agreed-lead-time = prêt en { $days }

photos-to-products = Commencer par les photos
photos-to-products-text = Choisissez une photo de chaque pièce. Chacune devient un produit, et une seule page demande les noms et les prix.
photos-to-products-choose = Une photo par produit
photos-to-products-send = En faire des produits
notice-photos-made = Chaque photo est maintenant un produit. Donnez les noms et les prix.
problem-photos-many = Au plus { $most } photos à la fois : envoyez les autres ensuite.
labels-title = Noms et prix
labels-lead = Un nom et un prix pour chaque photo ; plus bas, ce qu’ils ont en commun.
labels-common = Ce qu’ils ont en commun
labels-common-hint = Complète ce qu’un produit ne dit pas lui-même. Chacun pourra être modifié ensuite.
labels-description-hint = Sur l’ensemble ; chaque produit pourra avoir son propre texte.
labels-open = { $count ->
    [one] Il manque quelque chose à un brouillon : noms et prix sur une page
   *[other] Il manque quelque chose à { $count } brouillons : noms et prix sur une page
}
labels-none = Aucun brouillon
labels-none-text = Tout dans cette collection est en rayon ou a été retiré.
notice-labels-saved = Enregistré. Regardez-les une dernière fois, puis publiez la collection.
problem-label-product = Ce n’est pas un produit de cette collection.
