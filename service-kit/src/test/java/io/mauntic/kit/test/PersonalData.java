package io.mauntic.kit.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a service says of its columns, in its {@code db/personal-data.txt} and in service-kit's. */
final class PersonalData {

    private static final Set<String> WORDS = Set.of("erased", "expires", "staff", "none");

    private final Map<String, String> said = new TreeMap<>();

    PersonalData() {
        read("db/personal-data-of-kit.txt");
        if (getClass().getClassLoader().getResource("db/personal-data.txt") != null) {
            read("db/personal-data.txt");
        }
    }

    Set<String> columns() {
        return said.keySet();
    }

    Set<String> erased() {
        return said.entrySet().stream()
                .filter(column -> column.getValue().equals("erased"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void read(String file) {
        try (InputStream found = getClass().getClassLoader().getResourceAsStream(file)) {
            new String(found.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A line is a table, what holds for its columns, and the columns. */
    private void add(String line) {
        String[] parts = line.split(" +");
        if (parts.length < 3 || !WORDS.contains(parts[1])) {
            throw new IllegalStateException("No judgement of columns: " + line);
        }
        for (int i = 2; i < parts.length; i++) {
            if (said.put(parts[0] + "." + parts[i], parts[1]) != null) {
                throw new IllegalStateException("Said twice: " + parts[0] + "." + parts[i]);
            }
        }
    }
}
