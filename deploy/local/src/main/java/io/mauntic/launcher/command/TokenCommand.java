package io.mauntic.launcher.command;

import io.mauntic.launcher.component.KeycloakApi;
import io.mauntic.launcher.platform.Platform;
import io.mauntic.launcher.process.LaunchFailure;
import java.io.Console;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "token", description = "Print a bearer token, valid for half an hour.")
final class TokenCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "USER",
            defaultValue = "admin@demo.example",
            description = "Whose token; the demo administrator's if nobody is named.")
    private String user;

    @Override
    public Integer call() throws IOException {
        String keycloak = Platform.current().keycloakUrl();
        try {
            System.out.println(
                    KeycloakApi.token(keycloak, "mauntic", "mauntic-cli", user, password()));
            return 0;
        } catch (ConnectException e) {
            throw new LaunchFailure(
                    "Nothing answers at %s. Start the platform with ./mauntic up."
                            .formatted(keycloak),
                    e);
        }
    }

    private String password() {
        if (user.endsWith("@demo.example")) {
            return Optional.ofNullable(System.getenv("MAUNTIC_PASSWORD")).orElse("mauntic-demo");
        }
        String given = System.getenv("MAUNTIC_PASSWORD");
        Console console = System.console();
        if (given == null && console == null) {
            throw new LaunchFailure("Give the password of %s in MAUNTIC_PASSWORD.".formatted(user));
        }
        return given != null ? given : new String(console.readPassword("Password of %s: ", user));
    }
}
