package io.mauntic.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mauntic.launcher.client.ApiClient;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** The recipients of the caught mails, some of whom open them and follow a link. */
final class Mailboxes {
    private static final String TOKEN = "[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*";
    private static final Pattern PIXEL = Pattern.compile("/t/o/" + TOKEN);
    private static final Pattern LINK = Pattern.compile("/t/c/" + TOKEN);

    private final String mailApi;
    private final String gateway;
    private final ApiClient visitor;
    private final Random random = new Random(42);

    Mailboxes(String mailApi, String gateway, ApiClient visitor) {
        this.mailApi = mailApi;
        this.gateway = gateway;
        this.visitor = visitor;
    }

    /** Returns how many opened their mail. */
    int read(List<DemoContact> contacts) throws IOException {
        int opened = 0;
        for (DemoContact contact : contacts) {
            String mail = mail(contact.email());
            if (!mail.isEmpty() && random.nextInt(100) < 45) {
                follow(PIXEL, mail);
                opened++;
                if (random.nextInt(100) < 40) {
                    follow(LINK, mail);
                }
            }
        }
        return opened;
    }

    private String mail(String address) throws IOException {
        String answer = visitor.text("%s/api/user/%s/messages".formatted(mailApi, address));
        JsonNode messages = new ObjectMapper().readTree(answer);
        return messages.isArray() && !messages.isEmpty()
                ? decoded(messages.get(0).path("mimeMessage").asText())
                : "";
    }

    /** Undoes quoted-printable as far as addresses need it, and the escape of an ampersand. */
    static String decoded(String mime) {
        return mime.replaceAll("=\r?\n", "").replace("=3D", "=").replace("&amp;", "&");
    }

    /** Mails carry the public address, which need not lead here. */
    private void follow(Pattern pattern, String mail) throws IOException {
        var found = pattern.matcher(mail);
        if (found.find()) {
            visitor.visit(gateway + found.group());
        }
    }
}
