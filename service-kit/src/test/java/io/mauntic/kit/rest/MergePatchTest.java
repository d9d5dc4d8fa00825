package io.mauntic.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":\"b\"} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"b\"} | {\"b\":\"c\"} | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"} | {\"a\":null} | {}",
                "{\"a\":{\"b\":\"c\"}} | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[1]} | {\"a\":{\"b\":1}} | {\"a\":{\"b\":1}}",
                "{} | {\"a\":{\"b\":{\"c\":null}}} | {\"a\":{\"b\":{}}}"
            })
    void a_patch_replaces_merges_and_removes(String target, String patch, String expected)
            throws JsonProcessingException {
        assertThat(MergePatch.merge(json.readTree(target), (ObjectNode) json.readTree(patch)))
                .isEqualTo(json.readTree(expected));
    }
}
