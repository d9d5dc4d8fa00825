package io.mauntic.launcher.demo;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Five thousand people who might buy coffee machines, the same at each run, as the CSV of an
 * import.
 */
final class DemoPeople {
    static final int COUNT = 5_000;

    private static final String HEADER =
            "First name,Last name,E-mail,Phone,Company,Position,City,Country,Points,Stage,Tags,industry\n";
    private static final List<String> FIRST_NAMES =
            List.of(
                    "Amelia",
                    "Anton",
                    "Beatriz",
                    "Bruno",
                    "Carla",
                    "Clara",
                    "Daniel",
                    "David",
                    "Elena",
                    "Emil",
                    "Fatima",
                    "Felix",
                    "Gabriel",
                    "Giulia",
                    "Hanna",
                    "Henrik",
                    "Ines",
                    "Ivan",
                    "Jana",
                    "Jonas",
                    "Katarina",
                    "Klaus",
                    "Lea",
                    "Luca",
                    "Maja",
                    "Marco",
                    "Nadia",
                    "Noah",
                    "Olivia",
                    "Oskar",
                    "Paula",
                    "Peter",
                    "Rosa",
                    "Samuel",
                    "Sofia",
                    "Stefan",
                    "Tara",
                    "Thomas",
                    "Vera",
                    "Yusuf");
    private static final List<String> LAST_NAMES =
            List.of(
                    "Almeida",
                    "Andersen",
                    "Bauer",
                    "Becker",
                    "Bianchi",
                    "Carvalho",
                    "Dubois",
                    "Eriksson",
                    "Fischer",
                    "Fontaine",
                    "Garcia",
                    "Gruber",
                    "Hansen",
                    "Hofer",
                    "Horvat",
                    "Jansen",
                    "Kaya",
                    "Keller",
                    "Kowalski",
                    "Laurent",
                    "Lindberg",
                    "Lopez",
                    "Maier",
                    "Martin",
                    "Meyer",
                    "Moreau",
                    "Nielsen",
                    "Novak",
                    "Olsen",
                    "Pereira",
                    "Petrov",
                    "Ricci",
                    "Romano",
                    "Santos",
                    "Schmidt",
                    "Silva",
                    "Steiner",
                    "Virtanen",
                    "Weber",
                    "Yilmaz");
    private static final List<String> TRADES =
            List.of(
                    "Roasters",
                    "Hotels",
                    "Bakery",
                    "Offices",
                    "Catering",
                    "Kitchens",
                    "Cafés",
                    "Logistics",
                    "Trading",
                    "Retail");
    private static final List<String> POSITIONS =
            List.of(
                    "Owner",
                    "Head of purchasing",
                    "Office manager",
                    "Barista",
                    "Head of marketing",
                    "Chef",
                    "Assistant");
    private static final List<List<String>> PLACES =
            List.of(
                    List.of("Berlin", "Germany"),
                    List.of("Hamburg", "Germany"),
                    List.of("Munich", "Germany"),
                    List.of("Vienna", "Austria"),
                    List.of("Paris", "France"),
                    List.of("Lyon", "France"),
                    List.of("Lisbon", "Portugal"),
                    List.of("Milan", "Italy"),
                    List.of("Copenhagen", "Denmark"),
                    List.of("Warsaw", "Poland"));
    private static final List<String> STAGES =
            List.of("Visitor", "Lead", "Lead", "Prospect", "Customer");

    private DemoPeople() {}

    static String csv() {
        Random random = new Random(5_000);
        return IntStream.range(0, COUNT)
                .mapToObj(number -> row(number, random))
                .collect(Collectors.joining("\n", HEADER, "\n"));
    }

    private static String row(int number, Random random) {
        String first = pick(FIRST_NAMES, random);
        String last = pick(LAST_NAMES, random);
        String trade = pick(TRADES, random);
        List<String> place = pick(PLACES, random);
        String stage = pick(STAGES, random);
        int points = stage.equals("Customer") ? 50 + random.nextInt(150) : random.nextInt(60);
        String email =
                "%s.%s%d@%s.example"
                        .formatted(first, last, number, trade.replace("é", "e"))
                        .toLowerCase(Locale.ROOT);
        return String.join(
                ",",
                first,
                last,
                email,
                "+49 30 %07d".formatted(random.nextInt(10_000_000)),
                "%s %s".formatted(pick(LAST_NAMES, random), trade),
                pick(POSITIONS, random),
                place.getFirst(),
                place.getLast(),
                Integer.toString(points),
                stage,
                tags(stage, random),
                trade);
    }

    private static String tags(String stage, Random random) {
        String interest = random.nextInt(3) == 0 ? "espresso" : "filter";
        String fair = random.nextInt(8) == 0 ? "|fair-2026" : "";
        String news = stage.equals("Customer") || random.nextInt(3) > 0 ? "|newsletter" : "";
        return interest + news + fair;
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
