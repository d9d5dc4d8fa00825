package io.mauntic.crm.contactimport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.mauntic.crm.CrmClient;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How quickly contacts come in, with segments, events and the relay at work. Not part of the suite;
 * run it with {@code -Dtest=ImportBench -Dbench.rows=1000000}.
 */
@QuarkusTest
@WithComponents
class ImportBench {

    private static final int ROWS = Integer.getInteger("bench.rows", 200_000);
    private static final List<String> CITIES =
            List.of("Berlin", "Paris", "London", "Rome", "Madrid", "Vienna", "Oslo", "Prague");

    @TempDir Path folder;

    private final CrmClient crm = CrmClient.ofNewOrganization();

    @Test
    void contacts_come_in() throws IOException {
        for (String city : CITIES.subList(0, 4)) {
            crm.post(
                            "/api/crm/segments",
                            new JsonObject(
                                    "{\"name\": \"%1$s\", \"filter\": {\"rules\": [{\"field\": \"city\", \"operator\": \"equals\", \"value\": \"%1$s\"}]}}"
                                            .formatted(city)))
                    .statusCode(201);
        }
        Path file = file();
        System.gc();
        long id =
                given().auth()
                        .oauth2(crm.token())
                        .multiPart("file", file.toFile())
                        .post("/api/crm/imports")
                        .then()
                        .statusCode(202)
                        .extract()
                        .jsonPath()
                        .getLong("id");
        long cpu = cpu();
        AtomicLong most = new AtomicLong();
        while (crm.get("/api/crm/imports/{id}", id).extract().path("finishedAt") == null) {
            most.accumulateAndGet(
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(),
                    Math::max);
            LockSupport.parkNanos(200_000_000);
        }
        JsonPath done = crm.get("/api/crm/imports/{id}", id).extract().jsonPath();
        double seconds =
                Duration.between(time(done, "startedAt"), time(done, "finishedAt")).toMillis()
                        / 1000.0;
        System.out.printf(
                "%,d rows in %.1f s: %,.0f rows/s; %.1f s of CPU in this process; heap at most %,d MB; outbox rows waiting %,d%n",
                ROWS,
                seconds,
                ROWS / seconds,
                (cpu() - cpu) / 1e9,
                most.get() / 1_000_000,
                TestDatabase.number("select count(*) from crm.outbox"));
        assertThat(done.getInt("created")).isEqualTo(ROWS);
        Eventually.until(
                "all segments together hold half of the contacts",
                () ->
                        TestDatabase.number(
                                        "select sum(members) from crm.segment_tally where organization_id = "
                                                + crm.organization())
                                == ROWS / 2);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static OffsetDateTime time(JsonPath done, String name) {
        return OffsetDateTime.parse(done.getString(name));
    }

    private Path file() throws IOException {
        Path file = folder.resolve("bench.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("First name,Last name,E-mail,Phone,Company,City,Country,Tags,Shoe size\n");
            for (int i = 0; i < ROWS; i++) {
                out.write(
                        "First%d,Last%d,person%d@example.org,+49 30 %d,Company %d,%s,Germany,vip|press,%d\n"
                                .formatted(
                                        i % 5_000,
                                        i,
                                        i,
                                        100_000 + i,
                                        i % 500,
                                        CITIES.get(i % 8),
                                        35 + i % 12));
            }
        }
        return file;
    }
}
