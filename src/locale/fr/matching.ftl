# Les demandes d’achat, et les produits qui y répondent.

## Listes
requests-lead = Ce que boutiques, marques, hôtels et distributeurs recherchent en ce moment.
requests-outline = Les artisans, les clusters et les responsables lisent les demandes en entier. Inscrivez-vous comme artisan : vos produits seront rapprochés de chacune d’elles.
requests-outline-waiting = Le texte complet des demandes est réservé aux artisans agréés, aux clusters et aux responsables. D’ici là, vous voyez quel genre de chose est recherché.
requests-all-crafts = Tous les métiers
requests-empty = Aucune demande n’est ouverte ici
requests-empty-text = De nouvelles demandes arrivent chaque semaine. Retirez le filtre ou revenez bientôt.
requests-own = Vos demandes
requests-own-lead = Dites une fois ce qu’il vous faut. Les ateliers dont les produits conviennent sont prévenus, et vous voyez pourquoi chacun convient.
requests-own-empty = Vous n’avez encore rien demandé
requests-own-empty-text = Une demande prend cinq minutes : quoi, combien, pour où et pour quand.

## Le formulaire
request-new = Nouvelle demande
request-new-lead = Elle reste un brouillon que vous seul voyez, jusqu’à ce que vous l’ouvriez aux artisans.
request-edit = Modifier la demande
request-edit-lead = Les produits qui y répondent sont recherchés à nouveau dès que vous enregistrez.
request-edit-open = Cette demande est ouverte : les artisans voient aussitôt vos changements.
request-title = En une ligne
request-title-hint = Par exemple : bols peints à la main pour une collection d’été
request-wanted = Ce que vous cherchez
request-wanted-hint = Usage, dimensions, couleurs, finition, emballage, ce qui doit être certifié. Écrivez dans la langue de votre choix ; les mots sont comparés à ceux des produits.
request-language = Langue de votre texte
request-crafts = Métiers
request-crafts-hint = Seuls les produits de ces métiers sont retenus. Ne cochez rien si tous conviennent.
request-materials = Matières
request-materials-more = Préciser les matières (facultatif)
request-materials-hint = Les produits qui en sont faits passent devant. Sans métier, eux seuls sont retenus.
request-quantity = Quantité
request-quantity-hint = Pièces de la première commande
request-target-price = Prix visé par pièce
request-target-price-hint = Prix de gros, dans la devise de votre choix. Les produits jusqu’à 25 % au-dessus sont montrés comme presque convenables.
request-destination = Vendu en
request-destination-hint = Le pays compte lorsqu’un produit est promis à quelqu’un en exclusivité.
request-channel = Canal
request-channel-hint = Là où vos clients le trouveront
request-channel-shops = Boutiques
request-channel-online = En ligne
request-channel-hospitality = Hôtels et restaurants
request-channel-wholesale = Vente en gros
request-needed-by = Pour le
request-needed-by-hint = Le dernier jour où la marchandise vous est utile
request-save = Enregistrer
request-any-craft = Tous métiers

## Une demande
request-since = Depuis le
request-draft-hint = Ce brouillon n’est vu que de vous. Ouvrez-le, et les artisans dont les produits conviennent seront prévenus.
request-draft-waiting = Ce brouillon n’est vu que de vous. Vous pourrez l’ouvrir dès que le programme vous aura vérifié.
request-open = Ouvrir aux artisans
request-close = Clore
request-close-sure = Les artisans ne verront plus cette demande. La clore ?
request-discard = Jeter le brouillon
request-answer = Répondre par un devis
request-your-products = Vos produits qui conviennent

## Rapprochements
matches-title = Qui peut le faire
matches-lead = Les meilleurs d’abord. Chaque produit dit pourquoi il convient ; s’il s’en faut de peu, ce qui devrait changer.
matches-count = Produits qui conviennent
near-count = Il s’en faut de peu
near-lead = Ceux-ci conviendraient si une chose changeait.
matches-see = Voir qui peut le faire
matches-empty = Rien ne convient encore
matches-empty-text = Les nouveaux produits sont comparés à votre demande dès leur publication, et vous recevrez une lettre. Une date plus lointaine, une autre quantité ou moins de conditions peuvent aider.
matches-empty-closed = Cette demande n’est pas ouverte ; rien n’est donc recherché.
match-score = { $score } sur 100
match-score-parts = De quoi la note est faite
match-would-fit = Ce produit conviendrait ainsi :
opportunities-title = Les demandes auxquelles vos produits répondent
opportunities-lead = Les demandes ouvertes et, pour chacun de vos produits, pourquoi il convient ou ce qui l’en sépare.
opportunities-empty = Aucune demande ouverte ne correspond encore à vos produits
opportunities-empty-text = Votre prochaine lettre vous l’annoncera dès qu’il y en aura une. Plus vos produits publiés sont nombreux et complets, plus cela viendra vite.
opportunities-all = Voir toutes les demandes ouvertes
opportunities-near-hint = Aucun de vos produits ne convient tel quel. Vous pouvez tout de même proposer ce que vous pouvez.

## Règles
match-rule-subject = Ce qui est demandé
match-rule-quantity = Quantité
match-rule-lead-time = Délai
match-rule-capacity = Capacité
match-rule-exclusivity = Exclusivité
match-rule-destination = Destination
match-rule-price = Prix

## Parts de la note
match-part-craft = Métier
match-part-words = Mots en commun
match-part-materials = Matières
match-part-price = Prix
match-part-lead-time = Marge de temps
match-part-capacity = Place au calendrier
match-part-completeness = Fiche complète
match-part-cluster = Membre d’un cluster
match-part-export = Prêt à exporter

## Pourquoi
match-why-craft = { $craft }, comme demandé
match-why-other-craft = Un autre métier : { $craft }
match-why-no-craft = Le métier n’est pas précisé
match-why-materials = En { $materials }, comme demandé
match-why-other-materials = Fait d’autres matières
match-why-words = { $count ->
    [one] Un mot de la demande
   *[other] { $count } mots de la demande
}
match-why-no-words = Aucun mot de la demande
match-why-called = Répond à la demande, en d’autres mots
match-why-order = À partir de { $moq }
match-why-order-multiple = À partir de { $moq }, par multiples de { $multiple }
match-why-ready = Peut être prêt le { $date }
match-why-makes-all = Il y a de la place pour { $pieces } à temps
match-why-makes-some = Il y a de la place pour { $pieces } sur { $wanted } à temps
match-why-not-stated = Non précisé ; demandez à l’artisan
match-why-free = Promis à personne dans ce pays et ce canal
match-why-promised = Promis à un autre acheteur dans ce pays et ce canal jusqu’au { $date }
match-why-domestic = Reste dans le pays
match-why-exports-itself = L’artisan exporte lui-même
match-why-through-cluster = Exporté par le cluster de l’artisan
match-why-needs-exporter = Il faudra un exportateur déclaré
match-why-not-offered-there = L’artisan ne le propose pas là-bas
match-why-within = { $price }, dans la limite visée
match-why-above = { $price }, { $percent } % au-dessus du prix visé
match-why-no-target = Aucun prix visé n’a été indiqué
match-why-no-rate = Aucun taux de change ne permet de comparer les prix

## Ce qui devrait changer
match-change-more = Commander au moins { $to } au lieu de { $from }.
match-change-fewer = Commander { $to } au lieu de { $from }.
match-change-or = { $change } L’autre choix est { $other }.
match-change-later = Accepter { $delay } de plus, soit le { $date }.
match-change-price = Payer { $to } la pièce au lieu de { $from }.

## Avis et refus
notice-request-drafted = Enregistré comme brouillon.
notice-request-changed = Enregistré. Les produits correspondants sont recherchés à nouveau.
notice-request-discarded = Le brouillon est supprimé.
notice-request-opened = Votre demande est ouverte. Les artisans dont les produits conviennent sont prévenus.
notice-request-closed = Votre demande est close.
refusal-request-closed = Cette demande est close. Rouvrez-la avant de la modifier.
refusal-request-open = Cette demande est déjà ouverte.
refusal-request-not-open = Cette demande n’est pas ouverte.
refusal-request-not-draft = Seul un brouillon qui n’a jamais été ouvert peut être jeté. Vous pouvez clore la demande.
refusal-request-overdue = Le jour indiqué est arrivé ou passé. Changez d’abord la date.
problem-needed-by = Ce doit être un jour du { $first } au { $last }.

## Lettres
letter-first-subject = Les premiers ateliers pour votre demande : { $request }
letter-first-text = { $products } de { $makers } répondent à votre demande. Les artisans en auront connaissance, et chaque produit dit pourquoi il convient.
letter-first-button = Voir qui peut le faire
letter-first-reason = Vous recevez cette lettre parce que vous avez ouvert la demande « { $request } ».

# Demands of a request
request-quantity-most = Au plus
request-quantity-most-hint = Si une commande plus grande convient aussi
request-range = { $least } à { $most }
request-window = du { $first } au { $last }
request-more = Autres conditions (facultatif)
request-needed-from = Pas avant
request-needed-from-hint = Le premier jour où vous pouvez recevoir la marchandise
request-answers-by = Réponses jusqu’au
request-answers-by-hint = Après ce jour, la demande se ferme d’elle-même. Vide : jusqu’à la date du besoin.
request-certificates = Certificats exigés
request-certificates-hint = Ils doivent être valables le jour de la livraison.
request-incoterms = Règles de livraison acceptées
request-incoterms-hint = Incoterms 2020. Ne cochez rien si vous êtes ouvert.
request-languages = Langues dans lesquelles vous écrivez
request-languages-hint = Ne cochez rien si toutes conviennent.
request-languages-asked = Langues de l’acheteur
request-sample = Un échantillon d’abord
request-sample-hint = Seuls les produits dont on peut avoir un échantillon répondent pleinement.
request-sample-asked = Oui
problem-quantity-most = La fourchette doit finir à { $least } pièces ou plus.
problem-needed-from = La marchandise ne peut arriver après le jour du besoin : choisissez le { $last } ou plus tôt.
problem-answers-by = Choisissez un jour du { $first } au { $last }, date du besoin.
refusal-request-deadline = La date limite des réponses est passée. Rédigez-la de nouveau avec une date plus tardive.
match-rule-certificate = Certificat
match-rule-incoterm = Règle de livraison
match-rule-language = Langue
match-rule-sample = Échantillon
match-why-certified = { $certificate } : valable
match-why-certified-until = { $certificate } : valable jusqu’au { $date }
match-why-ends = { $certificate } : expire avant la livraison, le { $date }
match-why-unconfirmed = { $certificate } : pas encore vérifié par le programme
match-why-uncertified = { $certificate } : non certifié
match-why-serves = Proposé : { $incoterms }
match-why-speaks = Langue de l’artisan : { $language }
match-why-sample = Un échantillon est disponible
match-why-no-sample = Aucun échantillon n’est proposé
match-change-renewed = { $certificate } est renouvelé d’ici le { $date }.
match-change-confirmed = Le programme confirme { $certificate }.
match-change-incoterm = Accepter { $incoterm }.
match-change-language = Écrire en { $language }.
match-change-without-sample = Se passer d’échantillon.

# Ce qui accompagne une demande
request-files = Dessins et documents
request-files-hint = Jusqu’à { $most } fichiers : images (JPEG, PNG, WebP) ou PDF. Toute personne qui peut lire la demande peut les ouvrir. Le lieu et la date de prise de vue sont effacés des photos.
request-files-add = Ajouter des fichiers
request-files-full = Il y a de la place pour { $most } fichiers. Retirez-en un pour en ajouter un autre.
notice-request-files-added = Ajouté à votre demande.
notice-request-file-removed = Retiré de votre demande.
problem-request-files = Une demande contient { $most } fichiers au plus, et la vôtre en contient déjà { $present }.
