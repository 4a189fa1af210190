# À qui s’adresse une demande, sa relecture et sa reprise

## Destinataires
request-visibility = Qui peut répondre
request-visibility-open = Tous les ateliers
request-visibility-invited = Seulement les ateliers que vous invitez
request-visibility-cluster = Seulement les ateliers d’un cluster
request-invited = Ateliers invités
request-invited-hint = Leurs noms dans l’adresse, comme dar-amal, séparés par des virgules. Ils sont prévenus par lettre.
request-cluster = Cluster
request-audience-invited = Seulement pour { $makers } ateliers invités
request-audience-cluster = Seulement pour { $cluster }
problem-request-invited = Aucun atelier approuvé ne s’appelle { $name }. Prenez le nom à la fin de l’adresse de l’atelier, comme dar-amal.
problem-request-cluster = Aucun cluster ne porte ce nom.
letter-invited-subject = Un acheteur vous invite à répondre : { $request }
letter-invited-text = Un acheteur vérifié vous a choisi, avec quelques autres, pour répondre à cette demande. Ses mots :
letter-invited-button = Lire la demande
letter-invited-reason = Vous recevez cette lettre parce qu’un acheteur a invité votre atelier.

## Relecture
status-submitted = En relecture
request-submitted-hint = Un responsable du programme lit votre demande avant les ateliers. Vous serez prévenu.
request-sent-back = Un responsable a renvoyé votre demande : { $note }
notice-request-submitted = Votre demande est partie : un responsable la lit d’abord.
reviews-title = Demandes à relire
reviews-lead = Des acheteurs les ont envoyées ; les ateliers les voient quand vous les publiez.
reviews-empty = Aucune demande à relire
reviews-empty-text = Les nouvelles apparaissent ici dès que les acheteurs les envoient.
review-verdict = Décision
review-verdict-publish = La publier
review-verdict-send-back = La renvoyer
review-note = Ce qui est à changer
review-note-hint = L’acheteur le lit. Nécessaire pour renvoyer une demande.
review-send = Décider
notice-request-reviewed = Décidé.
refusal-request-reviewed = Cette demande n’attend pas de relecture.
refusal-request-submitted = Un responsable lit cette demande. Attendez sa réponse, ou retirez-la d’abord.
letter-sent-back-subject = Revoyez votre demande : { $request }
letter-sent-back-text = Un responsable du programme a lu votre demande et l’a renvoyée avant que les ateliers la voient :
letter-sent-back-button = Modifier la demande
task-review-requests = { $count ->
    [one] Une demande attend d’être lue
   *[other] { $shown } demandes attendent d’être lues
}

## Reprise
renew-title = La rouvrir
renew-lead = Tout reste comme avant ; seuls les jours sont nouveaux.
renew-send = La rouvrir avec ces jours
refusal-request-not-closed = Seule une demande close peut être reprise.

## Ce dont parlent ses mots
recognised-title = Ce que nous lisons dans vos mots
recognised-lead = Cochez ce qui est juste : une demande qui nomme son métier reçoit de meilleures réponses.
recognised-send = Ajouter ce qui est coché
notice-request-recognised = Ajouté.
request-buyer = Acheteur
