# Les mots communs à toutes les lettres.

mail-subject = Nouvelles de Fondouk
mail-greeting = Bonjour { $name },
mail-greeting-nameless = Bonjour,
mail-signature = Fondouk
mail-button-hint = Si le bouton ne s’ouvre pas, copiez cette adresse dans votre navigateur :
mail-reason-account = Vous recevez cette lettre parce que vous avez un compte sur Fondouk.
mail-automatic = Elle a été écrite automatiquement ; les réponses à cette adresse ne sont pas lues.
mail-address-wrong = Ce n’est pas une adresse e-mail ; elle devrait ressembler à nom@exemple.org
mail-choose-rhythm = Choisir à quel rythme ces lettres arrivent
mail-end = Ne plus recevoir ces lettres
