package io.mauntic.crm.contactimport.infrastructure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.crm.CrmClient;
import io.mauntic.crm.contactimport.infrastructure.ImportQueue.Claimed;
import io.mauntic.crm.contactimport.infrastructure.ImportQueue.Hands;
import io.mauntic.kernel.ImportId;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class ImportTurnsTest {

    private static final String SHORT = "email\nada@example.org\n";

    @Inject ImportQueue queue;
    @Inject ImportLeases leases;

    private final CrmClient crm = CrmClient.ofNewOrganization();

    @AfterEach
    void nothing_is_held() {
        HeldFetches.release();
    }

    @Test
    void the_third_import_of_an_organization_waits_and_anothers_goes_ahead_of_it() {
        CrmClient other = CrmClient.ofNewOrganization();
        HeldFetches.hold();
        List<ImportId> ours = Stream.generate(() -> upload(crm, SHORT)).limit(3).toList();
        ImportId theirs = upload(other, SHORT);

        Eventually.until("three files are being fetched", () -> HeldFetches.waiting() == 3);

        assertThat(Stream.of(ours.get(0), ours.get(1), theirs)).allMatch(this::isHeld);
        assertThat(isHeld(ours.get(2))).isFalse();
        HeldFetches.release();
        awaitEnd(other, theirs);
        ours.forEach(id -> awaitEnd(crm, id));
    }

    @Test
    void an_import_goes_on_while_the_file_of_another_is_fetched() {
        CrmClient other = CrmClient.ofNewOrganization();
        ImportId running = upload(other, rows(60_000));
        Eventually.until("it has begun", () -> processed(other, running) > 0);
        HeldFetches.hold();
        ImportId fetched = upload(crm, SHORT);
        Eventually.until("a file is being fetched", () -> HeldFetches.waiting() == 1);

        awaitEnd(other, running);

        assertThat(HeldFetches.waiting()).isEqualTo(1);
        HeldFetches.release();
        awaitEnd(crm, fetched);
    }

    @Test
    void a_lease_is_renewed_while_its_file_is_fetched() {
        HeldFetches.hold();
        ImportId id = upload(crm, SHORT);
        Eventually.until("the file is being fetched", () -> HeldFetches.waiting() == 1);
        TestDatabase.execute(
                "update crm.import_queue set leased_until = clock_timestamp() + interval '6 seconds' where import_id = "
                        + id);

        Eventually.until(
                "another replica has nothing to take for ten seconds more",
                () ->
                        TestDatabase.number(
                                        "select count(*) from crm.import_queue where leased_until > clock_timestamp() + interval '10 seconds' and import_id = "
                                                + id)
                                == 1);

        HeldFetches.release();
        awaitEnd(crm, id);
    }

    @Test
    void a_replica_with_eight_imports_takes_no_ninth_and_another_does() {
        HeldFetches.hold();
        List<CrmClient> organizations =
                Stream.generate(CrmClient::ofNewOrganization).limit(9).toList();
        List<ImportId> imports = organizations.stream().map(one -> upload(one, SHORT)).toList();
        Eventually.until("eight files are being fetched", () -> HeldFetches.waiting() == 8);
        ImportId ninth = imports.getLast();

        assertThat(imports.subList(0, 8)).allMatch(this::isHeld);
        assertThat(isHeld(ninth)).isFalse();
        Set<ImportId> opening = imports.stream().limit(8).collect(Collectors.toSet());
        Hands full = new Hands(leases.holder(), opening, Set.of(), ImportLoop.ROOM);
        assertThat(soon(queue.next(full))).as("no poll for what there is no room for").isEmpty();
        Hands empty = new Hands(UUID.randomUUID(), Set.of(), Set.of(), ImportLoop.ROOM);
        assertThat(soon(queue.claim(empty)).map(Claimed::id)).contains(ninth);

        TestDatabase.execute(
                "update crm.import_queue set holder = null where import_id = " + ninth);
        HeldFetches.release();
        IntStream.range(0, 9).forEach(i -> awaitEnd(organizations.get(i), imports.get(i)));
    }

    @Test
    void an_import_that_left_the_queue_is_closed() {
        ImportId id = upload(crm, rows(60_000));
        Eventually.until("it has begun", () -> processed(crm, id) > 0);
        assertThat(leases.holds(id)).isTrue();

        TestDatabase.execute("delete from crm.import_queue where import_id = " + id);

        Eventually.until("its file is closed", () -> !leases.holds(id));
    }

    private boolean isHeld(ImportId id) {
        return TestDatabase.number(
                        "select count(holder) from crm.import_queue where import_id = " + id)
                == 1;
    }

    private static long processed(CrmClient client, ImportId id) {
        return client.get("/api/crm/imports/{id}", id.value())
                .extract()
                .jsonPath()
                .getLong("processed");
    }

    private static ImportId upload(CrmClient client, String csv) {
        return new ImportId(
                given().auth()
                        .oauth2(client.token())
                        .multiPart(
                                "file",
                                "contacts.csv",
                                csv.getBytes(StandardCharsets.UTF_8),
                                "text/csv")
                        .post("/api/crm/imports")
                        .then()
                        .statusCode(202)
                        .extract()
                        .jsonPath()
                        .getLong("id"));
    }

    private static void awaitEnd(CrmClient client, ImportId id) {
        Eventually.until(
                "import " + id + " has finished",
                () ->
                        client.get("/api/crm/imports/{id}", id.value())
                                .extract()
                                .<String>path("status")
                                .equals("finished"));
    }

    private static String rows(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> "person%d@example.org%n".formatted(i))
                .collect(Collectors.joining("", "email\n", ""));
    }

    private static <T> T soon(Uni<T> asked) {
        return asked.await().atMost(Duration.ofSeconds(10));
    }
}
