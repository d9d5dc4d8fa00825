package io.mauntic.launcher.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mauntic.launcher.client.Marketing;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What the demo's marketers have made: segments, emails, campaigns, forms and a webhook. */
final class DemoCompany {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String FOOTER =
            "<p style=\"color:#888\">Demo Company, Bohnenweg 1, Berlin. <a href=\"{{ unsubscribe_url }}\">Unsubscribe</a></p>";

    /** What the history tells of: an email by its id, name and subject. */
    record Email(long id, String name, String subject) {}

    private final Marketing marketing;

    DemoCompany(Marketing marketing) {
        this.marketing = marketing;
    }

    void importPeople() {
        byte[] csv = DemoPeople.csv().getBytes(StandardCharsets.UTF_8);
        marketing.awaitImport(marketing.startImport(new ByteArrayInputStream(csv)), LIMIT);
    }

    void companies() {
        List<String> names =
                List.of(
                        "Alster Hotels",
                        "Tagus Coffee House",
                        "Prater Catering",
                        "Lyon Bakeries",
                        "Nordic Offices",
                        "Milano Caffè");
        for (String name : names) {
            ObjectNode company =
                    JSON.createObjectNode().put("name", name).put("industry", "Hospitality");
            marketing.api().post("/api/crm/companies", company);
        }
    }

    List<Email> newsletters() {
        return List.of(
                newsletter(
                        "Newsletter: the new harvest",
                        "The new harvest has arrived, {{ contact.firstname | default: \"friend\" }}"),
                newsletter("Newsletter: grinders compared", "Seven grinders, one winner"),
                newsletter("Newsletter: autumn offer", "Two bags for the price of one, this week"),
                newsletter("Newsletter: meet us at the fair", "See you at the coffee fair?"));
    }

    private Email newsletter(String name, String subject) {
        String html =
                "<h1>%s</h1><p>Hello {{ contact.firstname | default: \"friend\" }},</p><p>freshly roasted news from us. "
                        + "<a href=\"https://shop.demo.example/news\">Read on</a> or "
                        + "<a href=\"https://shop.demo.example/machines\">see all machines</a>.</p>";
        return new Email(
                marketing.email(name, subject, html.formatted(name) + FOOTER), name, subject);
    }

    /** The form's alias. */
    String forms() {
        form(
                "Newsletter",
                "newsletter",
                List.of("email", "firstname"),
                "Thank you. Please look into your mailbox.");
        form(
                "Ask us",
                "ask-us",
                List.of("email", "firstname", "lastname", "company", "phone"),
                "We call you back.");
        form(
                "Fair 2026: book a tasting",
                "tasting",
                List.of("email", "firstname", "city"),
                "See you at the fair.");
        return "newsletter";
    }

    private void form(String name, String alias, List<String> fields, String thanks) {
        ObjectNode form = JSON.createObjectNode().put("name", name).put("alias", alias);
        for (String field : fields) {
            form.withArray("fields")
                    .addObject()
                    .put("alias", field)
                    .put("label", label(field))
                    .put(
                            "type",
                            field.equals("email")
                                    ? "email"
                                    : field.equals("phone") ? "tel" : "text")
                    .put("required", field.equals("email"))
                    .put("mapsTo", field);
        }
        form.putObject("postAction").put("type", "message").put("message", thanks);
        marketing.api().post("/api/content/forms", form);
    }

    private static String label(String field) {
        return switch (field) {
            case "email" -> "E-mail";
            case "firstname" -> "First name";
            case "lastname" -> "Last name";
            case "phone" -> "Phone";
            case "company" -> "Company";
            default -> "City";
        };
    }

    /** Segments that stand for themselves, and campaigns that send real mails to small ones. */
    void campaigns() {
        long subscribers = marketing.segment("Newsletter subscribers", "tags", "newsletter");
        long customers = marketing.segment("Customers", "stage", "Customer");
        marketing.segment("Germany", "country", "Germany");
        ObjectNode eager =
                JSON.createObjectNode()
                        .put("field", "points")
                        .put("operator", "greaterThan")
                        .put("value", 185);
        long hot = marketing.segment("Hot leads", "all", List.of(eager));
        marketing.awaitMembers(subscribers, 1, LIMIT);
        marketing.awaitMembers(customers, 1, LIMIT);
        marketing.awaitMembers(hot, 1, LIMIT);
        welcome(hot);
        ObjectNode fair =
                JSON.createObjectNode()
                        .put("field", "tags")
                        .put("operator", "equals")
                        .put("value", "fair-2026");
        ObjectNode german =
                JSON.createObjectNode()
                        .put("field", "city")
                        .put("operator", "equals")
                        .put("value", "Berlin");
        long guests = marketing.segment("Fair guests from Berlin", "all", List.of(fair, german));
        marketing.broadcast(
                "Fair invitation",
                guests,
                newsletter("Fair invitation", "Your ticket for the coffee fair").id());
    }

    private void welcome(long segment) {
        long tasting =
                newsletter(
                                "Private tasting",
                                "A tasting for you, {{ contact.firstname | default: \"friend\" }}")
                        .id();
        long reminder = newsletter("Private tasting: reminder", "Still thirsty?").id();
        ObjectNode send = step("invite", "action", "email.send");
        send.putObject("properties").put("emailId", tasting);
        ObjectNode opened = step("opened", "decision", "email.open").put("parent", "invite");
        opened.putObject("schedule").put("mode", "interval").put("value", 3).put("unit", "days");
        ObjectNode thank =
                step("interested", "action", "contact.tags")
                        .put("parent", "opened")
                        .put("path", "yes");
        thank.putObject("properties").putArray("add").add("tasting");
        ObjectNode points = step("reward", "action", "contact.points").put("parent", "interested");
        points.putObject("properties").put("delta", 10);
        ObjectNode remind =
                step("remind", "action", "email.send").put("parent", "opened").put("path", "no");
        remind.putObject("properties").put("emailId", reminder);
        marketing.publish("Private tasting", segment, List.of(send, opened, thank, points, remind));
    }

    private static ObjectNode step(String key, String type, String kind) {
        ObjectNode step =
                JSON.createObjectNode().put("key", key).put("type", type).put("kind", kind);
        step.putObject("schedule").put("mode", "immediate");
        return step;
    }

    void webhook() {
        ObjectNode webhook =
                JSON.createObjectNode()
                        .put("name", "Shop")
                        .put("url", "https://hooks.demo.example/mauntic");
        webhook.putArray("events").add("ImportFinished");
        marketing.api().post("/api/integrations/webhooks", webhook);
    }
}
