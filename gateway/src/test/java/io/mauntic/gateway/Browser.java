package io.mauntic.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without scripts: cookies, redirects, forms. */
final class Browser {

    private final String home;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = client(Redirect.NORMAL);
    private final HttpClient withoutRedirects = client(Redirect.NEVER);

    Browser(String home) {
        this.home = home;
    }

    private HttpClient client(Redirect redirect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(redirect)
                .build();
    }

    /** Signs in on Keycloak's own page and comes back. */
    HttpResponse<String> signIn(String page) {
        var form = Jsoup.parse(get(page).body()).selectFirst("form#kc-form-login");
        var body = "username=" + encode("admin@demo.example") + "&password=mauntic-demo";
        var request =
                HttpRequest.newBuilder(URI.create(form.attr("action")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body));
        return send(client, request);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(client, request(path, headers));
    }

    HttpResponse<String> getOnce(String path, String... headers) {
        return send(withoutRedirects, request(path, headers));
    }

    HttpResponse<String> post(String path, String form, String... headers) {
        return send(client, form(path, form, headers));
    }

    HttpResponse<String> postOnce(String path, String form, String... headers) {
        return send(withoutRedirects, form(path, form, headers));
    }

    /** The answer as it arrives. */
    HttpResponse<InputStream> stream(String path, String... headers) {
        try {
            return client.send(request(path, headers).build(), BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    CookieManager cookies() {
        return cookies;
    }

    static Document html(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }

    private HttpRequest.Builder form(String path, String form, String... headers) {
        return request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(home + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    // Browsers trust localhost with secure cookies, Java's client does not.
    private HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
