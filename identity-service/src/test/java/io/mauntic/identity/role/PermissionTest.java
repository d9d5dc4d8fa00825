package io.mauntic.identity.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionTest {

    private static final Pattern ASKED_FOR = Pattern.compile("x-permission: (\\S+)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identity",
                "crm",
                "campaign",
                "messaging",
                "content",
                "analytics",
                "integrations"
            })
    void every_permission_that_a_contract_asks_for_can_be_granted(String context)
            throws IOException {
        try (InputStream contract =
                getClass().getResourceAsStream("/openapi/" + context + ".yaml")) {
            Set<String> asked =
                    ASKED_FOR
                            .matcher(new String(contract.readAllBytes(), StandardCharsets.UTF_8))
                            .results()
                            .map(found -> found.group(1))
                            .filter(permission -> !permission.startsWith("platform:"))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(Permission.ALL).containsAll(asked);
        }
    }

    @Test
    void a_marketer_changes_no_settings_and_a_reader_nothing() {
        assertThat(BuiltInRole.MARKETER.permissions())
                .contains(
                        "identity:users:read", "campaign:campaigns:publish", "crm:contacts:delete")
                .doesNotContain("identity:users:write", "integrations:webhooks:write");
        assertThat(BuiltInRole.READER.permissions())
                .allMatch(permission -> permission.endsWith(":read"));
        assertThat(BuiltInRole.ADMINISTRATOR.permissions()).isEqualTo(Permission.ALL);
    }
}
