# Le programme : résultats, initiatives, vérifications, indicateurs.

nav-dashboard = Tableau de bord
nav-verifications = Vérifications

## Vue d’ensemble
programme-title = Le programme
programme-lead = Sept pays, quatorze clusters et ce qu’ils ont accompli : chaque chiffre avec sa source ou avec les pièces qui le fondent.
programme-indicators = Ce qui a bougé
programme-indicators-lead = Calculé à l’instant à partir de dossiers qu’un agent du programme a vérifiés sur pièces.
programme-exports-by-country = Exportations vérifiées par pays des producteurs
programme-countries = Pays et clusters
programme-countries-lead = { $count ->
    [one] Une initiative, où un cluster, ses appuis et ses institutions ont planifié et agi ensemble.
   *[other] { $count } initiatives, où chaque fois un cluster, ses appuis et ses institutions ont planifié et agi ensemble.
}
programme-countries-none = Pas encore d’initiatives
programme-countries-none-text = Elles apparaissent dès que leurs clusters sont dans la maison.
programme-mapped = Clusters recensés par la cartographie : { $count }
programme-results = Résultats publiés
programme-results-lead = Ce qui a été dit du premier programme. Les sources se contredisent ; chaque chiffre s’ouvre donc sur tout ce qui a été affirmé et sur la raison du choix.

## Chiffres publiés et affirmations
figures-title = Chiffres publiés
figures-lead = Ce qui a été dit du programme, par qui et quand.
figures-none = Pas encore de chiffres publiés
figures-none-text = Ils arrivent avec les données du programme.
figure-what = Quoi
figure-adopted = Valeur retenue
figure-by-place = Par lieu
figure-claims = Affirmations
figure-unclaimed = Personne n’a encore avancé de valeur pour ce chiffre.
figure-claims-explained = Un même chiffre peut avoir été énoncé plusieurs fois, autrement. Tous les énoncés restent ici ; pour chaque lieu, l’un d’eux est retenu, avec une raison.
claim-record = Consigner une affirmation
claim-place = Au sujet de
claim-whole-programme = Tout le programme
claim-place-hint = Choisissez un pays ou un cluster, ou ni l’un ni l’autre pour tout le programme.
claim-value = Valeur
claim-value-hint = Un nombre avec deux décimales au plus. Unité : { $unit }.
claim-about = environ { $value }
claim-over = plus de { $value }
claim-qualifier = Comment la source le dit
claim-qualifier-exact = Exactement
claim-qualifier-about = Environ
claim-qualifier-over = Plus de
claim-stated-on = Énoncé
claim-stated-on-hint = Aussi précisément que connu : 2016, 2016-05 ou 2016-05-31.
claim-basis = La date
claim-basis-stated = figure dans la source
claim-basis-estimated = est une estimation
claim-date-estimated = date estimée
claim-source = Source
claim-source-url = Adresse de la source
claim-note = Remarque
claim-standing = Statut
claim-adopted = Retenue
claim-adopted-on = Retenue le { $date }.
claim-adopt = Retenir cette affirmation
claim-until-now = Retenue jusqu’ici
claim-reason = Raison
claim-reason-hint = Pourquoi cette affirmation et non une autre. Tout le monde peut la lire.

## Initiatives
initiatives-title = Initiatives
initiatives-lead = Sept à huit mois chacune : sélection, diagnostic, plan d’action, mise en œuvre, suivi.
initiative-title = De quoi il s’agissait
initiative-phase = Étape
initiative-phase-selection = Sélection
initiative-phase-diagnosis = Étude diagnostique
initiative-phase-action-plan = Vision et plan d’action
initiative-phase-implementation = Mise en œuvre
initiative-phase-monitoring = Suivi
initiative-text-illustrative = Ce texte est illustratif : il dit comment la méthode s’applique au métier et n’est pas un compte rendu de ce qui fut décidé.
initiative-dates = Dates
initiative-dates-indicative = indicatives
initiative-results = Résultats publiés de ce cluster
initiative-today = Ce cluster aujourd’hui
initiative-today-lead = À partir des dossiers vérifiés des producteurs que le cluster a confirmés.

## Indicateurs
indicators-title = Indicateurs
indicators-lead = Ce que le programme a promis de faire bouger, et le chemin parcouru.
indicators-none = Pas encore d’indicateurs
indicator-code = Code
indicator-name = Indicateur
indicator-baseline = Situation de départ
indicator-value = Valeur actuelle
indicator-target = Cible
indicator-share = Du chemin vers la cible
indicator-due = Cible pour le { $date }
indicator-against-targets = Face aux cibles
indicator-not-computed = pas encore calculé
indicator-withheld = non montré
indicator-withheld-note = Les sommes derrière lesquelles se trouvent moins de trois producteurs ne sont pas montrées au public : elles révéleraient les ventes de chacun.
indicator-part = Vous voyez une partie du programme ; la cible vaut pour l’ensemble.
indicator-makers = { $count ->
    [0] encore aucun producteur
    [one] { $count } producteur
   *[other] { $count } producteurs
}
indicator-records = { $count ->
    [0] encore aucun dossier vérifié
    [one] { $count } dossier vérifié
   *[other] { $count } dossiers vérifiés
}
indicator-makers-behind = Producteurs concernés
indicator-assumptions = Hypothèse :
indicator-by-month = Par mois
indicator-by-country = Par pays des producteurs
indicator-by-cluster = Par cluster (un producteur de deux clusters figure dans les deux)
indicator-by-year = Par année
indicator-month = Mois
indicator-year = Année
indicator-record-count = Dossiers
indicator-records-none = Rien ne compte encore
indicator-records-none-text = Un dossier compte dès qu’un agent l’a vérifié sur pièces.
indicator-adds = Apport
indicator-not-counted = Pas encore compté
indicator-why-not = Pourquoi
indicator-targets = Cibles
target-set = Fixer une cible
target-due-on = Échéance
target-due-on-hint = Une date qui a déjà une cible en reçoit une nouvelle ; l’ancienne reste dans l’historique.
target-basis = Origine
target-basis-published-result = Le résultat publié du premier programme
target-basis-illustrative = Illustrative
target-basis-decided = Décidée par le programme
target-set-at = Fixée
target-history = Toutes les cibles fixées
target-reason = Raison
target-reason-hint = Tout le monde peut la lire.
not-counted-waiting = Attend la vérification d’un agent
not-counted-changed = Modifié depuis sa vérification
not-counted-revoked = La vérification a été retirée
not-counted-not-shipped = Pas encore expédié
not-counted-domestic = Reste dans son pays d’origine
not-counted-no-cluster = Aucun cluster n’a confirmé le producteur
not-counted-before-baseline = Antérieur à la situation de départ
not-counted-gone = Annulé ou retiré

## Tableau de bord
dashboard-title = Tableau de bord
dashboard-lead = Chaque chiffre s’ouvre sur les dossiers qui le fondent.
dashboard-makers-exporting = Producteurs qui exportent
dashboard-waiting-note = en attente de vérification
dashboard-exports-by-month = Exportations vérifiées par mois
dashboard-exports-by-cluster = Exportations vérifiées par cluster
dashboard-not-computed = Pas encore calculés
dashboard-not-computed-text = Pour ces indicateurs, la maison garde la définition et les cibles, mais pas encore de dossiers.
scope-from = Du
scope-until = Au
chart-by-country = { $what } par pays
chart-by-month = { $what } par mois
chart-nothing = Rien à dessiner pour le moment.

## Vérifications
verifications-title = En attente de vérification
verifications-lead = Ventes expédiées, accords signés et collections publiées qu’aucun agent n’a vérifiés, ou qui ont changé depuis. Rien ne compte avant.
verifications-count = { $count ->
    [one] { $count } dossier attend.
   *[other] { $count } dossiers attendent.
}
verifications-none = Rien n’attend
verifications-none-text = Tout ce qui pourrait compter a été examiné.
verifications-given = Vérifications rendues
verifications-given-lead = Tout ce que les agents ont vérifié ou retiré, le plus récent d’abord.
verifications-given-none = Pas encore de vérifications
verifications-given-none-text = Commencez par ce qui attend.
verification-subject = Nature
verification-record = Dossier
verification-maker = Producteur
verification-buyer = Acheteur
verification-day = Jour
verification-status = État
verification-why-waiting = Pourquoi il attend
verification-verdict = Décision
verification-decided = Rendue le
verification-worth = Valeur
verification-evidence = Preuve
verification-paper = Ouvrir la pièce
verification-history = Ce qu’ont dit les agents
verification-history-none = Personne ne l’a encore examiné.
verification-said-by = { $officer }, le { $date }
verification-frozen = Figé : { $worth }, à { $rate } pour un euro, taux de { $month }.
verification-rate-of = au taux de { $month }
verification-would-freeze = Si vous le vérifiez maintenant, { $worth } est figé, à { $rate } pour un euro, taux de { $month }.
verification-earlier-month = Il n’y a pas encore de taux pour { $month } ; le dernier mois antérieur est pris, et cela reste noté.
verification-give = Votre décision
verification-note = Preuve
verification-note-hint = Ce que vous avez vu : quelle pièce, quelle signature, quelle date. Seuls les agents le lisent.
verification-file = Une pièce qui le montre
verification-file-hint = PDF, JPEG, PNG ou WebP. Seuls les agents peuvent l’ouvrir.
verification-verify = Vérifier
verification-revoke = Retirer la vérification
verification-revoke-lead = La vérification reste lisible, et une nouvelle ligne dit qu’elle ne tient plus. Les chiffres bougent aussitôt.
verification-revoke-reason = Pourquoi elle ne tient plus
subject-deal = Vente à l’exportation
subject-agreement = Accord
subject-collection = Collection
subject-plural-deal = Ventes à l’exportation
subject-plural-agreement = Accords
subject-plural-collection = Collections
record-deal = Vente { $number }
record-origin = Origine
record-destination = Destination
record-hash = Empreinte du dossier
record-itself = Le dossier lui-même
record-open = Ouvrir
record-day-deal = Expédié
record-day-agreement = Signé
record-day-collection = Publié
record-domestic = Cette vente reste dans son pays d’origine : elle peut être vérifiée, mais n’est pas une exportation et ne compte pour rien.
record-standing-verified = Vérifié
record-standing-waiting = Pas encore vérifié
record-standing-changed = Modifié depuis sa vérification
record-standing-revoked = Vérification retirée
record-standing-early = Trop tôt
record-standing-gone = Annulé ou retiré
record-standing-long-verified = Vérifié, et toujours tel qu’il fut vérifié : il compte.
record-standing-long-waiting = Aucun agent ne l’a encore vérifié ; il ne compte donc pas.
record-standing-long-changed = Il a été modifié après sa vérification et ne compte plus. Examinez-le de nouveau.
record-standing-long-revoked = La vérification a été retirée ; il ne compte donc pas.
record-standing-long-early = Il n’est pas assez avancé pour être vérifié.
record-standing-long-gone = Il a été annulé ou retiré et ne compte donc pas, quelle que soit la décision.

## Après l’action
notice-claim-recorded = L’affirmation est consignée. Elle comptera une fois retenue.
notice-claim-adopted = L’affirmation est retenue.
notice-target-set = La cible est fixée.
notice-verified = Vérifié. Les chiffres ont bougé.
notice-verdict-revoked = La vérification est retirée. Les chiffres ont bougé.

## Ce qui ne va pas
problem-value-unreadable = Écrivez un nombre avec deux décimales au plus, par exemple 1250 ou 12,50.
problem-stated-on = Écrivez une année, un mois ou un jour : 2016, 2016-05 ou 2016-05-31.
problem-claim-place = Une affirmation porte sur un pays ou sur un cluster, pas sur les deux.
problem-source-url = Ce doit être une adresse web qui commence par http:// ou https://.
problem-target-before-baseline = Une cible se situe après la situation de départ.
problem-period-backwards = La période finit avant de commencer.

refusal-claim-adopted = Cette affirmation est déjà celle qui est retenue.
refusal-deal-not-shipped = Une vente peut être vérifiée une fois expédiée.
refusal-verify-cancelled = Cette vente est annulée ; il n’y a rien à vérifier.
refusal-agreement-not-signed = Un accord peut être vérifié une fois signé des deux côtés.
refusal-collection-not-published = Seule une collection publiée peut être vérifiée.
refusal-verified-already = C’est déjà vérifié, et rien n’a changé depuis.
refusal-verdict-not-standing = Cette vérification ne tient plus ; voyez la plus récente du dossier.
refusal-no-rate = Il n’y a pas de taux de change pour cette monnaie au mois d’expédition ni avant ; la vente n’a donc pas de valeur en euros.
refusal-period-officers = Seuls les agents peuvent restreindre un chiffre à une période.
