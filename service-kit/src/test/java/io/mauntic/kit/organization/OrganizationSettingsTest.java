package io.mauntic.kit.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What a service knows of an organization is what the newest event told. */
@QuarkusTest
@WithComponents
class OrganizationSettingsTest {

    @Inject UnitOfWork unitOfWork;
    @Inject OrganizationSettings settings;

    private final OrganizationId organization = TestOrganizations.next();

    @Test
    void an_organization_that_nothing_was_heard_of_has_the_defaults() {
        assertThat(current(organization)).isEqualTo(Settings.DEFAULT);
        assertThat(Settings.DEFAULT.zone()).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void the_newest_version_counts_whichever_arrives_last() {
        tell(organization, 2, "Asia/Tokyo");
        tell(organization, 1, "Europe/Paris");
        OrganizationId other = TestOrganizations.next();
        tell(other, 1, "Europe/Rome");

        Eventually.until("the later event", () -> zone(other).equals("Europe/Rome"));
        Eventually.until("the first event", () -> zone(organization).equals("Asia/Tokyo"));
        tell(organization, 3, "Africa/Cairo");
        Eventually.until("the newest", () -> zone(organization).equals("Africa/Cairo"));
    }

    @Test
    void what_is_not_known_is_passed_over_and_what_is_missing_has_its_default() {
        EventProbe.publish(
                "kit",
                organization,
                "OrganizationSettingsChanged",
                organization,
                JsonObject.of("version", 1, "currency", "EUR", "anthem", "la"));

        Eventually.until("the event", () -> !current(organization).equals(Settings.DEFAULT));
        assertThat(current(organization))
                .isEqualTo(new Settings(null, null, "EUR", null, null, null, null));
    }

    private static void tell(OrganizationId organization, int version, String zone) {
        EventProbe.publish(
                "kit",
                organization,
                "OrganizationSettingsChanged",
                organization,
                JsonObject.of("version", version, "timeZone", zone));
    }

    private String zone(OrganizationId of) {
        return current(of).timeZone();
    }

    private Settings current(OrganizationId of) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> unitOfWork.in(of, settings::current));
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
