# Words that all letters share.

mail-subject = News from Fondouk
mail-greeting = Dear { $name },
mail-greeting-nameless = Good day,
mail-signature = Fondouk
mail-button-hint = If the button does not open, copy this address into your browser:
mail-reason-account = You receive this letter because you have an account at Fondouk.
mail-automatic = It was written automatically; answers to this address are not read.
mail-address-wrong = This is not an e-mail address; it should look like name@example.org
mail-choose-rhythm = Choose how often such letters come
mail-end = End these letters
