### Imports : un fichier, son essai à blanc, son écriture.

## The page
import-title = Importer des produits
import-lead = Apportez vos produits depuis un tableur ou une autre boutique. Vous voyez d’abord ce qui se passerait ; rien n’est écrit avant votre accord.
import-file = Fichier
import-file-hint = Excel (.xlsx), CSV, JSON Lines, ou ce qu’exportent Shopify, WooCommerce et Etsy ; jusqu’à 64 Mo.
import-more = Si quelque chose n’est pas reconnu
import-format = Type de fichier
import-format-hint = En général, le fichier le dit lui-même.
import-format-auto = Selon le fichier
import-format-shopify = Shopify
import-format-woocommerce = WooCommerce
import-format-etsy = Etsy
import-currency = Devise des prix
import-currency-hint = Pour les prix qui ne la disent pas, comme dans les fichiers de Shopify et WooCommerce. Sans elle, ces prix sont omis.
import-encoding = Encodage du texte
import-encoding-hint = Seulement si des lettres s’affichent mal.
import-strict = Tout ou rien
import-strict-hint = Si un seul produit a un problème, rien ne peut être écrit. Sinon, les bons le sont.
import-send = Vérifier le fichier
import-sheet = Commencer par notre feuille vide
import-sheet-text = Elle a une colonne pour tout ce que demandent les acheteurs. Votre référence dit de quel produit parle une ligne : renvoyée, elle le modifie, et ce qui n’a pas changé est passé. Les lignes de même référence sont des variantes d’un produit.
import-sheet-xlsx = Feuille vide pour Excel
import-sheet-csv = Feuille vide en CSV
import-sheet-name = Produits
import-export-xlsx = Télécharger pour Excel
import-export-csv = Télécharger en CSV
import-earlier = Imports des derniers jours
import-when = Envoyé

## The report
import-state-reading = Incomplet : renvoyez le même fichier, et il reprend où il s’est arrêté.
import-state-grouping = Vérification en cours
import-state-checking = Vérification en cours
import-state-ready = Voici ce qui se passerait. Rien n’est encore écrit.
import-state-committed = Écrit
import-dialect-lines = JSON Lines
import-dialect-sheet = Feuille
import-dialect-shopify = Shopify
import-dialect-woocommerce = WooCommerce
import-dialect-etsy = Etsy
import-checked = Lignes vérifiées
import-refreshes = Cette page s’actualise d’elle-même.
import-read = Produits
import-created = Nouveaux
import-changed = Modifiés
import-skipped = Inchangés
import-refused = Refusés
import-outcome-created = Nouveau
import-outcome-changed = Modifié
import-outcome-skipped = Inchangé
import-outcome-refused = Refusé
import-is-committed = Tout ce qui est juste est écrit.
import-unknown = Colonnes que nous ne connaissons pas
import-unknown-text = Dites ce qu’elles contiennent ; nous le retiendrons pour vos prochains fichiers.
import-columns = Ce que contiennent les colonnes
import-as-it-is = Comme reconnu
import-ignore = Rien d’utile ici
import-map = Vérifier à nouveau avec ces colonnes
import-cannot = Rien ne peut être écrit en l’état : corrigez le fichier et renvoyez-le.
import-drop = Oublier ce fichier
import-table = Ce qui se passerait, produit par produit
import-row = Ligne
import-what = Ce qui se passe
import-expected = Ce qui conviendrait
notice-import-mapped = Les colonnes sont retenues, et le fichier est vérifié à nouveau.
notice-import-committed = Les produits sont écrits.
notice-import-moved = Votre catalogue a changé depuis la vérification : rien n’a été écrit. Voici ce qui se passerait maintenant.
notice-import-dropped = Le fichier est oublié. Ce qui a été écrit reste.

## Refusals
refusal-import-not-ready = Ce fichier est encore en cours de vérification.
refusal-import-strict = Cet import est tout ou rien, et un produit a un problème.
refusal-import-nothing = Aucun produit de ce fichier n’est sans problème.
refusal-import-committed = Cet import est déjà écrit.
refusal-import-moved = Le catalogue a changé depuis ce rapport : rien n’a été écrit. Le nouveau rapport dit ce qui se passerait maintenant.

## What is wrong with a file
problem-file-empty = Ce fichier est vide.
problem-file-no-table = Ce n’est pas un tableau : envoyez du XLSX, du CSV ou du JSON Lines avec un en-tête et au moins une ligne.
problem-file-workbook = C’est un classeur (XLSX), et un autre format était demandé.
problem-file-old-workbook = C’est un classeur d’ancien type (.xls) ou protégé par mot de passe. Enregistrez-le en .xlsx sans mot de passe.
problem-file-no-workbook = Il n’y a pas de feuille visible dans ce fichier. Enregistrez le tableau en .xlsx ou CSV.
problem-file-broken-workbook = Ce classeur est abîmé. Ouvrez-le dans votre logiciel et enregistrez-le à nouveau.
problem-file-password = Ce classeur est protégé par un mot de passe.
problem-file-archive = Cette archive est abîmée.
problem-file-bomb = Décompressé, ce fichier serait beaucoup trop grand.
problem-file-rows = Une feuille peut avoir { $most } lignes. Envoyez-la en plusieurs fois.
problem-file-columns = Une feuille peut avoir { $most } colonnes.
problem-file-cell = Une cellule de la ligne { $row } dépasse { $most } lettres.
problem-file-quote = La ligne qui commence à { $row } ne finit pas : un guillemet n’est pas fermé.
problem-file-encoding = Ce fichier n’est pas en { $encoding } : l’octet { $byte } ne convient pas. Indiquez son encodage.
problem-encoding-unknown = Cet encodage n’est pas connu.

## What is wrong in a cell
problem-cell-formula = Une formule a échoué ici : il n’y a pas de valeur.
problem-tier = « { $tier } » n’est pas un palier de prix.
problem-sku-repeated = La ligne { $row } a déjà la même référence, et cette ligne n’en est pas une variante.
problem-page-repeated = Le produit figure déjà à la ligne { $row }, sous le nom de sa page.
problem-row-differs = La ligne { $row }, du même produit, dit autre chose ici.
problem-row-too-long = Cette ligne a plus de cellules que l’en-tête : une cellule qui contient le séparateur demande des guillemets.
problem-shop-gift-card = Une carte cadeau n’est pas un produit pour ce marché.
problem-shop-virtual = On ne vend ici que des choses que l’on peut toucher ; ce produit est virtuel ou téléchargeable.
problem-shop-external = Ce produit est vendu dans une autre boutique.
problem-shop-grouped = Un groupe de produits n’est pas un produit ; ses parties sont importées à part.
problem-shop-kind = Les produits de type « { $kind } » ne sont pas compris.
problem-shop-no-parent = Le produit « { $parent } » auquel appartient cette variation n’est pas dans le fichier.
problem-import-field = Aucune colonne de la feuille ne s’appelle ainsi.
problem-import-header = Aucune colonne du fichier n’a cet en-tête.
problem-import-columns = C’est plus de colonnes qu’un fichier ne peut en avoir.

## What would be right
import-expected-line = un objet JSON sur une ligne, en UTF-8, avec les seuls champs décrits
import-expected-row = une ligne par produit ; celles qui partagent sa référence indiquent une taille, une couleur, un émail ou une référence de variante
import-expected-cells = autant de cellules que l’en-tête
import-expected-maker = le nom d’adresse d’un artisan, par exemple atelier-ben-salah
import-expected-sku = la référence, jusqu’à 64 caractères, une fois par produit
import-expected-title = un texte de 160 caractères au plus dans chaque langue
import-expected-description = un texte de 4000 caractères au plus dans chaque langue
import-expected-language = en, fr ou ar
import-expected-craft = un des métiers par clé ou par nom, par exemple céramique
import-expected-materials = 1 à 8 matières par clé ou par nom, par exemple argile, verre
import-expected-techniques = jusqu’à 8 techniques par clé ou par nom, par exemple peint à la main
import-expected-price = un montant avec sa devise, par exemple 12.500 TND ; en JSON un objet avec amount et currency
import-expected-moq = un nombre entier de pièces, multiple du colisage
import-expected-order-multiple = un nombre entier de pièces, 1 ou plus
import-expected-lead-time = un nombre entier de jours, de 0 à 730
import-expected-weekly-capacity = un nombre entier de pièces, 1 ou plus
import-expected-hs-code = de 6 à 13 chiffres, par exemple 691200
import-expected-origin = un pays par son nom ou son code à deux lettres, par exemple TN
import-expected-weight = un nombre entier de grammes, 1 ou plus
import-expected-collection = le nom d’adresse ou le titre d’une collection, 160 caractères au plus
import-expected-publish = oui ou non (en JSON true ou false) ; oui demande un produit complet d’un artisan agréé
import-expected-variants = par variante une référence, ce qui la distingue et, s’ils diffèrent, un prix et un poids
import-expected-tiers = des paliers tels que 100-499: 11.000 TND FR,DE 45d 2026-01-01..2026-12-31; 500+: 10.500 TND
import-expected-slug = la fin de l’adresse d’un produit sans référence, une fois par produit
import-expected-sample = un montant avec sa devise, par exemple 12.500 TND, ou 0 TND si l’échantillon est gratuit
import-expected-countries = des pays par leur nom ou leur code à deux lettres, séparés par des points-virgules
import-expected-packing = des grammes et des millimètres entiers, 1 ou plus ; longueur, largeur et hauteur ensemble
import-expected-type = des produits simples ou variables, et des variations de produits du même fichier

## Counts and notes
import-commit = { $count ->
    [one] Écrire { $count } produit
   *[other] Écrire { $count } produits
}
import-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
import-note-price-without-currency = { $count ->
    [one] { $count } produit a un prix sans devise, qui a été omis. Indiquez la devise pour le prendre.
   *[other] { $count } produits ont un prix sans devise, qui a été omis. Indiquez la devise pour le prendre.
}
import-note-retail-price = { $count ->
    [one] { $count } produit apporte le prix de détail d’une boutique. Mettez votre prix de gros à la place.
   *[other] { $count } produits apportent le prix de détail d’une boutique. Mettez votre prix de gros à la place.
}
import-note-sale-price-ignored = { $count ->
    [one] { $count } produit y est en promotion ; le prix normal a été pris.
   *[other] { $count } produits y sont en promotion ; le prix normal a été pris.
}
import-note-material-unknown = { $count ->
    [one] { $count } produit nomme une matière absente de notre liste ; elle a été omise.
   *[other] { $count } produits nomment une matière absente de notre liste ; elle a été omise.
}
import-note-pictures-left = { $count ->
    [one] { $count } produit a des images sur un autre serveur, qui ne sont pas reprises. Ajoutez-les ici.
   *[other] { $count } produits ont des images sur un autre serveur, qui ne sont pas reprises. Ajoutez-les ici.
}
import-note-draft = { $count ->
    [one] { $count } produit vient d’une boutique et reste un brouillon : il lui manque ce que demandent les acheteurs ici, comme le métier, le minimum de commande et le code douanier.
   *[other] { $count } produits viennent d’une boutique et restent des brouillons : il leur manque ce que demandent les acheteurs ici, comme le métier, le minimum de commande et le code douanier.
}

portfolio-title = Photos par numéro d’article
portfolio-lead = Nommez chaque photo d’après l’article qu’elle montre : B-1.jpg, B-1 (2).jpg, ou un dossier B-1 qui contient ses photos. Vous voyez d’abord où chacune ira.
portfolio-file = Envoyer un ZIP de photos
portfolio-file-hint = Un ZIP d’au plus 200 photos et 256 Mo, ou plusieurs photos à la fois.
portfolio-nothing-written = Rien n’est encore écrit. Regardez la liste, puis rangez les photos.
portfolio-is-committed = Les photos sont à leur place.
portfolio-commit = { $count ->
    [one] Ranger une photo
   *[other] Ranger { $count } photos
}
portfolio-drop = Jeter
portfolio-counts = Nouvelles : { $added } · déjà là : { $skipped } · refusées : { $refused }
portfolio-name = Fichier
portfolio-outcome = Ce qui se passe
portfolio-outcome-added = Nouvelle photo de ce produit
portfolio-outcome-skipped = Ce produit l’a déjà
notice-portfolio-committed = Les photos sont à leur place.
notice-portfolio-dropped = Les photos sont jetées ; rien n’a changé.
refusal-portfolio-committed = Ces photos sont déjà à leurs produits.
refusal-portfolio-empty = Aucun de ces fichiers ne va à un produit : nommez chacun d’après un numéro d’article.
problem-portfolio-many = Au plus { $most } photos à la fois : envoyez les autres ensuite.
problem-portfolio-article = Aucun produit n’a ce numéro d’article : nommez le fichier d’après l’un d’eux, comme B-1.jpg.
