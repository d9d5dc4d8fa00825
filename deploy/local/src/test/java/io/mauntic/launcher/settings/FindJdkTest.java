package io.mauntic.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindJdkTest {
    @TempDir private Path folder;

    private record Answer(int exit, String text) {}

    @Test
    void the_first_jdk_25_is_taken() throws Exception {
        Path old = jdk("old", "21.0.4");
        Path right = jdk("right", "25.0.1");

        assertThat(find("", old.toString(), right.toString()))
                .isEqualTo(new Answer(0, right.toString()));
    }

    @Test
    void one_that_is_too_old_is_named() throws Exception {
        Path old = jdk("old", "17.0.15");

        Answer answer = find(old.toString());

        assertThat(answer.exit).isEqualTo(1);
        assertThat(answer.text).startsWith("Mauntic needs JDK 25.").endsWith("JDK 17 in " + old);
    }

    @Test
    void having_none_is_said() throws Exception {
        assertThat(find("", folder.resolve("missing").toString()).text)
                .endsWith("none in JAVA_HOME, on the path or under the usual folders");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Path compiler = Files.createDirectories(home.resolve("bin")).resolve("javac");
        Files.writeString(compiler, "");
        assertThat(compiler.toFile().setExecutable(true)).isTrue();
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return home;
    }

    private static Answer find(String... candidates) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "find-jdk.sh"));
        command.addAll(List.of(candidates));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text.strip());
    }
}
