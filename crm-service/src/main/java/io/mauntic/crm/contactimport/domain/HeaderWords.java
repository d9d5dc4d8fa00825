package io.mauntic.crm.contactimport.domain;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What people write above their columns, in English, German and French. */
final class HeaderWords {

    private static final Map<String, List<String>> WORDS =
            Map.ofEntries(
                    Map.entry(
                            "email",
                            List.of(
                                    "email",
                                    "mail",
                                    "email address",
                                    "mail address",
                                    "emailadresse",
                                    "email adresse",
                                    "mailadresse",
                                    "mail adresse",
                                    "courriel",
                                    "adresse email",
                                    "adresse mail",
                                    "adresse courriel",
                                    "work email",
                                    "contact email")),
                    Map.entry(
                            "firstname",
                            List.of(
                                    "firstname",
                                    "first name",
                                    "given name",
                                    "forename",
                                    "vorname",
                                    "rufname",
                                    "prenom")),
                    Map.entry(
                            "lastname",
                            List.of(
                                    "lastname",
                                    "last name",
                                    "surname",
                                    "family name",
                                    "nachname",
                                    "familienname",
                                    "zuname",
                                    "nom",
                                    "nom de famille",
                                    "name",
                                    "full name",
                                    "fullname")),
                    Map.entry(
                            "phone",
                            List.of(
                                    "phone",
                                    "phone number",
                                    "telephone",
                                    "telephone number",
                                    "tel",
                                    "mobile",
                                    "mobile phone",
                                    "mobile number",
                                    "cell",
                                    "cell phone",
                                    "telefon",
                                    "telefonnummer",
                                    "handy",
                                    "handynummer",
                                    "mobil",
                                    "mobilnummer",
                                    "rufnummer",
                                    "numero de telephone",
                                    "portable")),
                    Map.entry(
                            "company",
                            List.of(
                                    "company",
                                    "company name",
                                    "organization",
                                    "organisation",
                                    "account",
                                    "employer",
                                    "firma",
                                    "firmenname",
                                    "unternehmen",
                                    "arbeitgeber",
                                    "entreprise",
                                    "societe")),
                    Map.entry(
                            "position",
                            List.of(
                                    "position",
                                    "job title",
                                    "job",
                                    "role",
                                    "funktion",
                                    "beruf",
                                    "stelle",
                                    "poste",
                                    "fonction")),
                    Map.entry("city", List.of("city", "town", "stadt", "ort", "wohnort", "ville")),
                    Map.entry(
                            "country", List.of("country", "country name", "land", "staat", "pays")),
                    Map.entry(
                            "points",
                            List.of("points", "score", "lead score", "punkte", "punktestand")),
                    Map.entry(
                            "stage",
                            List.of(
                                    "stage",
                                    "lifecycle stage",
                                    "lead stage",
                                    "phase",
                                    "stufe",
                                    "etape")),
                    Map.entry(
                            "tags",
                            List.of(
                                    "tags",
                                    "tag",
                                    "labels",
                                    "label",
                                    "schlagworte",
                                    "schlagworter",
                                    "schlagwort",
                                    "stichworte",
                                    "etiquettes",
                                    "mots cles")));

    private static final Map<String, String> FIELDS = new HashMap<>();

    /** The columns that the list of rejected rows adds. */
    private static final Set<String> NO_DATA = Set.of("line", "reason");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

    static {
        WORDS.forEach((field, words) -> words.forEach(word -> FIELDS.put(word, field)));
    }

    private HeaderWords() {}

    static Optional<String> field(String header) {
        String words = words(header);
        return Optional.ofNullable(
                FIELDS.get(
                        words.startsWith("e mail")
                                ? words.replaceFirst("e mail", "email")
                                : words.replace("adresse e mail", "adresse email")));
    }

    static boolean noData(String header) {
        String words = words(header);
        return words.isEmpty() || NO_DATA.contains(words);
    }

    /** Lower case, without accents, the words apart by one blank. */
    static String words(String header) {
        String plain =
                MARKS.matcher(Normalizer.normalize(header.replace("ß", "ss"), Normalizer.Form.NFD))
                        .replaceAll("");
        return NO_WORD.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
