package io.mauntic.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.kit.test.Components;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the mail catcher has for somebody. */
public final class Mailbox {

    private static final Pattern LINK =
            Pattern.compile("https?://\\S*action-token\\S*?(?=[\\s\"'<)])");

    private Mailbox() {}

    public static List<Map<String, Object>> received(String email) {
        return given().get(Components.get("mail.api") + "/api/user/" + email + "/messages/INBOX")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("$");
    }

    /** How many mails somebody has; nobody who has none is known to the mail catcher. */
    public static int count(String email) {
        var answer =
                given().get(Components.get("mail.api") + "/api/user/" + email + "/messages/INBOX");
        return answer.statusCode() == 200 ? answer.jsonPath().getList("$").size() : 0;
    }

    /** The link of the newest mail at which something is to be done for the account. */
    public static String link(String email) {
        var matcher =
                LINK.matcher(
                        received(email)
                                .getLast()
                                .get("mimeMessage")
                                .toString()
                                .replace("=\r\n", "")
                                .replace("=3D", "="));
        assertThat(matcher.find()).as("a link in the mail to " + email).isTrue();
        return matcher.group();
    }
}
