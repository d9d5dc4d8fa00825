package io.mauntic.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mauntic.launcher.component.Component;
import io.mauntic.launcher.settings.Home;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterTest {
    @TempDir private Path root;
    private Home home;
    private ProcessTable processes;
    private Starter starter;

    @BeforeEach
    void prepare() {
        home = new Home(root);
        processes = new ProcessTable(home.run());
        starter = new Starter(home, processes);
    }

    /** A shell script in the place of a server. */
    private record Script(
            String name, String text, Map<String, Integer> ports, boolean ready, Duration patience)
            implements Component {
        Script(String text, boolean ready) {
            this("script", text, Map.of(), ready, Duration.ofSeconds(10));
        }

        @Override
        public List<String> command() {
            return List.of("sh", "-c", text);
        }
    }

    @Test
    void a_started_component_is_found_by_a_later_command_and_stopped() {
        starter.start(new Script("exec sleep 60", true));

        RunningProcess found = new ProcessTable(home.run()).find("script").orElseThrow();
        assertThat(found.alive()).isTrue();
        assertThat(new Shutdown(processes).stop("script")).isTrue();
        assertThat(found.alive()).isFalse();
        assertThat(processes.find("script")).isEmpty();
    }

    @Test
    void a_component_that_dies_is_named_with_the_end_of_its_log() {
        assertThatThrownBy(() -> starter.start(new Script("echo no such disk; exit 3", false)))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage(
                        "script ended with exit code 3. From its log, %s:%n  no such disk"
                                .formatted(home.log("script")));
        assertThat(processes.find("script")).isEmpty();
    }

    @Test
    void one_that_is_killed_while_it_starts_is_named_with_the_signal() {
        assertThatThrownBy(() -> starter.start(new Script("kill -9 $$", false)))
                .hasMessageStartingWith("script was ended by signal 9. Its log, ");
    }

    @Test
    void what_waits_for_a_component_that_has_died_says_so() {
        Script broker = new Script("broker", "read line", Map.of(), true, Duration.ofSeconds(10));
        Script service =
                new Script("service", "exec sleep 60", Map.of(), false, Duration.ofSeconds(10));
        starter.start(broker);

        assertThatThrownBy(() -> starter.start(service))
                .hasMessageStartingWith("broker ended with exit code 1.");
        assertThat(processes.find("service")).isEmpty();
    }

    @Test
    void undoing_stops_what_was_started_and_starts_nothing_more() {
        starter.start(new Script("exec sleep 60", true));

        starter.undo();

        assertThat(processes.anyAlive()).isFalse();
        assertThatThrownBy(() -> starter.start(new Script("exec sleep 60", true)))
                .hasMessage("Interrupted");
        assertThat(processes.anyAlive()).isFalse();
    }

    @Test
    void the_log_of_the_run_before_is_kept() throws IOException {
        Files.createDirectories(root.resolve("logs"));
        Files.writeString(home.log("script"), "first\n");

        starter.start(new Script("exec sleep 60", true));
        starter.undo();

        assertThat(root.resolve("logs/script.log.1")).content().isEqualTo("first\n");
    }

    @Test
    void a_component_that_never_gets_ready_is_stopped_again() {
        Script slow = new Script("slow", "exec sleep 60", Map.of(), false, Duration.ofMillis(300));

        assertThatThrownBy(() -> starter.start(slow))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageStartingWith("slow is not ready after 0 s. Its log, ");
        assertThat(processes.find("slow")).isEmpty();
    }

    @Test
    void a_taken_port_is_refused_before_anything_starts() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Script script =
                    new Script(
                            "script",
                            "exit 1",
                            Map.of("http", taken.getLocalPort()),
                            false,
                            Duration.ofSeconds(1));

            assertThatThrownBy(() -> starter.start(script))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageStartingWith(
                            "Port %d (script, http) is taken by ".formatted(taken.getLocalPort()))
                    .hasMessageContaining(ours());
        }
    }

    @Test
    void another_process_with_the_same_pid_is_not_ours() {
        long pid = ProcessHandle.current().pid();
        processes.add(
                new RunningProcess(
                        "ghost", pid, Instant.EPOCH, Signal.TERM, Map.of(), home.log("ghost")));

        assertThat(processes.find("ghost")).isEmpty();
        assertThat(new Shutdown(processes).stop("ghost")).isFalse();
    }

    /** Only {@code /proc} tells who listens. */
    private static String ours() {
        return Files.exists(Path.of("/proc/net/tcp"))
                ? "java (pid %d)".formatted(ProcessHandle.current().pid())
                : "another program";
    }
}
