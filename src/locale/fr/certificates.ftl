# Certificats : ce qu’un artisan écrit, ce que le programme vérifie, ce que les acheteurs voient.
certificates-title = Certificats
certificates-lead = Ce à quoi vos produits sont conformes. Le programme vérifie chacun ; les acheteurs le voient sur vos pages et peuvent le chercher tant qu’il est valable.
certificates-none = Aucun certificat pour l’instant
certificates-none-text = Déclaration de contact alimentaire, label, audit : ajoutez le document, et les acheteurs qui l’exigent vous trouveront.
certificates-public-lead = Valables aujourd’hui pour ce que fabrique { $maker }, et vérifiés par le programme.
certificates-none-valid = Rien n’est valable aujourd’hui
certificates-none-valid-text = Ce qui n’est pas vérifié, pas commencé ou terminé n’est pas montré ici.
certificate-add = Ajouter un certificat
certificate-add-lead = Photographiez le document ou choisissez son PDF. Le programme le vérifie avant que les acheteurs le voient.
certificate-edit-note = Ce que vous modifiez est vérifié de nouveau ; d’ici là, les acheteurs ne le voient pas.
certificate-scheme = Certificat
certificate-scheme-choose = Choisissez
certificate-name = Son nom
certificate-name-hint = Seulement s’il n’est pas dans la liste.
certificate-number = Numéro
certificate-number-hint = Tel qu’il figure sur le document. Votre propre déclaration peut ne pas en avoir.
certificate-issuer = Délivré par
certificate-issuer-hint = L’organisme dont le cachet ou le logo y figure ; pour votre propre déclaration, vous-même.
certificate-from = Valable à partir du
certificate-until = Valable jusqu’au
certificate-ended-on = Terminé le
certificate-covers = Pour quels produits
covers-all = Tous les produits
covers-chosen = Certains produits
certificate-products = Produits concernés
certificate-products-hint = Seulement s’il n’est pas pour tous.
certificate-document = Document
certificate-document-hint = Une photo ou un PDF. Seuls vous, le programme et les acheteurs vérifiés peuvent l’ouvrir.
certificate-document-open = Ouvrir le document
certificate-document-none = Aucun document ne l’accompagne.
certificate-note = Note pour le programme
certificate-note-hint = Où le retrouver, ou ce que le document ne dit pas clairement. Les acheteurs ne la voient pas.
certificate-note-read = La note de l’artisan
certificate-send = Envoyer pour vérification
certificate-remove = Retirer
certificate-remove-sure = Retirer ce certificat ? Les acheteurs ne le verront plus.
certificate-without-end = Sans fin
certificate-valid-until = Valable jusqu’au { $date }
certificate-valid-today = Valable aujourd’hui
certificate-checked-on = Vérifié par le programme le { $date }
certificate-for-some = { $count ->
    [one] Pour un de ses produits
   *[other] Pour { $shown } de ses produits
}
certificate-said-on = Le programme, le { $date }
certificate-said-by = { $officer }, le { $date }
certificates-desk-lead = Comparez chacun à son document et au registre de l’organisme, puis confirmez-le ou refusez-le.
certificates-desk-none = Rien ici
certificates-desk-none-text = Aucun certificat n’est dans cet état.
certificate-standing = Vérification
certificate-decide = Décider
certificate-decision = Votre décision
certificate-decision-confirmed = Confirmer : il est authentique et dit ce qui figure ici
certificate-decision-refused = Refuser
certificate-decision-note = Ce que vous avez vu
certificate-decision-note-hint = Le document, le registre de l’organisme, ou ce qui ne va pas. L’artisan le lit.
certificate-history = Décisions jusqu’ici
notice-certificate-saved = Enregistré. Le programme va le vérifier.
notice-certificate-removed = Le certificat est retiré.
notice-certificate-decided = Votre décision est enregistrée.
problem-certificate-long = Un tel certificat dure { $months } mois au plus et doit avoir un dernier jour.
problem-certificate-no-product = Choisissez au moins un produit, ou dites qu’il est pour tous.
problem-certificate-product = Ce doivent être vos propres produits.
task-check-certificates = { $count ->
    [one] Un certificat attend d’être vérifié
   *[other] { $shown } certificats attendent d’être vérifiés
}
door-certificates = Certificats
search-certificate = Certificat valable aujourd’hui
filter-certificate = { $certificate }, valable aujourd’hui
maker-certificates-all = Voir tous les certificats

letter-certificate-ends = « { $certificate } » se termine le { $date }
letter-certificate-ends-text = Votre certificat « { $certificate } » est valable jusqu’au { $date }. Après ce jour, les acheteurs ne le voient plus et ne trouvent plus vos produits grâce à lui. Quand vous aurez le nouveau, modifiez les dates et ajoutez le nouveau document.
letter-certificate-ended = « { $certificate } » est terminé
letter-certificate-ended-text = Votre certificat « { $certificate } » était valable jusqu’au { $date }. Les acheteurs ne le voient plus. Si vous en avez un nouveau, modifiez les dates et ajoutez le nouveau document.
letter-certificate-confirmed = Votre certificat « { $certificate } » est confirmé
letter-certificate-confirmed-text = Le programme a vérifié votre certificat « { $certificate } ». Les acheteurs le voient sur vos pages tant qu’il est valable.
letter-certificate-refused = Votre certificat « { $certificate } » n’a pas été confirmé
letter-certificate-refused-text = Le programme a examiné votre certificat « { $certificate } » et n’a pas pu le confirmer. Vous pouvez corriger ce qui ne va pas et le renvoyer.
letter-certificate-button = Voir le certificat
letter-certificate-reason = Vous recevez ceci parce que votre atelier a indiqué ce certificat.
