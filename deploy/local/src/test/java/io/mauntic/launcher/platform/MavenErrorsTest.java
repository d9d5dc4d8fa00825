package io.mauntic.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenErrorsTest {
    @TempDir private Path folder;

    @Test
    void a_failed_build_tells_its_errors_alone() throws IOException {
        Path log =
                write(
                        """
                        [INFO] Building
                        [ERROR] /x/A.java:[3,4] cannot find symbol
                        [ERROR] /x/A.java:[3,4] cannot find symbol
                        [ERROR] Failed to execute goal compile on project crm-service: failure -> [Help 1]
                        [ERROR]\s
                        [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
                        [ERROR] Re-run Maven using the -X switch to enable full debug logging.
                        [ERROR] For more information about the errors, please read the following articles:
                        [ERROR] -> [Help 1]
                        [ERROR] [Help 1] http://example.org
                        """);

        assertThat(MavenErrors.of(log))
                .isEqualTo(
                        """
                        From its log, %s:
                        [ERROR] /x/A.java:[3,4] cannot find symbol
                        [ERROR] Failed to execute goal compile on project crm-service: failure -> [Help 1]"""
                                .formatted(log));
    }

    @Test
    void one_that_never_began_tells_what_it_said() throws IOException {
        Path log = write("Error: JAVA_HOME is not defined correctly.\n");

        assertThat(MavenErrors.of(log)).endsWith("\n  Error: JAVA_HOME is not defined correctly.");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("build.log"), content);
    }
}
