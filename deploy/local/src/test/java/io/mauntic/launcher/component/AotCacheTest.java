package io.mauntic.launcher.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    private static final Instant BUILT = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir private Path target;

    private Path program;
    private Path cache;
    private Path recording;

    @BeforeEach
    void build() throws IOException {
        program = at(target.resolve("program.jar"), BUILT);
        cache = target.resolve("aot/jdk-%s-mvxs2o00.aot".formatted(Runtime.version()));
        recording = target.resolve("aot/recording-mvxs2o00");
        Files.createDirectories(cache.getParent());
    }

    @Test
    void the_first_start_of_what_was_built_records_for_the_next() throws IOException {
        Path older = at(target.resolve("aot/jdk-%s-1.aot".formatted(Runtime.version())), BUILT);

        assertThat(new AotCache(target, program, false).flags()).isEmpty();
        assertThat(new AotCache(target, program, true).flags())
                .containsExactly("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording);
        assertThat(older).doesNotExist();
    }

    @Test
    void a_later_start_uses_it() throws IOException {
        at(cache, BUILT);

        assertThat(new AotCache(target, program, false).flags())
                .containsExactly("-XX:AOTCache=" + cache);
    }

    @Test
    void one_that_was_written_after_the_program_was_built_anew_is_not_used() throws IOException {
        AotCache first = new AotCache(target, program, true);
        at(recording, BUILT);
        Files.setLastModifiedTime(program, FileTime.from(BUILT.plusSeconds(1)));

        assertThat(first.assembly(List.of("java"))).isEmpty();
        at(cache, BUILT.plusSeconds(2));
        assertThat(first.flags()).startsWith("-XX:AOTMode=record");
    }

    @Test
    void it_is_written_by_the_same_command_once_the_program_has_ended() throws IOException {
        AotCache first = new AotCache(target, program, true);
        List<String> command = List.of("java", "-Xmx8m", "-jar", "it's.jar");
        assertThat(first.assembly(command)).isEmpty();

        at(recording, BUILT.plusSeconds(60));

        assertThat(first.assembly(command))
                .hasValue(
                        "'java' -XX:AOTMode=create '-XX:AOTConfiguration=%1$s' '-XX:AOTCache=%2$s' '-Xmx8m' '-jar' 'it'\\''s.jar' && mv '%2$s' '%3$s'; rm -f '%1$s'"
                                .formatted(recording, target.resolve("aot/draft"), cache));
    }

    private static Path at(Path file, Instant time) throws IOException {
        Files.writeString(file, "");
        return Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
