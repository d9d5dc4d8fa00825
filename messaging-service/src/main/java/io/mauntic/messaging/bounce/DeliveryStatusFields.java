package io.mauntic.messaging.bounce;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a message/delivery-status: groups of fields with an empty line between them, the first one
 * about the mail, each other one about a recipient (RFC 3464, section 2.1).
 */
final class DeliveryStatusFields {

    private static final int MOST_BYTES = 65_536;

    private final List<Map<String, String>> groups = new ArrayList<>();
    private Map<String, String> group = new HashMap<>();
    private String name = "";

    private DeliveryStatusFields() {}

    /** The recipients in it; what goes beyond 64 KiB is not read. */
    static List<DeliveryStatus> recipients(InputStream content) throws IOException {
        DeliveryStatusFields fields = new DeliveryStatusFields();
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new ByteArrayInputStream(content.readNBytes(MOST_BYTES)),
                                StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            fields.line(line);
        }
        fields.line("");
        return fields.groups.stream()
                .filter(
                        group ->
                                group.containsKey("final-recipient")
                                        || group.containsKey("original-recipient")
                                        || group.containsKey("action"))
                .map(DeliveryStatus::of)
                .toList();
    }

    private void line(String line) {
        int colon = line.indexOf(':');
        if (line.isBlank()) {
            groups.add(group);
            group = new HashMap<>();
        } else if (Character.isWhitespace(line.charAt(0))) {
            group.computeIfPresent(name, (_, value) -> value + " " + line.strip());
        } else if (colon > 0) {
            name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            group.putIfAbsent(name, line.substring(colon + 1).strip());
        }
    }
}
