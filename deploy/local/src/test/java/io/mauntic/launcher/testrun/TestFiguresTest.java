package io.mauntic.launcher.testrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFiguresTest {
    @TempDir private Path checkout;

    @Test
    void the_reports_of_all_modules_add_up() throws IOException {
        report("crm-service", "TEST-A.xml", 10, 1, 2, 3);
        report("deploy/local", "TEST-B.xml", 5, 0, 0, 0);

        assertThat(TestFigures.in(checkout)).hasToString("9 passed, 3 failed, 3 skipped");
    }

    @Test
    void what_an_earlier_run_left_behind_is_forgotten() throws IOException {
        report("crm-service", "TEST-Old.xml", 10, 0, 0, 0);

        TestFigures.forget(checkout);

        assertThat(TestFigures.in(checkout)).hasToString("0 passed, 0 failed, 0 skipped");
    }

    private void report(
            String module, String name, int tests, int failures, int errors, int skipped)
            throws IOException {
        Path folder =
                Files.createDirectories(
                        checkout.resolve(module).resolve("target/surefire-reports"));
        Files.writeString(
                folder.resolve(name),
                "<testsuite tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\"/>"
                        .formatted(tests, failures, errors, skipped));
    }
}
