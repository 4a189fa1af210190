# Quand quelque chose ne marche pas : ce qui s’est passé et que faire.
error-home = Vers l’accueil
error-request = Si vous nous écrivez à ce sujet, indiquez { $id }.
error-not-found = Introuvable
error-not-found-detail = Il n’y a rien ici que vous puissiez voir. La page a pu être déplacée ou retirée.
error-sign-in = Veuillez vous connecter
error-sign-in-detail = Cette page est réservée aux personnes inscrites. Connectez-vous et vous reviendrez ici.
error-forbidden = Non autorisé
error-refused = Impossible
error-invalid = À revoir
error-invalid-detail = { $count ->
    [one] Un champ n’est pas encore juste. Rien n’a été enregistré.
   *[other] { $count } champs ne sont pas encore justes. Rien n’a été enregistré.
}
error-conflict = Modifié entre-temps
error-conflict-detail = Quelqu’un d’autre a modifié cela pendant que vous le regardiez. Rechargez, puis refaites votre modification.
error-too-many = Trop de tentatives
error-too-many-detail = Veuillez attendre { $seconds } secondes et réessayer.
error-method = Pas de cette façon
error-method-detail = Cette adresse ne répond pas à ce type de requête.
error-too-large = Trop volumineux
error-too-large-detail = Votre envoi dépasse ce qui est accepté ici. Rien n’a été enregistré.
error-media-type = Contenu inconnu
error-media-type-detail = Veuillez envoyer du JSON avec le type application/json.
error-busy = Un instant
error-busy-detail = Trop de choses se passent à la fois. Réessayez dans quelques secondes ; rien n’a été enregistré.
error-broken = Une panne de notre côté
error-broken-detail = Vous n’y êtes pour rien, et c’est noté. Veuillez réessayer plus tard.
error-bad-request = Incompris
error-bad-request-detail = La requête n’a pas pu être lue.
problem-body-unreadable = Le contenu n’a pas pu être lu comme du texte en UTF-8.
problem-shape = Le contenu n’a pas la forme attendue : { $detail }
problem-cursor = Il faut le « next » d’une réponse précédente.
problem-idempotency-key = Une clé d’idempotence compte de 1 à 200 caractères imprimables.
problem-idempotency-key-reused = Cette clé a déjà servi avec un autre contenu. Prenez une nouvelle clé pour une nouvelle requête.
refusal-other-site = Cela venait d’un autre site et n’a donc pas été fait.
