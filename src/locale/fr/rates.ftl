# Ce qui peut ne pas aller dans une table de taux de change.
problem-rates-header = Les colonnes doivent être month,currency,per_eur, séparées par des virgules.
problem-rate-unreadable = Un taux est un nombre supérieur à zéro avec neuf décimales au plus, par exemple 10.720339.
problem-rate-twice = Ce mois et cette devise figurent déjà dans la table.
problem-month-unreadable = Un mois s’écrit 2026-03.
