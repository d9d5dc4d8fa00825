package io.mauntic.acceptance;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whoever reads the mails to an address, with a browser of their own. */
final class Owner {

    private static final Pattern JOIN = Pattern.compile("href=\"[^\"]*(/join/[^\"]+)\"");
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern ON = Pattern.compile("href=\"([^\"]*action-token[^\"]*)\"");
    private static final int PAGES = 6;

    private final HttpClient browser =
            HttpClient.newBuilder()
                    .cookieHandler(new Cookies())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    private Owner() {}

    /** Waits for the invitation, chooses the password and accepts. */
    static void accepts(String email, String password) {
        String mailed =
                Eventually.present(
                        "an invitation to " + email,
                        () ->
                                new Mailbox(email)
                                        .mails().stream()
                                                .flatMap(mail -> mail.links().stream())
                                                .filter(link -> link.contains("action-token"))
                                                .reduce((_, newest) -> newest));
        given().baseUri(Platform.URL).post(joinLink(mailed, password)).then().statusCode(200);
    }

    /** Goes through Keycloak's pages, choosing a password if asked to; answers where they lead. */
    private static String joinLink(String mailed, String password) {
        Owner owner = new Owner();
        try {
            String page = owner.get(mailed);
            for (int i = 0; i < PAGES; i++) {
                Optional<String> join = first(JOIN, page);
                if (join.isPresent()) {
                    return join.get();
                }
                page =
                        page.contains("name=\"password-new\"")
                                ? owner.choose(first(FORM, page).orElseThrow(), password)
                                : owner.get(absolute(first(ON, page).orElseThrow(), mailed));
            }
            throw new AssertionError("No way from the mail to the organization: " + page);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new AssertionError(ended);
        }
    }

    private String choose(String action, String chosen) throws IOException, InterruptedException {
        String password = URLEncoder.encode(chosen, StandardCharsets.UTF_8);
        return browser.send(
                        HttpRequest.newBuilder(URI.create(action))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                "password-new=%1$s&password-confirm=%1$s"
                                                        .formatted(password)))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private String get(String address) throws IOException, InterruptedException {
        return browser.send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static String absolute(String href, String base) {
        return URI.create(base).resolve(href).toString();
    }

    private static Optional<String> first(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        return found.find() ? Optional.of(found.group(1).replace("&amp;", "&")) : Optional.empty();
    }

    /** As browsers do, secure ones go to localhost without TLS too. */
    private static final class Cookies extends CookieHandler {

        private final Map<String, String> kept = new LinkedHashMap<>();

        @Override
        public Map<String, List<String>> get(URI address, Map<String, List<String>> headers) {
            String all =
                    kept.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; "));
            return all.isEmpty() ? Map.of() : Map.of("Cookie", List.of(all));
        }

        @Override
        public void put(URI address, Map<String, List<String>> headers) {
            headers.forEach(
                    (name, values) -> {
                        if ("set-cookie".equalsIgnoreCase(name)) {
                            values.forEach(this::keep);
                        }
                    });
        }

        private void keep(String cookie) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
                kept.remove(pair[0]);
            } else {
                kept.put(pair[0], pair[1]);
            }
        }
    }
}
