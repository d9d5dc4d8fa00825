package io.mauntic.content.form.interfaces.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The text fields of a multipart body; a file is nobody's answer. */
final class MultipartText {

    private MultipartText() {}

    static Map<String, List<String>> of(MultipartFormDataInput body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        body.getValues()
                .forEach(
                        (name, values) -> {
                            List<String> texts =
                                    values.stream()
                                            .filter(value -> !value.isFileItem())
                                            .map(FormValue::getValue)
                                            .toList();
                            if (!texts.isEmpty()) {
                                fields.put(name, texts);
                            }
                        });
        return fields;
    }
}
