search-all = { $count ->
    [one] Une chose à découvrir
   *[other] { $count } choses à découvrir
}
search-for = « { $text } »
search-see-all = Tout voir
search-terms = Commande et prix
search-moq-max = Minimum de commande d’au plus (pièces)
search-lead-time-max = Délai d’au plus (jours)
search-price-max = Prix d’au plus (la pièce)
search-price-hidden = Prix pour acheteurs vérifiés
search-prices-note = Les prix de gros sont réservés aux acheteurs vérifiés.
filter-up-to-price = Jusqu’à { $most } { $currency }
filter-up-to-moq = Commandes dès { $most } pièces ou moins
filter-up-to-days = En { $most } jours au plus
refusal-prices-hidden = Les prix de gros ne sont montrés qu’aux acheteurs vérifiés ; les autres ne peuvent donc ni filtrer ni trier par prix.
search-read-as = Rien ne s’écrit « { $typed } ». Voici ce qui a été trouvé pour « { $text } ».
search-because-same = { $asked } ≈ { $found }
search-because-narrower = { $found } : une sorte de { $asked }
search-because-broader = { $found } : plus large que { $asked }
search-because-near = { $found } : proche de { $asked }
search-free-in = Exclusivité libre dans ce pays
filter-free-in = Exclusivité libre : { $country }
suggestions = Suggestions
suggestions-said = { $count ->
    [0] Aucune suggestion
    [one] Une suggestion
   *[other] { $count } suggestions
}
suggestion-object = Objet
suggestion-material = Matière
suggestion-technique = Technique
suggestion-motif = Style
suggestion-place = Lieu
suggestion-colour = Couleur
suggestion-quality = Qualité
suggestion-trade = Commerce
suggestion-documents = { $count ->
    [one] Une chose
   *[other] { $count } choses
}
