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
    void a_failed_test_is_named_with_the_beginning_of_its_message_before_the_sum()
            throws IOException {
        write(
                "crm-service",
                "TEST-A.xml",
                """
                <testsuite tests="2" failures="1" errors="0" skipped="0">
                  <testcase classname="io.mauntic.A" name="fine"/>
                  <testcase classname="io.mauntic.A" name="broken">
                    <failure message="expected: 1&#10;  but was: 2">trace</failure>
                  </testcase>
                </testsuite>
                """);

        assertThat(TestFigures.in(checkout))
                .hasToString(
                        """
                        FAILED io.mauntic.A.broken: expected: 1 but was: 2
                        1 passed, 1 failed, 0 skipped""");
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
        write(
                module,
                name,
                "<testsuite tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\"/>"
                        .formatted(tests, failures, errors, skipped));
    }

    private void write(String module, String name, String report) throws IOException {
        Path folder =
                Files.createDirectories(
                        checkout.resolve(module).resolve("target/surefire-reports"));
        Files.writeString(folder.resolve(name), report);
    }
}
