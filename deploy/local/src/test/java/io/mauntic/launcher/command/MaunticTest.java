package io.mauntic.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MaunticTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void every_command_explains_itself() {
        for (String command : Mauntic.line().getSubcommands().keySet()) {
            assertThat(run(command, "--help")).as(command).isZero();
            assertThat(out.toString()).contains("Usage: mauntic " + command);
        }
    }

    @Test
    void a_command_that_does_not_exist_is_refused_with_the_nearest() {
        assertThat(run("upp")).isEqualTo(2);
        assertThat(err.toString()).contains("'upp'").contains("Did you mean: mauntic up?");
    }

    @Test
    void an_option_that_does_not_exist_is_refused_with_the_nearest() {
        assertThat(run("down", "--wipee")).isEqualTo(2);
        assertThat(err.toString()).contains("'--wipee'").contains("Possible solutions: --wipe");
    }

    @Test
    void a_missing_name_is_asked_for() {
        assertThat(run("logs")).isEqualTo(2);
        assertThat(err.toString()).startsWith("Missing required parameter: 'NAME'");
    }

    @Test
    void a_bench_that_does_not_exist_lists_those_that_do() {
        assertThat(run("bench", "speed")).isEqualTo(1);
        assertThat(err.toString()).startsWith("There is no bench speed. There are: ");
    }

    @Test
    void a_log_that_does_not_exist_lists_those_that_do() {
        assertThat(run("logs", "nginx")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("There is no component nginx. There are: ")
                .contains("postgres")
                .contains("crm-service");
    }

    @Test
    void tests_on_unknown_components_are_refused() {
        assertThat(run("test", "-Dmauntic.components=vm")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("-Dmauntic.components must be embedded or containers, not vm");
    }

    private int run(String... arguments) {
        CommandLine line = Mauntic.line();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
