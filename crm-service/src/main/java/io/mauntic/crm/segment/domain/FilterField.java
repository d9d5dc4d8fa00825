package io.mauntic.crm.segment.domain;

import static io.mauntic.crm.segment.domain.Operator.CONTAINS;
import static io.mauntic.crm.segment.domain.Operator.ENDS_WITH;
import static io.mauntic.crm.segment.domain.Operator.GREATER_THAN;
import static io.mauntic.crm.segment.domain.Operator.IN;
import static io.mauntic.crm.segment.domain.Operator.LESS_THAN;
import static io.mauntic.crm.segment.domain.Operator.NOT_IN;
import static io.mauntic.crm.segment.domain.Operator.STARTS_WITH;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a rule looks at. */
public sealed interface FilterField {

    List<FilterField> BUILT_IN =
            List.of(
                    new Text("firstname"),
                    new Text("lastname"),
                    new Text("email"),
                    new Text("phone"),
                    new Text("company"),
                    new Text("position"),
                    new Text("city"),
                    new Text("country"),
                    new Text("stage"),
                    new Points(),
                    new Tags(),
                    new CreatedAt());

    /** As rules and {@code ContactUpdated.changed} write it. */
    String name();

    /** As a marketer says it. */
    String label();

    /** What kind of thing it is, to complete "…, which is …". */
    String kind();

    default Set<Operator> operators() {
        return EnumSet.allOf(Operator.class);
    }

    static Optional<FilterField> named(String name) {
        Optional<FilterField> builtIn =
                BUILT_IN.stream().filter(field -> field.name().equals(name)).findFirst();
        return builtIn.isPresent() ? builtIn : Custom.named(name);
    }

    static String names() {
        return BUILT_IN.stream().map(FilterField::name).collect(Collectors.joining(", "));
    }

    /** One of the contact's own texts. */
    record Text(String name) implements FilterField {

        private static final Map<String, String> LABELS =
                Map.of(
                        "firstname", "First name",
                        "lastname", "Last name",
                        "email", "Email",
                        "phone", "Phone",
                        "company", "Company",
                        "position", "Position",
                        "country", "Country",
                        "city", "City",
                        "stage", "Stage");

        public Text {
            if (!LABELS.containsKey(name)) {
                throw new IllegalArgumentException("No text of a contact: " + name);
            }
        }

        @Override
        public String label() {
            return LABELS.get(name);
        }

        @Override
        public String kind() {
            return "text";
        }

        @Override
        public Set<Operator> operators() {
            return EnumSet.complementOf(EnumSet.of(GREATER_THAN, LESS_THAN));
        }
    }

    /** The contact's score. */
    record Points() implements FilterField {

        @Override
        public String name() {
            return "points";
        }

        @Override
        public String label() {
            return "Points";
        }

        @Override
        public String kind() {
            return "a number";
        }

        @Override
        public Set<Operator> operators() {
            return EnumSet.complementOf(EnumSet.of(CONTAINS, STARTS_WITH, ENDS_WITH));
        }
    }

    /** When the contact came in. */
    record CreatedAt() implements FilterField {

        @Override
        public String name() {
            return "createdAt";
        }

        @Override
        public String label() {
            return "Created";
        }

        @Override
        public String kind() {
            return "a date";
        }

        @Override
        public Set<Operator> operators() {
            return EnumSet.complementOf(EnumSet.of(CONTAINS, STARTS_WITH, ENDS_WITH, IN, NOT_IN));
        }
    }

    /** The contact's tags: a rule holds when one of them fits. */
    record Tags() implements FilterField {

        @Override
        public String name() {
            return "tags";
        }

        @Override
        public String label() {
            return "Tags";
        }

        @Override
        public String kind() {
            return "a list of tags";
        }

        @Override
        public Set<Operator> operators() {
            return EnumSet.complementOf(EnumSet.of(GREATER_THAN, LESS_THAN));
        }
    }

    /** A value under {@code fields}: text, a number, or a date written year-month-day. */
    record Custom(String key) implements FilterField {

        public static final String PREFIX = "fields.";
        private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

        public Custom {
            if (!KEY.matcher(key).matches()) {
                throw new IllegalArgumentException("Not the name of a custom field: " + key);
            }
        }

        static Optional<FilterField> named(String name) {
            return name.startsWith(PREFIX) && KEY.matcher(name.substring(PREFIX.length())).matches()
                    ? Optional.of(new Custom(name.substring(PREFIX.length())))
                    : Optional.empty();
        }

        @Override
        public String name() {
            return PREFIX + key;
        }

        @Override
        public String label() {
            return key;
        }

        @Override
        public String kind() {
            return "a custom field";
        }
    }
}
