# Les mots des images et des documents.

picture-too-large = Ce fichier est trop lourd ; une image peut peser jusqu’à { $most } Mo.
picture-too-many-pixels = Cette image a trop de pixels ; la limite est de { $most } mégapixels. Enregistrez-la en plus petit et réessayez.
picture-unreadable = Cette image est abîmée ou incomplète. Ouvrez-la, enregistrez-la de nouveau en JPEG et envoyez cette copie.
picture-wrong-kind = Les images doivent être en JPEG, PNG ou WebP. Sur un iPhone, choisissez « Le plus compatible » dans les réglages de l’appareil photo, ou envoyez une capture d’écran de la photo.
upload-too-large = « { $name } » est trop lourd ; un fichier peut peser jusqu’à { $most } Mo.
problem-paper-kind = Ce doit être un fichier PDF, JPEG, PNG ou WebP.
problem-paper-one-file = Un seul fichier à la fois : réunissez plusieurs pages dans un PDF.
