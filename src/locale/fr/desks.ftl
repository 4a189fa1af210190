# La page d’accueil, les pages d’un artisan et d’un cluster, et la journée d’une personne.

home-title = Fait à la main, conclu dans la cour
home-lead = Trouvez l’atelier qui convient à votre idée : des assiettes de Nabeul, des lampes de Marrakech, du cuir du Caire. Voyez pourquoi il convient, demandez un devis, signez.
home-post-request = Dites-nous ce que vous cherchez
home-to-desk = Aller à ma journée
home-collections = Nouvelles collections
home-products = Nouveautés des ateliers
home-clusters = Les clusters, pays par pays
home-clusters-lead = Des artisans d’un même métier, au même endroit. Chaque cluster connaît ses membres et les confirme.
home-make-title = Vous fabriquez
home-make-text = Montrez votre travail dans votre langue, depuis un tableur ou avec les photos de votre téléphone. Sans frais, et vos prix ne sont visibles que des acheteurs vérifiés par le programme.
home-make-go = Montrer mon travail
home-buy-title = Vous achetez
home-buy-text = Décrivez ce qu’il vous faut. La maison nomme les ateliers qui conviennent, dit pourquoi, et dit ce qui devrait changer pour ceux qui conviennent presque.
home-buy-go = S’inscrire comme acheteur

maker-not-public = Le programme n’a pas encore approuvé cet artisan. D’ici là, le public ne voit pas cette page.
maker-member-of = Confirmé par
maker-edit-profile = Modifier notre profil
maker-ask = Demander ce qu’il vous faut
maker-exports = Exportation
maker-exports-itself = Exporte directement
maker-exports-through = Par un exportateur déclaré
maker-website = Site web
maker-currency = Tarif en
maker-nothing = Rien en vitrine pour l’instant
maker-nothing-text = Cet atelier n’a pas encore publié ses produits.
maker-nothing-own = Vos étagères sont vides
maker-nothing-own-text = Ce que vous publiez apparaît ici, à la vue des acheteurs.

cluster-members = Membres confirmés
cluster-coordinates = Sur la carte
cluster-no-members = Pas encore de membre confirmé
cluster-no-members-text = Les artisans demandent à adhérer, et le cluster les confirme un à un.

desk-title = Bonjour, { $name }
desk-waiting = Vous êtes attendu
desk-next-steps = Et maintenant ?
desk-doors = Vos portes
desk-nothing = Rien ne vous attend
desk-nothing-text = Quand quelqu’un a besoin de votre réponse, cela apparaît ici, et vous recevez une lettre.
desk-pending = Un responsable du programme doit encore examiner votre organisation. Vous recevrez une lettre.
desk-pending-maker = Un responsable du programme doit encore examiner votre atelier. Vous pouvez tout préparer dès maintenant ; la publication sera possible après approbation. Vous recevrez une lettre.
desk-pending-buyer = Un responsable du programme doit encore vérifier votre société. D’ici là, les prix de gros restent masqués. Vous recevrez une lettre.
desk-refused = Le programme n’a pas pu approuver votre organisation.
desk-suspended = Votre organisation est suspendue pour l’instant.

task-answer-quotes = { $count ->
    [one] Une offre attend votre réponse
   *[other] { $shown } offres attendent votre réponse
}
task-sign-agreements = { $count ->
    [one] Un accord attend votre signature
   *[other] { $shown } accords attendent votre signature
}
task-confirm-deals = { $count ->
    [one] Une commande attend votre confirmation
   *[other] { $shown } commandes attendent votre confirmation
}
task-ship-deals = { $count ->
    [one] Une commande confirmée est à expédier
   *[other] { $shown } commandes confirmées sont à expédier
}
task-receive-deals = { $count ->
    [one] Une commande est en route : dites quand elle est arrivée
   *[other] { $shown } commandes sont en route : dites quand elles sont arrivées
}
task-opportunities = { $count ->
    [one] Une demande d’achat correspond à vos produits
   *[other] { $shown } demandes d’achat correspondent à vos produits
}
task-verdicts = { $count ->
    [one] Un enregistrement attend votre verdict
   *[other] { $shown } enregistrements attendent votre verdict
}
task-write-profile = Écrivez votre profil : les acheteurs veulent savoir qui fabrique les pièces
task-first-product = Montrez votre premier produit
task-drafts = { $count ->
    [one] Un brouillon attend d’être terminé
   *[other] { $shown } brouillons attendent d’être terminés
}
task-join-cluster = Demandez à votre cluster de vous confirmer
task-requests = { $count ->
    [one] Un artisan demande à rejoindre votre cluster
   *[other] { $shown } artisans demandent à rejoindre votre cluster
}
task-no-cluster = Le programme indiquera quel cluster vous portez. D’ici là, faites le tour de la maison.
task-first-request = Publiez votre première demande d’achat
task-browse = Voir les nouveautés des ateliers
task-approve-makers = { $count ->
    [one] Un artisan attend l’approbation
   *[other] { $shown } artisans attendent l’approbation
}
task-verify-buyers = { $count ->
    [one] Un acheteur attend la vérification
   *[other] { $shown } acheteurs attendent la vérification
}
task-approve-clusters = { $count ->
    [one] Une organisation de cluster attend l’approbation
   *[other] { $shown } organisations de cluster attendent l’approbation
}
task-approve-institutions = { $count ->
    [one] Une institution attend l’approbation
   *[other] { $shown } institutions attendent l’approbation
}
task-all-requests = { $count ->
    [one] Un artisan attend la réponse d’un cluster
   *[other] { $shown } artisans attendent la réponse d’un cluster
}

door-quotes = Devis
door-requests = Nos demandes d’achat
door-dashboard = Tableau de bord du programme
door-workshop = Collections et produits
door-profile = Notre profil
door-own-clusters = Nos clusters
door-own-page = Notre page, vue par les acheteurs
door-members = Membres
door-presentation = Notre présentation
door-own-cluster = La page de notre cluster
door-makers = Artisans
door-clusters = Clusters
door-collections = Collections
door-organisations = Organisations
door-memberships = Membres et demandes de tous les clusters
door-new-cluster = Nouveau cluster
door-programme = Programme
