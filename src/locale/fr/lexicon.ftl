# The officers' desk of the search lexicon.

nav-lexicon = Lexique de recherche
door-lexicon = Lexique de recherche
task-unanswered = { $count ->
    [one] Une recherche n’a rien trouvé : le mot manque-t-il au lexique ?
   *[other] { $shown } recherches n’ont rien trouvé : les mots manquent-ils au lexique ?
}

lexicon-lead = Comment s’appellent en trois langues les objets, les matières, les techniques et les lieux. Une recherche trouve, par n’importe quel nom d’un concept, ce qui en porte un autre.
lexicon-new = Nouveau concept
lexicon-new-lead = Toutes les recherches le connaissent en un instant, et tout ce qui porte un de ses noms se trouve par chacun d’eux.
lexicon-add = Ajouter le concept
lexicon-concept = Concept
lexicon-count = { $count ->
    [one] Un concept
   *[other] { $count } concepts
}
lexicon-none-text = Essayez une autre orthographe, ou ajoutez le concept.
lexicon-choose-for = Choisissez le concept dont « { $text } » est un autre nom.
lexicon-word = Mot ou clé
lexicon-language = Langue
lexicon-all = Tous
lexicon-choose = Veuillez choisir
lexicon-key = Clé
lexicon-key-hint = Lettres minuscules, chiffres et traits d’union, par exemple olive-wood. Elle ne change plus.
lexicon-class = Nature
lexicon-class-hint = Qui demande un objet ou un lieu veut cela même ; tout le reste ne fait qu’aider.
lexicon-class-object = Objet
lexicon-class-material = Matière
lexicon-class-technique = Technique
lexicon-class-motif = Motif ou style
lexicon-class-place = Lieu
lexicon-class-colour = Couleur
lexicon-class-quality = Qualité ou occasion
lexicon-class-trade = Mot du commerce
lexicon-labels = Noms
lexicon-labels-hint = Un par ligne, le meilleur d’abord ; aussi les pluriels irréguliers. Une langue au moins est nécessaire.
lexicon-also = Autres graphies
lexicon-also-hint = En lettres latines et d’aucune langue en particulier : translittérations, mots dialectaux, noms anciens.
lexicon-broader = Est une sorte de
lexicon-broader-hint = Clés de concepts plus larges, une par ligne.
lexicon-near = Proche de
lexicon-near-hint = Clés de ce qu’un acheteur pourrait prendre à la place, une par ligne.
lexicon-narrower = Sortes
lexicon-standing = État
lexicon-standing-shipped = D’origine
lexicon-standing-corrected = Corrigé
lexicon-standing-added = Ajouté
lexicon-standing-withdrawn = Retiré
lexicon-documents = { $count ->
    [0] Rien dans la maison n’en parle pour l’instant.
    [one] Un document de la recherche en parle.
   *[other] { $count } documents de la recherche en parlent.
}
lexicon-withdrawn-note = Aucune recherche ne connaît ce concept. Enregistrez-le, ou annulez son retrait, et il est de nouveau là.
lexicon-correct = Le corriger
lexicon-withdraw = Retirer le concept
lexicon-withdraw-sure = Plus aucune recherche ne connaîtra ce concept. Vous pourrez l’annuler.
lexicon-history = Ce qui a été changé
lexicon-revision = N°
lexicon-deed = Action
lexicon-deed-added = Ajouté
lexicon-deed-corrected = Corrigé
lexicon-deed-withdrawn = Retiré
lexicon-deed-restored = Rétabli
lexicon-what-changed = Enlevé et ajouté
lexicon-order = un autre ordre
lexicon-by = Par
lexicon-undo = Annuler
lexicon-of-class = Nature
lexicon-of-en = Anglais
lexicon-of-fr = Français
lexicon-of-ar = Arabe
lexicon-of-also = Autres graphies
lexicon-of-broader = Est une sorte de
lexicon-of-near = Proche de

unanswered-title = Recherches sans résultat
unanswered-lead = Ce qui a été tapé, et combien de fois ; jamais par qui. Peut-être un mot qui manque au lexique, peut-être une chose qui manque à la maison.
unanswered-none = Rien ici
unanswered-none-text = Les recherches qui ne trouvent rien sont comptées et apparaissent ici un instant plus tard.
unanswered-words = Mots
unanswered-asked = Combien de fois
unanswered-days = Quand
unanswered-what-now = Que faire
unanswered-new = En faire un concept
unanswered-existing = Autre nom d’un concept
unanswered-settle = Classer
unanswered-open = Ouvertes
unanswered-settled = Classées

notice-concept-added = Le concept est ajouté. Les recherches le connaissent dans un instant.
notice-concept-corrected = Le concept est enregistré. Les recherches le connaissent dans un instant.
notice-concept-withdrawn = Le concept est retiré.
notice-change-undone = L’état précédent est rétabli.
notice-query-settled = Classée.

problem-lexicon-key = Lettres minuscules, chiffres et traits d’union simples, 60 au plus, par exemple olive-wood.
problem-lexicon-key-taken = Il y a déjà un concept « { $key } » : corrigez celui-là.
problem-lexicon-itself = Un concept ne peut pas se nommer lui-même ici.
problem-lexicon-circle = « { $key } » est lui-même une sorte de ce concept : cela tournerait en rond.
problem-lexicon-revision = Ce concept n’a pas de tel changement.
problem-label-arabic = « { $label } » n’est pas écrit en lettres arabes.
problem-label-latin = « { $label } » va avec les noms arabes : ici, des lettres latines.
problem-label-no-word = « { $label } » ne contient aucun mot.
refusal-lexicon-withdrawn = Ce concept est déjà retiré.
refusal-lexicon-same = Ce qui était là avant ce changement est déjà en place.
refusal-lexicon-circle = L’état précédent ne peut être rétabli : « { $key } » est devenu une sorte de ce concept.
