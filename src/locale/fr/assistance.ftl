nav-assistance = Artisans que je représente
nav-certificates = Certificats
acts-for = Vous agissez pour { $maker }.
acts-for-stopped = Vous n’agissez plus pour { $maker } : l’accord a pris fin, ou une objection n’est pas encore réglée.
acts-for-stop = Arrêter
agent-of = { $agent } ({ $helper })
acted-for = { $agent } pour { $maker }

act-catalogue = Catalogue et profil
act-certificates = Certificats
act-quotes = Devis et réponses aux demandes
act-agreements = Accords et commandes, signature comprise

status-waiting = En attente
status-given = En vigueur
status-unanswered = Attend l’artisan
status-objected = Objection
status-settled = Réglé

consents-title = Qui peut agir pour nous
consents-lead = Votre cluster peut tenir votre catalogue si vous l’y autorisez. Vous dites quoi, vous êtes informé de tout ce qui a été fait, et vous pouvez y mettre fin à tout moment, avec effet immédiat.
consents-none = Personne n’agit pour vous
consents-none-text = Vous et les vôtres êtes seuls à pouvoir modifier quelque chose dans votre atelier.
consent-new = Autoriser quelqu’un à agir pour nous
consent-new-lead = Choisissez qui peut faire quoi en votre nom.
consent-helper = Cluster
consent-helper-choose = Choisissez un cluster
consent-agent = Seulement cet agent
consent-agent-any = Tout agent du cluster
consent-agent-hint = Si vous ne nommez personne, tous les agents du cluster peuvent agir.
consent-acts = Peut faire pour nous
consent-acts-hint = Choisissez au moins une chose.
consent-ends = Dernier jour
consent-ends-hint = Laissé vide, l’accord vaut jusqu’à ce que vous y mettiez fin.
consent-never = Quoi que vous choisissiez, personne d’autre ne peut changer votre adresse électronique ni votre mot de passe, décider qui fait partie de votre atelier, autoriser d’autres personnes, ni dire à votre place si tout est juste.
consent-give = Autoriser
consent-title = Accord
consent-between = { $maker } autorise { $helper } à agir en son nom.
consent-since = Depuis le { $date }
consent-until = Jusqu’au { $date }
consent-paper-open = Ouvrir le papier signé
consent-history = Ce qui s’est passé
consent-was-given = { $name } l’a donné le { $date }.
consent-was-handed-in = { $name } a remis le papier signé le { $date }.
consent-was-confirmed = { $name } a confirmé le papier le { $date }.
consent-was-refused = { $name } a refusé le papier le { $date }.
consent-was-withdrawn = { $name } y a mis fin le { $date }.
consent-withdraw = Mettre fin à cet accord
consent-withdraw-sure = Y mettre fin maintenant ? Plus rien ne sera fait en votre nom.

paper-decide = Le papier est-il juste ?
paper-decision = Décision
paper-decision-confirmed = Oui, l’artisan l’a signé
paper-decision-refused = Non
paper-note = Remarque
paper-note-hint = L’agent la lira. Nécessaire pour refuser.
paper-decide-send = Décider
papers-title = Accords sur papier
papers-lead = Des agents les apportent pour des artisans qui n’ont pas de compte. Regardez le papier signé, interrogez l’artisan en cas de doute, et décidez.
papers-none = Aucun papier
papers-own = Accords sur papier
papers-own-text = Un artisan sans courrier électronique peut donner son accord sur papier. Envoyez-en une image ici ; il vaut dès que l’artisan ou un agent du programme l’a confirmé.
paper-new = Remettre un papier
paper-new-lead = Envoyez le papier par lequel l’artisan vous autorise à agir.
paper-maker = Artisan
paper-maker-choose = Choisissez un artisan
paper-maker-hint = La dernière partie de l’adresse de sa page.
paper-acts-hint = Comme ils figurent sur le papier.
paper-file = Papier signé
paper-file-hint = Un PDF ou une photographie.
paper-send = Remettre

assistance-title = Artisans que je représente
assistance-lead = Ces artisans vous laissent travailler en leur nom. Tout ce que vous faites porte votre nom, et l’artisan en est informé.
assistance-none = Aucun artisan pour l’instant
assistance-none-text = Un artisan vous autorise dans son atelier, ou sur un papier que vous remettez ici.
assistance-begin = Travailler pour { $maker }
assistance-stopped = Arrêté
assistance-stopped-text = L’artisan a fait une objection. Vous pourrez continuer quand l’artisan ou le programme l’aura réglée.

done-title = Fait pour nous
done-lead = Ce que d’autres ont fait en votre nom. Dites si c’est juste ; sans réponse, tout reste comme c’est.
done-none = Rien n’a été fait en votre nom
done-all = Tout voir
done-heading = Fait pour { $maker }
done-product-changed = Produit modifié
done-product-published = Produit publié
done-product-withdrawn = Produit retiré
done-collection-changed = Collection modifiée
done-collection-published = Collection publiée
done-collection-withdrawn = Collection retirée
done-capacity-changed = Calendrier modifié
done-certificate-changed = Certificat modifié
done-maker-profile-changed = Profil modifié
done-quote-offered = Devis proposé
done-quote-accepted = Devis accepté
done-quote-declined = Devis décliné
done-quote-withdrawn = Devis retiré
done-agreement-drafted = Accord commercial préparé
done-agreement-proposed = Accord commercial proposé
done-agreement-signed = Accord commercial signé
done-agreement-activated = Accord commercial en vigueur
done-agreement-ended = Accord commercial terminé
done-agreement-withdrawn = Accord commercial retiré
done-deal-drafted = Commande préparée
done-deal-confirmed = Commande confirmée
done-deal-shipped = Commande expédiée
done-deal-delivered = Commande livrée
done-deal-paid = Commande payée
done-deal-cancelled = Commande annulée
done-other = Autre chose

digest-answer = Est-ce juste ?
digest-answer-label = Votre réponse
digest-answer-confirmed = Oui, je confirme
digest-answer-objected = Non, je m’y oppose
digest-reason = Ce qui ne va pas
digest-reason-hint = Facultatif. L’agent et le programme le liront.
digest-send = Envoyer
digest-was-confirmed = { $name } a confirmé le { $date }.
digest-was-objected = { $name } a fait une objection le { $date }.
digest-was-settled = { $name } a réglé cela le { $date }.
objections-title = Objections
objections-lead = Des artisans s’opposent à ce qui a été fait en leur nom. Tant que ce n’est pas réglé, personne de ce cluster n’agit pour l’artisan.
objections-none = Aucune objection
objection-settle = Régler
objection-note = Ce qui a été convenu
objection-note-hint = L’artisan et l’agent le liront. Ensuite l’agent pourra de nouveau agir.
objection-send = C’est réglé

link-confirm = Oui, je confirme
link-confirm-text = Tout cela est-il juste ?
link-object = Je m’y oppose
link-object-text = Si vous vous y opposez, plus rien n’est fait en votre nom tant que ce n’est pas réglé. Le programme prendra contact avec vous deux.
link-withdraw = Mettre fin à l’accord
link-withdraw-text = Ceux qui ont fait cela ne pourront plus agir en votre nom, dès maintenant. Ce qui est fait reste.
link-confirmed = Merci
link-confirmed-text = Vous avez confirmé ce qui a été fait en votre nom.
link-objected = Votre objection est enregistrée
link-objected-text = Plus rien n’est fait en votre nom tant que ce n’est pas réglé. L’agent et le programme en sont informés.
link-withdrawn = L’accord a pris fin
link-withdrawn-text = Plus personne d’entre eux n’agit en votre nom. Le cluster en est informé.
link-used = Il y a déjà été répondu
link-used-text = Le lien a déjà servi, ou sa question a déjà sa réponse. Dans votre atelier, sous « Fait pour nous », vous voyez où cela en est.
link-gone = Ce lien ne fonctionne plus
link-gone-text = Il est trop ancien, ou n’a jamais été des nôtres. Connectez-vous : tout est dans votre atelier, sous « Fait pour nous ».

notice-consent-given = C’est fait. Vous recevez tous deux une lettre.
notice-consent-decided = Décision prise.
notice-consent-withdrawn = C’est terminé. Plus personne n’agit sur cette base.
notice-paper-handed-in = Remis. Il vaudra une fois confirmé.
notice-acting-stopped = Vous agissez de nouveau pour vous-même.
notice-digest-answered = Merci. Votre réponse est enregistrée.
notice-objection-settled = Réglé. L’agent peut continuer.

problem-consent-acts = Choisissez au moins une chose parmi : catalogue, certificates, quotes, agreements.
problem-consent-over = Ce jour est passé. Choisissez aujourd’hui ou un jour à venir, ou laissez vide.
problem-consent-helper = Il faut une organisation de cluster approuvée, par son numéro ou son nom d’adresse.
problem-consent-agent = Il faut le numéro d’un agent de ce cluster, ou laissez vide.
problem-consent-paper = Envoyez le papier signé, en PDF ou en image.

refusal-not-owner = Seul un propriétaire de l’atelier peut le faire.
refusal-not-assisted = L’artisan ne vous a pas autorisé à faire cela. Arrêtez d’agir pour lui pour vos propres affaires.
refusal-assistance-stopped = Vous ne pouvez pas agir pour cet artisan maintenant : l’accord a pris fin, ou une objection n’est pas réglée. Rien n’a été fait.
refusal-not-a-session = Un jeton n’agit pour personne durablement : nommez l’artisan dans l’en-tête For-Maker de chaque requête.
refusal-paper-waiting = Un papier de cet artisan attend déjà d’être regardé.
refusal-consent-decided = La décision est déjà prise.
refusal-consent-withdrawn = C’est déjà terminé.
refusal-digest-answered = Il y a déjà été répondu.
refusal-link-used = Ce lien a déjà servi.
refusal-objection-settled = C’est déjà réglé.

task-answer-digests = { $count ->
    [one] Dire si ce qui a été fait en votre nom est juste
   *[other] Dire si ce qui a été fait en votre nom est juste ({ $shown } fois)
}
task-own-papers = { $count ->
    [one] Un papier dit que quelqu’un peut agir pour vous : est-ce juste ?
   *[other] { $shown } papiers disent que quelqu’un peut agir pour vous : est-ce juste ?
}
task-papers = { $count ->
    [one] Regarder un accord sur papier
   *[other] Regarder { $shown } accords sur papier
}
task-objections = { $count ->
    [one] Régler l’objection d’un artisan
   *[other] Régler { $shown } objections d’artisans
}
task-stopped = { $count ->
    [one] Un artisan s’oppose à ce que vous avez fait
   *[other] { $shown } artisans s’opposent à ce que vous avez fait
}
door-assistance = Artisans que je représente
door-consents = Qui peut agir pour nous
door-done = Fait pour nous

letter-consent-maker-subject = { $helper } peut agir pour { $maker }
letter-consent-maker-text = Désormais { $helper } peut travailler au nom de { $maker }. Vous serez informé de ce qui est fait. Vous pouvez y mettre fin à tout moment, avec effet immédiat :
letter-consent-maker-button = Voir, ou y mettre fin
letter-consent-helper-subject = { $maker } vous laisse agir en son nom
letter-consent-helper-text = { $maker } a donné son accord pour que { $helper } travaille en son nom. Tout ce que vous faites porte votre nom, et l’artisan en est informé.
letter-consent-helper-button = Voir les artisans
letter-consent-paper-subject = { $helper } dit pouvoir agir pour { $maker }
letter-consent-paper-text = { $helper } nous a envoyé un papier par lequel { $maker } l’autorise à travailler en son nom. Si c’est juste, confirmez-le ; sinon, refusez-le. D’ici là il ne vaut rien.
letter-consent-paper-button = Voir le papier
letter-consent-refused-subject = Le papier de { $maker } a été refusé
letter-consent-refused-text = Le papier par lequel { $maker } autorise { $helper } n’a pas été confirmé :
letter-consent-withdrawn-subject = { $maker } a mis fin à son accord
letter-consent-withdrawn-text = { $helper } n’agit plus pour { $maker }. Ce qui est fait reste.
letter-assistance-maker-reason = Vous recevez ceci parce que vous faites partie de { $maker }.
letter-assistance-helper-reason = Vous recevez ceci en tant qu’agent de { $helper }.
letter-digest-subject = Fait pour { $maker }
letter-digest-text = { $agents } a fait ceci pour { $maker } :
letter-digest-more = { $count ->
    [one] Et encore une chose, que la page montre.
   *[other] Et encore { $shown } choses, que la page montre.
}
letter-digest-how = Chacun de ces liens ouvre une page qui montre tout ; seul le bouton qui s’y trouve répond. Il n’est pas nécessaire de se connecter.
letter-digest-confirm = Confirmer que tout est juste
letter-digest-object = S’opposer, parce que quelque chose ne va pas
letter-digest-withdraw = Ne plus les laisser agir pour nous
letter-digest-reason = Vous recevez ceci parce que { $maker } a donné son accord pour que { $agents } agisse en son nom.
letter-objected-subject = { $maker } s’oppose à ce qui a été fait en son nom
letter-objected-text = { $maker } s’oppose à quelque chose que vous avez fait en son nom. Tant que ce n’est pas réglé, plus rien ne peut être fait pour cet artisan. Parlez-en ensemble.
letter-objected-reason = Vous recevez ceci en raison d’un accord entre vous et { $maker }.
letter-objected-officer-text = { $maker } s’oppose à ce que { $agents } a fait en son nom. Tant que ce n’est pas réglé, plus rien n’est fait pour cet artisan. Merci de le régler avec les deux côtés.
letter-objected-officer-button = Voir les objections
letter-objected-officer-reason = Vous recevez ceci en tant qu’agent du programme.
letter-settled-subject = Réglé avec { $maker }
letter-settled-text = L’objection de { $maker } est réglée, et le travail peut continuer. Ce qui a été convenu :
letter-settled-button = Voir où cela en est
