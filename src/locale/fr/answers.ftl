# Ce que les deux parties font d’une correspondance.

## Les marques de l’acheteur
mark-shortlist = Retenir
mark-pass = Écarter
mark-back = Remettre
status-shortlisted = Retenu
status-passed-over = Écarté
status-quoted = A fait un devis
status-won = Commande obtenue

## Décliner
decline-title = Pas pour nous
decline-lead = La demande quitte votre liste et on ne vous en parlera plus. L’acheteur n’en est pas informé.
decline-open = Pas pour nous
decline-reason = Pourquoi ?
decline-reason-not-ours = Nous ne fabriquons pas cela
decline-reason-too-small = Trop peu de pièces
decline-reason-no-time = Nous n’avons pas le temps
decline-reason-price = Pas à ce prix
decline-reason-destination = Pas pour ce pays
decline-reason-other = Une autre raison
decline-note = Avec vos mots
decline-note-hint = Vous et le programme pouvez le lire, pas l’acheteur.
decline-always = À l’avenir aussi (facultatif)
decline-always-hint = Ce que vous dites ici vaut pour toutes les demandes à venir, jusqu’à ce que vous le changiez.
decline-least-hint = Avec « Trop peu de pièces » : la plus petite commande qui vaut la peine.
decline-busy-hint = Avec « Nous n’avons pas le temps » : le dernier jour où vous ne prenez rien de nouveau.
decline-never-there = Avec « Pas pour ce pays » : plus rien pour { $country } à l’avenir
decline-send = Décliner
declined-on = Vous avez décliné cette demande le { $date } : { $reason }.
declined-reconsider = Revenir sur ce choix
notice-request-declined = C’est noté. On ne vous parlera plus de cette demande.
notice-request-reconsidered = La demande est de retour. Vos produits lui sont de nouveau comparés.
refusal-decline-closed = Cette demande est close ; il n’y a rien à décliner.
refusal-not-declined = Vous n’avez pas décliné cette demande.
problem-decline-note = Dites pourquoi en quelques mots.
problem-decline-limit = Ceci ne va qu’avec la raison « { $reason } ».

## Ce qu’un atelier refuse
limits-title = Ce que vous refusez
limits-lead = Les demandes au-delà de ces limites ne sont pas rapprochées de vos produits, et vous ne recevez pas de lettre à leur sujet.
limits-least = Plus petite commande
limits-least-hint = En pièces. Vide : les quantités minimales de vos produits comptent. Ce qui est convenu avec un acheteur compte pour lui.
limits-busy = Pas de nouveau travail jusqu’au
limits-busy-hint = Une nouvelle commande est commencée le lendemain.
limits-not-to = Pays où vous ne vendez pas
limits-not-to-hint = Noms ou codes à deux lettres, séparés par des virgules. Vos produits y restent visibles.
notice-limits-set = Enregistré. Les demandes sont de nouveau comparées à vos produits.

## Quotas
refusal-answers-request = { $most } ateliers ont déjà répondu à cette demande. Elle n’accepte plus de réponses.
refusal-answers-month = Vous avez répondu à { $most } demandes en 30 jours. Les réponses aux demandes reconnues fausses ne comptent pas.

## Signalements
report-open = Signaler cette demande
report-title = Signaler une demande
report-lead = Un responsable du programme l’examine. L’acheteur n’apprend pas qui l’a signalée.
report-suspicion = Qu’est-ce qui ne va pas ?
suspicion-no-buyer = Il n’y a personne derrière, ou pas la personne nommée
suspicion-fishing = Elle ne fait que recueillir prix, échantillons ou adresses
suspicion-advertising = Elle vend au lieu d’acheter
suspicion-fraud = Elle demande de l’argent, des frais ou un compte
suspicion-other = Autre chose
report-note = Ce qui s’est passé
report-note-hint = Ce qui a été dit, quand, et comment vous l’avez remarqué. Seuls les responsables le lisent.
report-send = Envoyer le signalement
report-decision-note = Ce que vous avez constaté
report-decision-note-hint = Les ateliers qui l’ont signalée le lisent, ainsi que l’acheteur d’une demande que vous fermez.
reports-title = Demandes signalées
reports-lead = Ce que les ateliers disent de demandes qu’aucun acheteur ne peut avoir voulues. Une fausse demande est fermée pour de bon, et les réponses qu’elle a reçues ne comptent plus dans les quotas.
reports-empty = Aucune demande n’est signalée
reports-empty-text = Les ateliers en signalent une depuis sa page.
report-request = Demande
report-on = Signalée le
report-of = Signalée par { $maker }
report-verdict = Décision
report-verdict-waiting = En attente
report-verdict-fake = Fausse
report-verdict-genuine = Authentique
report-decide = Décider
report-decide-hint = La décision vaut pour tous les signalements de cette demande.
report-see-request = Lire la demande entière
request-fake = Un responsable a constaté que cette demande est fausse. Elle est fermée pour de bon.
notice-request-reported = Merci. Un responsable va l’examiner.
notice-reports-decided = Décidé. Ceux qui l’ont signalée en sont informés.
refusal-reported = Vous avez déjà signalé cette demande.
refusal-request-fake = Un responsable a constaté que cette demande est fausse. Elle reste fermée.
refusal-report-decided = Un autre responsable a déjà décidé au sujet de cette demande.
letter-fake-subject = Votre demande est fermée : { $request }
letter-fake-text = Un responsable du programme a examiné votre demande et l’a fermée. Ses mots :
letter-fake-button = Voir la demande
letter-report-subject = La suite de votre signalement : { $request }
letter-report-fake = La demande que vous avez signalée était fausse. Elle est fermée, et votre réponse ne compte pas dans votre quota. Le responsable écrit :
letter-report-genuine = La demande que vous avez signalée a été reconnue authentique. Le responsable écrit :
letter-report-button = Voir les demandes qui vous conviennent
letter-report-reason = Vous recevez cette lettre parce que votre atelier a signalé une demande.

## Rules and evaluation
match-rule-willing = Voulu par l’atelier
match-why-declined = L’atelier a décliné cette demande
problem-weights = « { $text } » n’est pas une part du score suivie d’un nombre de 0 à 1000, comme price=25.

## The officers’ day
task-reports = { $count ->
    [one] Une demande est signalée : à examiner
   *[other] { $shown } signalements de demandes attendent une décision
}
