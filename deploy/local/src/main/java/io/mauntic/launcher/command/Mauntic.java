package io.mauntic.launcher.command;

import io.mauntic.launcher.process.LaunchFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "mauntic",
        description = "Runs Mauntic, its tests and its benches on this machine.",
        synopsisSubcommandLabel = "COMMAND",
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
        CommandLine line = new CommandLine(new Mauntic());
        line.setExecutionExceptionHandler(
                (exception, command, _) -> {
                    if (exception instanceof LaunchFailure) {
                        command.getErr().println(exception.getMessage());
                    } else {
                        exception.printStackTrace(command.getErr());
                    }
                    return 1;
                });
        System.exit(line.execute(arguments));
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
