letters-title = Ce que nous vous écrivons
letters-lead = Les nouveautés arrivent en une seule lettre, au rythme que vous voulez, jamais une par chose.
letters-rhythm = À quel rythme ?
letters-rhythm-hint = La lettre du jour part à 7 h UTC, celle de la semaine le lundi à 7 h UTC. Sans rien de neuf, pas de lettre.
rhythm-immediate = Tout de suite ; ce qui vient dans la même minute tient en une lettre
rhythm-daily = Une fois par jour
rhythm-weekly = Une fois par semaine
rhythm-never = Jamais
letters-what = Ce qu’elle contient
letters-what-requests = Si vous êtes un atelier : les demandes ouvertes auxquelles vos produits répondent.
letters-what-answers = Si vous êtes un acheteur : les produits qui répondent depuis peu à vos demandes ouvertes.
letters-what-searches = Ce que vos recherches enregistrées trouvent de nouveau.
letters-always = Ce qui arrive toujours
letters-always-text = Les lettres qui concernent vos propres affaires arrivent quoi que vous choisissiez : messages, devis, accords et commandes, les premières réponses à une demande que vous avez ouverte, les décisions à votre sujet, et ce qu’il faut pour vous connecter.

searches-title = Recherches enregistrées
searches-lead = Ce qui est publié après l’enregistrement d’une recherche, et qui y répond, figure dans votre prochaine lettre.
searches-none = Aucune recherche enregistrée
searches-none-text = Cherchez quelque chose ; à côté des résultats, vous pouvez enregistrer la recherche.
searches-save = Enregistrer cette recherche
searches-name = Son nom pour vous
searches-name-hint = Il figure dans vos lettres, au-dessus de ce qui est trouvé.
searches-address = Adresse de la recherche
searches-address-hint = Comme dans votre navigateur : /search?q=bols&country=TN
searches-since = Depuis le { $date }

tidings-subject = Du nouveau pour vous : { $what }
tidings-subject-both = Du nouveau pour vous : { $requests }, { $products }
tidings-subject-wanted = Un acheteur cherche ce que vous faites : { $request }
tidings-count-requests = { $count ->
    [one] une demande
   *[other] { $shown } demandes
}
tidings-count-products = { $count ->
    [one] un produit
   *[other] { $shown } produits
}
tidings-wanted = Des demandes auxquelles vos produits répondent
tidings-answers = De nouvelles réponses à vos demandes
tidings-found = Du nouveau pour vos recherches
tidings-fitting = Vos produits qui conviennent
tidings-read = Lire la demande et y répondre
tidings-not-for-us = Pas pour nous
tidings-product = { $product } · { $maker }
tidings-more = Et { $shown } de plus
tidings-reason = Vous recevez cette lettre parce que vous avez voulu connaître les nouveautés, ou n’avez jamais dit à quel rythme.

tiding-declined = Demande déclinée
tiding-declined-text = Plus personne de votre atelier n’est sollicité pour cette demande ; l’acheteur n’en est pas informé. Si vous changez d’avis, revenez-y sur la page de la demande.
tiding-link-used = Il y a déjà été répondu
tiding-link-used-text = Le lien a déjà servi ; il ne sert qu’une fois. La demande figure parmi les demandes qui vous correspondent.
tiding-link-expired = Ce lien est trop ancien
tiding-link-expired-text = Les liens des lettres servent trente jours. Connectez-vous : les demandes ouvertes figurent parmi celles qui vous correspondent.
tiding-link-closed = Cette demande est close
tiding-link-closed-text = L’acheteur ne prend plus de réponses ; il n’y a donc rien à décliner.
tiding-link-gone = Ce lien ne fonctionne pas
tiding-link-gone-text = Il n’a jamais été des nôtres, ou il est destiné à un atelier dont son lecteur ne fait plus partie.
tiding-end-gone-text = Il est trop ancien, ou n’a jamais été des nôtres. Connectez-vous : sous « Ce que nous vous écrivons », dans votre compte, vous dites à quel rythme nous vous écrivons.

tiding-end = Plus de telles lettres ?
tiding-end-text = Vous n’entendriez plus parler des nouveautés : demandes, produits, recherches enregistrées. Les lettres sur vos propres affaires arriveront encore.
tiding-end-button = Ne plus recevoir ces lettres
tiding-ended = Vous ne recevez plus ces lettres
tiding-ended-text = Nous ne vous écrivons plus au sujet des nouveautés. Les lettres sur vos propres affaires arrivent encore.
tiding-resume = C’était une erreur : les recevoir de nouveau
tiding-resumed = Vous recevez de nouveau ces lettres

notice-rhythm-chosen = C’est fait. Nous vous écrirons à ce rythme.
notice-search-saved = Enregistrée. Ce qui est nouveau figurera dans vos lettres.
notice-search-deleted = Supprimée.
problem-saved-search = Dites ce qui est cherché : des mots, ou au moins un filtre, comme q=bols ou craft=ceramics.
problem-saved-search-kind = Seuls les produits sont annoncés : laissez `kind` de côté, ou mettez-y `product`.
problem-saved-search-sentence = Une phrase entière ne peut pas être suivie : tout produit qui en contient un mot y répondrait. Ne gardez que ce qui est cherché, par exemple « bols bleus ».
refusal-saved-searches-full = Vous avez { $most } recherches enregistrées, le maximum. Supprimez-en une d’abord.
refusal-tiding-link-used = Ce lien a déjà servi.
refusal-tiding-link-expired = Ce lien est trop ancien ; les liens des lettres servent trente jours.
refusal-tiding-link-closed = Cette demande est close ; il n’y a donc rien à décliner.
