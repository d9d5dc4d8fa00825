package io.mauntic.kit.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.kernel.OrganizationId;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every door of the service, operation and page alike, is shut to who does not sign in and to who
 * has each permission but its own.
 */
public abstract class LockRules {

    private static final List<String> CONTEXTS =
            List.of(
                    "identity",
                    "crm",
                    "campaign",
                    "messaging",
                    "content",
                    "analytics",
                    "integrations");

    private static final List<String> TYPES =
            List.of(
                    "application/json",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data",
                    "application/merge-patch+json");

    private final OrganizationId organization = TestOrganizations.next();

    @Test
    void without_a_token_every_door_answers_401() {
        assertThat(locked().filter(door -> status(door) != 401)).isEmpty();
    }

    @Test
    void every_permission_but_its_own_opens_no_door() {
        assertThat(locked().filter(door -> status(door, others(door)) != 403)).isEmpty();
    }

    private static Stream<Door> locked() {
        return all(TestContext.name()).filter(door -> !door.isPublic());
    }

    private static Stream<Door> all(String context) {
        return Stream.concat(Door.ofContract(context).values().stream(), Door.listed(context));
    }

    private static String[] others(Door door) {
        Set<String> all = new HashSet<>(Set.of("platform:organizations:act"));
        CONTEXTS.stream().flatMap(LockRules::all).map(Door::lock).forEach(all::add);
        all.remove(door.lock());
        return all.toArray(String[]::new);
    }

    private int status(Door door, String... permissions) {
        // A body that the door does not take is refused before anybody is asked who they are.
        return Stream.of(TYPES)
                .flatMap(List::stream)
                .map(type -> status(door, type, permissions))
                .filter(status -> status != 415)
                .findFirst()
                .orElse(415);
    }

    private int status(Door door, String type, String... permissions) {
        RequestSpecification request = given().redirects().follow(false).accept("*/*");
        if (permissions.length > 0) {
            request.auth().oauth2(TestTokens.of(organization, permissions));
        }
        if (!Arrays.asList("GET", "DELETE").contains(door.verb())) {
            request.contentType(type);
            if (type.startsWith("multipart")) {
                request.multiPart("x", "y");
            } else if (type.endsWith("urlencoded")) {
                request.formParam("x", "y");
            } else {
                request.body("{}");
            }
        }
        return request.request(door.verb(), address(door)).statusCode();
    }

    // An id that nobody has, and the first of the names where only names fit.
    private static String address(Door door) {
        return door.path()
                .replaceAll("\\{\\w+:([a-z-]+)[^}]*}", "$1")
                .replaceAll("\\{\\w+}", "999999999");
    }
}
