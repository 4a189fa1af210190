# Les mots des images et des documents.

picture-too-large = Ce fichier est trop lourd ; une image peut peser jusqu’à { $most } Mo.
picture-too-many-pixels = Cette image a trop de pixels ; la limite est de { $most } mégapixels. Enregistrez-la en plus petit et réessayez.
picture-unreadable = Cette image est abîmée ou incomplète. Ouvrez-la, enregistrez-la de nouveau en JPEG et envoyez cette copie.
picture-wrong-kind = Les images doivent être en JPEG, PNG ou WebP. Sur un iPhone, choisissez « Le plus compatible » dans les réglages de l’appareil photo, ou envoyez une capture d’écran de la photo.
picture-heic = Les photographies au format propre à l’iPhone (HEIC) ne peuvent pas être lues ici. Pour les prochaines, choisissez Réglages › Appareil photo › Formats › Le plus compatible ; celle-ci, envoyez-la-vous par courriel ou enregistrez-la en JPEG, puis envoyez cette copie.
picture-two-things = Ce fichier est une image et autre chose à la fois (une page web, un PDF ou une archive). Ouvrez-le, enregistrez-le de nouveau en JPEG et envoyez cette copie.
picture-wrong-name = Le nom de ce fichier finit par .{ $ending }, ce qui n’est pas une photographie. Les images doivent être en JPEG, PNG ou WebP.
upload-too-large = « { $name } » est trop lourd ; un fichier peut peser jusqu’à { $most } Mo.
problem-paper-kind = Ce doit être un fichier PDF, JPEG, PNG ou WebP.
problem-paper-one-file = Un seul fichier à la fois : réunissez plusieurs pages dans un PDF.
problem-attachments-many = { $most } fichiers au plus à la fois.
problem-attachment = « { $name } » : { $why }
problem-attachment-kind = Ce doit être une photo (JPEG, PNG, WebP) ou un PDF.
attachment-remove = Retirer « { $name } »
