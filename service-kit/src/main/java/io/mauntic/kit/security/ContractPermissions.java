package io.mauntic.kit.security;

import com.fasterxml.jackson.databind.JsonNode;
import io.mauntic.kit.rest.ServedContract;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which permission the contract asks for each of its operations ({@code x-permission}). */
@ApplicationScoped
class ContractPermissions {

    private final Map<String, String> byOperation = new HashMap<>();

    ContractPermissions(ServedContract contract) {
        for (JsonNode path : contract.document().path("paths")) {
            for (JsonNode operation : path) {
                if (operation.has("operationId") && operation.has("x-permission")) {
                    byOperation.put(
                            operation.get("operationId").asText(),
                            operation.get("x-permission").asText());
                }
            }
        }
    }

    Optional<String> of(String operationId) {
        return Optional.ofNullable(byOperation.get(operationId));
    }
}
