package io.mauntic.launcher.command;

import io.mauntic.launcher.process.LaunchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "mauntic",
        description = "Runs Mauntic, its tests and its benches on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "What it heeds from the environment:",
            "  MAUNTIC_PORT        the gateway's port (8080); everything else moves with it",
            "  MAUNTIC_HOME        where data, logs and secrets live (.mauntic)",
            "  MAUNTIC_PUBLIC_URL  the address that mails and scripts carry",
            "  MAUNTIC_SMTP_HOST, MAUNTIC_SMTP_PORT  another mail server; also another PostgreSQL,",
            "  Kafka, Keycloak or S3 store, see deploy/README.md"
        },
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            TokenCommand.class,
            TestCommand.class,
            BenchCommand.class,
            DemoCommand.class,
            ComponentsCommand.class,
            HelpCommand.class
        })
final class Mauntic implements Runnable {
    @Spec private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(line().execute(arguments));
    }

    static CommandLine line() {
        CommandLine line = new CommandLine(new Mauntic());
        offerHelp(line);
        line.getSubcommands().values().forEach(Mauntic::offerHelp);
        line.setExecutionExceptionHandler(
                (exception, command, _) -> {
                    switch (exception) {
                        case LaunchFailure failure ->
                                command.getErr().println(failure.getMessage());
                        case IOException failure -> command.getErr().println(unexpected(failure));
                        case UncheckedIOException failure ->
                                command.getErr().println(unexpected(failure.getCause()));
                        default -> exception.printStackTrace(command.getErr());
                    }
                    return 1;
                });
        return line;
    }

    /** {@code help} itself brings the option along. */
    private static void offerHelp(CommandLine command) {
        if (!(command.getCommand() instanceof HelpCommand)) {
            command.getCommandSpec()
                    .addOption(
                            OptionSpec.builder("-h", "--help")
                                    .usageHelp(true)
                                    .description("Show what the command does and takes.")
                                    .build());
        }
    }

    /** A full disk, a folder that may not be written: the exception's name is half the message. */
    private static String unexpected(IOException failure) {
        return "Mauntic had to stop: %s: %s"
                .formatted(failure.getClass().getSimpleName(), failure.getMessage());
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
