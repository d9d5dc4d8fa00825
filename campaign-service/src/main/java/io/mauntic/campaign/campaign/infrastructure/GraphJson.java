package io.mauntic.campaign.campaign.infrastructure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.campaign.campaign.domain.GraphDraft;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a graph as JSON in the shape of the contract. */
@Converter(autoApply = true)
public class GraphJson implements AttributeConverter<CampaignGraph, String> {

    static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                    .build();

    @Override
    public String convertToDatabaseColumn(CampaignGraph graph) {
        try {
            return graph == null ? null : JSON.writeValueAsString(graph.draft());
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    @Override
    public CampaignGraph convertToEntityAttribute(String json) {
        try {
            return json == null
                    ? null
                    : CampaignGraph.stored(JSON.readValue(json, GraphDraft.class));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
