# Les clusters, leurs membres, et les artisans.

## Clusters
clusters-lead = Des artisans d’un même métier, au même endroit, qui vendent, apprennent et livrent ensemble.
clusters-all = Tous
clusters-sector = Secteur
clusters-new = Nouveau cluster
clusters-none = Pas encore de cluster
clusters-none-text = Les clusters du programme apparaîtront ici.
clusters-none-filtered = Aucun cluster ne répond à ces filtres
clusters-edit-lead = Ce que les acheteurs et les artisans lisent sur le cluster.
clusters-presentation-lead = La façon dont votre cluster se présente. Le nom, le pays et le secteur relèvent du programme.
clusters-name = Nom
clusters-name-hint = Le métier et le lieu, par exemple « Art de la table de Nabeul ».
clusters-place = Ville ou région
clusters-crafts = Métiers
clusters-summary = À propos du cluster
clusters-summary-hint = Ce qui fait la réputation du lieu, et ce qu’un acheteur y trouve. L’idéal : 60 à 90 mots.
clusters-latitude = Latitude
clusters-longitude = Longitude
clusters-coordinates-hint = En degrés, pour la ville, par exemple 36,4513 et 10,7357. Nord et est sont positifs.
clusters-leader = Organisation porteuse
clusters-leader-hint = Une organisation approuvée de type « cluster ». Ses membres deviennent les agents du cluster.
clusters-leader-edit-hint = Ses membres sont les agents du cluster. Choisissez-en une autre pour lui confier le cluster.
clusters-leader-new = Une nouvelle, au nom du cluster
sectors-title = Secteurs
sectors-lead = Les industries culturelles et créatives, et le nombre de clusters actifs dans chacune.

## Artisans
makers-lead = Ateliers, coopératives et studios vérifiés par le programme. Choisissez un pays, un métier ou un cluster.
makers-none = Pas encore d’artisans
makers-none-text = Les premiers ateliers arrivent. Le vôtre en fait-il partie ?
makers-none-filtered = Aucun artisan ne répond à ces filtres
makers-none-filtered-text = Retirez un filtre : un cluster voisin connaît peut-être le même métier.

## Le profil d’un artisan
profile-title = Notre atelier
profile-lead = Ce que les acheteurs lisent sur vous. Cinq minutes suffisent, et vous pouvez le modifier à tout moment.
profile-place = Où vous travaillez
profile-place-hint = La ville ou le village ; le pays, nous le connaissons.
profile-crafts-hint = C’est par là que les acheteurs vous trouvent. Cochez ce que vous fabriquez vraiment.
profile-story = Votre histoire
profile-story-hint = Qui vous êtes, comment vous avez appris le métier, ce que vos pièces ont de particulier. Écrivez comme vous le raconteriez à un invité.
profile-founded = Année de création
profile-people = Personnes au travail
profile-people-hint = Toutes celles qui fabriquent, y compris à domicile.
profile-capacity = Pièces par semaine
profile-capacity-hint = Ce que vous pouvez livrer une semaine normale, tous produits confondus. Un chiffre prudent inspire confiance.
profile-exports = Nous pouvons exporter nous-mêmes
profile-exports-hint = Sinon, aucun souci : une autre société figure comme exportateur sur les documents.
profile-incoterms = Règles de livraison proposées à l’étranger
profile-incoterms-hint = Incoterms 2020, si vous exportez vous-mêmes. Ne cochez rien pour laisser ouvert.
profile-currency = Monnaie de vos prix
profile-currency-hint = Les nouveaux produits commencent avec elle.
profile-order-minimum = Plus petite commande
profile-order-minimum-hint = Le montant minimal d’une commande, tous produits réunis. Vide : toute commande convient.

## Appartenir à un cluster
membership-requested = En attente de réponse
membership-confirmed = Membre
membership-refused = Refusé
membership-left = Terminé
membership-decision-confirmed = Confirmer l’adhésion
membership-decision-refused = Refuser la demande
membership-decision-ended = Mettre fin à l’adhésion
memberships-mine = Nos clusters
memberships-mine-lead = Les acheteurs font confiance à un artisan dont les voisins se portent garants. Chaque cluster confirme lui-même ses membres.
memberships-mine-none = Vous n’appartenez encore à aucun cluster
memberships-mine-none-text = Adressez-vous au cluster de votre ville ou de votre métier. Il répond par courrier électronique.
memberships-ask = Demander à adhérer
memberships-ask-hint = Le cluster lit votre profil avant de répondre.
memberships-ask-send = Envoyer la demande
memberships-take-back = Retirer la demande
memberships-leave = Quitter le cluster
memberships-leave-sure = Quitter ce cluster ? Il faudrait refaire une demande.
memberships-title = Membres et demandes
memberships-lead = Qui demande à adhérer, qui est membre. Seuls les membres confirmés comptent.
memberships-standing = Situation
memberships-asked-on = Demande du
memberships-decided-on = Décision du
memberships-look = Voir
memberships-none = Personne ici
memberships-none-waiting = Personne n’attend de réponse
memberships-none-text = Quand un artisan demande à adhérer, vous recevez une lettre et la demande apparaît ici.
memberships-see-confirmed = Voir les membres
memberships-maker-waits = Pas encore approuvé par le programme
memberships-not-approved = Le programme n’a pas encore approuvé cet artisan. Vous pouvez confirmer dès maintenant ; il sera compté et visible une fois approuvé.
memberships-no-profile = Cet artisan n’a pas encore écrit son profil.
memberships-see-maker = Voir la page de l’artisan
memberships-decide = Décider
memberships-decision = Décision
memberships-note = Motif
memberships-note-hint = L’artisan le lira dans une lettre. Nécessaire pour refuser ou mettre fin.

notice-cluster-created = Le cluster est dans la maison.
notice-cluster-saved = Enregistré.
notice-profile-saved = Enregistré. Voici comment les autres vous voient.
notice-membership-asked = Votre demande est partie. Le cluster répondra par courrier électronique.
notice-membership-left = C’est fait. Le cluster est prévenu.
notice-membership-decided = Décision prise. Une lettre part vers l’artisan.

problem-craft-missing = Choisissez au moins un métier.
problem-coordinate = Il faut un nombre de degrés entre -{ $most } et { $most }.
problem-coordinate-alone = La latitude et la longitude vont ensemble.
problem-cluster-organisation = Il faut le nom d’adresse d’une organisation de cluster approuvée.
problem-cluster-organisation-taken = Cette organisation porte déjà un autre cluster.
problem-cluster-unknown = Choisissez un des clusters.
problem-membership-reason = Indiquez le motif ; l’artisan le lira.

refusal-not-any-maker = Cette page est réservée aux artisans.
refusal-not-your-cluster = Cette page est réservée aux agents de ce cluster.
refusal-not-your-workshop = Vous ne pouvez modifier que votre propre profil.
refusal-membership-waiting = Votre demande attend déjà une réponse.
refusal-membership-already = L’adhésion est déjà confirmée.
refusal-membership-over = Cette demande ou cette adhésion est déjà terminée.
refusal-membership-not-yet = Cette demande peut être confirmée ou refusée ; il n’y a pas encore d’adhésion à laquelle mettre fin.
refusal-membership-too-soon = Le cluster a refusé récemment. Vous pourrez redemander 30 jours après le refus.

letter-membership-asked-subject = { $maker } demande à rejoindre { $cluster }
letter-membership-asked-text = { $maker } souhaite appartenir à { $cluster }. Merci de regarder l’atelier et de décider.
letter-membership-asked-button = Voir et décider
letter-membership-left-subject = { $maker } n’appartient plus à { $cluster }
letter-membership-left-text = { $maker } a quitté { $cluster }, ou a retiré sa demande.
letter-membership-left-button = Voir les membres
letter-membership-agent-reason = Vous recevez cette lettre en tant qu’agent de { $cluster }.
letter-membership-confirmed-subject = { $maker } appartient à { $cluster }
letter-membership-confirmed-text = { $cluster } a confirmé l’adhésion de { $maker }. Votre page porte désormais sa coche.
letter-membership-refused-subject = { $cluster } a répondu à { $maker }
letter-membership-refused-text = { $cluster } n’a pas pu accueillir { $maker } comme membre. Le cluster écrit :
letter-membership-ended-subject = { $maker } et { $cluster }
letter-membership-ended-text = { $cluster } a mis fin à l’adhésion de { $maker }. Le cluster écrit :
letter-membership-maker-button = Voir nos clusters
letter-membership-maker-reason = Vous recevez cette lettre parce que vous faites partie de { $maker }.
