package io.mauntic.identity;

import static io.restassured.RestAssured.given;

import io.mauntic.identity.role.BuiltInRole;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** An organization of a test's own, made through the API, in the database and in Keycloak. */
public final class Company {

    public static final String PASSWORD = "correct-horse-battery";

    private static final String CREATE = "platform:organizations:create";

    static {
        // Keycloak outlives the test's database: numbers must not come twice.
        TestDatabase.execute(
                "select setval('identity.organization_seq', %d)"
                        .formatted(System.currentTimeMillis()));
    }

    public final OrganizationId id;
    public final String name;
    public final long administrator;
    public final String email;

    private Company(OrganizationId id, String name, long administrator, String email) {
        this.id = id;
        this.name = name;
        this.administrator = administrator;
        this.email = email;
    }

    public static Company create() {
        String email = address("boss");
        String name = "Company " + UUID.randomUUID();
        JsonObject made =
                new JsonObject(
                        given().auth()
                                .oauth2(TestTokens.of(TestOrganizations.next(), CREATE))
                                .contentType(ContentType.JSON)
                                .body(order(name, email).encode())
                                .post("/api/identity/organizations")
                                .then()
                                .statusCode(201)
                                .extract()
                                .asString());
        Owner.accepts(email, 0);
        return new Company(
                new OrganizationId(made.getLong("id")),
                name,
                made.getJsonObject("administrator").getLong("id"),
                email);
    }

    public static JsonObject order(String name, String email) {
        return new JsonObject()
                .put("name", name)
                .put("administrator", new JsonObject().put("name", "Bea Boss").put("email", email));
    }

    public static String address(String who) {
        return who + "-" + UUID.randomUUID() + "@example.org";
    }

    public static JsonObject person(String name, String email, String role) {
        return new JsonObject().put("name", name).put("email", email).put("role", role);
    }

    /** A request of the administrator's. */
    public RequestSpecification asAdministrator() {
        String subject =
                TestDatabase.value(
                        "select subject from identity.user_account where id = " + administrator);
        return as(subject, BuiltInRole.ADMINISTRATOR.permissions().toArray(String[]::new));
    }

    /** A request of somebody else's, with these permissions. */
    public RequestSpecification with(String... permissions) {
        return as(UUID.randomUUID().toString(), permissions);
    }

    /** Invites a person, who accepts; answers the id. */
    public long hire(JsonObject person) {
        String email = person.getString("email");
        int mails = Mailbox.count(email);
        long id = invite(person);
        Owner.accepts(email, mails);
        return id;
    }

    /** Invites a person and answers the id. */
    public long invite(JsonObject person) {
        return asAdministrator()
                .body(person.encode())
                .post("/api/identity/users")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private RequestSpecification as(String subject, String... permissions) {
        return given().auth()
                .oauth2(TestTokens.of(subject, id, permissions))
                .contentType(ContentType.JSON);
    }
}
